"""What is taken away from Compare: pictures, one page, a table; and the line that says what was settled."""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.services.desk import Desk
from app.services.exports.pages import Arranged
from app.services.topics.regrouping import By
from app.ui.compare.page import output
from app.ui.compare.page.drawing import Drawing
from app.ui.compare.resolution_dialog import ResolutionDialog
from app.ui.compare.screen import CompareScreen
from app.ui.look import theme, tones


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> CompareScreen:
    kind, lines = desk.grouping.find(["Mauritius", "deal"])
    desk.grouping.add("The lease", ["Mauritius"], kind, [line.record.claim_id for line in lines])
    made = CompareScreen()
    qtbot.addWidget(made)
    made.resize(1380, 820)
    made.set_desk(desk)
    made.show()
    made.shown()
    made.changed.connect(made.refresh)
    return made


def test_a_picture_is_written_as_the_file_is_called_in_light_whatever_the_window(
    screen: CompareScreen, tmp_path: Path
) -> None:
    theme.set_scheme("dark")
    screen.taking.save_picture(tmp_path / "lease.png")
    image = QImage(str(tmp_path / "lease.png"))
    assert image.width() > 2000
    assert image.pixelColor(2, 2) == tones.LIGHT.surface
    screen.taking.save_picture(tmp_path / "lease.svg")
    words = "".join(ET.parse(tmp_path / "lease.svg").getroot().itertext())
    for said in ("The lease", "£165m a year", "Reference", "Sources", "Harbour Daily", "SHA-256"):
        assert said in words
    assert tones.current() is tones.DARK


def test_no_basis_is_cut_on_paper_which_has_no_tooltips(screen: CompareScreen, tmp_path: Path) -> None:
    screen.taking.save_picture(tmp_path / "lease.svg")
    words = "".join("".join(ET.parse(tmp_path / "lease.svg").getroot().itertext()).split())
    shown = screen.comparison()
    assert shown is not None
    names = [", ".join(filter(None, (group.label.kind, group.label.detail))) for group in shown.groups]
    assert any(len(name) > 40 for name in names)
    for name in names:
        assert "".join(name.split()) in words


def test_the_pdf_is_one_page(screen: CompareScreen, tmp_path: Path) -> None:
    screen.taking.save_pdf(tmp_path / "lease.pdf")
    raw = (tmp_path / "lease.pdf").read_bytes()
    assert raw.startswith(b"%PDF")
    assert raw.count(b"/Type /Page\n") == 1


def test_the_figures_of_a_pdf_can_be_searched_and_copied(screen: CompareScreen, tmp_path: Path) -> None:
    """What letter a glyph is stands in the maps of a PDF's fonts; a letter of private use is none."""
    screen.taking.save_pdf(tmp_path / "lease.pdf")
    maps = re.findall(rb"begincmap(.*?)endcmap", (tmp_path / "lease.pdf").read_bytes(), re.DOTALL)
    letters = {
        int(code, 16)
        for one in maps
        for row in re.findall(rb"\[(.*?)\]", one)
        for code in row.translate(None, b"<>").split()
    }
    assert set(map(ord, "0123456789")) <= letters
    assert not any(0xE000 <= letter <= 0xF8FF for letter in letters)


def test_without_qts_printing_the_pdf_is_written_and_the_print_key_says_so_and_asks_for_one(
    qtbot: QtBot, screen: CompareScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in the Windows program, which leaves Qt's printing out."""
    monkeypatch.setitem(sys.modules, "PySide6.QtPrintSupport", None)
    screen.taking.save_pdf(tmp_path / "lease.pdf")
    assert (tmp_path / "lease.pdf").read_bytes().startswith(b"%PDF")
    asked, said = [], []

    def answer(_parent: object, question: str, *_: object) -> tuple[str, str]:
        asked.append(question)
        return str(tmp_path / "instead.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    screen.done.connect(said.append)
    screen.matrix.setFocus()
    qtbot.keyClick(screen.matrix, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["Nothing can be printed from this installation; a PDF can be saved instead"]
    assert said == [*asked, "Written to instead.pdf"]
    assert (tmp_path / "instead.pdf").read_bytes().startswith(b"%PDF")


def test_what_cannot_be_written_is_said(screen: CompareScreen, tmp_path: Path) -> None:
    for save, name in ((screen.taking.save_pdf, "x.pdf"), (screen.taking.save_picture, "x.png")):
        with pytest.raises(UserError, match="could not be written"):
            save(tmp_path / "no folder" / name)


def test_many_figures_are_counted_where_the_page_has_no_room(screen: CompareScreen, desk: Desk) -> None:
    comparison = screen.comparison()
    assert comparison is not None
    page = desk.pages.of(comparison, Arranged())
    with tones.on_paper():
        whole, wide = output._fitting(page, 0.7)
        cut, widest = output._fitting(page, 0.12)
    assert (whole.left_out, wide) == (0, output.WIDE)
    assert widest == output.WIDEST
    assert cut.left_out == len(comparison.rows) - 1


def test_where_there_is_no_room_the_reference_stays_and_then_the_gravest_verdict(
    screen: CompareScreen, desk: Desk
) -> None:
    comparison = screen.comparison()
    assert comparison is not None
    assert comparison.pinned is not None
    for by in By:
        page = desk.pages.of(comparison, Arranged(by=by))
        with tones.on_paper():
            assert Drawing(page, 1).shown == {comparison.pinned.claim_id}
            two = Drawing(page, 2).shown - {comparison.pinned.claim_id}
        verdicts = {row.claim_id: row.judgement.verdict.rank for row in comparison.rows if row.judgement}
        assert [verdicts[one] for one in two] == [min(verdicts.values())]


def test_the_clipboard_has_numbers_as_numbers_and_verdicts_as_words(screen: CompareScreen) -> None:
    screen.taking.copy_sheet()
    data = QGuiApplication.clipboard().mimeData()
    heads, *rows = [line.split("\t") for line in data.text().splitlines()]
    shown = screen.comparison()
    assert shown is not None
    assert len(rows) == len(shown.rows)
    by_figure = {row[heads.index("figure")]: dict(zip(heads, row, strict=True)) for row in rows}
    assert by_figure["£165m a year"]["low"] == "162500000"
    assert {row["verdict"] for row in by_figure.values()} >= {"reference"}
    assert '<td align="right">162500000</td>' in data.html()


def test_a_topic_is_settled_from_the_dialog_and_the_line_says_so(
    screen: CompareScreen, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = screen.settling.line
    assert line.words.text() == ""
    assert line.stream.isHidden()  # of two articles without payments nothing is one stream
    assert line._settled.width() <= line._settled.sizeHint().width()

    def answered(dialog: ResolutionDialog) -> int:
        dialog._because.setPlainText("the treaty says so")
        dialog._author.setText("Ada")
        dialog._ask.setText("Who pays?")
        return ResolutionDialog.DialogCode.Accepted

    monkeypatch.setattr(ResolutionDialog, "exec", answered)
    screen.settling.settle.trigger()
    comparison = screen.comparison()
    assert comparison is not None
    held = desk.resolving.of(comparison.topic.topic_id)
    assert held is not None
    assert (held.because, held.author) == ("the treaty says so", "Ada")
    assert comparison.pinned is not None
    assert held.claim_id == comparison.pinned.claim_id
    assert "because the treaty says so (Ada" in screen.settling.line.words.text()
    assert "Who pays?" in {one.words for one in desk.resolving.questions(comparison) if one.own}


def test_what_is_taken_away_follows_the_groups_and_the_common_basis_that_are_shown(
    screen: CompareScreen, tmp_path: Path
) -> None:
    def written() -> str:
        screen.taking.save_picture(tmp_path / "lease.svg")
        return "".join(ET.parse(tmp_path / "lease.svg").getroot().itertext())

    assert "no basis in common" not in written()
    screen.arranging.group_by(By.SPEAKER)
    screen.arranging.common.trigger()
    model = screen.matrix.matrix()
    words = written()
    assert all(group.label.kind in words for group in model.groups())
    assert "no basis in common" in words
    assert screen.head.basis.words() == "on a common basis: Per year, Cash"  # no figure states its prices
    assert screen.head.basis.words() in words
    screen.taking.copy_sheet()
    heads, *rows = [line.split("\t") for line in QGuiApplication.clipboard().mimeData().text().splitlines()]
    assert [row[heads.index("claim id")] for row in rows] == [row.line.record.claim_id for row in model.rows()]
    assert all(row[heads.index("on the common basis")] for row in rows)

"""Tables on the clipboard, read as spreadsheets and word processors read them."""

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QTextDocument, QTextLength, QTextTable
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.ui.claims.screen import ClaimsScreen
from app.ui.compare.screen import CompareScreen
from tests.ui.shown_screens import shown

ARTICLE = (
    "Title: The <b>roof</b> & what it costs\nOutlet: =HYPERLINK(1)\nDate: 2025-05-23\n\n"
    '"£40m a year for the roof" is what the mayor\nsaid of the cathedral.\n\n'
    '"The roof of the cathedral costs £45m a year, she added.\n'
)
"""Words that begin with a quote, closed and not, a line end, mark-up, and an outlet that is a formula."""


class _Tables(HTMLParser):
    """The cells of all tables, each with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, dict[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append(("", dict(attrs)))

    def handle_data(self, data: str) -> None:
        words, attrs = self.rows[-1][-1]
        self.rows[-1][-1] = (words + data, attrs)


@pytest.fixture
def roof(empty_desk: Desk, tmp_path: Path) -> Desk:
    (tmp_path / "roof.txt").write_text(ARTICLE, encoding="utf-8")
    empty_desk.importing.paths([tmp_path / "roof.txt"])
    kind, lines = empty_desk.grouping.find(["roof"])
    empty_desk.grouping.add("The roof", ["roof"], kind, [line.record.claim_id for line in lines])
    return empty_desk


@pytest.fixture
def compare(qtbot: QtBot, roof: Desk) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), roof)


def _pasted(text: str) -> list[list[str]]:
    """What a spreadsheet makes of text with tabs."""
    return list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab"))


def _held() -> list[list[str]]:
    return _pasted(QGuiApplication.clipboard().mimeData().text())


def _parsed() -> _Tables:
    found = _Tables()
    found.feed(QGuiApplication.clipboard().mimeData().html())
    return found


def test_a_comparison_has_one_row_for_each_figure_whatever_its_words_begin_with(compare: CompareScreen) -> None:
    compare.taking.copy_sheet()
    heads, *rows = _held()
    comparison = compare.comparison()
    assert comparison is not None
    assert len(rows) == len(comparison.rows) >= 2
    assert {len(row) for row in rows} == {len(heads)}
    quotes = [row[heads.index("quote")] for row in rows]
    assert any(quote.startswith('"') for quote in quotes)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert {row[heads.index("outlets")] for row in rows} == {"'=HYPERLINK(1)"}


def test_the_table_for_texts_says_the_same_with_numbers_as_numbers(compare: CompareScreen) -> None:
    compare.taking.copy_sheet()
    (heads, *rows), told = _held(), _parsed()
    assert [words for words, _ in told.rows[0]] == heads
    assert [[words for words, _ in row] for row in told.rows[1:]] == rows
    for row in told.rows[1:]:
        for head, (words, attrs) in zip(heads, row, strict=True):
            number = head in ("low", "high", "articles", "origins")
            assert (attrs.get("align") == "right") == number
            assert (attrs.get("style") == "mso-number-format:'\\@'") != number
            assert not number or float(words) >= 0


def test_a_word_processor_gets_a_real_table(compare: CompareScreen) -> None:
    compare.taking.copy_sheet()
    heads, *rows = _held()
    document = QTextDocument()
    document.setHtml(QGuiApplication.clipboard().mimeData().html())
    (table,) = (one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable))
    assert (table.rows(), table.columns()) == (len(rows) + 1, len(heads))
    at = heads.index("figure")
    cells = [table.cellAt(row, at).firstCursorPosition().block().text() for row in range(1, table.rows())]
    assert cells == [row[at] for row in rows]


def test_a_table_for_a_letter_fits_its_page_and_names_its_sources(compare: CompareScreen) -> None:
    compare.taking.copy_table()
    text = QGuiApplication.clipboard().mimeData().text()
    (heads, *rows), sources = _pasted(text.partition("\n\n")[0]), text.partition("\n\n")[2].splitlines()
    assert heads == ["Figure", "Basis", "Said by", "Verdict", "Why"]
    assert {len(row) for row in rows} == {len(heads)}
    assert {row[0] for row in rows} == {"£40m a year [1]", "£45m a year [1]"}
    assert sources == ["[1] =HYPERLINK(1), “The <b>roof</b> & what it costs”, 23 May 2025"]
    document = QTextDocument()
    document.setHtml(QGuiApplication.clipboard().mimeData().html())
    (table,) = (one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable))
    assert (table.rows(), table.columns()) == (len(rows) + 1, len(heads))
    assert table.format().width() == QTextLength(QTextLength.Type.PercentageLength, 100)
    assert document.toPlainText().endswith(sources[0])


def test_rows_of_claims_stay_rows_in_a_spreadsheet(qtbot: QtBot, roof: Desk) -> None:
    for claims in shown(qtbot, ClaimsScreen(), roof):
        claims.grid.selectAll()
        ids = claims.grid.selected_ids()
        claims.selection.rows.trigger()
        heads, *rows = _held()
        assert [row[heads.index("claim_id")] for row in rows] == ids
        assert {len(row) for row in rows} == {len(heads)}
        assert all("\n" not in cell and "\t" not in cell for row in rows for cell in row)

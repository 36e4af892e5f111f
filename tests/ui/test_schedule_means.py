"""The rates and tables that the explain pane converts with, set by key and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.figure import Kind
from app.domain.schedule import Schedule
from app.services.desk import Desk
from app.ui.compare.schedule.rate_dialog import RateDialog
from app.ui.compare.screen import CompareScreen
from tests.support.desks import topic_on
from tests.ui.lease_schedule import answer, go, section, shown_words
from tests.ui.shown_screens import press, shown


@pytest.fixture
def compare(qtbot, desk: Desk, treaty: Schedule) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), desk)


def test_a_missing_rate_is_said_and_set_by_key_and_taken_back(qtbot, desk: Desk, compare: CompareScreen) -> None:
    go(compare, "£30bn")
    press(qtbot, Qt.Key.Key_P)
    go(compare, "MUR 600m a year")
    means = compare.explain.means
    assert "No rate of MUR in GBP is known for 23 May 2025." in shown_words(means)

    def fill(dialog: RateDialog) -> None:
        assert (dialog.source.text(), dialog.target.text(), dialog.day.text()) == ("MUR", "GBP", "2025-05-23")
        dialog.rate.setText("0.0163")
        answer(qtbot, note)
        dialog.keep.click()

    def note(dialog: RateDialog) -> None:
        assert "needs a note" in shown_words(dialog)
        dialog.note.setText("Bank of Mauritius")
        dialog.keep.click()

    answer(qtbot, fill)
    press(qtbot, Qt.Key.Key_X)
    go(compare, "MUR 600m a year")
    assert "No rate of" not in shown_words(means)
    assert "1 MUR = 0.0163 GBP, 23 May 2025; yours: Bank of Mauritius" in shown_words(means)
    assert "the analyst’s rate of 23 May 2025" in shown_words(compare.explain)
    next(one for one in means.findChildren(QWidget) if one.accessibleName().startswith("Take away")).click()
    assert desk.conversions.rates() == ()


@pytest.mark.parametrize(
    ("figure", "said", "named"),
    [
        ("$30bn", "No conversion of this figure is known.", False),
        ("£101m a year", "Conversions rest on Discount rates: Green Book", True),
    ],
)
def test_only_the_tables_that_convert_the_figure_are_named(
    qtbot, empty_desk: Desk, figure: str, said: str, named: bool
) -> None:
    empty_desk.importing.pasted(f"The lease costs {figure} in 2025/26 prices for 10 years, officials say.")
    topic_on(empty_desk, "The lease", "lease", Kind.MONEY)
    for compare in shown(qtbot, CompareScreen(), empty_desk):
        go(compare, figure)
        words = shown_words(compare.explain.means)
        assert said in words
        assert any(part in words for part in ("Green Book", "deflator", "rest on")) is named


def test_another_table_takes_the_shipped_ones_place_and_a_button_leads_back(
    qtbot, compare: CompareScreen, monkeypatch, tmp_path: Path
) -> None:
    own = tmp_path / "none.csv"
    own.write_text("# name: No discount\n# date: 2026-01\nyear_from,year_to,rate\n0,1000,0\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    before = section(compare).run().present_value
    press(qtbot, Qt.Key.Key_U)
    assert "Discount rates: No discount, 2026-01" in shown_words(compare.explain.means)
    assert section(compare).run().present_value == section(compare).run().real
    means = compare.explain.means
    next(one for one in means.findChildren(QWidget) if one.accessibleName().startswith("Use the shipped")).click()
    assert "Discount rates: Green Book, 2022-11-18" in shown_words(means)
    assert section(compare).run().present_value == before

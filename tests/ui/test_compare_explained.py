"""What Compare says of its table in words: the strip above it and the explanation beside it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.verdict import Between
from app.ui.compare.explain import ExplainPane
from app.ui.compare.strip import VerdictStrip
from app.ui.widgets.words import Words
from tests.ui.made_comparison import BASIS, group, lease, money, row


def test_the_strip_says_the_worst_verdict_and_what_would_settle_it(qtbot) -> None:
    strip = VerdictStrip(QAction(), QAction())
    qtbot.addWidget(strip)
    strip.resize(1200, 72)
    strip.show_comparison(lease())
    assert strip.accessibleName().startswith("Conflict Nearly £200m a year is twice £100m a year")
    assert "What would settle it: Which years" in strip.accessibleName()
    said = [label.text() for label in strip.findChildren(QLabel) if label.isVisibleTo(strip)]
    assert {"conflict", "different basis", "compatible", "3"} <= set(said)


@pytest.mark.parametrize(("groups", "words"), [((), "No figure"), ("first", "stands alone")])
def test_the_strip_says_what_is_missing_where_nothing_can_be_judged(qtbot, groups: object, words: str) -> None:
    shown = lease()
    kept = (group("Per year", "", shown.groups[0].rows[0]),) if groups else ()
    strip = VerdictStrip(QAction(), QAction())
    qtbot.addWidget(strip)
    strip.show_comparison(replace(shown, groups=kept, neediest=None, counts=()))
    assert words in strip.accessibleName()


def _said(pane: ExplainPane) -> str:
    QApplication.sendPostedEvents(None, 0)
    return "\n".join(label.plain() for label in pane.findChildren(Words) if label.isVisibleTo(pane))


def test_the_explanation_holds_quote_verdict_question_interval_and_sources(qtbot) -> None:
    pane = ExplainPane(QAction(), QAction())
    qtbot.addWidget(pane)
    shown = lease()
    pane.show_row(shown.groups[0].rows[1], shown.pinned)
    said = _said(pane)
    for part in (
        "“Britain pays nearly £200m a year for the base”",
        "Nearly £200m a year is twice £100m a year",
        "Against £100m a year, Foreign Office, 23 May 2025",
        "Which years, and which prices",
        "180–200m",
        "170–200m",
        "the values do not meet",
        "Opposition MP",
        "23 May 2025",
    ):
        assert part in said


def test_the_explanation_shows_a_conversion_with_its_formula(qtbot) -> None:
    pane = ExplainPane(QAction(), QAction())
    qtbot.addWidget(pane)
    shown = lease()
    pane.show_row(shown.groups[0].rows[2], shown.pinned)
    assert "$136m / 1.36 = £100m" in _said(pane)


@pytest.mark.parametrize(
    ("between", "name"),
    [
        (Between.PRINTED, "Apart, as printed"),
        (Between.MIDDLE, "Apart, from the middle of the range"),
        (Between.CONVERTED, "Apart, once converted"),
    ],
)
def test_two_distances_each_say_what_they_are(qtbot, between: Between, name: str) -> None:
    pane = ExplainPane(QAction(), QAction())
    qtbot.addWidget(pane)
    shown = lease()
    one = shown.groups[0].rows[1]
    assert one.judgement is not None
    assert one.judgement.size is not None
    judged = replace(one.judgement, size=replace(one.judgement.size, between=between))
    pane.show_row(replace(one, judgement=judged), shown.pinned)
    said = _said(pane).splitlines()
    for words, amount in ((name, "£100m"), ("However rounded", "at least £65m")):
        assert said[said.index(words) + 1] == amount


def test_nothing_in_the_explanation_is_wider_than_the_pane(qtbot) -> None:
    pane = ExplainPane(QAction(), QAction())
    qtbot.addWidget(pane)
    pane.setFixedWidth(304)
    pane.resize(304, 700)
    pane.show()
    shown = lease()
    long = row("x", replace(money("100"), low=Decimal("1234567890123"), high=Decimal("1234567890123")), BASIS)
    for one in (*shown.rows, replace(long, outlets=("A very long name of an outlet indeed",) * 4)):
        pane.show_row(one, shown.pinned)
        QApplication.processEvents()
        for child in pane.findChildren(Words):
            if child.isVisibleTo(pane):
                right = child.mapTo(pane, QPoint(child.width(), 0)).x()
                assert right <= pane.width() - 8, child.plain()

"""An assumption that is moved is seen at once: nothing waits for a timer before it is painted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.verdict import REASON_MEANS
from app.services.desk import Desk
from app.ui.compare.screen import CompareScreen
from app.ui.widgets.words import Words
from tests.ui.shown_screens import shown


@pytest.fixture
def compare(qtbot, sample_desk: Desk) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), sample_desk)


class _Painted(QObject):
    """Which of some widgets are painted from now on."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.seen: set[QWidget] = set()
        for one in watched:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.seen.add(watched)
        return False


def test_moving_inflation_repaints_chart_table_and_sentence_in_the_same_turn(qtbot, compare: CompareScreen) -> None:
    """Within one frame: what the key changed is there as the key returns, and on screen after a single turn."""
    section = compare.explain.schedule
    rows = compare.matrix.matrix().rows()
    compare.reveal(next(row for row in rows if row.figure == "£34.7bn").line.record.claim_id)
    compare.resize(1368, 1400)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in section.flips.findChildren(QTimer)))
    assert section.given.visibleRegion().boundingRect().height() > 0
    track = next(line.track for line in section.assumptions.lines() if "after" in line.track.accessibleName())
    track.setFocus()
    QApplication.processEvents()
    match, given = section.match.text(), section.given.accessibleDescription()
    drawn = section.chart.grab().toImage()
    amounts = [words for words in section.given.findChildren(Words) if words.isVisible()]
    before = [words.plain() for words in amounts]

    painted = _Painted(section.chart, section.given, section.match)
    qtbot.keyClick(track, Qt.Key.Key_PageUp)
    assert section.match.text() != match
    assert section.given.accessibleDescription() != given
    QApplication.processEvents()
    assert painted.seen == {section.chart, section.given, section.match}
    assert section.chart.grab().toImage() != drawn
    assert [words.plain() for words in section.given.findChildren(Words) if words.isVisible()] != before


def test_why_a_figure_differs_and_what_would_settle_it_is_seen_without_scrolling(compare: CompareScreen) -> None:
    """The schedule stands below the answer, however much there is to say of it."""
    judged = [row for row in compare.matrix.matrix().rows() if row.judgement is not None]
    assert len({row.judgement.verdict for row in judged if row.judgement}) > 3
    for row in judged:
        assert row.judgement is not None
        compare.reveal(row.claim_id)
        QApplication.processEvents()
        reasons = [REASON_MEANS[reason] for reason in row.judgement.reasons]
        answers = {f"{words[:1].upper()}{words[1:]}." for words in reasons}
        answers |= {row.judgement.question} if row.judgement.question else set()
        told = [words for words in compare.explain.findChildren(Words) if words.isVisibleTo(compare.explain)]
        answer = [words for words in told if words.plain() in answers]
        assert {words.plain() for words in answer} == answers
        for words in answer:
            assert words.visibleRegion().boundingRect().height() == words.height(), words.plain()

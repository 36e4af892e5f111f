"""A label that cuts its words only where its lines are full, and then says the whole in its tooltip."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.widgets.elided import ElidedLabel

WORDS = "3 camps: £90m a year (1 article) · £100m a year (1 article) · nearly £200m a year (1 article)"


@pytest.mark.parametrize(("share", "lines", "cut"), [(1.1, 1, False), (0.6, 2, False), (0.6, 1, True), (0.3, 2, True)])
def test_words_go_on_in_a_further_line_before_they_are_cut(qtbot: QtBot, share: float, lines: int, cut: bool) -> None:
    label = ElidedLabel(WORDS, lines=lines)
    qtbot.addWidget(label)
    label.resize(round(label.fontMetrics().horizontalAdvance(WORDS) * share), 60)
    label.show()
    shown = label.shown()
    assert all(label.fontMetrics().horizontalAdvance(one) <= label.width() for one in shown)
    assert (" ".join(shown) == WORDS) is not cut
    assert label.toolTip() == (WORDS if cut else "")
    assert len(shown) <= lines
    assert label.sizeHint().height() >= lines * label.fontMetrics().height()


def test_a_word_wider_than_the_label_is_cut_and_not_lost(qtbot: QtBot) -> None:
    label = ElidedLabel("Incomprehensibilities", lines=2)
    qtbot.addWidget(label)
    label.resize(50, 60)
    label.show()
    assert label.shown()[0].endswith("…")
    assert label.toolTip() == "Incomprehensibilities"

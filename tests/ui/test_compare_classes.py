"""Every verdict class occurs on the sample, is said in words of its own, and keeps its shape where hues are lost."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from app.domain.verdict import Verdict
from app.services.desk import Desk
from app.ui.compare.model import Column
from app.ui.compare.row_words import verdict_word
from app.ui.compare.screen import CompareScreen
from app.ui.look import theme
from app.ui.widgets.verdict_mark import REFERENCE, VerdictMark, word
from tests.ui.shown_screens import shown

APART = 12
"""Dots of a mark's square by which two shapes are told apart at the size of a row."""


@pytest.fixture
def compare(qtbot, sample_desk: Desk) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), sample_desk)


def _shape(image: QImage) -> list[bool]:
    """Which dots are inked: those on the ink's side of the middle between the lightest and the darkest grey."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    levels = [grey.pixelColor(x, y).value() for y in range(grey.height()) for x in range(grey.width())]
    middle = (min(levels) + max(levels)) / 2
    return [level < middle for level in levels]


def _counted(compare: CompareScreen) -> list[tuple[VerdictMark, list[str]]]:
    """The marks of the strip's counts, each with the words beside it."""
    marks = [mark for mark in compare.strip.findChildren(VerdictMark) if mark.parentWidget() is not compare.strip]
    return [(mark, [label.text() for label in mark.parentWidget().findChildren(QLabel)]) for mark in marks]


def test_every_verdict_class_is_counted_on_the_strip_in_words_of_its_own(compare: CompareScreen) -> None:
    counts = dict(compare.comparison().counts)
    assert set(counts) == set(Verdict)
    said = [words for _, words in _counted(compare)]
    assert said == [[f"{counts[one]:,}", word(one).lower()] for one in counts]
    assert len({words for _, words in said}) == len(Verdict)
    for label in compare.strip.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()
    for one, many in counts.items():
        assert f"{many:,} {word(one).lower()}" in compare.strip.toolTip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_their_hues_the_marks_of_the_strip_keep_shapes_of_their_own(
    compare: CompareScreen, scheme: str
) -> None:
    theme.set_scheme(scheme)
    shapes = {words[1]: _shape(mark.grab().toImage()) for mark, words in _counted(compare)}
    for one, other in combinations(shapes, 2):
        differing = sum(a is not b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert differing >= APART, (one, other)


def test_the_rows_say_each_class_beside_a_shape_of_its_own(compare: CompareScreen) -> None:
    """What is drawn in the table in grey: the word, which is never cut, and a mark that no other class has."""
    matrix = compare.matrix
    rows = matrix.matrix().rows()
    first = {row.judgement.verdict if row.judgement else REFERENCE: at for at, row in reversed([*enumerate(rows)])}
    assert set(first) == {*Verdict, REFERENCE}
    shapes = {}
    for verdict, at in first.items():
        index = matrix.matrix().index(at, Column.VERDICT)
        assert index.data().startswith(f"{verdict_word(rows[at])}: ")
        matrix.setCurrentIndex(matrix.matrix().index(at, Column.FIGURE))
        matrix.clearSelection()
        cell = matrix.visualRect(index)
        assert matrix.viewport().rect().contains(cell)
        shapes[verdict] = _shape(matrix.viewport().grab(cell.adjusted(4, 6, 28 - cell.width(), -6)).toImage())
    for one, other in combinations(shapes, 2):
        assert shapes[one] != shapes[other], (one, other)

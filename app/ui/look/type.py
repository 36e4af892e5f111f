"""Type by step, each derived from the application's font, so that a larger system font enlarges all of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from app.ui.look import fonts

Step = Literal["display", "title", "heading", "body", "small", "label", "reader", "aside", "review", "evidence"]

BODY = 13
"""Pixels of the body step at 100 %."""


@dataclass(frozen=True, slots=True)
class _Cut:
    size: int
    line: int
    weight: QFont.Weight
    serif: bool = False


_CUTS: dict[str, _Cut] = {
    "display": _Cut(28, 40, QFont.Weight.DemiBold),
    "title": _Cut(18, 24, QFont.Weight.DemiBold),
    "heading": _Cut(14, 20, QFont.Weight.DemiBold),
    "body": _Cut(13, 20, QFont.Weight.Normal),
    "small": _Cut(12, 18, QFont.Weight.Normal),
    "label": _Cut(11, 16, QFont.Weight.DemiBold),
    "reader": _Cut(17, 28, QFont.Weight.Normal, serif=True),
    "aside": _Cut(15, 24, QFont.Weight.Normal, serif=True),
    "review": _Cut(21, 34, QFont.Weight.Normal, serif=True),
    "evidence": _Cut(14, 20, QFont.Weight.Normal, serif=True),
}

_ONE_WIDTH = QFont.Tag("tnum")
_is_paper = False


def scaled(pixels: float) -> int:
    """A length drawn at 100 %, in the pixels of the application's font."""
    return round(pixels * _pixels(QApplication.font()) / BODY)


@cache
def _pixels(face: QFont) -> int:
    return QFontInfo(face).pixelSize()


def font(step: Step, weight: int | None = None) -> QFont:
    """The font of a step, with figures of one width; `weight` is 400, 500 or 600 where the step's own does not fit."""
    made = QFont(_font(step, weight, QApplication.font()))
    if _is_paper:
        made.unsetFeature(_ONE_WIDTH)
    return made


@contextmanager
def on_paper() -> Iterator[None]:
    """Figures of their own widths: those of one width are glyphs of which a PDF does not say what letters they are."""
    global _is_paper
    kept, _is_paper = _is_paper, True
    try:
        yield
    finally:
        _is_paper = kept


@cache
def _font(step: Step, weight: int | None, face: QFont) -> QFont:
    cut = _CUTS[step]
    made = QFont(face)
    made.setPixelSize(scaled(cut.size))
    made.setWeight(QFont.Weight(weight) if weight else cut.weight)
    made.setFeature(_ONE_WIDTH, 1)
    if cut.serif:
        # Text laid out before the face is known would keep the one that stood in for it.
        fonts.load_serif()
        made.setFamilies(list(fonts.SERIFS))
    elif step == "label":
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.2)
    return made


def line_height(step: Step) -> int:
    """The height of a line of the step, in pixels."""
    return scaled(_CUTS[step].line)

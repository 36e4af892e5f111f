"""Icons: our own SVG files, drawn in the ink of the scheme at the moment they are painted."""

from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app import shipped
from app.ui.look import tones

# The files are drawn with a line of 1.75 on a grid of 24; from this side on, in pixels, a line of 1.5 is strong enough.
LARGE = 24
APPLICATION = "counterclaim"


def icon(name: str, role: str = "text2") -> QIcon:
    """The icon of that name, which follows scheme and scale by itself.

    `role` is a colour role of `Tones` ("text2", "accent", "on_accent"), a verdict or a kind of figure. Names are the
    files in resources/icons; an unknown name raises KeyError, an unknown role AttributeError.
    """
    _source(name)
    ink(role)
    return QIcon(_InkEngine(name, role))


def application_icon() -> QIcon:
    """The program's icon for the window and the taskbar, in its own colours whatever the scheme."""
    return QIcon(str(_folder() / f"{APPLICATION}.svg"))


def names() -> tuple[str, ...]:
    """Every name that `icon` knows, in alphabetical order."""
    return tuple(sorted(file.stem for file in _folder().glob("*.svg") if file.stem != APPLICATION))


def ink(role: str) -> QColor:
    """The colour of a role in the scheme of this moment."""
    current = tones.current()
    if role in current.verdicts:
        return current.verdicts[role].ink
    if role in current.kinds:
        return current.kinds[role].ink
    colour = getattr(current, role)
    assert isinstance(colour, QColor), role
    return colour


class _InkEngine(QIconEngine):
    """Draws one file; asks for its colour each time, so that a change of scheme needs no new icons."""

    _clones: ClassVar[list[QIconEngine]] = []

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        self._draw(painter, rect, mode, large=min(rect.width(), rect.height()) >= LARGE)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """`size` is in device pixels, so that only `paint` can tell a large icon from a small one on a fine screen."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._draw(painter, pixmap.rect(), mode, large=False)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        copy = _InkEngine(self._name, self._role)
        self._clones.append(copy)  # Qt owns it, but PySide would free it on return
        return copy

    def key(self) -> str:
        return "counterclaim-ink"

    def _draw(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, *, large: bool) -> None:
        colour = ink("text3" if mode == QIcon.Mode.Disabled else self._role)
        _renderer(self._name, colour.name(), large).render(painter, QRectF(rect))


def _folder() -> Path:
    return shipped.resources() / "icons"


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    file = _folder() / f"{name}.svg"
    if not file.is_file():
        raise KeyError(name)
    return file.read_text("utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str, large: bool) -> QSvgRenderer:
    drawing = _source(name).replace("currentColor", colour)
    if large:
        drawing = drawing.replace('stroke-width="1.75"', 'stroke-width="1.5"')
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer

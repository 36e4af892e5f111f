"""Puts the colour roles on the whole program, and keeps them in step with the system's scheme."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from app import shipped
from app.ui.look import fonts, tones
from app.ui.look.type import BODY, scaled

Scheme = Literal["system", "light", "dark"]
STYLE = ("-style", "Fusion")
"""What the application is made with; being told later takes 6 ms."""
_BARE = "undressed"
"""The application's property that says that the style sheet is left off for now."""
_FULL = "bodyPixels"
"""The application's property that says how large the body step is at a text size of 100 %."""
_LENGTH = re.compile(r"\b([3-9]|\d\d)px")
"""A length of the style sheet; lines of one or two pixels stay as thin as they are."""
_SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def apply(app: QApplication) -> None:
    """Dress the program: font, palette, style sheet; it follows the system's scheme from now on."""
    face = app.font()
    # The sizes of the platforms differ by a pixel or two; ours is the least, so that only a larger choice enlarges.
    face.setPixelSize(max(QFontInfo(face).pixelSize(), BODY))
    app.setProperty(_FULL, face.pixelSize())
    if family := fonts.sans():
        face.setFamily(family)
    app.setFont(face)
    _dress(app)
    app.styleHints().colorSchemeChanged.connect(lambda _: _dress(app))


def set_scheme(scheme: Scheme) -> None:
    """Follow the system, or hold on to light or dark."""
    tones.choose(_SCHEMES[scheme])
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.styleHints().setColorScheme(_SCHEMES[scheme])
        _dress(app)


def set_text_size(percent: int) -> None:
    """Enlarge every step of type that is set from now on, and the spacing that is measured by it."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    face = app.font()
    pixels = round(int(app.property(_FULL) or BODY) * percent / 100)
    if face.pixelSize() != pixels:
        face.setPixelSize(pixels)
        app.setFont(face)
        _dress(app)


@contextmanager
def undressed() -> Iterator[None]:
    """Leave the style sheet off while a window is made, and put it on once.

    Under it Qt dresses all of a part anew whenever that is put into another: each widget as often as it has parents.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setProperty(_BARE, True)
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setProperty(_BARE, False)
        _dress(app)


def palette(t: tones.Tones) -> QPalette:
    """The roles that Qt has names for."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, t.window),
        (role.Base, t.surface),
        (role.AlternateBase, t.hover),
        (role.Button, t.raised),
        (role.Text, t.text),
        (role.WindowText, t.text),
        (role.ButtonText, t.text),
        (role.PlaceholderText, t.text3),
        (role.Highlight, t.accent_soft),
        (role.HighlightedText, t.text),
        (role.Accent, t.accent),
        (role.Link, t.accent),
        (role.LinkVisited, t.accent),
        (role.BrightText, t.on_accent),
        (role.Light, t.raised),
        (role.Midlight, t.rule),
        (role.Mid, t.rule2),
        (role.Dark, t.ctl),
        (role.Shadow, t.rule2),
        (role.ToolTipBase, t.raised),
        (role.ToolTipText, t.text),
    ):
        made.setColor(name, colour)
    for name in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, t.text3)
    return made


@cache
def _sheet() -> str:
    return (shipped.resources() / "style" / "counterclaim.qss").read_text(encoding="utf-8")


def _dress(app: QApplication) -> None:
    roles, sheet = tones.current(), _LENGTH.sub(lambda found: f"{scaled(int(found[1]))}px", _sheet())
    recoloured = app.palette().color(QPalette.ColorRole.Window) != roles.window
    if recoloured:
        app.setPalette(palette(roles))
    if app.property(_BARE):
        return
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    elif recoloured:
        # What the sheet colours would keep its old colours; the sheet set again would dress each widget as often as it
        # has parents, which takes four times as long.
        app.setStyle(STYLE[1])

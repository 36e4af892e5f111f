"""Colours, type and marks as everybody has to be able to tell them apart."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

import app.ui
from app.domain.figure import Kind
from app.domain.verdict import Verdict
from app.ui.look import theme, tones, type as steps
from app.ui.widgets import verdict_mark
from app.ui.widgets.words import Words

SCHEMES = {"light": tones.LIGHT, "dark": tones.DARK}
GROUNDS = ("window", "rail", "surface", "raised", "sunken", "hover", "accent_soft")


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("role", ["text", "text2", "text3", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_on_every_ground(scheme: str, role: str, ground: str) -> None:
    t = SCHEMES[scheme]
    assert contrast(getattr(t, role), getattr(t, ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_inks_can_be_read_on_their_tints_and_on_surfaces(scheme: str) -> None:
    t = SCHEMES[scheme]
    inks = [t.verdict(verdict) for verdict in (*Verdict, "reference")] + [t.kind(kind) for kind in Kind]
    for ink in inks:
        assert contrast(ink.ink, ink.tint) >= 4.5
        assert contrast(ink.ink, t.surface) >= 4.5
        assert contrast(t.text, ink.tint) >= 4.5
    assert contrast(t.on_accent, t.accent) >= 4.5
    assert contrast(t.ctl, t.surface) >= 3.0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_scheme_reaches_palette_and_roles_at_once(qapp: QApplication, scheme: str) -> None:
    theme.set_scheme(scheme)  # type: ignore[arg-type]
    assert tones.current() is SCHEMES[scheme]
    assert qapp.palette().color(QPalette.ColorRole.Base) == SCHEMES[scheme].surface
    assert qapp.palette().color(QPalette.ColorRole.HighlightedText) == SCHEMES[scheme].text


def test_labels_follow_a_change_of_scheme(qtbot) -> None:
    words = Words("£34.7bn", "body", "text2")
    qtbot.addWidget(words)
    words.show()
    theme.set_scheme("dark")
    assert words.palette().color(QPalette.ColorRole.WindowText) == tones.DARK.text2
    theme.set_scheme("light")
    assert words.palette().color(QPalette.ColorRole.WindowText) == tones.LIGHT.text2


def test_styled_widgets_take_the_new_scheme(qtbot) -> None:
    button = QPushButton("Save")
    qtbot.addWidget(button)
    button.show()
    theme.set_scheme("dark")
    image = button.grab().toImage()
    assert image.pixelColor(image.width() // 2, 3) == tones.DARK.raised


@pytest.mark.parametrize("step", ["display", "title", "heading", "body", "small", "label"])
def test_figures_of_equal_length_line_up_in_a_column(step: str) -> None:
    metrics = QFontMetricsF(steps.font(step))  # type: ignore[arg-type]
    assert metrics.horizontalAdvance("111") == pytest.approx(metrics.horizontalAdvance("888"), abs=0.1)


def test_a_larger_system_font_enlarges_every_step(qapp: QApplication) -> None:
    before = qapp.font()
    sizes = {step: QFontInfo(steps.font(step)).pixelSize() for step in ("display", "body", "reader")}
    larger = QFont(before)
    larger.setPixelSize(26)
    qapp.setFont(larger)
    try:
        for step, size in sizes.items():
            assert QFontInfo(steps.font(step)).pixelSize() == 2 * size
        assert steps.line_height("reader") == 56
    finally:
        qapp.setFont(before)


def test_the_sans_and_the_serif_are_never_mixed() -> None:
    serif = QFontInfo(steps.font("reader")).family()
    assert serif == "Source Serif Pro"
    assert QFontInfo(steps.font("body")).family() != serif


def _drawn(verdict: str) -> QImage:
    image = QImage(QSize(64, 64), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    verdict_mark.paint(painter, QRectF(0, 0, 64, 64), verdict, QColor("black"))
    painter.end()
    return image


def test_every_verdict_has_a_shape_of_its_own() -> None:
    drawn = {verdict: _drawn(verdict) for verdict in (*Verdict, "reference")}
    for one, image in drawn.items():
        for other, against in drawn.items():
            differing = sum(
                abs(image.pixelColor(x, y).value() - against.pixelColor(x, y).value()) > 128
                for x in range(0, 64, 2)
                for y in range(0, 64, 2)
            )
            assert (differing > 20) == (one != other), (one, other, differing)


def test_no_colour_is_written_outside_the_one_file() -> None:
    folder = Path(app.ui.__file__).parent
    marks = [
        f"{path.relative_to(folder)}: {line.strip()}"
        for path in folder.rglob("*.py")
        if path.name != "tones.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"[\"']#[0-9A-Fa-f]{3,8}[\"']", line)
    ]
    assert marks == []


def test_wrapped_words_say_themselves_without_markup(qtbot) -> None:
    words = Words("a < b & c", "body", wrap=True)
    qtbot.addWidget(words)
    assert words.accessibleName() == "a < b & c"
    assert words.plain() == "a < b & c"
    assert isinstance(words, QLabel)

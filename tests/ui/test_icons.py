"""Icons: each is there, is seen, and has the ink of the scheme in force."""

import gc
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app import shipped
from app.ui.look import icons, tones

UI = Path(icons.__file__).parents[1]
FILES = sorted((shipped.resources() / "icons").glob("*.svg"))
NAMES = icons.names()

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def light(qapp: object) -> Iterator[None]:
    tones.choose(Qt.ColorScheme.Light)
    yield
    tones.choose(Qt.ColorScheme.Unknown)


def drawn(icon: QIcon, scale: float = 1.0, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(16, 16), scale, mode).toImage()


def painted(icon: QIcon, side: int) -> QImage:
    """What a delegate gets that paints the icon itself."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icon.paint(painter, QRect(0, 0, side, side))
    painter.end()
    return image


def pixels(image: QImage) -> list[QColor]:
    return [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]


def covered(image: QImage) -> float:
    """How much of the square is ink, from 0 to 1."""
    return sum(pixel.alphaF() for pixel in pixels(image)) / (image.width() * image.height())


def has_ink(image: QImage, ink: QColor) -> bool:
    """Whether all that is well covered has this colour, but for the rounding of the edges, and something is."""
    strong = [pixel for pixel in pixels(image) if pixel.alpha() > 100]
    return bool(strong) and all(
        abs(a - b) <= 4
        for pixel in strong
        for a, b in zip(pixel.getRgb()[:3], ink.getRgb()[:3], strict=True)  # type: ignore[index]
    )


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_seen_in_the_ink_asked_for(name: str, scale: float) -> None:
    image = drawn(icons.icon(name, "accent"), scale)
    assert image.width() == 16 * scale
    assert 0.02 < covered(image) < 0.95
    assert has_ink(image, tones.LIGHT.accent)


@pytest.mark.parametrize("name", NAMES)
def test_no_icon_is_cut_off_at_its_edge(name: str) -> None:
    image = drawn(icons.icon(name), 4.0)
    last = image.width() - 1
    edge = [image.pixelColor(*at).alpha() for n in range(last + 1) for at in ((n, 0), (n, last), (0, n), (last, n))]
    assert max(edge) == 0


def test_an_icon_follows_the_scheme_without_being_made_again() -> None:
    icon = icons.icon("search", "text")
    assert has_ink(drawn(icon), tones.LIGHT.text)
    tones.choose(Qt.ColorScheme.Dark)
    assert has_ink(drawn(icon), tones.DARK.text)


def test_verdicts_and_kinds_are_inks_too() -> None:
    assert has_ink(drawn(icons.icon("check", "agree")), tones.LIGHT.verdicts["agree"].ink)
    assert has_ink(drawn(icons.icon("clock", "duration")), tones.LIGHT.kinds["duration"].ink)


def test_a_disabled_icon_is_quiet() -> None:
    image = drawn(icons.icon("export", "text"), mode=QIcon.Mode.Disabled)
    assert has_ink(image, tones.LIGHT.text3)


def test_a_large_painted_icon_has_the_finer_line() -> None:
    icon = icons.icon("x")
    assert covered(painted(icon, 24)) < covered(painted(icon, 23)) * 0.95


def test_a_copy_outlives_its_original(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(QIcon(icons.icon("pin", "text")))
    detached = QIcon(button.icon())
    detached.addFile(str(FILES[0]))
    gc.collect()
    assert has_ink(drawn(button.icon()), tones.LIGHT.text)
    assert not button.grab().isNull()


def test_a_wrong_name_or_role_is_found_at_once() -> None:
    with pytest.raises(KeyError, match="serach"):
        icons.icon("serach")
    with pytest.raises(AttributeError, match="txet"):
        icons.icon("search", "txet")


def test_the_applications_icon_is_blue_with_white_bars() -> None:
    image = drawn(icons.application_icon(), 2.0)
    assert image.pixelColor(16, 4) == tones.LIGHT.accent
    assert image.pixelColor(13, 11) == QColor(Qt.GlobalColor.white)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_only_the_applications_icon_has_colours_of_its_own(file: Path) -> None:
    drawing = file.read_text("utf-8")
    assert ("#" in drawing) is (file.stem == icons.APPLICATION)
    assert ("currentColor" in drawing) is (file.stem != icons.APPLICATION)


def test_every_icon_named_in_the_windows_exists() -> None:
    named = re.compile(r"""\bicon(?:_named)?(?:\(|=)\s*"([a-z-]+)\"""")
    used = {name for file in UI.rglob("*.py") for name in named.findall(file.read_text("utf-8"))}
    assert used
    assert used <= set(NAMES)


def test_every_icon_that_is_shipped_is_named_in_the_windows() -> None:
    code = "".join(file.read_text("utf-8") for file in UI.rglob("*.py"))
    assert [name for name in NAMES if f'"{name}"' not in code] == []

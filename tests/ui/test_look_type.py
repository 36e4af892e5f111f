"""Type by step."""

from PySide6.QtGui import QFontDatabase, QFontInfo

from app.ui.look import fonts, type as steps


def test_text_in_the_serif_finds_it_there_from_the_first_line(qapp: object) -> None:
    # As in a program just started: an article may be laid out before the window has been painted once.
    QFontDatabase.removeAllApplicationFonts()
    fonts.load_serif.cache_clear()
    steps._font.cache_clear()
    assert QFontInfo(steps.font("reader")).family() == fonts.SERIFS[0]

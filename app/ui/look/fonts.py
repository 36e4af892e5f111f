"""Which typefaces are used: Inter where it is installed, the serif from its package, loaded with its first text."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

SANS = "Inter"
SERIFS = ("Source Serif Pro", "Georgia", "Noto Serif", "DejaVu Serif")
_FILES = ("Regular", "It", "Semibold")


def sans() -> str | None:
    """Inter where it is installed, None for the system's own interface face."""
    return SANS if SANS in QFontDatabase.families() else None


@cache
def load_serif() -> bool:
    """Make the serif known to Qt; whether it was found. Takes about 10 ms, so it waits for text that is set in it."""
    package = find_spec("font_source_serif_pro")  # which looks through all its files when it is imported
    if package is None or package.origin is None:
        return False
    folder = Path(package.origin).parent / "files"
    loaded = [
        QFontDatabase.addApplicationFontFromData(path.read_bytes())
        for name in _FILES
        if (path := folder / f"SourceSerifPro-{name}.otf").is_file()
    ]
    return bool(loaded) and min(loaded) >= 0

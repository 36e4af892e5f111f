"""The language of the window: translations that lie in resources, and a made-up one that shows what was missed."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app import shipped

ENGLISH = "en"
"""What the program is written in."""
PSEUDO = "en_XA"
"""English in letters that nobody uses, a third longer and in brackets: what has none of this cannot be translated."""

_STRANGE = str.maketrans("aceilnorsuyACEINORSUY", "äçéîļñöŕšüýÄÇÉÎÑÖŔŠÜÝ")
_LONGER = 3
"""Translations of short English words are about a third longer."""


def languages() -> list[tuple[str, str]]:
    """Codes and names, in their own words, of the languages that there are; the made-up one last."""
    found = sorted(file.stem.removeprefix("counterclaim_") for file in _folder().glob("counterclaim_*.qm"))
    names = [(code, QLocale(code).nativeLanguageName()) for code in found]
    return [(ENGLISH, "English"), *names, (PSEUDO, pseudo("Pseudo-language"))]


def use(app: QCoreApplication, code: str) -> None:
    """Speak this language in all windows that are made from now on; English where it is not known."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    for translator in _translators(app, code):
        app.installTranslator(translator)


def pseudo(words: str) -> str:
    """The words in the made-up language; what stands in braces or after a per cent sign is left to be filled in."""
    kept = 0
    out = []
    for at, letter in enumerate(words):
        kept += (letter == "{") - (letter == "}")
        plain = kept or letter == "}" or words[at - 1 : at] == "%"
        out.append(letter if plain else letter.translate(_STRANGE))
    return f"[{''.join(out)}{'·' * (len(words) // _LONGER)}]"


class _Pseudo(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return pseudo(source)


def _translators(app: QCoreApplication, code: str) -> Iterator[QTranslator]:
    if code == PSEUDO:
        yield _Pseudo(app)
        return
    # Qt's own words ("Cancel" of a file dialog) come from its own catalogue.
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("counterclaim", str(_folder())),
    ):
        translator = QTranslator(app)
        if translator.load(f"{name}_{code}", folder):
            yield translator
        else:
            translator.deleteLater()


def _folder() -> Path:
    return shipped.resources() / "translations"

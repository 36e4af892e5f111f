"""What a person sets for the whole program: theme, text size, density of rows, language, their name."""

from typing import get_args

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal

from app.ui import language
from app.ui.look import density as rows, theme
from app.ui.look.density import Density

TEXT_SIZES = (100, 110, 125, 150, 175, 200, 250, 300)
"""Per cent of the system's own size."""


class Preferences(QObject):
    """Kept in the window's settings; what another version wrote and this one does not know counts as not set."""

    asked = Signal()
    """A text size, a density or a language was chosen: `apply`, then make again whatever shows."""

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def apply(self) -> None:
        """Put everything on the program; what is made from now on is made so."""
        if self.scheme() != "system":
            theme.set_scheme(self.scheme())
        theme.set_text_size(self.text_size())
        rows.choose(self.density())
        app = QCoreApplication.instance()
        if app is not None and app.property("language") != self.language():
            if app.property("language") or self.language() != language.ENGLISH:
                language.use(app, self.language())
            app.setProperty("language", self.language())

    def scheme(self) -> theme.Scheme:
        """Light, dark, or "system"."""
        kept = str(self._settings.value("scheme", ""))
        return next((one for one in get_args(theme.Scheme) if one == kept), "system")

    def set_scheme(self, scheme: theme.Scheme) -> None:
        """Takes effect at once."""
        self._settings.setValue("scheme", scheme)
        theme.set_scheme(scheme)

    def density(self) -> Density:
        """How high rows are."""
        kept = str(self._settings.value("density", ""))
        return next((one for one in get_args(Density) if one == kept), "standard")

    def set_density(self, chosen: Density) -> None:
        """Ask for rows of this height."""
        self._ask("density", chosen)

    def text_size(self) -> int:
        """Per cent of the system's own, 100 to 300."""
        kept = str(self._settings.value("text-size", ""))
        return next((one for one in TEXT_SIZES if str(one) == kept), TEXT_SIZES[0])

    def set_text_size(self, percent: int) -> None:
        """Ask for text of this size, and for everything that is measured by it."""
        self._ask("text-size", percent)

    def language(self) -> str:
        """The code of the language that the window speaks."""
        return str(self._settings.value("language", "")) or language.ENGLISH

    def set_language(self, code: str) -> None:
        """Ask for another language."""
        self._ask("language", code)

    def author(self) -> str:
        """The name under which decisions are logged; empty for that of the login."""
        return str(self._settings.value("author", ""))

    def set_author(self, name: str) -> None:
        """Holds from the next decision on."""
        self._settings.setValue("author", " ".join(name.split()))

    def _ask(self, name: str, value: str | int) -> None:
        if self._settings.value(name) != value:
            self._settings.setValue(name, value)
            self.asked.emit()

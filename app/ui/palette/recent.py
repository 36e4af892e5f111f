"""What was last chosen in the palette, the latest first."""

from PySide6.QtCore import QSettings

KEPT = 20


class Recent:
    """Kept in the window's settings by id."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def idents(self) -> list[str]:
        """All of them."""
        return str(self._settings.value("palette", "")).split()

    def used(self, ident: str) -> None:
        """Put one first."""
        self._settings.setValue("palette", " ".join([ident, *(one for one in self.idents() if one != ident)][:KEPT]))

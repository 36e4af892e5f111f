"""Projects that were open before."""

from pathlib import Path

from PySide6.QtCore import QSettings

_KEPT = 8


class Recent:
    """Kept in the window's settings, the last opened first; files that are gone are left out."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def paths(self) -> list[Path]:
        """Those that are still there."""
        kept = self._settings.value("recent", [])
        names = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
        return [path for name in names if (path := Path(str(name))).is_file()]

    def opened(self, path: Path) -> None:
        """Put a project first."""
        others = [one for one in self.paths() if one != path]
        self._settings.setValue("recent", [str(one) for one in (path, *others)][:_KEPT])

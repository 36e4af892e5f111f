"""Projects that were open before."""

from pathlib import Path

from PySide6.QtCore import QSettings

_KEPT = 8


class Recent:
    """Kept in the window's settings, the last opened first."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def paths(self) -> list[Path]:
        """All of them, unlooked at: one on a share that does not answer would hold up the window."""
        kept = self._settings.value("recent", [])
        names = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
        return [Path(str(name)) for name in names]

    def opened(self, path: Path) -> None:
        """Put a project first."""
        self._keep([path, *self._others(path)][:_KEPT])

    def forget(self, path: Path) -> None:
        """Leave out a project that is gone."""
        self._keep(self._others(path))

    def _others(self, path: Path) -> list[Path]:
        return [one for one in self.paths() if one != path]

    def _keep(self, paths: list[Path]) -> None:
        self._settings.setValue("recent", [str(path) for path in paths])

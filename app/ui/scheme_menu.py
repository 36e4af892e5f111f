"""Light, dark, or as the system has it: the choice, kept in the window's settings."""

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.look import theme


class SchemeMenu(QMenu):
    """Puts the chosen scheme on the program at once, and again when the program starts."""

    def __init__(self, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Theme"))
        self._settings = settings
        kept = str(settings.value("scheme", "system"))
        names = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        group = QActionGroup(self)
        for scheme, words in names.items():
            act = self.addAction(words)
            act.setCheckable(True)
            act.setChecked(scheme == kept)
            act.setData(scheme)
            group.addAction(act)
        group.triggered.connect(self._chosen)
        if kept in ("light", "dark"):
            theme.set_scheme(kept)  # type: ignore[arg-type]  # one of the two

    def popup_beside(self, widget: QWidget) -> None:
        """Open at the right of a widget, with their feet in line."""
        self.popup(widget.mapToGlobal(widget.rect().bottomRight()) - QPoint(0, self.sizeHint().height()))

    def _chosen(self, act: QAction) -> None:
        self.choose(str(act.data()))

    def choose(self, scheme: str) -> None:
        """Light, dark, or "system"; remembered."""
        self._settings.setValue("scheme", scheme)
        theme.set_scheme(scheme)  # type: ignore[arg-type]  # the menu offers these three alone

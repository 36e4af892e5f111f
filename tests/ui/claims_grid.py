"""What a person sees and presses in the claims grid, for the tests of its parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.claims.columns import Column
from app.ui.claims.screen import ClaimsScreen


def figures(claims: ClaimsScreen) -> list[str]:
    """The figures as printed, in the order of the rows."""
    table = claims.grid.table()
    return [str(table.index(at, Column.FIGURE).data()) for at in range(table.rowCount())]


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


def choose(claims: ClaimsScreen, group: str, value: str) -> None:
    """Choose a value of a facet."""
    claims.facets.choose({group: value})
    claims.facets.narrowed.emit()

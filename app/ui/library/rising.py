"""How the import dock comes up from the foot of the window."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QStyle, QWidget

_RISE_MS = 120


class Rise(QVariantAnimation):
    """Raises a widget to its height; at once where the system asks for less motion."""

    def __init__(self, risen: QWidget, tall: int) -> None:
        super().__init__(risen)
        self._risen, self._tall = risen, tall
        self.setDuration(_RISE_MS)
        self.setEasingCurve(QEasingCurve.Type.OutQuad)
        self.valueChanged.connect(risen.setFixedHeight)

    def reach(self, tall: int) -> None:
        """Rise to this height from now on."""
        if tall != self._tall:
            self._tall = tall
            self.stop()
            self._risen.setFixedHeight(tall)

    def open(self) -> None:
        """Show the widget and let it rise, unless it is shown."""
        risen = self._risen
        if risen.isVisible():
            return
        still = risen.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, risen) == 0
        self.setStartValue(self._tall if still else 0)
        self.setEndValue(self._tall)
        risen.setFixedHeight(self._tall if still else 0)
        risen.show()
        self.start()

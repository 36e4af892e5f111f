"""Why something cannot be done as asked, said where it was asked."""

from app.ui.look.type import Step
from app.ui.widgets.words import Words


class Refusal(Words):
    """A sentence in the hue of a conflict; hidden as long as there is none."""

    def __init__(self, step: Step = "body") -> None:
        super().__init__("", step, "conflict", weight=500, wrap=True)
        self.hide()

    def refuse(self, sentence: str) -> None:
        """Show why; `hide` once it no longer holds."""
        self.setText(sentence)
        self.show()

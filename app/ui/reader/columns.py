"""Where the text of an article and the cards beside it stand, for the room there is."""

from dataclasses import dataclass
from typing import Self

from app.ui.look import type as steps

TEXT = 480
"""Width of the text at 100 %: about 65 characters."""
_ROOMY = 790
_LEAST = 200
"""Width of the text at 100 % below which it has the room of the cards too."""
_LEAST_ALONE = 200
_EDGE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Pixels from the left edge: the text from `left`, `text` wide; the cards from `cards_at`, `cards` wide."""

    left: float
    text: float
    cards_at: float
    cards: float

    @classmethod
    def fit(cls, room: int) -> Self:
        """The columns for a pane of this width: the text has its full width before the margins have theirs.

        In a narrow pane, or one with large text, there are no cards: both would be cut.
        """
        roomy = room >= steps.scaled(_ROOMY)
        # The three slots that a basis can leave open stand side by side on the narrowest card.
        left, gutter, edge = (40, 32, 14) if roomy else (24, 20, 8)
        cards = steps.scaled(232 if roomy else 204)
        text = min(steps.scaled(TEXT), room - left - gutter - edge - cards)
        if text < steps.scaled(_LEAST):
            return cls.alone(room, _EDGE)
        return cls(left=left, text=text, cards_at=left + text + gutter, cards=cards)

    @classmethod
    def alone(cls, room: int, edge: int) -> Self:
        """The text over the whole width but its edges, without cards."""
        text = max(room - 2 * edge, _LEAST_ALONE)
        return cls(left=edge, text=text, cards_at=edge + text, cards=0)

    @property
    def beside(self) -> float:
        """What stays free on the right of the text."""
        return self.cards_at - self.left - self.text + self.cards

    @property
    def whole(self) -> int:
        """From the left edge to the end of the cards: a title may run over all of it."""
        return round(self.cards_at + self.cards)

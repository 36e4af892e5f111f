"""What may stand between the words that lead up to a figure and the figure itself: "from only about £4m"."""

from app.domain.wording import CURRENCY_SIGNS

_CODES = "|".join((*CURRENCY_SIGNS, *map(str.lower, CURRENCY_SIGNS)))
HEDGE = (
    r"(?:the|an?|its|their|his|her|just|only|some|about|around|roughly|nearly|almost|fully|over|under|between|estimated"
    rf"|at least|at most|up to|no|more|less|fewer|than|as|much|many|high|low|{_CODES})"
)
"""An article, a word of the width of a number or of its bounds, or the code of its currency."""
HEDGES = rf"(?:{HEDGE} ){{0,4}}"
"""A few of them."""

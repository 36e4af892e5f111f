"""Whether a name is a man's or a woman's, as far as the pronouns behind it tell."""

import re

from app.extraction.speakers import words

_CLAUSE_STOP = re.compile(r"[.!?:;“”\"\nA-Z]")
_OWN_PRONOUN = re.compile(
    r"\b(his|himself|herself|her(?= [a-z])(?! (?:that|to|about|the|an?|it|how|s?he|they|when|on|in|at|for|last)\b))\b"
)
_NEXT_PRONOUN = re.compile(r"[.!?]\s+(H(?:e|is|er)|She)\b")
_PRONOUN_NEAR = 160
_GENDERS = dict.fromkeys(("he", "his", "himself"), words.HE) | dict.fromkeys(("she", "her", "herself"), words.SHE)


def by_pronoun(text: str, end: int, *, opens: bool) -> str | None:
    """The gender of a name by the pronoun that follows with no other name between: "Kim Brandt and her team".

    One that opens the next sentence counts where the name opens its own: "Kim Brandt won. She".
    """
    stop = _CLAUSE_STOP.search(text, end, end + _PRONOUN_NEAR)
    match = _OWN_PRONOUN.search(text, end, stop.start() if stop else end + _PRONOUN_NEAR)
    if match is None and opens and stop is not None:
        match = _NEXT_PRONOUN.match(text, stop.start())
    return _GENDERS[match[1].lower()] if match else None

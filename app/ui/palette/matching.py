"""How well what is typed fits the words of an entry."""

import re

START, WORDS, INSIDE, LETTERS = 3, 2, 1, 0
"""They begin with it; each of its words begins one of theirs; it stands in them; its letters begin their words."""


def fit(typed: str, words: str) -> int | None:
    """How well: the higher the better, None where it does not fit at all. Case does not matter."""
    wanted, said = typed.casefold().split(), words.casefold()
    whole = " ".join(wanted)
    if said.startswith(whole):
        return START
    parts = re.findall(r"\w+", said)
    if all(any(part.startswith(one) for part in parts) for one in wanted):
        return WORDS
    if whole in said:
        return INSIDE
    return LETTERS if _begins("".join(wanted), parts) else None


def _begins(letters: str, parts: list[str]) -> bool:
    """Whether the letters are beginnings of some of these words, in their order ("cowc": copy with citation)."""
    # After each word: how many of the letters may be used up.
    used = {0}
    for part in parts:
        for done in tuple(used):
            at = done
            for letter in part:
                if at == len(letters) or letters[at] != letter:
                    break
                at += 1
                used.add(at)
    return len(letters) in used

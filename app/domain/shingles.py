"""Shingles: hashes of every few words in a row, by which copies of a story are told."""

import hashlib
import re
from collections.abc import Sequence

from app.domain.article import Part, PartKind

WORDS = 5
"""Words of one shingle."""

_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»]{0,2000}»|(?<!\w)‘[^’\n]{20,2000}’(?!\w)")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")


def shingles(text: str, parts: Sequence[Part] = ()) -> frozenset[int]:
    """Numbers below 2**56, quoted words left out: two reports may quote one speech and be two reports.

    Readers' comments are left out too: below two copies of one story stand different ones. The numbers are the same on
    every computer and in every version of Python, and projects keep some of them: another way of making them needs a
    migration that makes them all again.
    """
    words = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", _without_comments(text, parts)))]
    runs = (" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=7).digest(), "big") for run in runs)


def _without_comments(text: str, parts: Sequence[Part]) -> str:
    kept, at = [], 0
    for part in parts:
        if part.kind is PartKind.COMMENT:
            kept.append(text[at : part.span.start])
            at = part.span.end
    return " ".join([*kept, text[at:]])

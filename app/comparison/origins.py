"""Whether two texts are one report: copies of a wire story count once."""

import hashlib
import re
from collections.abc import Collection

from app.comparison.statement import Statement

SAME_ORIGIN = 0.30
"""This share of shingles in common, or more, suggests one origin; a person decides."""
SHINGLE_WORDS = 5

_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»]{0,2000}»|(?<!\w)‘[^’\n]{20,2000}’(?!\w)")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_ONE_COPY = re.compile(
    r"\b(?:the|that|this|one) same (?:[\w’'-]+ ){0,3}"
    r"(?:agency|wire|copy|report|story|article|release|statement|dispatch|briefing|source|interview|dataset)\b",
    re.IGNORECASE,
)


def shingles(text: str) -> frozenset[int]:
    """Hashes of every five words in a row, quoted words left out: two reports may quote one speech and be two reports.

    The numbers are the same on every computer and in every version of Python, and projects keep them: another way of
    making them needs a migration that makes them all again.
    """
    words = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", text))]
    runs = (" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=7).digest(), "big") for run in runs)


def containment(a: frozenset[int], b: Collection[int]) -> float:
    """How much of the shorter text stands in the longer one, 0 to 1; 0 where either has fewer than five words."""
    shorter = min(len(a), len(b))
    return len(a.intersection(b)) / shorter if shorter else 0.0


def told_as_one(a: Statement, b: Statement) -> bool:
    """Whether two statements come from one source: the project knows it, or the words say so."""
    if a.origin is not None and a.origin == b.origin:
        return True
    return any(_ONE_COPY.search(statement.text) is not None for statement in (a, b))

"""A text as the grammar reads it: plain spaces, plain letters, and a line's end only where something ends.

Typeset pages part words by no-break and thin spaces, wrapped mail by line ends, files of Windows by two characters of
them; old print and Turkish have letters that equal "s" and "i" where case is ignored, but not in a table of words.
Reading a copy cures this in one place. Every span of a claim is one of the text as it was given.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Self

from app.domain.basis import Basis
from app.domain.claim import Claim
from app.domain.span import Span
from app.extraction import sentences
from app.extraction.mention import Passage

_ODD = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000ſıİ\u212a]")
_PLAIN = {"ſ": "s", "ı": "i", "İ": "I", "\u212a": "K"}
_SPACES = re.compile(r"(?<!\d)[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\u00a0\u2000-\u200a\u202f\u205f\u3000](?!\d)")
"""Between digits such a space groups thousands, and stays."""
_WRAP = re.compile(r"(?<=[^\n])\n(?=[^\n])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Legible:
    """A passage, its legible copy and the copy's sentences.

    `returns` are the line ends of the copy that had a carriage return before them.
    """

    original: Passage
    passage: Passage
    breaks: Sequence[Span]
    returns: tuple[int, ...]

    @classmethod
    def of(cls, original: Passage) -> Self:
        """The copy; the passage itself where nothing is in the way."""
        copy, returns = _without_returns(original) if "\r\n" in original.text else (original, ())
        if _ODD.search(copy.text):
            copy = replace(copy, text=_plain(copy.text))
        breaks = sentences.split(copy)
        if _WRAP.search(copy.text):
            copy = replace(copy, text=_unwrapped(copy.text, breaks))
        return cls(original=original, passage=copy, breaks=breaks, returns=returns)

    def restored(self, claim: Claim) -> Claim:
        """A claim read from the copy, as one of the original."""
        if self.passage is self.original:
            return claim
        if self.returns:
            claim = self._moved(claim)
        surface = claim.span.of(self.original.text)
        return claim if surface == claim.surface else replace(claim, surface=surface)

    def _moved(self, claim: Claim) -> Claim:
        basis = {name: replace(said, span=said.span and self._place(said.span)) for name, said in claim.basis.stated()}
        speaker = claim.speaker
        return replace(
            claim,
            span=self._place(claim.span),
            sentence=self._place(claim.sentence),
            qualifier_cue=claim.qualifier_cue and self._place(claim.qualifier_cue),
            basis=Basis(**basis),
            speaker=speaker and replace(speaker, span=speaker.span and self._place(speaker.span)),
        )

    def _place(self, span: Span) -> Span:
        """A span of the copy in the original; one that ends before a line end ends before its return as well."""
        start = span.start + bisect_left(self.returns, span.start + 1)
        return Span(start, span.end + bisect_left(self.returns, span.end))


def _plain(text: str) -> str:
    """The text with plain spaces and plain letters, each in the place of its own."""
    for odd, plain in _PLAIN.items():
        text = text.replace(odd, plain)
    return _SPACES.sub(" ", text)


def lowered(words: str) -> str:
    """Words in lower case, each character in its place; those with a letter that would grow ("İ") as they are."""
    small = words.lower()
    return small if len(small) == len(words) else words


def _without_returns(passage: Passage) -> tuple[Passage, tuple[int, ...]]:
    lengths = accumulate(len(line) + 1 for line in passage.text.split("\r\n")[:-1])
    returns = tuple(length - 1 for length in lengths)
    # In the original, the n-th return stands n places further on.
    places = [at + before for before, at in enumerate(returns)]

    def moved(at: int) -> int:
        return at - bisect_left(places, at)

    parts = tuple(replace(part, span=Span(moved(part.span.start), moved(part.span.end))) for part in passage.parts)
    return replace(passage, text=passage.text.replace("\r\n", "\n"), parts=parts), returns


def _unwrapped(text: str, breaks: Sequence[Span]) -> str:
    """The text with a space for every line end inside a sentence."""
    pieces, last = list[str](), 0
    for sentence in breaks:
        if text.find("\n", sentence.start, sentence.end) >= 0:
            pieces += [text[last : sentence.start], sentence.of(text).replace("\n", " ")]
            last = sentence.end
    return "".join((*pieces, text[last:]))

"""A claim with what a verdict needs to know of the text around it."""

import datetime
import re
from dataclasses import dataclass
from functools import cached_property

from app.comparison import respectively
from app.domain.claim import Claim
from app.domain.currency_signs import SIGNS
from app.domain.span import Span

_COUNTRY = re.compile(rf"(?<![A-Za-z])[A-Z]{{1,3}}(?=[{SIGNS}])")
"""The letters of a country before the sign of its currency ("A$")."""
_RELATIVE = r"(?:which|who|whose|whom|where|when)"
_ASIDE = re.compile(
    rf", (?:{_RELATIVE}|now|once|long|still|no longer|due|[a-z]+(?:ed|ing|en|wn))\b(?:[^,;:.]|[.,](?=\d))*,"
    r"|(?<!\A) ?\([^()]*\)| [–—] [^–—;:.]* [–—]"
)
"""What stands between commas, brackets or dashes, and could be left out."""
_APPOSITION = re.compile(
    r"\A((?!(?:in|on|at|by|after|before|since|from|for|when|while|if|as|with|under|over|during|until)\b)[^,;:.]*)"
    r", (?:an?|the|its|his|her|their) [^,;:.]*,"
)
"""The same of what a sentence begins with, unless it begins with a time or a place."""
_JOINT = r"[;:()–—]|[.!?](?!\d)|\b(?:because|while|whereas|but|although|though)\b"
_BEGINS = re.compile(rf"{_JOINT}|, (?={_RELATIVE}\b)")
_ENDS = re.compile(rf"{_JOINT}|\b(?:{_RELATIVE}|and|as|if|unless|without)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim with its context.

    `published` is the day of the article; `text` the claim's sentence, or the whole of a short text; `origin` names
    where the report really comes from, equal for copies of one story; `currency` is the topic's, ISO 4217, which a
    bare "200m" takes; `article` tells figures of one article from those of two.
    """

    claim: Claim
    published: datetime.date | None
    text: str = ""
    origin: str | None = None
    currency: str | None = None
    article: str | None = None

    def __hash__(self) -> int:
        # Every pair looks both its sides up, and a hash of all fields of the claim takes a third of a verdict.
        return hash((self.text, self.published, self.claim.span.start, self.claim.surface))

    @property
    def place(self) -> Span | None:
        """Where the figure stands in `text`, None if it is not there (a sentence cut short, an edited claim)."""
        surface = self.claim.surface
        if not surface:
            return None
        for span in (self.claim.span, self.claim.span.shifted(-self.claim.sentence.start)):
            if span.start >= 0 and span.of(self.text) == surface:
                return span
        at = self.text.find(surface)
        return Span(at, at + len(surface)) if at >= 0 else None

    def told(self) -> "Told":
        """The words about the figure."""
        place = self.place or Span(len(self.text), len(self.text))
        own = respectively.paired(self.text, place)
        before, after = (own.before, own.after) if own else (self.text[: place.start], self.text[place.end :])
        parts = before, place.of(self.text), after
        before, surface, after = (_COUNTRY.sub("", part) for part in parts)
        text = f"{before}{surface}{after}"
        return Told(text=text, lower=text.lower(), before=before, after=after, surface=surface)


@dataclass(frozen=True, kw_only=True)
class Told:
    """The words of a statement as patterns want them: a sign of currency stands without the letters of its country.

    Where the figure's place is not known, all stands before it.
    """

    text: str = ""
    lower: str = ""
    """The text in lower case."""
    before: str = ""
    after: str = ""
    surface: str = ""
    """The figure's own words, where they stand in the text."""

    @cached_property
    def around(self) -> str:
        """The text in lower case with the figure left out, so that its own words are not read as words about it."""
        return f"{self.before} # {self.after}".lower()

    @cached_property
    def clause_before(self) -> str:
        """The words of the figure's own clause before it, in lower case, without what is said there by the way."""
        before = self.before.lower() if self.surface else self.before.lower().rstrip(".!? ")
        return _BEGINS.split(_APPOSITION.sub(r"\1", _ASIDE.sub(" ", before)))[-1]

    @cached_property
    def clause_after(self) -> str:
        """The same of the words after it."""
        return _ENDS.split(_ASIDE.sub(" ", self.after.lower()), maxsplit=1)[0]

    @cached_property
    def main(self) -> str:
        """What is `around` the figure without what is said there by the way."""
        return _ASIDE.sub(" ", self.around)

    @cached_property
    def clause(self) -> str:
        """The figure's own clause in lower case, with "#" in the place of its words."""
        return f"{self.clause_before}#{self.clause_after}"


SILENT = Told()
"""A figure of which no words are known."""

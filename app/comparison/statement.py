"""A claim with what a verdict needs to know of the text around it."""

import datetime
from dataclasses import dataclass

from app.domain.claim import Claim
from app.domain.span import Span


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
        place, text = self.place, self.text
        if place is None:
            return Told(text=text, lower=text.lower(), before=text)
        return Told(
            text=text,
            lower=text.lower(),
            before=text[: place.start],
            after=text[place.end :],
            surface=self.claim.surface,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The words of a statement as patterns want them. Where the figure's place is not known, all stands before it."""

    text: str = ""
    lower: str = ""
    """The text in lower case."""
    before: str = ""
    after: str = ""
    surface: str = ""
    """The figure's own words, where they stand in the text."""

    @property
    def around(self) -> str:
        """The text in lower case with the figure left out, so that its own words are not read as words about it."""
        return f"{self.before} # {self.after}".lower()


SILENT = Told()
"""A figure of which no words are known."""

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
    bare "200m" takes.
    """

    claim: Claim
    published: datetime.date | None
    text: str = ""
    origin: str | None = None
    currency: str | None = None

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

    @property
    def before(self) -> str:
        """The words of the sentence before the figure; the whole sentence if the figure's place is unknown."""
        return self.text[: self.place.start] if self.place else self.text

    @property
    def after(self) -> str:
        """The words of the sentence after the figure."""
        return self.text[self.place.end :] if self.place else ""

    @property
    def around(self) -> str:
        """The sentence with the figure itself left out, so that its own words are not read as words about it."""
        return f"{self.before} # {self.after}"

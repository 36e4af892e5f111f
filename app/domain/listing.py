"""Lines of the lists that people look at, and what a list can be narrowed to."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.claim import ClaimRecord, State
from app.domain.figure import Kind
from app.domain.narrowing import Between, Chosen
from app.domain.version import Earlier

_SPACE = re.compile(r"\s+")
_AROUND = 60


def before(words: str) -> str:
    """What is quoted of the words before a figure: the last 60 characters, from the start of a word, on one line."""
    line = re.sub(r"\s", " ", words)
    return line if len(line) <= _AROUND else re.sub(r"^\S*\s", "", line[-_AROUND:])


def after(words: str) -> str:
    """What is quoted of the words after a figure: the first 60 characters, up to the end of a word, on one line."""
    line = re.sub(r"\s", " ", words)
    return line if len(line) <= _AROUND else re.sub(r"\s\S*$", "", line[:_AROUND])


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One value that a list can be narrowed to, and how many lines it would leave."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One line of the library. `published` is an ISO 8601 day, or a day and time."""

    article_id: str
    title: str
    outlet: str | None
    published: str | None
    version: int
    versions: int
    accepted: int
    waiting: int
    origin_id: str
    copies: int
    """Articles of the same origin, this one included."""
    first_of_origin: bool
    copied_from: str | None = None
    """The outlet that told the story first, or its title; None for the first itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """What the library is narrowed to; everything by default. `words` is searched in text and details (FTS5)."""

    words: str = ""
    waiting: bool = False
    revised: bool = False
    outlet: str | None = None
    year: str | None = None
    copies: bool | None = None
    """True: only copies. False: only the first of each origin."""
    topic_id: str | None = None
    """Articles with a claim under this topic, the rejected left out."""
    tag: str | None = None
    decided: bool = False
    """Only articles with claims none of which waits."""


EVERY_ARTICLE = ArticleFilter()
"""Narrowed to nothing."""


class ArticleOrder(StrEnum):
    """What the library is sorted by."""

    NEWEST = "newest"
    OLDEST = "oldest"
    WAITING = "waiting"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacets:
    """Counts over what a filter leaves of the newest versions, each facet with its own choice left out."""

    articles: int
    """All of them, whatever is chosen in any facet."""
    waiting: int
    """Articles with waiting claims."""
    revised: int
    """Articles with more than one version."""
    origins: int
    copies: int
    """Articles that are not the first of their origin."""
    outlets: tuple[Facet, ...] = ()
    """By count, then by name."""
    years: tuple[Facet, ...] = ()
    """Years of publication, newest first."""
    every: int = 0
    """What all other choices leave where the state is not chosen."""
    decided: int = 0
    """Articles with claims none of which waits."""
    topics: tuple[Facet, ...] = ()
    """Ids of topics, by count."""
    tags: tuple[Facet, ...] = ()
    """By name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim with what its lists say of its article."""

    record: ClaimRecord
    title: str
    outlet: str | None
    published: str | None
    origin_id: str
    """Its article's origin, or for a commenter's own figure the commenter."""
    before: str
    """Up to 60 characters of the sentence before the figure, and after it."""
    after: str
    sentence: str = ""
    """The whole sentence, as `record.claim.sentence` spans it."""
    comment: int | None = None
    """Position, among the article's parts, of the reader's comment in which it stands; None outside comments."""
    page: int | None = None
    """The page of its document on which it stands; None where there are none."""
    topics: tuple[str, ...] = ()
    """Names of the topics it is filed under."""
    same_articles: int = 1
    """Articles that print the same figure (kind, value, unit, per), this one included, and their origins."""
    same_origins: int = 1
    family: str = ""
    """The id of the first version of its article: versions of one article are one article."""
    version: int = 1
    superseded_by: int | None = None
    """The version of the article that changed or dropped the figure."""
    earlier: Earlier | None = None
    """The figure of an earlier version that this one carries on or replaces."""

    @property
    def quote(self) -> str:
        """The figure's own words among those around them."""
        return f"{self.before}{self.record.claim.surface}{self.after}"

    @property
    def parts(self) -> tuple[str, str, str]:
        """The words before the figure, its own, and those after it, for a reader: on one line, "…" where more is."""
        whole = (self.before, self.record.claim.surface, self.after, self.sentence)
        before, surface, after, sentence = (_SPACE.sub(" ", words) for words in whole)
        before, after, sentence = before.lstrip(), after.rstrip(), sentence.strip()
        shown = f"{before}{surface}{after}"
        if shown in sentence and not sentence.startswith(shown):
            before = f"… {before}"
        if shown in sentence and not sentence.endswith(shown):
            after = f"{after} …"
        return before, surface, after

    @property
    def excerpt(self) -> str:
        """All of `parts`."""
        return "".join(self.parts)


class ClaimOrder(StrEnum):
    """What the claims grid is sorted by."""

    PUBLISHED = "published"
    VALUE = "value"
    """The lower end as printed; dates by their first day, durations by their length, each kind for itself."""
    HIGH = "high"
    """The higher end."""
    OUTLET = "outlet"
    SPEAKER = "speaker"
    STATE = "state"
    TEXT = "text"
    """The order of articles and of their texts."""
    KIND = "kind"
    UNIT = "unit"
    BASIS = "basis"
    STANCE = "stance"
    ORIGINS = "origins"
    """How many independent origins print the figure."""
    TITLE = "title"
    TOPIC = "topic"
    CONFIDENCE = "confidence"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """What the claims grid is narrowed to; everything but the rejected by default.

    `words` is searched in the sentence, the speaker and the article's details (FTS5); a claim with one of
    `without_words` there is left out. All of `chosen` hold; of `between`, all of one kind and any of the kinds.
    """

    words: str = ""
    without_words: tuple[str, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    states: frozenset[State] = frozenset({State.WAITING, State.ACCEPTED})
    topic_id: str | None = None
    article_id: str | None = None
    chosen: tuple[Chosen, ...] = ()
    between: tuple[Between, ...] = ()
    after: str = ""
    """The beginning of an ISO 8601 day: published then or later; empty for any time."""
    before: str = ""
    """Published earlier than this; empty for any time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFacets:
    """Counts over the claims that a filter leaves, each facet with its own choice left out."""

    total: int
    matching: int
    kinds: tuple[Facet, ...] = ()
    states: tuple[Facet, ...] = ()
    bases: tuple[Facet, ...] = ()
    """Spelt as `Field.BASIS` is; "" for not stated."""
    prices: tuple[Facet, ...] = ()
    units: tuple[Facet, ...] = ()
    speakers: tuple[Facet, ...] = ()
    stances: tuple[Facet, ...] = ()
    outlets: tuple[Facet, ...] = ()
    topics: tuple[Facet, ...] = ()
    years: tuple[Facet, ...] = ()
    """Years of publication, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The articles of the claims that a filter leaves, all versions of one counted once, and their independent origins.

    A reader's comment is a part of its article here.
    """

    articles: int
    origins: int

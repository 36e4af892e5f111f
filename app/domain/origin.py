"""Where reports really come from, as one project sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """An article in a list of those that tell one story: its newest version, all its versions being one teller.

    `family` is the id of its first version; `published` and `captured_at` are those of the first version too: a later
    capture does not make a story younger.
    """

    article_id: str
    family: str
    origin_id: str
    title: str
    outlet: str | None
    published: str | None
    captured_at: str
    text_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """What the analyst said of two articles, by their families: joined to one origin, or set apart."""

    first: str
    second: str
    joined: bool

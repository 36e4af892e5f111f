"""What goes when articles are removed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What goes along with articles: their claims, those decided among them, filings, and pins by topics' names."""

    articles: int
    claims: int = 0
    decided: int = 0
    filings: int = 0
    pins: tuple[str, ...] = ()

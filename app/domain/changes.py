"""What a write touched."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one act changed, said once to every screen, so that each refreshes what it shows and no more."""

    act: str = ""
    """What was done, in words for the undo menu ("accept £100m a year"); empty where nothing happened."""
    articles: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    """The analyst's own tables and rates of exchange: every conversion may follow from them."""
    searches: frozenset[str] = frozenset()
    """Saved searches."""

    settings: frozenset[str] = frozenset()
    """What the project takes where texts leave a figure open."""

    def __bool__(self) -> bool:
        return bool(self.articles or self.claims or self.topics or self.tables or self.searches or self.settings)

    def __or__(self, other: "Changes") -> "Changes":
        """Both together, under the name of the first that has one."""
        return Changes(
            act=self.act or other.act,
            articles=self.articles | other.articles,
            claims=self.claims | other.claims,
            topics=self.topics | other.topics,
            tables=self.tables | other.tables,
            searches=self.searches | other.searches,
            settings=self.settings | other.settings,
        )

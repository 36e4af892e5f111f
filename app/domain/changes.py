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

    def __bool__(self) -> bool:
        return bool(self.articles or self.claims or self.topics)

    def __or__(self, other: "Changes") -> "Changes":
        """Both together, under the name of the first that has one."""
        return Changes(
            act=self.act or other.act,
            articles=self.articles | other.articles,
            claims=self.claims | other.claims,
            topics=self.topics | other.topics,
        )

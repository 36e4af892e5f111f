"""The first things that somebody does with the program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSteps:
    """How much of each first step a project holds."""

    articles: int = 0
    decided: int = 0
    """Claims accepted or rejected."""
    filed: int = 0
    """Claims under topics."""
    pinned: int = 0
    """Topics whose reference was chosen."""

    def since(self, before: "FirstSteps") -> "FirstSteps":
        """What came on top of what was there before."""
        return FirstSteps(
            articles=max(self.articles - before.articles, 0),
            decided=max(self.decided - before.decided, 0),
            filed=max(self.filed - before.filed, 0),
            pinned=max(self.pinned - before.pinned, 0),
        )

"""Whose a figure is that stands in a reader's comment.

Who said it counts: a comment's figure is its commenter's, and two people who say one figure are two origins of it. But
what a comment repeats of the article, or of the comments that it answers, it has from there.
"""

from collections import defaultdict
from collections.abc import Sequence

from app.domain.article import Part, answered

_NOBODY = frozenset(["anon", "anonymous", "guest", "reader", "user", "deleted", "[deleted]"])
"""Names under which many people write."""


def of(parts: Sequence[Part], figures: Sequence[tuple[int | None, str | None]]) -> list[str | None]:
    """The voice of each figure of an article, None for the article's own.

    A figure is given by the position of its comment among the parts, None outside comments, and by a key that is equal
    for equal figures, None where it equals no other.
    """
    printed: defaultdict[int | None, set[str]] = defaultdict(set)
    for comment, key in figures:
        if key is not None:
            printed[comment].add(key)
    return [_voice(parts, comment, key, printed) for comment, key in figures]


def _voice(
    parts: Sequence[Part], comment: int | None, key: str | None, printed: dict[int | None, set[str]]
) -> str | None:
    if comment is None or (key is not None and key in printed.get(None, ())):
        return None
    repeated = [at for at in answered(parts, comment) if key is not None and key in printed.get(at, ())]
    return _commenter(parts, repeated[-1] if repeated else comment)


def _commenter(parts: Sequence[Part], comment: int) -> str:
    """A name that is equal for one person's comments on one page; without a name, each comment is somebody's own."""
    name = " ".join((parts[comment].author or "").split()).casefold()
    return name if name and name not in _NOBODY else f"comment {comment}"

"""Who prints a figure, counted: articles in their own text, and readers in comments below them."""

from collections.abc import Sequence

from app.domain import wording
from app.domain.listing import ClaimLine


def articles(lines: Sequence[ClaimLine]) -> int:
    """How many articles print it themselves, all versions of one counted once."""
    return len({line.family for line in lines if line.comment is None})


def comments(lines: Sequence[ClaimLine]) -> int:
    """How many readers' comments print it."""
    return len({(line.family, line.comment) for line in lines if line.comment is not None})


def said(articles: int, comments: int) -> str:
    """ "4 articles", "1 article and 3 readers’ comments", "1 reader’s comment"."""
    told = [wording.counted(articles, "article")] if articles or not comments else []
    if comments:
        told.append("1 reader’s comment" if comments == 1 else f"{comments:,} readers’ comments")
    return " and ".join(told)

"""Whether the words give any ground to take two figures for one thing.

Two values that lie apart are no conflict yet. Plain short sentences are taken for what the analyst took them for, but
where both say a good deal of what their figures are of, and next to none of it is the same, they are of two things.
"""

from app.comparison.pair import Pair
from app.domain.figure import Kind

_ENOUGH = 9
"""Telling words of both together below which too little is said to tell two things apart: no pair of worked examples
that contradict each other says more without a word in common."""
_ENOUGH_OF_TWO_ARTICLES = 5
"""The same of two sentences out of articles, which stand under one topic by its words and not by what they measure."""
_SHARED = 4
"""Of as many telling words of the shorter text one at least has to be in the other."""
_OF_A_DATE = 2
"""Words that two dates of one event have in common at least: who or what, and what happens."""


def is_missing(pair: Pair) -> bool:
    """Whether nothing says that two figures are of one thing."""
    one, other = (side.reading.matter for side in pair.sides)
    shared, least = one.shared(other), min(one.telling, other.telling)
    said = one.telling + other.telling if least else 0
    if not shared and all(side.statement.article for side in pair.sides):
        return said >= _ENOUGH_OF_TWO_ARTICLES
    return said >= _ENOUGH and (not shared or len(shared) * _SHARED < least)


def is_missing_of_sums(pair: Pair) -> bool:
    """The same of two sums of money out of two articles: every sum is a cost of something, and many meet by chance.

    Two rates are of one period at least, what is so much a year may be paid under a deal of which other sums tell, and
    hardly anybody gives two things a range of the same two ends.
    """
    if not all(side.figure.kind is Kind.MONEY and side.statement.article for side in pair.sides):
        return False
    periods = [side.facts.per for side in pair.sides]
    can_be_of_one_deal = None not in periods or "year" in periods
    return not can_be_of_one_deal and not _print_one_range(pair) and is_missing(pair)


def _print_one_range(pair: Pair) -> bool:
    one, other = (side.figure for side in pair.sides)
    return one.is_range and other.is_range and (one.low, one.high) == (other.low, other.high)


def is_thin(pair: Pair) -> bool:
    """Whether two sentences of one article, which speaks of many things, have no more than half of theirs in common."""
    one, other = (side.reading.matter for side in pair.sides)
    if one.telling + other.telling < _ENOUGH_OF_TWO_ARTICLES:
        return False
    return len(one.shared(other)) * 2 <= min(one.telling, other.telling)


def is_missing_of_dates(pair: Pair) -> bool:
    """The same of two dates, which every sentence has for something."""
    one, other = (side.reading.matter for side in pair.sides)
    return one.telling + other.telling > _OF_A_DATE and len(one.shared(other)) < _OF_A_DATE

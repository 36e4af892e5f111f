"""Texts made to be slow: twice as long must not take more than about twice the work."""

from itertools import pairwise

import pytest

from app.extraction.mention import Passage, Taken
from app.extraction.money import money
from app.extraction.percentages import percentages
from app.extraction.quantities import quantities
from tests.support.call_counts import steps

HOSTILE = {
    "digits": "1234567890",
    "dollars": "$$$$$$$$$$",
    "ones": "1,",
    "words": "one ",
    "hundreds": "hundred and ",
    "dots": "1.",
    "brackets": "($1 (",
    "ranges": "1-2-3-4 to 5 ",
    "percents": "5% to 6% ",
    "wholes": "5 of the ",
    "spaces": "5          ",
    "halves": "half a ",
    "money": "£5m and ",
    "counts": "12 long grey ",
    "bare": "from 1,234 to ",
    "levels": "the number of men rose to 12 ",
    "particles": "row over up to 12 ",
    "handles": "@a1",
    "thins": "1\u2009234\u2009",
}


def read(text: str) -> None:
    """What the pipeline does with figures."""
    passage, taken = Passage(text=text), Taken()
    for stage in (money.read, percentages.read, quantities.read):
        for mention in stage(passage, taken):
            taken.add(mention.span)


@pytest.mark.parametrize("pattern", sorted(HOSTILE))
def test_work_grows_with_the_length(pattern: str) -> None:
    piece = HOSTILE[pattern]
    read(piece * 20)
    once, twice = steps(lambda: read(piece * 200)), steps(lambda: read(piece * 400))
    assert twice <= 2.3 * once + 200


@pytest.mark.parametrize("pattern", sorted(HOSTILE))
def test_spans_never_overlap(pattern: str) -> None:
    passage, taken = Passage(text=HOSTILE[pattern] * 60), Taken()
    spans = []
    for stage in (money.read, percentages.read, quantities.read):
        found = stage(passage, taken)
        for mention in found:
            taken.add(mention.span)
        spans += [mention.span for mention in found]
    spans.sort()
    assert all(before.end <= after.start for before, after in pairwise(spans))

"""Figures restated in other units."""

import pytest

from app.extraction import equivalents
from app.extraction.mention import Passage, Taken
from app.extraction.money import money
from app.extraction.quantities import quantities


def restated(text: str) -> list[tuple[str, str]]:
    passage, taken = Passage(text=text), Taken()
    mentions = []
    for stage in (money.read, quantities.read):
        found = stage(passage, taken)
        for mention in found:
            taken.add(mention.span)
        mentions += found
    mentions.sort(key=lambda mention: mention.span)
    pairs = equivalents.pairs(text, mentions)
    return [(mentions[again].span.of(text), mentions[first].span.of(text)) for again, first in pairs.items()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £1.6 billion ($2 billion).", [("$2 billion", "£1.6 billion")]),
        ("It cost €5m, or $5.4m, in all.", [("$5.4m", "€5m")]),
        ("It lies 10 miles (16km) away.", [("16km", "10 miles")]),
        ("It cost £120m (€140m; $160m).", [("€140m", "£120m"), ("$160m", "£120m")]),
        ("It cost £1.6bn (about $2bn at today's rate).", [("about $2bn", "£1.6bn")]),
        ("It grew to 200 hectares (494 acres).", [("494 acres", "200 hectares")]),
        ("It cost £5m (£4m last year).", []),
        ("It cost £5m. $6m was left.", []),
        ("It took 10 miles (16 men).", []),
        ("It cost £5m and $6m.", []),
        ("It cost £5m ($6m", []),
    ],
)
def test_pairs(text: str, expected: list[tuple[str, str]]) -> None:
    assert restated(text) == expected

"""All stages together: order, spans, and what stands around a figure."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from app.domain.claim import Claim
from app.domain.figure import Kind
from app.extraction import pipeline
from app.extraction.mention import Passage

PUBLISHED = datetime.date(2025, 6, 8)


def read(text: str, country: str | None = None) -> list[Claim]:
    return pipeline.read(Passage(text=text, published=PUBLISHED, country=country))


def test_every_kind_in_the_order_of_the_text() -> None:
    claims = read("The fund holds £5m. It fell 3% in 2024 after 12,000 people left, and runs for 99 years.")
    assert [(claim.surface, claim.figure.kind) for claim in claims] == [
        ("£5m", Kind.MONEY),
        ("3%", Kind.PERCENTAGE),
        ("2024", Kind.DATE),
        ("12,000 people", Kind.QUANTITY),
        ("99 years", Kind.DURATION),
    ]


def test_a_claim_knows_its_sentence_and_what_it_restates() -> None:
    text = "Ministers met. The loan is £1.6 billion ($2 billion). It was signed."
    first, second = read(text)
    assert first.sentence.of(text) == second.sentence.of(text) == "The loan is £1.6 billion ($2 billion)."
    assert (first.converts, second.converts) == (None, 0)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It cost $2,024 in 2024.", [Kind.MONEY, Kind.DATE]),
        ("In 2019, 300 people came.", [Kind.DATE, Kind.QUANTITY]),
        ("May sun 10 of we march.", []),
        ("A sum of £10 on 10 May.", [Kind.MONEY, Kind.DATE]),
        ("Growth of 2.5% by 2027.", [Kind.PERCENTAGE, Kind.DATE]),
        ("The 18-month, £18m plan.", [Kind.DURATION, Kind.MONEY]),
    ],
)
def test_a_span_belongs_to_one_kind(text: str, kinds: list[Kind]) -> None:
    assert [claim.figure.kind for claim in read(text)] == kinds


def test_a_text_without_figures_has_no_claims() -> None:
    assert read("") == []
    assert read("Ministers met and talked. Nothing was said of sums.") == []


PIECES = (
    "It cost £5m a year.", "up to 3.5 per cent", "in June 2024", "12,000 people", "($2 billion)", "99 years", "\n\n",
    "“one in five”, he said", "10-15 km", "Views: 67", "1. First", "half of", "Rs 6,000 crore", "330 to 179", "é", "🔴",
    "-",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=12))
@settings(max_examples=150, deadline=None)
def test_offsets_are_exact_and_spans_apart_whatever_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    claims = read(text)
    for position, claim in enumerate(claims):
        assert claim.span.of(text) == claim.surface != ""
        assert claim.sentence.start <= claim.span.start
        assert claim.figure.low is None or claim.figure.high is None or claim.figure.low <= claim.figure.high
        assert claim.converts is None or claim.converts < position
        if claim.qualifier_cue:
            assert claim.qualifier_cue.of(text) == claim.figure.qualifier_words
    assert all(before.span.end <= after.span.start for before, after in pairwise(claims))

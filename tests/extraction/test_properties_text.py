"""What holds for every text, whatever it is made of: exact places, figures apart, cues that are there."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings, strategies as st

from app.domain.claim import Claim
from app.domain.span import Span
from app.extraction import pipeline
from app.extraction.mention import Passage
from tests.extraction.arbitrary_texts import FIGURES, LOOKALIKES, broken_texts, texts

PUBLISHED = datetime.date(2025, 6, 8)
DAYS = (None, PUBLISHED, datetime.date(2024, 2, 29), datetime.date(2025, 12, 31))
COUNTRIES = (None, "GB", "US", "AU", "IN", "XX")
passages = st.builds(
    lambda text, day, country: Passage(text=text, published=day, country=country),
    texts,
    st.sampled_from(DAYS),
    st.sampled_from(COUNTRIES),
)
quick = settings(derandomize=True, deadline=None, max_examples=120)


def read(text: str) -> list[Claim]:
    return pipeline.read(Passage(text=text, published=PUBLISHED, country="GB"))


def spans(claim: Claim) -> Iterator[Span]:
    """Every place in the text that a claim names."""
    yield claim.span
    yield claim.sentence
    if claim.qualifier_cue:
        yield claim.qualifier_cue
    if claim.speaker and claim.speaker.span:
        yield claim.speaker.span
    for _, said in claim.basis.stated():
        if said.span:
            yield said.span


@given(passages)
@quick
def test_every_place_is_in_the_text(passage: Passage) -> None:
    for claim in pipeline.read(passage):
        assert claim.span.of(passage.text) == claim.surface
        assert all(0 <= span.start < span.end <= len(passage.text) for span in spans(claim))
        assert claim.surface == claim.surface.strip()


@given(passages)
@quick
def test_figures_stand_apart_and_in_order(passage: Passage) -> None:
    assert all(before.span.end <= after.span.start for before, after in pairwise(pipeline.read(passage)))


@given(passages)
@quick
def test_a_figure_lies_in_its_sentence_and_its_qualifier_in_the_figure(passage: Passage) -> None:
    for claim in pipeline.read(passage):
        assert claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end
        if claim.qualifier_cue:
            assert claim.span.start <= claim.qualifier_cue.start < claim.qualifier_cue.end <= claim.span.end
            assert claim.qualifier_cue.of(passage.text) == claim.figure.qualifier_words


@given(passages)
@quick
def test_a_speaker_is_named_by_the_words_in_its_place(passage: Passage) -> None:
    for claim in pipeline.read(passage):
        if claim.speaker and claim.speaker.span:
            assert " ".join(claim.speaker.span.of(passage.text).split()) == claim.speaker.name


@given(passages)
@quick
def test_a_figure_is_whole(passage: Passage) -> None:
    for position, claim in enumerate(pipeline.read(passage)):
        figure = claim.figure
        assert (figure.low is None) == (figure.high is None)
        if figure.low is not None and figure.high is not None:
            assert figure.low.is_finite()
            assert figure.low <= figure.high
            assert figure.date is None
        assert claim.converts is None or claim.converts < position


@given(broken_texts, st.sampled_from(DAYS), st.sampled_from(COUNTRIES))
@quick
def test_no_text_is_refused_and_a_second_reading_is_the_same(
    text: str, day: datetime.date | None, country: str | None
) -> None:
    passage = Passage(text=text, published=day, country=country)
    again = Passage(text="".join(list(text)), published=day, country=country)
    assert pipeline.read(passage) == pipeline.read(again)


@given(texts, st.sampled_from((datetime.date.min, datetime.date.max)))
@example("on Monday", datetime.date.min)
@example("last spring", datetime.date.min)
@quick
def test_a_day_at_the_calendars_ends_is_no_trouble(text: str, day: datetime.date) -> None:
    claims = pipeline.read(Passage(text=text, published=day))
    assert [claim.surface for claim in claims] == [claim.span.of(text) for claim in claims]


@pytest.mark.parametrize("pair", LOOKALIKES)
def test_letters_that_only_look_like_ascii_are_no_trouble(pair: str) -> None:
    for figure in (*FIGURES, "19 cents", "25 knots", "last spring", "By Mid-2028", "six weeks", "10 Miles", "5 KG"):
        text = f"It cost {figure} on the day.".replace(*pair)
        claims = read(text)
        assert [claim.surface for claim in claims] == [claim.span.of(text) for claim in claims]


def figures(claims: list[Claim]) -> list[object]:
    """What claims say, with white space of any sort as one space."""
    return [
        (" ".join(claim.surface.split()), replace(claim.figure, qualifier_words=""), claim.rule) for claim in claims
    ]


@given(texts)
@quick
def test_line_ends_of_either_system_give_the_same_figures(text: str) -> None:
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    assert figures(read(unix)) == figures(read(unix.replace("\n", "\r\n")))


@pytest.mark.parametrize(
    "text",
    [
        "It cost £5\nmillion.",
        "Some 12,000\npeople came.",
        "Two\nhundred people came.",
        "It is 3.5 per\ncent.",
        "It is one\nin five.",
        "Nearly a\nthird of them left.",
        "It makes 500\nbarrels a day.",
        "A few\ndozen people came.",
        "It is 5 square\nkilometres.",
    ],
)
def test_a_figure_over_two_lines_is_read_in_files_of_either_system(text: str) -> None:
    assert figures(read(text)) == figures(read(text.replace("\n", "\r\n")))


# Nothing in them depends on another paragraph: dates in full, currencies named, nobody speaks.
ALONE = (
    "The bridge cost £5m a year in 2019 prices.",
    "Between £50m and £90m went to 12,000 people over 10 years.",
    "Turnout fell to 41.5 per cent, from 60%.",
    "The loan of £1.6 billion (€2 billion) was signed on 12 June 2024.",
    "Nearly one in five homes stood empty by 31 March 2019!",
    "The lease runs for 99 years and covers up to 3,000 hectares.",
    "Tens of billions of euros were lost, and 20,000 barrels a day.",
    "Nothing was counted here.",
    "A heading without a stop",
)


@given(st.lists(st.sampled_from(ALONE), min_size=1, max_size=6))
@quick
def test_paragraphs_that_stand_alone_are_read_as_if_alone(paragraphs: list[str]) -> None:
    expected: list[Claim] = []
    at = 0
    for paragraph in paragraphs:
        first = len(expected)
        expected += [shifted(claim, at, first) for claim in read(paragraph)]
        at += len(paragraph) + 2
    assert read("\n\n".join(paragraphs)) == expected


def shifted(claim: Claim, by: int, position: int) -> Claim:
    """The claim as it is read `by` characters and `position` claims further on."""
    moved = {name: replace(said, span=said.span and said.span.shifted(by)) for name, said in claim.basis.stated()}
    return replace(
        claim,
        span=claim.span.shifted(by),
        sentence=claim.sentence.shifted(by),
        qualifier_cue=claim.qualifier_cue and claim.qualifier_cue.shifted(by),
        converts=None if claim.converts is None else claim.converts + position,
        basis=replace(claim.basis, **moved),
    )

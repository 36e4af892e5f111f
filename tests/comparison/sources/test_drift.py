"""What becomes of figures from one version of an article to the next."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from app.comparison.sources.drift import Edition, Step, difference
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim
from app.domain.figure import Figure, Kind
from app.domain.span import Span
from app.domain.version import Fate
from tests.support.call_counts import steps as work

PIER = "The pier will cost £40m."
FERRY = "A ferry takes £3m a year from the council."
TOLL = "Tolls brought in £12m last winter, the harbour master said."


def edition(*paragraphs: str) -> Edition:
    """A text of these paragraphs, in which every "£40m" is a claim of the sentence around it."""
    text = "\n\n".join(paragraphs)
    ends = [0, *(match.end() for match in re.finditer(r"\.(?=\s|$)|\n\n", text)), len(text)]
    sentences = [Span(start, end) for start, end in pairwise(ends) if text[start:end].strip()]
    claims = []
    at = 0
    for match in re.finditer(r"£(\d+)m", text):
        while sentences[at].end <= match.start():
            at += 1
        amount = Decimal(match[1])
        figure = Figure(kind=Kind.MONEY, low=amount, high=amount, unit="GBP")
        sentence = Span(
            sentences[at].start + len(sentences[at].of(text)) - len(sentences[at].of(text).lstrip()), sentences[at].end
        )
        claims.append(Claim(span=Span(*match.span()), surface=match[0], figure=figure, sentence=sentence, rule="test"))
    return Edition(text=text, claims=claims)


def told(old: Edition, new: Edition) -> list[str]:
    """The steps in words: "changed £40m £50m"."""

    def said(step: Step) -> str:
        before = "" if step.old is None else old.claims[step.old].surface
        after = "" if step.new is None else new.claims[step.new].surface
        return " ".join(filter(None, (step.fate.value, before, after)))

    return [said(step) for step in difference(old, new)]


def test_figures_of_the_same_words_are_unchanged_wherever_their_offsets_are() -> None:
    new = edition(
        "This article was corrected on Tuesday.", PIER, "Nobody has seen the books.", FERRY.replace(" a ", "  a\n")
    )
    assert told(edition(PIER, FERRY), new) == ["unchanged £40m £40m", "unchanged £3m £3m"]


def test_a_sentence_at_another_place_is_moved_and_the_others_are_not() -> None:
    assert told(edition(PIER, FERRY, TOLL), edition(FERRY, TOLL, PIER)) == [
        "moved £40m £40m", "unchanged £3m £3m", "unchanged £12m £12m",
    ]  # fmt: skip


def test_another_figure_in_the_sentence_is_a_change_and_shows_both() -> None:
    old, new = edition(PIER, FERRY), edition(PIER.replace("40", "55"), FERRY)
    assert told(old, new) == ["changed £40m £55m", "unchanged £3m £3m"]
    assert not difference(old, new)[0].same_figure


def test_other_words_around_the_same_figure_are_a_change_too() -> None:
    old, new = edition(TOLL), edition(TOLL.replace("last winter", "since the storm"))
    (step,) = difference(old, new)
    assert (step.fate, step.same_figure) == (Fate.CHANGED, True)


def test_a_dropped_sentence_is_gone_and_an_added_one_new() -> None:
    assert told(edition(PIER, FERRY), edition(FERRY, TOLL)) == ["gone £40m", "unchanged £3m £3m", "new £12m"]


def test_nothing_is_anchored_to_words_that_happen_to_stand_at_the_same_place() -> None:
    other = "Whales were counted at £40m from the cliffs."
    assert told(edition(PIER), edition(other)) == ["gone £40m", "new £40m"]


def test_of_several_figures_in_a_sentence_only_the_one_that_differs_has_changed() -> None:
    old = edition("The lease is worth £40m in rent, £7m in grants and £9m in kind.")
    new = edition("The lease is worth £40m in rent, £8m in grants and £9m in kind.")
    assert told(old, new) == ["unchanged £40m £40m", "changed £7m £8m", "unchanged £9m £9m"]


def test_a_figure_that_left_its_sentence_does_not_take_the_next_ones_place() -> None:
    old = edition("The lease brings £40m in rent and £7m in grants for the schools.")
    new = edition("The lease brings rent and £8m in grants for the schools.")
    assert told(old, new) == ["gone £40m", "changed £7m £8m"]


def test_a_figure_whose_basis_changed_with_its_neighbour_has_changed() -> None:
    old, new = edition("It costs £40m, or £7m each."), edition("It costs £40m, or £9m each.")

    def over(years: str, one: Edition) -> Edition:
        basis = Basis(horizon=Stated(value=years))
        return replace(one, claims=[replace(one.claims[0], basis=basis), *one.claims[1:]])

    assert told(over("P10Y", old), over("P10Y", new))[0] == "unchanged £40m £40m"
    assert told(over("P10Y", old), over("P20Y", new))[0] == "changed £40m £40m"


def test_words_that_are_read_as_another_figure_have_changed() -> None:
    old = edition(PIER)
    later = Figure(kind=Kind.MONEY, low=Decimal(40), high=Decimal(40), unit="USD")
    new = replace(old, claims=[replace(old.claims[0], figure=later)])
    (step,) = difference(old, new)
    assert (step.fate, step.same_figure) == (Fate.CHANGED, False)


def test_repeated_sentences_are_told_apart_by_their_turn() -> None:
    assert told(edition(PIER, PIER, FERRY), edition(PIER, FERRY)) == [
        "unchanged £40m £40m", "gone £40m", "unchanged £3m £3m",
    ]  # fmt: skip


def test_quotation_marks_and_dashes_of_another_house_change_nothing() -> None:
    old, new = edition("“It’s £40m” – so she said."), edition('"It\'s £40m" - so she said.')
    assert told(old, new) == ["unchanged £40m £40m"]


HOSTILE = {
    "one sentence over and over": lambda size, _: ["It costs £5m."] * size,
    "one frame with other figures": lambda size, by: [f"Lot {at} costs £{at + by}m." for at in range(size)],
    "nothing in common": lambda size, by: [f"w{by}{at} x{by}{at} y{by}{at} £{at + by}m." for at in range(size)],
    "one long sentence": lambda size, by: [", ".join(f"lot {at} at £{at + by}m" for at in range(size)) + "."],
    "all the other way round": lambda size, by: [f"Lot number {at} costs £{at}m." for at in range(size)][
        :: 1 - 2 * (by > 0)
    ],
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_work_grows_with_the_length_of_the_texts(made) -> None:  # type: ignore[no-untyped-def]
    small, large = (
        work(lambda size=size: difference(edition(*made(size, 0)), edition(*made(size, 7)))) for size in (200, 800)
    )
    assert large < 6 * small

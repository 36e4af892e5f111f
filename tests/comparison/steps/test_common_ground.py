"""A conflict has to be earned: something has to say that two figures are of one thing."""

from dataclasses import replace

import pytest

from app.comparison import pair
from app.comparison.statement import Statement
from app.comparison.steps import common_ground
from app.domain.verdict import Verdict
from tests.comparison.judgements import R, V, judged
from tests.comparison.statements import figure, statement


def _sums(one: str, other: str, *articles: str | None) -> tuple[Statement, Statement]:
    first, last = articles or (None, None)
    return (
        statement(figure("8m"), one, surface="£8m", article=first),
        statement(figure("5m"), other, surface="£5m", article=last),
    )


WOOL = "The wool sheds by the station roof leaked so badly that tiles came to £8m."
FLAX = "Divers from Skell Point lifted a wreck with cargo and two anchors for £5m."


def test_sentences_that_say_much_and_share_nothing_are_of_two_things() -> None:
    answer = judged(*_sums(WOOL, FLAX))
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))
    assert answer.sentence == (
        "Not comparable: nothing in the words says that £5m and £8m are of one thing: “two anchors for …”, "
        "“that tiles came to …”."
    )
    assert answer.short == "nothing says they are one"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Why pay £8m for a base?", "The deal costs £5m."),
        (WOOL, "Tiles for the wool sheds by the station cost £5m."),
        (WOOL, "It came to £5m."),
    ],
)
def test_short_sentences_and_those_that_share_a_matter_contradict_each_other(one: str, other: str) -> None:
    assert judged(*_sums(one, other)).verdict is V.CONFLICT


def test_what_is_said_by_the_way_is_no_matter_of_a_figure() -> None:
    aside = "The wool sheds, which a Danish widow with seven sons and a parrot built on a swamp, cost £8m."
    assert not common_ground.is_missing(pair.of(*_sums(aside, "The wool sheds cost £5m, two auditors in Lunn found.")))


def test_sentences_out_of_articles_need_more() -> None:
    texts = "The wreck's cargo cost £8m.", "Wool sheds cost £5m."
    assert not common_ground.is_missing(pair.of(*_sums(*texts)))
    texts = "The wreck's cargo cost £8m.", "Wool sheds and flax sheds cost £5m."
    assert common_ground.is_missing(pair.of(*_sums(*texts, "a", "b")))


def test_one_article_speaks_of_many_things() -> None:
    texts = "The wool sheds leaked badly, and tiles cost £8m.", "Tiles, anchors and a boat for the divers cost £5m."
    assert judged(*_sums(*texts, "a", "a")).verdict is V.DIFFERS_BY_BASIS
    assert judged(*_sums(*texts, "a", "b")).verdict is V.CONFLICT


def test_a_revision_needs_ground_too() -> None:
    earlier, later = _sums(WOOL, "Divers from Skell Point now want for the wreck with cargo and two anchors £5m.")
    assert judged(earlier, later).verdict is V.NOT_COMPARABLE


def test_an_open_bound_from_afar_needs_ground_too() -> None:
    first, last = _sums(WOOL, "Divers from Skell Point lifted a wreck with cargo and two anchors for more than £5m.")
    bound = statement(figure("5m", words="more than"), last.text, surface="more than £5m")
    assert judged(first, bound).verdict is V.NOT_COMPARABLE


def test_sums_of_two_articles_that_share_nothing_differ_in_more_than_scope() -> None:
    part, whole = WOOL.replace("tiles came", "so far tiles came"), FLAX.replace("£5m", "£50m")
    sums = statement(figure("8m"), part, surface="£8m"), statement(figure("50m"), whole, surface="£50m")
    assert judged(*sums).verdict is V.DIFFERS_BY_BASIS
    apart = [replace(one, article=name) for one, name in zip(sums, "ab", strict=True)]
    answer = judged(*apart)
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))


def test_a_range_joins_no_two_sums_of_two_articles_that_share_nothing() -> None:
    wide = FLAX.replace("£5m", "between £5m and £9m")
    sums = (
        statement(figure("8m"), WOOL, surface="£8m", article="a"),
        statement(figure("5m", to="9m"), wide, surface="between £5m and £9m", article="b"),
    )
    assert judged(*sums).verdict is V.NOT_COMPARABLE
    joined = replace(sums[1], text=wide.replace("a wreck", "wool sheds and a wreck"))
    assert judged(sums[0], joined).verdict is V.COMPATIBLE


def test_a_range_of_the_same_two_ends_needs_no_word_in_common() -> None:
    texts = (
        "The wool sheds will cost between £5m and £8m.",
        "Auditors and lawyers in Lunn wrote that it had risen beyond a forecast of £5m to £8m.",
    )
    surfaces = "between £5m and £8m", "£5m to £8m"
    one, other = (
        statement(figure("5m", to="8m"), text, surface=surface, article=text[:6])
        for text, surface in zip(texts, surfaces, strict=True)
    )
    assert judged(one, other).verdict is V.COMPATIBLE
    wider = statement(figure("5m", to="9m"), texts[1].replace("8m", "9m"), surface="£5m to £9m", article="b")
    assert judged(one, wider).verdict is V.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("flax", "expected"),
    [
        ("Flax worth £5m was handed out to 300 pupils in Skell and Orm on 3 May 2021.", V.NOT_COMPARABLE),
        ("The first payment for the sheds was £5m on 3 May 2021.", V.DIFFERS_BY_BASIS),
    ],
)
def test_sums_that_nothing_joins_differ_in_nothing_but_what_they_are(flax: str, expected: Verdict) -> None:
    sheds = statement(figure("80m"), "The wool sheds will cost £80m.", surface="£80m", article="a", status="forecast")
    paid = statement(figure("5m"), flax, surface="£5m", article="b", status="outturn", on="2025-06-08")
    assert judged(sheds, paid).verdict is expected


def test_what_is_so_much_a_year_can_be_paid_under_a_deal_of_which_another_sum_tells() -> None:
    texts = (
        "Britain offers the islanders £8m a year to keep its radar there.",
        "Pensioners in Orm and Skell got £5m once.",
    )
    rate = statement(figure("8m", per="year"), texts[0], surface="£8m a year", article="a", kind="rate")
    once = statement(figure("5m"), texts[1], surface="£5m", article="b", kind="one-off")
    assert judged(rate, once).verdict is V.DIFFERS_BY_BASIS

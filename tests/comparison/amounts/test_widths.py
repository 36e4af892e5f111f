"""The one table of widths: every row computes what it says, and every row is shown."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.comparison.amounts import interval, widths
from app.comparison.amounts.widths import Hedge
from app.domain.figure import Qualifier
from app.domain.interval import INFINITY, Bounds
from tests.comparison.statements import figure, value

INF = "inf"


def stretch(low: str, high: str, ends: str = "[)") -> Bounds:
    """ "[190m, 210m)": the brackets are `ends`; inf is open to that side."""
    return Bounds(
        low=-INFINITY if low == INF else value(low),
        high=INFINITY if high == INF else value(high),
        closed_low=ends[0] == "[",
        closed_high=ends[1] == "]",
    )


HEDGED = [
    ("about", stretch("190m", "210m"), stretch("180m", "220m")),
    ("around", stretch("190m", "210m"), stretch("180m", "220m")),
    ("roughly", stretch("190m", "210m"), stretch("180m", "220m")),
    ("some", stretch("190m", "210m"), stretch("180m", "220m")),
    ("an estimated", stretch("190m", "210m"), stretch("180m", "220m")),
    ("~", stretch("190m", "210m"), stretch("180m", "220m")),
    ("nearly", stretch("180m", "200m"), stretch("170m", "200m", "[]")),
    ("almost", stretch("180m", "200m"), stretch("170m", "200m", "[]")),
    ("close to", stretch("180m", "200m"), stretch("170m", "200m", "[]")),
    ("just under", stretch("190m", "200m"), stretch("180m", "200m", "[]")),
    ("just over", stretch("200m", "210m", "(]"), stretch("200m", "220m", "[]")),
    ("more than", stretch("200m", INF, "()"), stretch("199.5m", INF)),
    ("over", stretch("200m", INF, "()"), stretch("199.5m", INF)),
    (">", stretch("200m", INF, "()"), stretch("199.5m", INF)),
    ("at least", stretch("200m", INF), stretch("200m", INF)),
    ("no fewer than", stretch("200m", INF), stretch("200m", INF)),
    ("or more", stretch("200m", INF), stretch("200m", INF)),
    ("+", stretch("200m", INF), stretch("200m", INF)),
    ("up to", stretch(INF, "200m", "(]"), stretch(INF, "210m", "(]")),
    ("as much as", stretch(INF, "200m", "(]"), stretch(INF, "210m", "(]")),
    ("at most", stretch(INF, "200m", "(]"), stretch(INF, "200m", "(]")),
    ("less than", stretch(INF, "200m", "()"), stretch(INF, "200m", "()")),
    ("under", stretch(INF, "200m", "()"), stretch(INF, "200m", "()")),
]


@pytest.mark.parametrize(("words", "core", "halo"), HEDGED)
def test_every_hedge_reaches_to_the_ends_of_its_row(words: str, core: Bounds, halo: Bounds) -> None:
    found = interval.of(figure("200m", words=words))
    assert found is not None
    assert (found.core, found.halo) == (core, halo)


@pytest.mark.parametrize(
    ("written", "core", "halo"),
    [
        ("100m", stretch("99.5m", "100.5m"), stretch("95m", "105m")),
        ("101m", stretch("100.5m", "101.5m"), stretch("100.5m", "101.5m")),
        ("120m", stretch("119.5m", "120.5m"), stretch("115m", "125m")),
        ("165m", stretch("164.5m", "165.5m"), stretch("162.5m", "167.5m")),
        ("34.7bn", stretch("34.65bn", "34.75bn"), stretch("34.65bn", "34.75bn")),
        ("35bn", stretch("34.5bn", "35.5bn"), stretch("33.25bn", "36.75bn")),
        ("30bn", stretch("29.5bn", "30.5bn"), stretch("28.5bn", "31.5bn")),
        ("2bn", stretch("1.9bn", "2.1bn"), stretch("1.9bn", "2.1bn")),
        ("5,000", stretch("4999.5", "5000.5"), stretch("4750", "5250")),
        ("36,816", stretch("36815.5", "36816.5"), stretch("36815.5", "36816.5")),
    ],
)
def test_every_plain_number_reaches_to_the_ends_of_its_row(written: str, core: Bounds, halo: Bounds) -> None:
    found = interval.of(figure(written))
    assert found is not None
    assert (found.core, found.halo) == (core, halo)


@pytest.mark.parametrize(
    ("low", "to", "ends"),
    [("10m", "100m", ("20m", "100m")), ("100m", "1000m", ("200m", "1000m")), ("12", "100", ("24", "100"))],
)
def test_a_vague_plural_is_at_least_two_of_its_unit(low: str, to: str, ends: tuple[str, str]) -> None:
    found = interval.of(figure(low, to=to, vague=True))
    assert found is not None
    assert found.core == found.halo == stretch(*ends)


def test_a_range_reaches_past_both_of_its_ends_and_holds_them() -> None:
    found = interval.of(figure("100m", to="120m"))
    assert found is not None
    assert found.core == stretch("99.5m", "120.5m", "[]")
    assert found.halo == stretch("95m", "125m", "[]")


def test_about_is_never_narrower_than_the_number_alone_may_be() -> None:
    about, plain = interval.of(figure("150", "missile", "about")), interval.plain(figure("150", "missile"))
    assert about is not None
    assert plain is not None
    assert plain.halo.high - plain.halo.low <= about.core.high - about.core.low
    assert (about.core.low, about.core.high) == (Decimal("142.5"), Decimal("157.5"))


@pytest.mark.parametrize(
    ("hedge", "words"), [(hedge, words) for hedge, listed in widths.WORDS.items() for words in listed]
)
def test_all_words_of_the_table_choose_their_hedge(hedge: Hedge, words: str) -> None:
    assert widths.hedge_of(figure("200m", words=words)) is hedge
    assert widths.hedge_of(figure("200m", words=words.upper())) is hedge


@pytest.mark.parametrize(
    ("words", "qualifier", "hedges"),
    [
        ("no longer than", Qualifier.AT_MOST, {Hedge.UP_TO, Hedge.AT_MOST}),
        ("no larger than", Qualifier.AT_MOST, {Hedge.UP_TO, Hedge.AT_MOST}),
        ("topped out at", Qualifier.AT_MOST, {Hedge.UP_TO, Hedge.AT_MOST}),
        ("no smaller than", Qualifier.AT_LEAST, {Hedge.AT_LEAST}),
        ("a shade less than", Qualifier.UNDER, {Hedge.JUST_UNDER}),
    ],
)
def test_words_never_turn_a_bound_round(words: str, qualifier: Qualifier, hedges: set[Hedge]) -> None:
    assert widths.hedge_of(replace(figure("200m", words=words), qualifier=qualifier)) in hedges


def test_words_that_only_begin_like_a_row_do_not_choose_it() -> None:
    assert widths.hedge_of(figure("200m", words="overall")) is Hedge.PLAIN


def test_the_table_for_people_has_every_row_and_its_numbers() -> None:
    lines = widths.rows()
    hedged = [line for line in lines if any(line.words.startswith(listed[0]) for listed in widths.WORDS.values())]
    assert len(hedged) == len(Hedge) - 1
    shown = {line.words.partition(",")[0]: (line.core, line.halo) for line in lines}
    assert shown["nearly"] == ("up to 10 % below, the number itself left out", "up to 15 % below, the number included")
    assert shown["more than"] == ("anything above, but not the number itself", "also the core of the number alone")
    assert all(line.words and line.core and line.halo for line in lines)

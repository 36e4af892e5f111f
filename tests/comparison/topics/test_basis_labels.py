"""How a claim's basis is named in a table, and which slots it shows."""

from dataclasses import replace

import pytest

from app.comparison.topics import basis
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim
from app.domain.figure import Figure
from app.domain.span import Span
from tests.comparison.statements import day, figure, statement


def claim(said: Figure, **stated: str) -> Claim:
    return statement(said, **stated).claim


@pytest.mark.parametrize(
    ("said", "stated", "kind", "detail"),
    [
        (figure("100m", per="year"), {}, "Per year", "price base not stated"),
        (figure("165m", per="year"), {"price": "cash", "scope": "years 1-3"}, "Per year", "cash, years stated"),
        (figure("101m", per="year"), {"price": "real:2025/26"}, "Per year", "real, 2025/26 prices"),
        (figure("40m"), {"kind": "one-off", "price": "cash"}, "One-off", "cash"),
        (figure("34.7bn"), {"kind": "total", "horizon": "P99Y", "price": "nominal"}, "Total, 99 years", "nominal"),
        (figure("3.4bn"), {"kind": "total", "price": "npv"}, "Present value", "discounted"),
        (figure("3.5", "percent"), {"denominator": "GDP", "target_date": "2035"}, "Share of GDP", "by 2035"),
        (figure("132bn"), {"kind": "level"}, "Level", "price base not stated"),
        (figure("28bn"), {}, "Not stated", "price base not stated"),
        (day("2035"), {}, "Date", ""),
    ],
)
def test_a_group_is_named_by_kind_and_prices(said: Figure, stated: dict[str, str], kind: str, detail: str) -> None:
    label = basis.label(claim(said, **stated))
    assert (label.kind, label.detail) == (kind, detail)


def test_groups_stand_in_the_order_of_the_table() -> None:
    ordered = [
        claim(figure("100m", per="year")),
        claim(figure("40m"), kind="one-off"),
        claim(figure("34.7bn"), kind="total"),
        claim(figure("3.4bn"), price="npv"),
        claim(figure("28bn")),
    ]
    keys = [basis.label(one).key for one in ordered]
    assert keys == sorted(keys)


def test_chips_say_what_is_known_and_then_what_is_not() -> None:
    chips = basis.chips(claim(figure("34.7bn"), kind="total", horizon="P99Y", price="nominal"))
    assert [(chip.text, chip.known) for chip in chips] == [("total", True), ("99 years", True), ("nominal", True)]
    open_ones = basis.chips(claim(figure("30bn")))
    assert [(chip.text, chip.known) for chip in open_ones] == [("prices?", False), ("years?", False), ("basis?", False)]


def test_a_share_says_once_of_what_it_is() -> None:
    chips = basis.chips(claim(figure("5", "percent"), kind="share", denominator="GDP", target_date="2032"))
    assert [chip.text for chip in chips] == ["share of GDP", "by 2032"]


def test_what_the_analyst_set_is_marked() -> None:
    set_by_hand = Claim(
        span=Span(0, 0),
        surface="",
        figure=figure("30bn"),
        sentence=Span(0, 0),
        rule="test",
        basis=Basis(kind=Stated(value="total", by_analyst=True), price=Stated(value="cash")),
    )
    marks = {chip.text: chip.by_analyst for chip in basis.chips(set_by_hand)}
    assert marks["total"]
    assert not marks["nominal"]


def settled(said: Figure, kind: str, **stated: str) -> Claim:
    """The claim after the analyst said what it measures."""
    words = {name: Stated(value=value) for name, value in stated.items()}
    return replace(claim(said), basis=Basis(kind=Stated(value=kind, by_analyst=True), **words))


@pytest.mark.parametrize(
    ("kind", "stated", "shown"),
    [
        ("rate", {"per": "year"}, "Per year"),
        ("one-off", {}, "One-off"),
        ("total", {}, "Total"),
        ("total", {"price": "npv"}, "Present value"),
        ("share", {}, "Share"),
        ("level", {}, "Level"),
        ("other", {}, "Other"),
        ("unknown", {}, "Not stated"),
        ("unknown", {"horizon": "P99Y"}, "Not stated"),
        ("level", {"denominator": "GDP"}, "Level"),
    ],
)
def test_the_analysts_word_on_what_a_rate_measures_wins_over_the_texts(
    kind: str, stated: dict[str, str], shown: str
) -> None:
    assert basis.label(settled(figure("100m", per="month"), kind, **stated)).kind == shown


def test_a_rate_that_the_analyst_calls_a_total_has_no_period_left() -> None:
    chips = basis.chips(settled(figure("100m", per="year"), "one-off"))
    assert (chips[0].text, chips[0].by_analyst) == ("one-off", True)
    unknown = basis.chips(settled(figure("100m", per="year"), "unknown"))
    assert [chip.text for chip in unknown] == ["prices?", "years?", "basis?"]

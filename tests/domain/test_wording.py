"""The house style of figures."""

from decimal import Decimal

import pytest

from app.domain import wording
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.interval import INFINITY, Bounds

M, BN = Decimal("1E6"), Decimal("1E9")


def money(low: Decimal, high: Decimal | None = None, unit: str | None = "GBP", **more: object) -> Figure:
    return Figure(kind=Kind.MONEY, low=low, high=low if high is None else high, unit=unit, **more)  # type: ignore[arg-type]


def share(written: str, unit: str = "percent", **more: object) -> Figure:
    number = Decimal(written)
    return Figure(kind=Kind.PERCENTAGE, low=number, high=number, unit=unit, **more)  # type: ignore[arg-type]


def count(number: int, unit: str | None, **more: object) -> Figure:
    return Figure(kind=Kind.QUANTITY, low=Decimal(number), high=Decimal(number), unit=unit, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (money(200 * M, qualifier_words="nearly", per="year"), "nearly £200m a year"),
        (money(Decimal("3.4") * BN), "£3.4bn"),
        (money(Decimal("1500") * M), "£1.5bn"),
        (money(Decimal(162500)), "£162,500"),
        (money(Decimal("1.43"), per="litre"), "£1.43 a litre"),
        (money(Decimal("2.3")), "£2.30"),
        (money(Decimal("1.3"), Decimal("1.5")), "£1.30 to £1.50"),
        (money(Decimal("1234.5")), "£1,234.50"),
        (money(Decimal("0.125")), "£0.125"),
        (money(200 * M, unit=None), "200m"),
        (money(Decimal("2.5") * M, unit="CHF"), "CHF 2.5m"),
        (money(2 * BN, unit="AUD"), "A$2bn"),
        (money(-12 * M), "−£12m"),
        (money(49 * BN, Decimal("56.6") * BN), "£49bn to £56.6bn"),
        (money(10 * BN, 100 * BN, vague=True), "tens of billions of pounds"),
        (money(100 * M, 1000 * M, "USD", vague=True), "hundreds of millions of dollars"),
        (money(24 * BN, qualifier=Qualifier.OVER, qualifier_words=">", per="year"), "more than £24bn a year"),
        (money(28 * BN, qualifier=Qualifier.AT_MOST, qualifier_words="Up  to"), "up to £28bn"),
        (share("3.5"), "3.5 %"),
        (share("4.0"), "4.0 %"),
        (share("0.3", "percentage_point"), "0.3 percentage points"),
        (share("1", "percentage_point"), "1 percentage point"),
        (share("33.3333", fraction=True), "a third"),
        (share("12.5", fraction=True), "12.5 %"),
        (count(5000, "missile", qualifier_words="more than"), "more than 5,000 missiles"),
        (count(5000, "missile", qualifier=Qualifier.AT_LEAST, qualifier_words="or more"), "at least 5,000 missiles"),
        (count(36816, "person"), "36,816 people"),
        (count(1, "ship"), "1 ship"),
        (count(60, "mile per hour"), "60 miles per hour"),
        (count(20000, "barrel", per="day"), "20,000 barrels a day"),
        (count(12, None, per="100,000 people"), "12 per 100,000 people"),
        (Figure(kind=Kind.DURATION, date="P99Y"), "99 years"),
        (Figure(kind=Kind.DURATION, date="PT45M"), "45 minutes"),
        (Figure(kind=Kind.DURATION, date="P1Y", qualifier_words="about"), "about 1 year"),
        (Figure(kind=Kind.DATE, date="2035", modifier="by"), "by 2035"),
        (Figure(kind=Kind.DATE, date="2020-W04"), "the week of 20 January 2020"),
        (Figure(kind=Kind.DATE, date="2020-W53"), "the week of 28 December 2020"),
        (Figure(kind=Kind.DATE, date="2021-W53"), "2021-W53"),
        (Figure(kind=Kind.DATE, date="203X", modifier="mid"), "the mid-2030s"),
        (Figure(kind=Kind.DATE, date="2027", modifier="end"), "the end of 2027"),
        (Figure(kind=Kind.DATE, date="2026-02-14"), "14 February 2026"),
        (Figure(kind=Kind.DATE, date="2025-Q1"), "Q1 2025"),
        (Figure(kind=Kind.DATE, date="202X"), "the 2020s"),
        (Figure(kind=Kind.DATE, date="2025/2026", fiscal=True), "2025/26"),
        (Figure(kind=Kind.DATE, date="2025-06-24/2025-06-25"), "24 June 2025 to 25 June 2025"),
        (Figure(kind=Kind.DATE), "an unresolved date"),
    ],
)
def test_figures_are_said_in_one_style(figure: Figure, said: str) -> None:
    assert wording.say(figure) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("65000000", "GBP", "£65m"),
        ("9999000000", "GBP", "£9.999bn"),
        ("183419200000", "GBP", "£183.4bn"),
        ("143.25", "GBP", "£143.25"),
        ("2.5", "percent", "2.5 %"),
        ("1300", "missile", "1,300 missiles"),
        ("31", "day", "31 days"),
        ("10.666635", "percentage_point", "10.67 percentage points"),
        ("-1.23456e1040", "GBP", "−£1.23e+1040"),
    ],
)
def test_computed_amounts_keep_four_digits(value: str, unit: str, said: str) -> None:
    assert wording.amount(Decimal(value), unit) == said


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (95 * M, 105 * M, "GBP", "95–105m"),
        (Decimal("34.65") * BN, Decimal("34.75") * BN, "GBP", "34.65–34.75bn"),
        (900 * M, Decimal("1.1") * BN, "GBP", "0.9–1.1bn"),
        (Decimal("3.45"), Decimal("3.55"), "percent", "3.45–3.55 %"),
    ],
)
def test_both_ends_of_a_stretch_share_one_scale(low: Decimal, high: Decimal, unit: str, said: str) -> None:
    assert wording.bounds(Bounds(low=low, high=high), unit) == said


def test_open_stretches_say_on_which_side() -> None:
    assert wording.bounds(Bounds(low=Decimal("549999.5"), high=INFINITY), "person") == "550,000 or more"
    assert wording.bounds(Bounds(low=Decimal("23613.5"), high=Decimal("23614.5")), "person") == "23,614"
    assert wording.bounds(Bounds(low=Decimal("3.5"), high=INFINITY), "point") == "3.5 or more"
    assert wording.bounds(Bounds(low=30 * BN, high=INFINITY, closed_low=False), "GBP") == "above 30bn"
    assert (
        wording.bounds(Bounds(low=-INFINITY, high=28 * BN, closed_low=False, closed_high=True), "GBP") == "28bn or less"
    )


@pytest.mark.parametrize(
    ("ratio", "said"),
    [("2", "twice"), ("2.02", "twice"), ("2.94", "2.9 times"), ("1000", "1,000 times"), ("1.04", "1.04 times")],
)
def test_ratios_are_said_as_people_say_them(ratio: str, said: str) -> None:
    assert wording.times(Decimal(ratio)) == said


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("person", "people"),
        ("company", "companies"),
        ("aircraft", "aircraft"),
        ("square mile", "square miles"),
        ("fish", "fishes"),
        ("missiles", "missiles"),
    ],
)
def test_units_have_plurals(one: str, many: str) -> None:
    assert wording.plural(one) == many

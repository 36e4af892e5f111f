"""Amounts of money in house style: signs, codes and names, lakh and crore, pence, ranges, vague amounts, losses."""

from decimal import Decimal

from hypothesis import strategies as st

from app.domain.figure import Kind
from tests.extraction.house_styles import SCALES, Styled, amounts, decimal, in_words

_BEFORE = {
    "£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "₹": "INR", "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD",
    "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "USD ": "USD", "CHF ": "CHF", "EUR\u00a0": "EUR", "SFr": "CHF",
    "DKr": "DKK", "zł ": "PLN", "RM": "MYR", "₦": "NGN", "₩": "KRW", "Rs ": "INR", "Rs. ": "INR", "Rs": "INR",
}  # fmt: skip
_AFTER = {
    " pounds": "GBP", " euros": "EUR", " dollars": "USD", " yen": "JPY", " yuan": "CNY", " rupees": "INR",
    " Swiss francs": "CHF", " Hong Kong dollars": "HKD", " zlotys": "PLN", " US dollars": "USD", " USD": "USD",
    " GBP": "GBP", "\u00a0euros": "EUR",
}  # fmt: skip


def _indian(number: int) -> str:
    """With marks after the thousands and then every two digits: 12,34,567."""
    head, tail = divmod(number, 1000)
    return f"{_grouped_by_two(head)},{tail:03}" if head else str(tail)


def _grouped_by_two(number: int) -> str:
    head, tail = divmod(number, 100)
    return f"{_grouped_by_two(head)},{tail:02}" if head else str(tail)


# A mantissa before a scale: 3, 3.4, 12.75, 1,250.


@st.composite
def prefixed_money(draw: st.DrawFn) -> Styled:
    """ "£165m", "US$1.2tn", "CHF 2.5 million"."""
    (words, value, _), sign = draw(amounts()), draw(st.sampled_from(list(_BEFORE)))
    return Styled(words=f"{sign}{words}", kind=Kind.MONEY, low=value, high=value, unit=_BEFORE[sign])


@st.composite
def suffixed_money(draw: st.DrawFn) -> Styled:
    """ "3.5 million Swiss francs", "300,000 euros"."""
    words, value, _ = draw(amounts(("", "k", " thousand", "m", "bn", " million", " billion", "tn", " trillion")))
    name = draw(st.sampled_from(list(_AFTER)))
    return Styled(words=f"{words}{name}", kind=Kind.MONEY, low=value, high=value, unit=_AFTER[name])


@st.composite
def indian_money(draw: st.DrawFn) -> Styled:
    """ "Rs 6,000 crore", "₹2.5 lakh crore", "Rs 12,34,567"."""
    sign = draw(st.sampled_from(("Rs ", "Rs. ", "₹", "Rs")))
    scale, zeros = draw(st.sampled_from(((" lakh", 5), (" crore", 7), (" lakh crore", 12), ("cr", 7), ("", 0))))
    number = draw(st.integers(10_00_000, 99_99_99_999) if scale == "" else st.integers(1, 9_999))
    words = _indian(number) if scale == "" else f"{number:,}"
    value = Decimal(number).scaleb(zeros)
    return Styled(words=f"{sign}{words}{scale}", kind=Kind.MONEY, low=value, high=value, unit="INR")


@st.composite
def small_money(draw: st.DrawFn) -> Styled:
    """ "143p", "3.2 cents", "12 pence"."""
    whole = st.integers(1, 999).filter(
        lambda number: number not in (240, 360, 480, 720)
    )  # heights of a screen, with "p"
    number = draw(st.one_of(whole.map(Decimal), st.builds(decimal, st.integers(11, 999), st.just(1))))
    name, unit = draw(st.sampled_from((("p", "GBP"), (" pence", "GBP"), (" cents", None), (" US cents", "USD"))))
    value = number / 100
    return Styled(words=f"{number}{name}", kind=Kind.MONEY, low=value, high=value, unit=unit)


@st.composite
def money_ranges(draw: st.DrawFn) -> Styled:
    """ "£5-6bn", "$135bn to $150bn", "between £50m and £90m", "5 to 10 million dollars"."""
    low = draw(st.integers(1, 400))
    high = draw(st.integers(low + 1, 900))
    sign = draw(st.sampled_from(("£", "€", "$", "US$", "A$", "¥", "₹")))
    scale = draw(st.sampled_from(("m", "mn", "bn", " million", " billion", "tn")))
    words = draw(
        st.sampled_from(
            (
                f"{sign}{low}-{high}{scale}",
                f"{sign}{low}–{high}{scale}",
                f"{sign}{low}{scale}-{sign}{high}{scale}",
                f"{sign}{low}{scale}–{sign}{high}{scale}",
                f"{sign}{low}{scale} to {sign}{high}{scale}",
                f"{sign}{low} to {sign}{high}{scale}",
                f"{sign}{low}{scale}-{high}{scale}",
                f"between {sign}{low}{scale} and {sign}{high}{scale}",
                f"between {sign}{low} and {sign}{high}{scale}",
            )
        )
    )
    zeros = SCALES[scale]
    ends = Decimal(low).scaleb(zeros), Decimal(high).scaleb(zeros)
    return Styled(words=words, kind=Kind.MONEY, low=ends[0], high=ends[1], unit=_BEFORE[sign])


@st.composite
def vague_money(draw: st.DrawFn) -> Styled:
    """ "tens of billions of dollars", "hundreds of millions of euros"."""
    many, low, high = draw(st.sampled_from((("tens", 10, 100), ("hundreds", 100, 1000), ("", 1, 10))))
    scale, zeros = draw(st.sampled_from((("thousands", 3), ("millions", 6), ("billions", 9))))
    name = draw(st.sampled_from((" pounds", " euros", " dollars", " rupees", " yen")))
    words = f"{many} of {scale} of{name}" if many else f"{scale} of{name}"
    ends = Decimal(low).scaleb(zeros), Decimal(high).scaleb(zeros)
    return Styled(words=words, kind=Kind.MONEY, low=ends[0], high=ends[1], unit=_AFTER[name])


@st.composite
def spelled_money(draw: st.DrawFn) -> Styled:
    """ "two billion pounds", "four hundred and fifty thousand euros"."""
    scale, zeros = draw(st.sampled_from((("", 0), (" million", 6), (" billion", 9), (" trillion", 12))))
    number = draw(st.integers(2, 999) if scale else st.integers(2, 999_999))
    name = draw(st.sampled_from((" pounds", " euros", " dollars", " yen")))
    value = Decimal(number).scaleb(zeros)
    words = f"{in_words(number, draw(st.sampled_from((' and ', ' '))))}{scale}{name}"
    return Styled(words=words, kind=Kind.MONEY, low=value, high=value, unit=_AFTER[name])


@st.composite
def losses(draw: st.DrawFn) -> Styled:
    """An accounting bracket: "net loss of $(12.4) million"."""
    (words, value, scale), sign = draw(amounts(("", " million", " billion"))), draw(st.sampled_from(("$", "£", "€")))
    number = words.removesuffix(scale)
    return Styled(
        words=f"a net loss of {sign}({number}){scale}", kind=Kind.MONEY, low=-value, high=-value, unit=_BEFORE[sign]
    )

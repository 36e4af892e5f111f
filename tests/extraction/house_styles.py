"""Figures as the house styles of the press write them, each with what it means: the reading must give it back.

Here are numbers, their scales and words, and what stands around any figure; money, shares, counts and dates have files
of their own (house_money.py, house_shares.py, house_dates.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hypothesis import strategies as st

from app.domain.figure import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Styled:
    """A figure's words and meaning; `date` is EDTF or ISO 8601, and then there are no numbers."""

    words: str
    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    qualifier: str = "exact"
    per: str | None = None
    date: str | None = None
    modifier: str | None = None


Style = st.SearchStrategy[Styled]


SCALES = {
    "": 0, "k": 3, " thousand": 3, "m": 6, "mn": 6, " million": 6, "-million": 6, "bn": 9, "b": 9, " billion": 9,
    "-billion": 9, "\u00a0million": 6, "\u2009bn": 9, "tn": 12, "trn": 12, " trillion": 12, "mln": 6, "mil": 6,
}  # fmt: skip
_RATES = {
    " a year": "year", "-a-year": "year", " per annum": "year", " annually": "year", " per year": "year",
    " each year": "year", " every month": "month", " a month": "month", " a week": "week", " a day": "day",
    " per day": "day", " a litre": "litre", " per tonne": "tonne", " a barrel": "barrel", " per head": "head",
    " apiece": None, " each": None,
}  # fmt: skip
_HEDGES = {
    "about": "about", "around": "about", "roughly": "about", "some": "about", "an estimated": "about",
    "approximately": "about", "nearly": "nearly", "almost": "nearly", "close to": "nearly", "more than": "over",
    "above": "over", "over": "over", "just over": "over", "less than": "under", "below": "under", "under": "under",
    "just under": "under", "at least": "at_least", "no fewer than": "at_least", "no less than": "at_least",
    "up to": "at_most", "as much as": "at_most", "no more than": "at_most", "at most": "at_most",
    "in excess of": "over", "well over": "over",
}  # fmt: skip
_SIGNS = {"~": "about", ">": "over", "<": "under"}
_HEDGES_AFTER = {"+": "at_least", " or more": "at_least", " or so": "about", " or less": "at_most"}


def decimal(number: int, places: int) -> Decimal:
    return Decimal(number).scaleb(-places)


def _grouped(number: Decimal) -> str:
    return f"{number:,f}"


mantissas = st.one_of(
    st.integers(1, 999).map(Decimal),
    st.builds(decimal, st.integers(11, 9999).filter(lambda number: number % 10), st.just(1)),
    st.builds(decimal, st.integers(101, 99999).filter(lambda number: number % 10), st.just(2)),
    st.integers(1000, 60_000).map(Decimal),
)


@st.composite
def amounts(draw: st.DrawFn, scales: Sequence[str] = tuple(SCALES)) -> tuple[str, Decimal, str]:
    """A number in digits as written, its value, and its scale as written."""
    mantissa, scale = draw(mantissas), draw(st.sampled_from(scales))
    return f"{_grouped(mantissa)}{scale}", mantissa.scaleb(SCALES[scale]), scale


_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int, joint: str = " and ") -> str:
    """A number from 1 to 999,999 in words."""
    if number >= 1000:
        head, rest = divmod(number, 1000)
        more = "" if not rest else joint if rest < 100 else " "
        return f"{in_words(head, joint)} thousand{more}{in_words(rest, joint) if rest else ''}"
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{_ONES[head - 1]} hundred{joint + in_words(rest, joint) if rest else ''}"
    if number >= 20:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones - 1]}" if ones else "")
    return _ONES[number - 1]


def below_zero(styles: Style) -> Style:
    """With a minus sign, or the word."""
    return st.builds(
        lambda figure, sign: replace(figure, words=f"{sign}{figure.words}", low=-figure.low, high=-figure.high),
        styles,
        st.sampled_from(("-", "−", "minus ")),
    )


def spaced(styles: Style) -> Style:
    """With spaces that do not break, thin spaces, or at the end of a line."""
    return st.builds(
        lambda figure, space: replace(figure, words=figure.words.replace(" ", space)),
        styles.filter(lambda figure: " " in figure.words),
        st.sampled_from(("\u00a0", "\u2009", "\u202f", "\n")),
    )


def rated(styles: Style) -> Style:
    """With the period or thing of a rate, after a qualifier if there is one."""
    return st.builds(
        lambda figure, rate: replace(figure, words=f"{figure.words}{rate}", per=_RATES[rate]),
        styles,
        st.sampled_from(list(_RATES)),
    ).filter(lambda figure: "+-" not in figure.words)


def hedged(styles: Style) -> Style:
    """With a qualifier before or after it."""
    before = st.builds(
        lambda figure, words: replace(figure, words=f"{words} {figure.words}", qualifier=_HEDGES[words]),
        styles,
        st.sampled_from(list(_HEDGES)),
    )
    after = st.builds(
        lambda figure, words: replace(figure, words=f"{figure.words}{words}", qualifier=_HEDGES_AFTER[words]),
        styles,
        st.sampled_from(list(_HEDGES_AFTER)),
    )
    signed = st.builds(
        lambda figure, sign: replace(figure, words=f"{sign}{figure.words}", qualifier=_SIGNS[sign]),
        styles.filter(lambda figure: figure.words[0].isdigit() or figure.words[0] in "£$€"),
        st.sampled_from(list(_SIGNS)),
    )
    return st.one_of(before, after, signed)

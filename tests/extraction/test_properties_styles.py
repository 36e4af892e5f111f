"""A figure written in any house style is read back as what it means, whatever its numbers are."""

import datetime
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from app.domain.figure import Figure
from app.extraction import pipeline
from app.extraction.mention import Passage
from tests.extraction import house_dates, house_money, house_shares, house_styles as styles
from tests.extraction.house_styles import Style, Styled

SENTENCES = (
    "The figure given was {}.",
    "It was put at {}, she said.",
    "{} was what they had in mind.",
    "They spoke of {} and of nothing else.",
    "“It is {},” he wrote",
)
money = st.one_of(house_money.prefixed_money(), house_money.suffixed_money(), house_money.indian_money())
EVERY: dict[str, Style] = {
    "prefixed money": house_money.prefixed_money(),
    "suffixed money": house_money.suffixed_money(),
    "lakh and crore": house_money.indian_money(),
    "pence and cents": house_money.small_money(),
    "money in words": house_money.spelled_money(),
    "ranges of money": house_money.money_ranges(),
    "rates of ranges": styles.rated(house_money.money_ranges()),
    "vague money": house_money.vague_money(),
    "rates of money": styles.rated(money),
    "hedged money": styles.hedged(money),
    "hedged rates": styles.rated(styles.hedged(house_money.prefixed_money())),
    "percentages": house_shares.percentages(),
    "ranges of percent": house_shares.percentage_ranges(),
    "hedged percent": styles.hedged(house_shares.percentages()),
    "counts": house_shares.counts(),
    "measures": house_shares.measures(),
    "ranges of counts": house_shares.count_ranges(),
    "vague counts": house_shares.vague_counts(),
    "rates of measures": styles.rated(house_shares.measures()),
    "hedged measures": styles.hedged(house_shares.measures()),
    "hedged counts": styles.hedged(house_shares.counts()),
    "days": house_dates.days(),
    "stretches": house_dates.stretches(),
    "modified dates": house_dates.modified_dates(),
    "durations": house_dates.durations(),
    "fractions": house_shares.fractions(),
    "money below zero": styles.below_zero(house_money.prefixed_money()),
    "percent below zero": styles.below_zero(house_shares.percentages()),
    "losses in brackets": house_money.losses(),
}


def meant(styled: Styled) -> tuple[object, ...]:
    """What a figure's words mean, to four decimals where it is a fraction."""
    numbers = _near(styled.low), _near(styled.high), styled.unit, styled.per
    return (styled.kind, *numbers, styled.qualifier, styled.date, styled.modifier)


def read(figure: Figure) -> tuple[object, ...]:
    """The same of a figure that was read."""
    numbers = _near(figure.low), _near(figure.high), figure.unit, figure.per
    return (figure.kind, *numbers, figure.qualifier.value, figure.date, figure.modifier)


def _near(number: Decimal | None) -> Decimal | None:
    return None if number is None else round(number, 4)


def assert_read_back(styled: Styled, sentence: str) -> None:
    begins = sentence.startswith("{}") and not styled.words.startswith("zł")
    text = sentence.format(styled.words[0].upper() + styled.words[1:] if begins else styled.words)
    claims = pipeline.read(Passage(text=text, published=datetime.date(2025, 6, 8), country="GB"))
    assert [read(claim.figure) for claim in claims] == [meant(styled)], text


def assert_all_read_back(strategy: Style) -> None:
    @given(strategy, st.sampled_from(SENTENCES))
    @settings(derandomize=True, deadline=None, max_examples=50)
    def each(styled: Styled, sentence: str) -> None:
        assert_read_back(styled, sentence)

    each()


@pytest.mark.parametrize("name", EVERY)
def test_a_style_is_read_back(name: str) -> None:
    assert_all_read_back(EVERY[name])


def any_of(words: str) -> Style:
    return st.one_of(*(style for name, style in EVERY.items() if words in name))


SPACES = "a short line goes on in the next only where that begins with a small letter"
_OPENS_LINE = re.compile(r"\s(?![a-z])")


def money_on_wrapped_lines() -> Style:
    """Money in which every line that a blank may begin opens with a small letter: no "CHF | 6 million"."""
    return any_of("money").filter(lambda styled: _OPENS_LINE.search(styled.words) is None)


@pytest.mark.parametrize(
    "strategy",
    [
        pytest.param(money_on_wrapped_lines(), id="money"),
        pytest.param(any_of("percent"), id="percent"),
        pytest.param(any_of("counts"), id="counts"),
        pytest.param(house_shares.measures(), id="measures"),
        pytest.param(house_dates.days(), id="days"),
        pytest.param(house_dates.stretches(), id="stretches"),
        pytest.param(house_dates.modified_dates(), id="modified dates"),
        pytest.param(house_dates.durations(), id="durations"),
    ],
)
def test_odd_spaces_and_line_ends_change_nothing(strategy: Style) -> None:
    assert_all_read_back(styles.spaced(strategy))


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        pytest.param("Zł 6 million was paid.", "6E+6", "PLN", id="Zł"),
        pytest.param(
            "It is 3m metres long.", "3E+6", "metre", marks=pytest.mark.xfail(reason="m is taken for metres"), id="3m"
        ),
        pytest.param("CHF\n6 million was paid.", "6E+6", "CHF", marks=pytest.mark.xfail(reason=SPACES), id="CHF"),
    ],
)
def test_rarer_forms(text: str, low: str, unit: str) -> None:
    (claim,) = pipeline.read(Passage(text=text, published=None, country="GB"))
    assert (claim.figure.low, claim.figure.unit) == (Decimal(low), unit)

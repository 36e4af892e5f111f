"""Whether the values of two figures meet, and what is said of how far apart they are."""

import pytest

from app.comparison.statement import Statement
from app.domain.verdict import Between, Reason, Verdict
from tests.comparison.judgements import a_year, judged
from tests.comparison.statements import figure, statement

R, V = Reason, Verdict


def test_numbers_that_nobody_takes_for_each_other_measure_two_things() -> None:
    answer = judged(
        a_year("300", text="They lose £300 a year.", surface="£300 a year"),
        a_year("1.4bn", text="It saves £1.4bn a year.", surface="£1.4bn a year"),
    )
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))
    assert "too far apart to measure one thing" in answer.sentence


def test_a_wrong_scale_word_stays_a_conflict_however_far_it_leads() -> None:
    assert (
        judged(statement(figure("3bn"), "It costs £3bn."), statement(figure("3k"), "It costs £3k.")).verdict
        is V.CONFLICT
    )


def test_a_bound_far_off_is_met_and_said_to_say_little() -> None:
    answer = judged(statement(figure("30bn", words="more than")), statement(figure("110bn")))
    assert (answer.verdict, answer.reasons) == (V.COMPATIBLE, (R.BOUND,))
    assert answer.short == "consistent, but says little"
    assert "£110bn is consistent with “more than £30bn”, but that says little" in answer.sentence
    assert "3.7 times" in answer.sentence


def test_a_bound_close_by_is_met_without_a_doubt() -> None:
    answer = judged(statement(figure("30bn", words="more than")), statement(figure("34.7bn")))
    assert answer.short == "fits more than £30bn"


def test_plain_numbers_are_said_to_lie_as_far_apart_as_printed_and_rounding_is_told() -> None:
    answer = judged(a_year("90m"), a_year("100m"))
    assert answer.short == "£10m apart"
    assert "Rounded as they may be, they can lie as little as £500,000 apart." in answer.sentence


@pytest.mark.parametrize(
    ("other", "short", "between", "least"),
    [
        (a_year("120m"), "£20m apart", Between.PRINTED, 10),
        (a_year("200m", "nearly"), "£100m apart as printed", Between.PRINTED, 65),
        (a_year("300m", "at least"), "£200m apart as printed", Between.PRINTED, 195),
        (statement(figure("200m", per="year", to="300m")), "at least £85m apart", Between.MIDDLE, 85),
        (a_year("200m", unit="USD"), "£47.68m apart once converted", Between.CONVERTED, None),
    ],
)
def test_a_gap_says_between_what_it_lies_and_has_the_least_that_it_can_be_beside_it(
    other: Statement, short: str, between: Between, least: int | None
) -> None:
    answer = judged(a_year("100m"), other)
    assert (answer.verdict, answer.short) == (V.CONFLICT, short)
    assert answer.size is not None
    assert answer.size.between is between
    assert least is None or answer.size.least == least * 1_000_000


def test_a_converted_amount_allows_for_the_day_of_the_writers_rate() -> None:
    a, b = statement(figure("61bn", "USD"), on="2024-04-20"), statement(figure("48bn"), on="2024-04-21")
    assert judged(a, b).verdict is V.COMPATIBLE
    assert judged(a, statement(figure("44bn"), on="2024-04-21")).verdict is V.CONFLICT


def test_what_is_much_and_what_is_next_to_nothing_of_a_whole_are_two_shares() -> None:
    gap = statement(figure("4.8", "percent"), "The gap was 4.8% of dues.", surface="4.8%", denominator="dues")
    for text in ("The office collected 94% of dues.", "Small firms make up 60% of it."):
        surface = next(word for word in text.split() if "%" in word)
        answer = judged(gap, statement(figure(surface.rstrip("%"), "percent"), text, surface=surface))
        assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))
    disputed = statement(figure("60", "percent"), "The gap was 60% of dues.", surface="60%", denominator="dues")
    assert judged(gap, disputed).verdict is V.CONFLICT
    small, large = (statement(figure(by, "percent"), f"Output grew by {by}%.", kind="change") for by in ("2", "22"))
    assert judged(small, large).verdict is V.CONFLICT

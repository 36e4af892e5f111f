"""What a sum is to those who have it: an outlay, takings, a fine, a loss."""

import pytest

from app.comparison import pair
from app.comparison.statement import Statement
from app.comparison.words import natures
from app.comparison.words.natures import Nature
from tests.comparison.judgements import R, V, judged
from tests.comparison.statements import figure, statement


def _sum(written: str, text: str, article: str = "a") -> Statement:
    return statement(figure(written), text, surface=f"£{written}", article=article)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The weir will cost £5m.", {Nature.COST}),
        ("Rebuilding the weir will cost £5m.", {Nature.OUTLAY}),
        ("The weir will cost £5m to build.", {Nature.OUTLAY}),
        ("The board spends £5m on weirs.", {Nature.SPENT}),
        ("The board spends £5m on wages at the weir.", {Nature.SPENT, Nature.PAY}),
        ("The board was fined £5m for the leak.", {Nature.FINE}),
        ("The board paid £5m in fines.", {Nature.FINE}),
        ("The fines cost the board £5m.", {Nature.COST, Nature.FINE}),
        ("The floods cost millers £5m in lost flour.", {Nature.LOSS}),
        ("Repairing the weir will cost £5m.", {Nature.OUTLAY, Nature.LOSS}),
        ("The hail destroyed plums worth £5m.", {Nature.LOSS}),
        ("The mill had sales of £5m.", {Nature.INCOME}),
        ("The play took £5m in a week.", {Nature.INCOME}),
        ("The shipyard sold boats worth £5m.", {Nature.INCOME}),
        ("Grain worth £5m went through the lock as freight.", set()),
        ("The lock carries freight of £5m.", {Nature.TRADE}),
        ("The lock carries £5m in goods.", {Nature.TRADE}),
        ("A freight company asked for £5m.", set()),
        ("The cargo ship was put at £5m.", set()),
        ("The brooch is worth £5m.", {Nature.VALUE}),
        ("The contract for the weir is worth £5m.", set()),
        ("It came to £5m.", set()),
    ],
)
def test_the_word_that_governs_a_sum_says_what_it_is(text: str, expected: set[Nature]) -> None:
    assert pair.side(_sum("5m", text)).reading.natures == expected


def test_a_number_that_is_no_money_has_none() -> None:
    count = statement(figure("500", "job"), "The mill lost 500 jobs.", surface="500 jobs")
    assert pair.side(count).reading.natures == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rebuilding the Harl weir will cost £5m.", "The Harl weir's mill had sales of £9m."),
        ("The board was fined £5m over the Harl weir.", "The board plans to spend £9m on the Harl weir."),
        ("The Harl flood cost millers £5m in lost flour.", "Walls against the Harl flood need an investment of £9m."),
        ("The toll bridge at Harl will cost £5m.", "The bridge at Harl carries freight worth £9m."),
    ],
)
def test_sums_of_two_natures_are_of_two_things(one: str, other: str) -> None:
    answer = judged(_sum("5m", one), _sum("9m", other, "b"))
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))
    assert answer.question is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The weir at Harl will cost £5m.", "The board will spend £9m on the weir at Harl."),
        ("Shoppers in Harl spent £5m on fair day.", "Sales in Harl on fair day were £9m."),
        ("The fire at Harl cost the mill £5m.", "The mill at Harl lost £9m in the fire."),
        ("The weir at Harl will cost £5m.", "The bill for the weir at Harl is £9m."),
    ],
)
def test_what_is_a_cost_to_one_and_something_else_to_another_can_be_one_sum(one: str, other: str) -> None:
    assert judged(_sum("5m", one), _sum("9m", other, "b")).verdict is V.CONFLICT


def test_where_the_numbers_meet_the_words_mean_one_thing_in_two_ways() -> None:
    one, other = _sum("5m", "The Harl weir needs an investment of £5m."), _sum("5m", "Harl weir lost £5m.", "b")
    assert natures.differ(pair.side(one).reading.natures, pair.side(other).reading.natures)
    assert judged(one, other).verdict is V.AGREE


def test_a_sentence_says_which_natures_the_two_have() -> None:
    fined, spent = "The board was fined £5m over the weir.", "The board spends £9m on the weir."
    answer = judged(_sum("5m", fined), _sum("9m", spent, "b"))
    assert answer.sentence == "Not comparable: £5m is a fine; £9m is what is spent."
    assert answer.short == "a fine, not what is spent"

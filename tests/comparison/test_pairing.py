"""Which figure of each text is compared."""

from dataclasses import replace

from app.comparison import pairing
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim
from app.domain.figure import Figure, Kind
from app.domain.span import Span
from tests.comparison.statements import day, figure

SENTENCE = Span(0, 500)


def claim(said: Figure, at: int, *, sentence: Span = SENTENCE, **stated: str) -> Claim:
    basis = Basis(**{name: Stated(value=value) for name, value in stated.items()})
    return Claim(span=Span(at, at + 10), surface="x" * 10, figure=said, sentence=sentence, rule="test", basis=basis)


def test_money_comes_before_percentages_and_those_before_counts_and_dates() -> None:
    money, share, count, date = (
        claim(figure("3bn"), 300),
        claim(figure("3", "percent"), 200),
        claim(figure("50", "ship"), 100),
        claim(day("2035"), 0),
    )
    assert pairing.choose([date, count, share, money], [date, count, share, money]) == (money, money)
    assert pairing.choose([date, count, share], [date, count, share]) == (share, share)


def test_the_pair_is_of_one_dimension_where_there_is_one() -> None:
    share, money = claim(figure("3", "percent"), 0), claim(figure("3bn"), 100)
    assert pairing.choose([share, money], [share]) == (share, share)


def test_without_a_common_dimension_each_gives_its_first() -> None:
    share, money = claim(figure("3", "percent"), 0), claim(figure("3bn"), 100)
    assert pairing.choose([money], [share]) == (money, share)


def test_a_text_without_figures_gives_none() -> None:
    money = claim(figure("3bn"), 0)
    assert pairing.choose([money], []) == (money, None)


def test_a_stated_condition_is_left_out() -> None:
    condition = claim(figure("2", "percent"), 10)
    total = claim(figure("30bn"), 100)
    total = replace(total, basis=Basis(assumption=Stated(value="prices rise 2%", span=Span(0, 20))))
    assert pairing.choose([condition, total], [claim(figure("3", "percent"), 0)])[0] is total


def test_the_ends_of_a_change_are_left_out_where_the_change_is_stated() -> None:
    first, last = claim(figure("2.5", "percent"), 0), claim(figure("3.5", "percent"), 20)
    change = claim(figure("40", "percent"), 60, kind="change")
    assert pairing.choose([first, last, change], [change]) == (change, change)


def test_ends_in_money_are_left_out_beside_the_change_in_per_cent_and_other_sums_are_not() -> None:
    text = "Entry rose by 25 per cent, from £8 to £10, and a locker costs £3."
    change, first, last, locker = _found(
        text, "25 per cent", "£8", "£10", "£3", kinds=(figure("25", "percent"), figure("8"), figure("10"), figure("3"))
    )
    change = replace(change, basis=Basis(kind=Stated(value="change")))
    assert pairing.choose([change, first, last, locker], [locker], texts=(text, text)) == (locker, locker)
    assert pairing.choose([first, last, locker], [locker], texts=(text, text))[0] is first


def test_a_count_that_sizes_what_is_paid_for_is_left_out() -> None:
    count, price = claim(figure("650", "missile"), 0), claim(figure("162m"), 16)
    assert pairing.choose([count, price], [claim(figure("5,000", "missile"), 0)])[0] is price


def test_dates_that_place_another_figure_are_left_out_and_dates_alone_are_not() -> None:
    date, share = claim(day("2035"), 100), claim(figure("3.5", "percent"), 0)
    assert pairing.choose([share, date], [date])[0] is share
    assert pairing.choose([date], [date]) == (date, date)


def test_a_restated_amount_serves_where_the_other_text_has_its_currency() -> None:
    pounds = claim(figure("1.6bn"), 0)
    dollars = replace(claim(figure("2bn", "USD"), 20), converts=0)
    other = claim(figure("2bn", "USD"), 0)
    assert pairing.choose([pounds, dollars], [other]) == (dollars, other)
    assert pairing.choose([pounds, dollars], [claim(figure("1.6bn"), 0)])[0] is pounds


def test_a_lease_of_so_many_years_can_be_compared_beside_a_price() -> None:
    lease = claim(Figure(kind=Kind.DURATION, date="P99Y"), 0)
    rent = claim(figure("101m"), 100)
    other = claim(Figure(kind=Kind.DURATION, date="P140Y"), 0)
    assert pairing.choose([lease, rent], [other]) == (lease, other)


def test_the_main_clause_comes_before_an_aside() -> None:
    text = "While ministers say £3.4bn, critics say £35bn (£10bn in real terms)."
    sentence = Span(0, len(text))
    said = [
        Claim(
            span=Span(text.index(words), text.index(words) + len(words)),
            surface=words,
            figure=figure(words.removeprefix("£")),
            sentence=sentence,
            rule="test",
        )
        for words in ("£3.4bn", "£35bn", "£10bn")
    ]
    assert pairing.choose(said, said, texts=(text, ""))[0] is said[1]


def _found(text: str, *surfaces: str, kinds: tuple[Figure, ...]) -> list[Claim]:
    said = []
    for surface, one in zip(surfaces, kinds, strict=True):
        at = text.index(surface)
        span = Span(at, at + len(surface))
        said.append(replace(claim(one, at, sentence=Span(0, len(text))), span=span, surface=surface))
    return said


def test_the_whole_of_which_another_figure_is_a_part_is_left_out() -> None:
    text = "Ten of the 40 rangers are women."
    ten, forty = _found(text, "Ten", "40 rangers", kinds=(figure("10", "ranger"), figure("40", "ranger")))
    assert pairing.choose([ten, forty], [ten], texts=(text, text))[0] is ten
    share, whole = _found(
        text := "A quarter of the 40 rangers are women.",
        "A quarter",
        "40 rangers",
        kinds=(figure("25", "percent"), figure("40", "ranger")),
    )
    assert pairing.choose([share, whole], [ten], texts=(text, text))[0] is share


def test_what_a_correction_takes_back_comes_after_what_it_puts_in_its_place() -> None:
    text = "Correction: the article said the fine was £25m; it was £2.5m."
    wrong, right = _found(text, "£25m", "£2.5m", kinds=(figure("25m"), figure("2.5m")))
    assert pairing.choose([wrong, right], [wrong], texts=(text, text))[0] is right

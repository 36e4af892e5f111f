"""What the rows of one basis measure: no figure is set against one of another scope or unit."""

from decimal import Decimal

from app.comparison.statement import Statement
from app.comparison.topics import grouping, measures
from app.domain.claim import Stance
from tests.comparison.statements import figure, statement


def _measures(*said: Statement) -> list[measures.Measure]:
    return measures.part(grouping.rows(said))


def test_figures_of_other_years_or_units_are_measures_of_their_own() -> None:
    found = _measures(
        statement(figure("165m", per="year"), scope="years 1-3"),
        statement(figure("120m", per="year"), scope="from year 4"),
        statement(figure("136m", "USD", per="year")),
        statement(figure("100m", per="year")),
    )
    assert {one.words for one in found} == {"years 1–3", "from year 4 on", ""}
    assert len(found) == 4
    assert all((len(one.camps), one.spread) == (1, None) for one in found)


def test_one_payment_among_several_counts_in_no_spread_with_the_whole() -> None:
    item = statement(figure("45", per="month"), "There's also £45 a month for a fund.", surface="£45 a month")
    found = _measures(item, statement(figure("100", per="month"), "It is £100 a month.", surface="£100 a month"))
    assert sorted((one.words, one.spread) for one in found) == [("", None), ("one of several", None)]


def test_a_bare_amount_is_set_against_those_of_the_topics_currency() -> None:
    (found,) = _measures(
        statement(figure("200m", None, per="year"), currency="GBP"),
        statement(figure("100m", per="year"), currency="GBP"),
    )
    assert (len(found.camps), found.spread) == (2, 2)


def test_what_another_baseline_or_assumption_is_said_of_is_named() -> None:
    found = _measures(
        statement(figure("6bn"), kind="change", baseline="last year"),
        statement(figure("7bn"), kind="change", assumption="prices rise 2%"),
    )
    assert [one.words for one in found] == ["if prices rise 2%", "against last year"]


def test_denied_figures_stand_in_no_camp_and_count_in_no_spread() -> None:
    (found,) = _measures(
        statement(figure("30bn"), kind="total", stance=Stance.DENIES),
        statement(figure("10bn"), kind="total"),
        statement(figure("9bn", words="more than"), kind="total"),
    )
    assert [(camp.positions, camp.bounds) for camp in found.camps] == [((0,), (1,))]
    assert (found.spread, found.left_out, found.unmet) == (Decimal(10) / 9, 0, ())

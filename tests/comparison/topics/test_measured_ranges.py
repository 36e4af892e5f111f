"""What a project keeps of a claim to tell disputes: equal measures for what is set side by side, and closed ends."""

import itertools
from math import inf

from app.comparison.amounts import interval
from app.comparison.topics import measured_range
from app.domain.figure import Figure
from tests.comparison.statements import day, figure, statement

FIGURES = [
    *(figure(written) for written in ("100m", "105m", "110m", "95m", "34.7bn", "35bn", "36.75bn", "33.25bn")),
    *(figure("100m", words=words) for words in ("about", "nearly", "just over", "over", "at least", "up to", "under")),
    *(figure("110m", words=words) for words in ("at least", "at most", "more than", "less than", "almost")),
    figure("90m", to="95m"),
    figure("10m", to="100m", vague=True),
    figure("0"),
]


def _ends(said: Figure) -> tuple[float, float]:
    found = measured_range.of(statement(said).claim)
    return -inf if found.low is None else found.low, inf if found.high is None else found.high


def test_closed_ends_meet_exactly_where_what_figures_can_mean_meets() -> None:
    for one, other in itertools.combinations(FIGURES, 2):
        (low, high), (other_low, other_high) = _ends(one), _ends(other)
        width, other_width = interval.of(one), interval.of(other)
        assert width is not None
        assert other_width is not None
        assert (low <= other_high and other_low <= high) is width.halo.meets(other_width.halo), (one, other)


def test_an_open_bound_has_no_end_on_its_side_and_a_date_none_at_all() -> None:
    assert measured_range.of(statement(figure("100m", words="up to")).claim).low is None
    assert measured_range.of(statement(figure("100m", words="at least")).claim).high is None
    dated = measured_range.of(statement(day("2035")).claim)
    assert (dated.low, dated.high) == (None, None)


def test_a_measure_is_that_of_unit_basis_and_what_parts_figures_of_one_basis() -> None:
    one = measured_range.of(statement(figure("100m", per="year"), scope="years 1-3").claim).measure
    assert (
        measured_range.of(statement(figure("7m", per="year"), scope="Years 1-3", speaker="the mayor").claim).measure
        == one
    )
    others = [
        statement(figure("100m", "USD", per="year"), scope="years 1-3"),
        statement(figure("100m"), scope="years 1-3"),
        statement(figure("100m", per="year"), scope="from year 4"),
        statement(figure("100m", per="year"), scope="years 1-3", assumption="prices rise"),
        statement(figure("100m", per="year"), scope="years 1-3", price="real:2019"),
    ]
    found = {measured_range.of(other.claim).measure for other in others}
    assert len(found | {one}) == len(others) + 1


def test_an_amount_without_a_currency_says_so_where_its_topic_can_give_it_one() -> None:
    bare, named = (measured_range.of(statement(figure("100m", unit)).claim).measure for unit in (None, "GBP"))
    assert bare == named.replace("GBP", "¤")

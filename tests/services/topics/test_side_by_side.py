"""Two to four figures of a topic as columns, through real articles."""

import pytest

from app.domain.aspect import WHO_SAYS_SO, Aspect, Line
from app.domain.errors import UserError
from app.domain.schedule import Payment, Schedule
from app.domain.verdict import Verdict
from app.services.desk import Desk
from app.services.topics.scheduling import pasted
from app.services.topics.side_by_side import Sides
from tests.support.treaty_payments import ASSUMED


def _ids(desk: Desk, topic_id: str, *figures: str) -> list[str]:
    by_figure = {row.figure: row.line.record.claim_id for row in desk.comparing.compare(topic_id).rows}
    return [by_figure[figure] for figure in figures]


def _line(sides: Sides, aspect: Aspect) -> Line:
    return next(line for line in sides.lines if line.aspect is aspect)


def test_the_reference_comes_first_and_the_worst_verdict_is_said(desk: Desk, topic_id: str) -> None:
    ids = _ids(desk, topic_id, "£2.4bn", "nearly £160m a year", "£80m a year")
    sides = desk.side_by_side.of(desk.comparing.compare(topic_id), ids)
    assert [row.figure for row in sides.rows] == ["£80m a year", "£2.4bn", "nearly £160m a year"]
    assert [row.judgement is None for row in sides.rows] == [True, False, False]
    assert sides.headline.verdict is Verdict.CONFLICT


def test_without_the_reference_the_first_takes_its_place_for_once(desk: Desk, topic_id: str) -> None:
    sides = desk.side_by_side.of(desk.comparing.compare(topic_id), _ids(desk, topic_id, "£2.4bn", "£12m"))
    assert [row.figure for row in sides.rows] == ["£2.4bn", "£12m"]
    assert sides.rows[0].judgement is None
    pinned = desk.comparing.compare(topic_id).pinned
    assert pinned is not None
    assert pinned.figure == "£80m a year"


def test_a_rate_and_a_total_differ_in_kind_and_years_are_a_silence(desk: Desk, topic_id: str) -> None:
    sides = desk.side_by_side.of(desk.comparing.compare(topic_id), _ids(desk, topic_id, "£80m a year", "£2.4bn"))
    kind, years = _line(sides, Aspect.KIND), _line(sides, Aspect.HORIZON)
    assert [cell.text for cell in kind.cells] == ["rate per year", "total"]
    assert kind.differs
    assert [cell.text for cell in years.cells] == ["", "30 years"]
    assert years.open
    assert not years.differs
    assert Aspect.BASELINE not in {line.aspect for line in sides.lines}


def test_words_that_were_cut_from_a_sentence_show_where(desk: Desk, topic_id: str) -> None:
    sides = desk.side_by_side.of(desk.comparing.compare(topic_id), _ids(desk, topic_id, "£80m a year", "£2.4bn"))
    cut, whole = (cell.text for cell in _line(sides, Aspect.QUOTE).cells)
    assert cut.startswith("“The bridge over the sound will cost £80m a year, the port")
    assert cut.endswith(" …”")
    assert whole == "“In total the bridge costs £2.4bn over 30 years.”"


def test_who_says_so_comes_last_and_is_never_marked(desk: Desk, topic_id: str) -> None:
    sides = desk.side_by_side.of(
        desk.comparing.compare(topic_id), _ids(desk, topic_id, "£80m a year", "nearly £160m a year")
    )
    who = [line for line in sides.lines if line.aspect in WHO_SAYS_SO]
    assert list(sides.lines[-len(who) :]) == who
    assert not any(line.differs for line in who)
    assert [cell.text for cell in _line(sides, Aspect.REACH).cells] == ["2 articles, 1 origin", "1 article, 1 origin"]
    assert _line(sides, Aspect.OUTLET).cells[0].text == "Quay Post +1"


def test_what_the_analyst_set_is_shown_as_theirs(desk: Desk, topic_id: str) -> None:
    (rate, total) = _ids(desk, topic_id, "£80m a year", "£2.4bn")
    desk.reviewing.set_basis(total, {"price": "real:2019"})
    prices = _line(desk.side_by_side.of(desk.comparing.compare(topic_id), [rate, total]), Aspect.PRICES)
    assert [(cell.text, cell.by_analyst) for cell in prices.cells] == [("", False), ("real, 2019 prices", True)]


def test_a_schedule_that_gives_both_joins_them(desk: Desk, topic_id: str) -> None:
    ids = _ids(desk, topic_id, "£80m a year", "£2.4bn")
    assert desk.side_by_side.of(desk.comparing.compare(topic_id), ids).joined is None
    payments: tuple[Payment, ...] = pasted("1,30,80000000,GBP,,yearly", "GBP")
    desk.scheduling.set(Schedule(topic_id=topic_id, name="The bridge", payments=payments, assumed=ASSUMED))
    sides = desk.side_by_side.of(desk.comparing.compare(topic_id), ids)
    assert sides.joined is not None
    assert sides.joined.head == "One schedule gives both"
    assert sides.joined.detail == ("at 1.75 %, then 2.31 % inflation: £80m as a payment of it and £2.4bn in cash.")
    assert [cell.text for cell in _line(sides, Aspect.INFLATION).cells] == ["1.75 %, then 2.31 %"] * 2


@pytest.mark.parametrize("figures", [["£80m a year"], [], ["£80m a year", "£80m a year"]])
def test_fewer_than_two_figures_are_refused_in_words(desk: Desk, topic_id: str, figures: list[str]) -> None:
    with pytest.raises(UserError, match="two to four"):
        desk.side_by_side.of(desk.comparing.compare(topic_id), _ids(desk, topic_id, *figures))

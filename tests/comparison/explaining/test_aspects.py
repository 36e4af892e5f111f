"""Figures side by side: what is marked is what the verdict names, over every worked pair."""

import datetime
import json
from pathlib import Path

import pytest

from app.comparison import pair, pairing, verdict
from app.comparison.amounts.currency import Rates
from app.comparison.explaining import aspects
from app.comparison.statement import Statement
from app.domain.aspect import Aspect, Line
from app.domain.figure import Kind
from app.domain.verdict import Judgement, Reason, Verdict
from app.extraction import pipeline
from app.extraction.mention import Passage
from tests.comparison.statements import figure, statement

PAIRS = Path(__file__).parents[1] / "pairs.jsonl"
RATES = Rates()
OF_BASIS = frozenset().union(*aspects.REASONS.values()) - {Reason.REVISED, Reason.HIGHER_STATUS}


def _statements() -> list[tuple[str, Statement, Statement]]:
    found = []
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        texts = told["a_text"], told["b_text"]
        days = [datetime.date.fromisoformat(told[f"{side}_date"]) for side in "ab"]
        read = [pipeline.read(Passage(text=text, published=day)) for text, day in zip(texts, days, strict=True)]
        first, second = pairing.choose(read[0], read[1], texts=texts)
        if first is not None and second is not None:
            a = Statement(claim=first, published=days[0], text=texts[0])
            b = Statement(claim=second, published=days[1], text=texts[1])
            found.append((told["id"], a, b))
    return found


@pytest.fixture(scope="module")
def compared() -> list[tuple[str, Judgement, tuple[Line, ...], Statement]]:
    """Every pair with its lines, each side having been the reference once."""
    found = []
    for name, a, b in _statements():
        judged = verdict.judge(a, b, RATES)
        for reference, other in ((a, b), (b, a)):
            sides = [pair.side(reference), pair.side(other)]
            found.append((name, judged, aspects.lines(sides, [None, judged]), other))
    assert len(found) > 600
    return found


def _line(lines: tuple[Line, ...], aspect: Aspect) -> Line:
    return next(line for line in lines if line.aspect is aspect)


def test_every_reason_of_a_verdict_has_its_row_marked_or_a_silence_in_it(
    compared: list[tuple[str, Judgement, tuple[Line, ...], Statement]],
) -> None:
    missed = []
    for name, judged, lines, other in compared:
        dates = other.claim.figure.kind is Kind.DATE
        for reason in OF_BASIS.intersection(judged.reasons):
            told = [line for line in lines if reason in aspects.REASONS.get(line.aspect, frozenset())]
            # Of two dates the deadline is the figure itself.
            told += [line for line in lines if dates and line.aspect is Aspect.INTERVAL]
            if not any(line.differs or line.open for line in told):
                missed.append((name, reason))
    assert not missed


def test_a_row_that_no_reason_names_is_never_marked(
    compared: list[tuple[str, Judgement, tuple[Line, ...], Statement]],
) -> None:
    marked = [
        (name, line.aspect)
        for name, judged, lines, _ in compared
        for line in lines
        if line.differs
        and line.aspect is not Aspect.INTERVAL
        and aspects.REASONS[line.aspect].isdisjoint(judged.reasons)
    ]
    assert not marked


def test_what_is_not_stated_never_differs_and_neither_does_the_reference(
    compared: list[tuple[str, Judgement, tuple[Line, ...], Statement]],
) -> None:
    for name, judged, lines, _ in compared:
        asked = aspects.ASKED if judged.verdict is Verdict.CONFLICT else ()
        for line in lines:
            assert not line.cells[0].differs, (name, line)
            assert not any(cell.differs and not (cell.text and line.cells[0].text) for cell in line.cells), (name, line)
            assert line.aspect in asked or any(cell.text for cell in line.cells), (name, line)


def test_figures_that_agree_have_no_marked_number(
    compared: list[tuple[str, Judgement, tuple[Line, ...], Statement]],
) -> None:
    agreed = [lines for _, judged, lines, _ in compared if judged.verdict is Verdict.AGREE]
    assert agreed
    assert not any(_line(lines, Aspect.INTERVAL).differs for lines in agreed)


def test_one_side_of_a_marked_basis_is_a_silence_and_no_difference() -> None:
    cash = statement(figure("10bn"), "It costs £10bn.", surface="£10bn", kind="total")
    real = statement(figure("7bn"), "It costs £7bn in real terms.", surface="£7bn", kind="total", price="real:2019")
    judged = verdict.judge(cash, real, RATES)
    assert {Reason.PRICE_BASIS, Reason.BASIS_UNSTATED} <= set(judged.reasons)
    prices = _line(aspects.lines([pair.side(cash), pair.side(real)], [None, judged]), Aspect.PRICES)
    assert [cell.text for cell in prices.cells] == ["", "real, 2019 prices"]
    assert prices.open
    assert not prices.differs


@pytest.mark.parametrize(("other", "asked"), [("9m", True), ("3m", False)])
def test_a_conflict_shows_that_nobody_states_the_years_and_prices_it_asks_for(other: str, asked: bool) -> None:
    sides = [
        statement(figure(low), f"The lease costs £{low} a year.", surface=f"£{low} a year", kind="rate", per="year")
        for low in ("3m", other)
    ]
    judged = verdict.judge(sides[0], sides[1], RATES)
    assert (judged.verdict is Verdict.CONFLICT) == asked
    found = aspects.lines([pair.side(side) for side in sides], [None, judged])
    silent = {line.aspect for line in found if not any(cell.text for cell in line.cells)}
    assert silent == (aspects.ASKED if asked else set())


def test_figures_that_only_the_day_of_telling_sets_apart_have_that_day_marked() -> None:
    early, late = (
        statement(figure(low, "boat"), f"There are {low} boats in the harbour.", surface=f"{low} boats", on=day)
        for low, day in (("412", "2022-02-03"), ("530", "2023-09-19"))
    )
    judged = verdict.judge(early, late, RATES)
    assert judged.reasons == (Reason.REF_PERIOD,)
    told = _line(aspects.lines([pair.side(early), pair.side(late)], [None, judged]), Aspect.AS_OF)
    assert [cell.text for cell in told.cells] == ["3 February 2022", "19 September 2023"]
    assert told.differs


def test_the_day_of_telling_is_not_marked_where_both_state_their_period() -> None:
    one, other = (
        statement(figure(low, "boat"), f"There were {low} boats.", surface=f"{low} boats", on=day, period=year)
        for low, day, year in (("412", "2022-02-03", "2021"), ("530", "2023-09-19", "2022"))
    )
    judged = verdict.judge(one, other, RATES)
    found = aspects.lines([pair.side(one), pair.side(other)], [None, judged])
    assert _line(found, Aspect.PERIOD).differs
    assert not any(line.differs for line in found if line.aspect is Aspect.AS_OF)

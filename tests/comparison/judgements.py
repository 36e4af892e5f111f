"""Judging two statements, both ways round, for the tests of this folder."""

from app.comparison import verdict
from app.comparison.amounts.currency import Rates
from app.comparison.statement import Statement
from app.domain.verdict import Judgement, Reason, Verdict
from tests.comparison.statements import figure, statement

R, V = Reason, Verdict

RATES = Rates()


def judged(a: Statement, b: Statement) -> Judgement:
    """The answer, having made sure that it is the same both ways."""
    answer = verdict.judge(a, b, RATES)
    assert answer == verdict.judge(b, a, RATES)
    return answer


def a_year(written: str, words: str = "", unit: str | None = "GBP", **more: str) -> Statement:
    return statement(figure(written, unit, words, per="year"), **more)

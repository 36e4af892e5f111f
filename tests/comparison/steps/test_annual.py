"""A rate and a total: one year's sum is itself so much a year."""

from app.comparison.statement import Statement
from app.domain.verdict import Reason, Verdict
from tests.comparison.judgements import judged
from tests.comparison.statements import figure, statement

R, V = Reason, Verdict


def spent(period: str | None) -> Statement:
    basis = {} if period is None else {"period": period}
    return statement(figure("36m"), "The council spent £36m on trams.", surface="£36m", on="2025-05-23", **basis)


def a_year(period: str | None) -> Statement:
    basis = {} if period is None else {"period": period}
    text = "Trams cost the council £17m a year."
    return statement(figure("17m", per="year"), text, surface="£17m a year", on="2025-05-23", kind="rate", **basis)


def test_what_was_spent_in_one_year_differs_from_a_yearly_rate_in_the_year_alone() -> None:
    answer = judged(spent("2022-04/2023-03"), a_year("2024-04/2025-03"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.REF_PERIOD,))
    assert "£17m a year is for April 2024 to March 2025; £36m is for April 2022 to March 2023" in answer.sentence
    assert judged(spent("2024-04/2025-03"), a_year("2024-04/2025-03")).verdict is V.CONFLICT


def test_what_was_spent_in_no_stated_year_or_a_month_is_no_yearly_sum() -> None:
    assert judged(spent(None), a_year("2024-04/2025-03")).reasons == (R.RATE_VS_TOTAL,)
    assert R.RATE_VS_TOTAL in judged(spent("2024-05"), a_year("2024-04/2025-03")).reasons
    assert R.RATE_VS_TOTAL in judged(spent("2022-04/2023-03"), a_year(None)).reasons

"""The published payments of the treaty of 2025, carried out."""

from pathlib import Path

from app.comparison.schedules import assumptions, payment_rows, schedule
from app.domain.schedule import Assumptions, DiscountTable, Run, Terms

TREATY = """from_year,to_year,amount,currency,index_from_year,times
1,3,165000000,GBP,,yearly
4,99,120000000,GBP,14,yearly
4,28,45000000,GBP,,yearly
2,2,40000000,GBP,,once
"""
ASSUMED = Assumptions(inflation="1.75x4,2.31", price_year="2025/26")
"""Under these the payments give the published totals."""
TABLES = Path(__file__).parents[2] / "resources" / "tables"


def green_book() -> DiscountTable:
    """The discount rates that the program comes with."""
    return assumptions.parse_discounts((TABLES / "discount_rates.csv").read_text(encoding="utf-8"))


def treaty(inflation: str = ASSUMED.inflation, *, lag: int = 1, payments: str = TREATY) -> Run:
    """The payments over 99 years, under the published assumptions unless others are given."""
    terms = Terms(
        years=99,
        inflation=assumptions.parse_inflation(inflation),
        discount=green_book(),
        lag=lag,
        price_year=ASSUMED.price_year,
    )
    return schedule.run(payment_rows.parse_payments(payments), terms)

"""What converts: the analyst's own rates and tables in the place of the shipped ones, and the way back."""

import datetime
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.schedule import TableKind
from app.domain.verdict import Judgement, Reason
from app.services.desk import Desk
from app.services.topics import tables
from app.services.topics.comparing import Comparison
from tests.support.desks import topic_on

FERRY = (
    "Outlet: Quay\nDate: 2025-05-23\n\nThe ferry costs £10m a year. The ferry costs $13m a year, a paper says. "
    "The ferry costs MUR 600m a year, the minister said.\n"
)


@pytest.fixture
def ferry(desk: Desk) -> str:
    desk.importing.pasted(FERRY)
    return topic_on(desk, "The ferry", "ferry", Kind.MONEY)


def judged(shown: Comparison, currency: str) -> Judgement:
    found = next(row.judgement for row in shown.rows if row.line.record.claim.figure.unit == currency)
    assert found is not None
    return found


def compared(desk: Desk, topic_id: str) -> Comparison:
    lines = desk.comparing.compare(topic_id).rows
    pounds = next(row for row in lines if row.line.record.claim.figure.unit == "GBP")
    return desk.comparing.compare(topic_id, pounds.line.record.claim_id)


def test_a_missing_rate_is_named_and_the_analysts_own_takes_its_place(desk: Desk, ferry: str) -> None:
    shown = compared(desk, ferry)
    assert Reason.CURRENCY in judged(shown, "MUR").reasons
    rupees = next(row for row in shown.rows if row.line.record.claim.figure.unit == "MUR")
    missing = desk.conversions.missing(rupees.line, shown.pinned.line, shown.currency)
    assert (missing.source, missing.target, missing.day) == ("MUR", "GBP", datetime.date(2025, 5, 23))
    dollars = next(row for row in shown.rows if row.line.record.claim.figure.unit == "USD")
    assert desk.conversions.missing(dollars.line, shown.pinned.line, shown.currency) is None

    changes = desk.conversions.set_rate("mur", "gbp", "0.0163", day="2025-05-23", note="Bank of Mauritius")
    assert changes.tables
    found = judged(compared(desk, ferry), "MUR")
    assert Reason.FX_CONVERTED in found.reasons
    assert found.conversion == "MUR 600m × 0.0163 = £9.78m (the analyst’s rate of 23 May 2025: Bank of Mauritius)"
    assert rupees.line.record == desk.claims.lines([rupees.line.record.claim_id])[0].record
    desk.history.undo()
    assert Reason.CURRENCY in judged(compared(desk, ferry), "MUR").reasons


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("M", "GBP", "1", "", "me"), "two currencies"),
        (("GBP", "gbp", "1", "", "me"), "two currencies"),
        (("MUR", "GBP", "none", "", "me"), "no number above zero"),
        (("MUR", "GBP", "0", "", "me"), "no number above zero"),
        (("MUR", "GBP", "1,234", "", "me"), "no number above zero"),
        (("MUR", "GBP", "inf", "", "me"), "no number above zero"),
        (("MUR", "GBP", "1e-400", "", "me"), "no number above zero"),
        (("MUR", "GBP", "1", "yesterday", "me"), "day “yesterday”"),
        (("MUR", "GBP", "1", "", "  "), "needs a note"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(desk: Desk, typed: tuple[str, ...], told: str) -> None:
    source, target, rate, day, note = typed
    with pytest.raises(UserError, match=told):
        desk.conversions.set_rate(source, target, rate, day=day, note=note)
    assert desk.conversions.rates() == ()


def test_a_rate_taken_away_comes_back_with_undo(desk: Desk) -> None:
    desk.conversions.set_rate("MUR", "GBP", "0.0163", note="a bank")
    (typed,) = desk.conversions.rates()
    assert desk.conversions.remove_rate(typed).tables
    assert desk.conversions.rates() == ()
    desk.history.undo()
    assert desk.conversions.rates() == (typed,)


def test_the_analysts_table_stands_in_the_shipped_ones_place_until_it_is_taken_back(
    desk: Desk, topic_id: str, tmp_path: Path
) -> None:
    figures = {row.figure: row.line.record.claim_id for row in desk.comparing.compare(topic_id).rows}
    desk.reviewing.set_basis(figures["£80m a year"], {"price": "real:2019"})
    desk.reviewing.set_basis(figures["nearly £160m a year"], {"price": "real:2030"})

    def conversion() -> str | None:
        shown = desk.comparing.compare(topic_id, figures["£80m a year"])
        return next(row.judgement.conversion for row in shown.rows if row.figure == "nearly £160m a year")

    assert conversion() is None
    own = tmp_path / "prices.csv"
    own.write_text("# name: My index\n# date: 2031-01\nyear,index\n2019,100\n2030,150\n", encoding="utf-8")
    assert desk.conversions.use_table(own).tables
    own.unlink()
    assert conversion() == "£80m in 2019 prices × 1.5000 = £120m in 2030 prices (My index)"
    used = {one.kind: one for one in desk.conversions.tables()}
    assert (used[TableKind.PRICES].table.name, used[TableKind.PRICES].own) == ("My index", True)
    assert (used[TableKind.DISCOUNT].table.name, used[TableKind.DISCOUNT].own) == ("Green Book", False)
    desk.conversions.use_shipped(TableKind.PRICES)
    assert conversion() is None
    assert {one.kind: one for one in desk.conversions.tables()}[TableKind.PRICES].table == tables.price_index().table
    desk.history.undo()
    assert conversion() is not None


def test_a_table_without_a_name_is_called_like_its_file(desk: Desk, tmp_path: Path) -> None:
    own = tmp_path / "low rates.csv"
    own.write_text("year_from, year_to, rate\n0, 1000, 0.01\n", encoding="utf-8")
    desk.conversions.use_table(own)
    assert desk.history.undoable() == "use the table low rates"
    assert [one.table.name for one in desk.conversions.tables() if one.own] == ["low rates"]


DISCOUNTS, PRICES = "year_from,year_to,rate\n", "year,index\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a,b\n1,2\n",
        PRICES,
        PRICES + "2024,none\n",
        PRICES + "2024,0\n",
        PRICES + "2024,1e-999999\n",
        PRICES + "2024,100\n2024,110\n",
        PRICES + "2024.5,100\n",
        DISCOUNTS + "1,2,-5\n",
        DISCOUNTS + "1,30,3.5\n",
        DISCOUNTS + "30,1,0.035\n",
        DISCOUNTS + "20,30,0.035\n",
        DISCOUNTS + "1,30,0.035\n40,75,0.03\n",
        DISCOUNTS + "1,1e99999999,0.035\n",
    ],
)
def test_a_file_that_is_no_table_changes_nothing(desk: Desk, tmp_path: Path, text: str) -> None:
    own = tmp_path / "odd.csv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"odd\.csv"):
        desk.conversions.use_table(own)
    assert not any(one.own for one in desk.conversions.tables())


@pytest.mark.parametrize(
    ("sentence", "price", "lines"),
    [
        ("The quay costs $13m a year.", None, ["$13m × 0.74"]),
        ("The quay costs a flat £10m a year for 20 years.", None, ["£10m × 20 years = £200m in all"]),
        (
            "The quay costs a flat £10m a year for 20 years.",
            "real:2023",
            [
                "£10m × 20 years = £200m in all",
                "£10m in 2023 prices × 1.0390 = £10.39m in 2024 prices (UK GDP deflator at market prices)",
                "£10m × 14.21 = £142.1m present value over 20 years (Green Book, 2022-11-18)",
            ],
        ),
        (
            "The quay costs £10m a year.",
            "real:2025/26",
            ["UK GDP deflator at market prices (2025-12) has no 2025/26, so other prices cannot be told."],
        ),
        ("The quay costs £10m a year.", None, []),
    ],
)
def test_a_figure_on_another_basis_is_told_with_formula_and_source_or_not_at_all(
    desk: Desk, sentence: str, price: str | None, lines: list[str]
) -> None:
    desk.importing.pasted(f"Outlet: Quay\nDate: 2025-05-23\n\n{sentence}\n")
    _, (line, *_) = desk.grouping.find(["quay"], Kind.MONEY)
    if price:
        desk.reviewing.set_basis(line.record.claim_id, {"price": price})
        (line,) = desk.claims.lines([line.record.claim_id])
    found = desk.conversions.of(line, "GBP")
    assert len(found) == len(lines)
    for said, expected in zip(found, lines, strict=True):
        assert said.startswith(expected)

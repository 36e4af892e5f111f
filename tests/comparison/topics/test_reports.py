"""The verdict on two rows, whichever of their reports was pinned."""

import pytest

from app.comparison.amounts.currency import Rates
from app.comparison.topics import grouping, reports
from app.domain.verdict import Verdict
from tests.comparison.statements import figure, statement

_OLD, _NEW = figure("300m"), figure("700m")


def _rows(pinned: int) -> list[grouping.Row]:
    return grouping.rows(
        [
            statement(_OLD, "The pier scheme costs £300m.", surface="£300m", on="2023-04-02", article="a"),
            statement(
                _OLD,
                "The original budget for the pier at Sundry, now £700m, was £300m.",
                surface="£300m",
                on="2025-06-09",
                article="b",
            ),
            statement(
                _NEW,
                "The original budget for the pier at Sundry, now £700m, was £300m.",
                surface="£700m",
                on="2025-06-09",
                article="b",
            ),
            statement(_NEW, "Pier to cost £700m", surface="£700m", on="2025-06-08", article="c"),
        ],
        pinned,
    )


@pytest.mark.parametrize("pinned", range(4))
def test_what_one_report_says_was_replaced_is_replaced_whichever_is_pinned(pinned: int) -> None:
    new, old = sorted(_rows(pinned), key=lambda row: -(row.first.claim.figure.low or 0))
    found = reports.judge(old, new, Rates())
    assert found.judgement.verdict is Verdict.SUPERSEDED
    assert not found.takes_over
    assert reports.judge(new, old, Rates()).takes_over


def test_what_is_recalled_later_replaces_nothing() -> None:
    rows = grouping.rows(
        [
            statement(
                figure("300m"),
                "The original budget for the Sundry pier was £300m.",
                surface="£300m",
                on="2025-09-01",
                article="a",
            ),
            statement(
                figure("700m"),
                "The cost of the Sundry pier has risen to £700m.",
                surface="£700m",
                on="2025-06-01",
                article="b",
            ),
        ]
    )
    found = reports.judge(rows[0], rows[1], Rates())
    assert found.judgement.verdict is Verdict.SUPERSEDED
    assert found.takes_over == (rows[0].first.claim.figure.low == 700_000_000)
    assert found.judgement.sentence.startswith("£300m was replaced")

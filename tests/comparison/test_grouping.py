"""A topic's figures in rows, and the verdict that most needs a person."""

from written import figure, statement

from app.comparison import grouping
from app.domain.claim import Stance


def test_one_figure_in_several_articles_is_one_row_with_its_origins() -> None:
    said = figure("100m", per="year")
    reports = [
        statement(said, on="2025-06-09", origin="wire"),
        statement(said, on="2025-06-08", origin="wire"),
        statement(said, on="2025-06-10"),
        statement(figure("200m", words="nearly", per="year")),
    ]
    rows = grouping.rows(reports)
    assert [row.positions for row in rows] == [(3,), (1, 0, 2)]
    assert rows[1].origins == 2
    assert rows[1].first.published is not None
    assert rows[1].first.published.day == 8


def test_other_words_another_basis_and_a_denial_are_rows_of_their_own() -> None:
    reports = [
        statement(figure("30bn")),
        statement(figure("30bn", words="about")),
        statement(figure("30bn"), kind="total"),
        statement(figure("30bn"), stance=Stance.DENIES),
    ]
    rows = grouping.rows(reports)
    assert len(rows) == 4
    assert [row.denied for row in rows].count(True) == 1


def test_a_bare_amount_stands_with_the_topics_currency() -> None:
    rows = grouping.rows([statement(figure("200m", None), currency="GBP"), statement(figure("200m"), currency="GBP")])
    assert len(rows) == 1

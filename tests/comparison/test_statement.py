"""The words of a statement as the rules for a figure want them: its own clause, without what is said by the way."""

import pytest

from app.comparison.statement import Told


@pytest.mark.parametrize(
    ("before", "after", "clause"),
    [
        ("The pier, which now has a cafe, cost ", ".", "the pier  cost #"),
        ("The hall cost £8m because the pier, now open, cost ", " to mend.", " the pier  cost # to mend"),
        ("The old mill, the heart of the town, cost ", ", said Ann Low, who hopes for more.", "the old mill cost #"),
        ("In its latest release, the office put growth at ", ", up from 2%", "in its latest release, the office put"),
        ("The flood, which cost ", ", came in May.", "which cost #, came in may"),
        ("It has ", " boats, no longer lit, and a crane.", "it has # boats  "),
    ],
)
def test_the_clause_of_a_figure_is_its_own(before: str, after: str, clause: str) -> None:
    told = Told(text=f"{before}#{after}", lower="", before=before, after=after, surface="#")
    assert told.clause.startswith(clause)


def test_where_the_place_of_a_figure_is_not_known_the_sentence_is_its_clause() -> None:
    assert Told(before="They now put it lower.").clause_before == "they now put it lower"

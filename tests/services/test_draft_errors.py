"""Whole drafts with planted errors: what is wrong is found, and what is right is left in peace."""

import pytest

from app.domain.draft import Checked, Finding
from tests.services import unseen_drafts
from tests.services.draft_articles import Library
from tests.support import marked_drafts


def _told(checked: list[Checked], marked: list[marked_drafts.Marked]) -> dict[str, Finding | None]:
    """What became of each marked figure, by its place and words; None where it was not read."""
    return {
        f"{one.span.start} {one.surface}": next(
            (each.finding for each in checked if each.claim.span.overlaps(one.span)), None
        )
        for one in marked
    }


@pytest.mark.parametrize(
    ("draft", "articles"),
    [(marked_drafts.FIRST, marked_drafts.FIRST_ARTICLES), (marked_drafts.SECOND, marked_drafts.SECOND_ARTICLES)],
    ids=["first", "second"],
)
def test_twelve_planted_errors_in_forty_figures_are_found(
    library: Library, draft: str, articles: dict[str, str]
) -> None:
    text, marked = marked_drafts.read(draft)
    told = _told(library(articles, sampled=True).drafting.check(text), marked)
    wrong = {f"{one.span.start} {one.surface}" for one in marked if one.fault}
    assert (len(marked), len(wrong)) == (40, 12)
    assert {one for one in wrong if told[one] is Finding.SUPPORTED} == set()
    assert len([one for one in told if one not in wrong and told[one] is not Finding.SUPPORTED]) <= 2


@pytest.mark.parametrize(
    ("draft", "articles", "least"),
    [
        (unseen_drafts.FIRST, unseen_drafts.FIRST_ARTICLES, 10),
        (unseen_drafts.SECOND, unseen_drafts.SECOND_ARTICLES, 9),
    ],
    ids=["first", "second"],
)
def test_most_errors_in_drafts_of_another_writer_are_found_with_two_false_alarms_at_most(
    library: Library, draft: str, articles: dict[str, str], least: int
) -> None:
    text, marked = unseen_drafts.read(draft)
    checked = library(articles).drafting.check(text)
    alarms = [one.claim.span for one in checked if one.finding in (Finding.CONTESTED, Finding.OTHER_BASIS)]
    found = [one for one in marked if one.truth == "e" and any(map(one.span.overlaps, alarms))]
    false = [one for one in marked if one.truth == "s" and any(map(one.span.overlaps, alarms))]
    assert len([one for one in marked if one.truth == "e"]) == 12
    assert len(found) >= least
    assert len(false) <= 2

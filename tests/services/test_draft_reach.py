"""How far the words of a draft's figure reach: which figures of an article an editor would let it stand for."""

import datetime

import pytest

from app.domain.draft import Finding
from app.domain.figure import Figure
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.services.drafting import reach
from tests.services.draft_articles import Library, figure_of


def _figure(text: str) -> Figure:
    (claim, *_) = pipeline.read(Passage(text=f"It took {text} in all.", published=datetime.date(2025, 3, 1)))
    return claim.figure


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("£53m", "at least £53m"),
        ("£53m or more", "at least £53m"),
        ("more than £50m", "at least £53m"),
        ("more than 1,300 rowers", "more than 1,350 rowers"),
        ("more than 2,000 rowers", "2,300 rowers"),
        ("£6bn to £11bn", "between £6bn and £11bn"),
        ("£6bn to £11bn", "£6.2bn to £10.9bn"),
        ("up to £11bn", "£6bn to £11bn"),
        ("at least £6bn", "£6bn to £11bn"),
        ("£8bn to £9bn", "£8.4bn"),
        ("nearly half of the rowers", "46 per cent of the rowers"),
        ("about a third of the rowers", "32 per cent of the rowers"),
        ("more than half of the rowers", "58 per cent of the rowers"),
        ("some 45 per cent", "45.8 per cent"),
        ("about £70m", "£71.3m"),
        ("nearly £75m", "£71.3m"),
        ("tens of millions of pounds", "£34m"),
        ("12 weeks", "three months"),
        ("$4m", "£4m"),
    ],
)
def test_an_editor_lets_a_figure_stand_for_what_it_rounds_or_bounds(mine: str, theirs: str) -> None:
    assert reach.allows(_figure(mine), _figure(theirs))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("£63m", "at least £53m"),
        ("about £59m", "at least £53m"),
        ("at least £58m", "at least £53m"),
        ("at least £50m", "up to £53m"),
        ("more than 90 nights", "100 nights"),
        ("44 tonnes", "up to 47 tonnes"),
        ("£8bn to £13bn", "£6bn to £11bn"),
        ("£7bn to £10bn", "£6bn to £11bn"),
        ("£8bn", "£6bn to £11bn"),
        ("about £9bn", "£6bn to £11bn"),
        ("£6bn to £11bn", "£8bn"),
        ("at least £8bn", "£6bn to £11bn"),
        ("some 54 per cent", "some 45 per cent"),
        ("some 48 per cent", "some 45 per cent"),
        ("about a third of the rowers", "28 per cent of the rowers"),
        ("almost three-quarters of the rowers", "64 per cent of the rowers"),
        ("about £65m", "£71.3m"),
        ("nearly £80m", "£71.3m"),
        ("about 2,500 rowers", "roughly 2,300 rowers"),
        ("8.6 per cent", "roughly 8 per cent"),
        ("more than half of the rowers", "71 per cent of the rowers"),
    ],
)
def test_an_editor_lets_no_figure_stand_for_what_it_merely_overlaps(mine: str, theirs: str) -> None:
    assert not reach.allows(_figure(mine), _figure(theirs))


QUARRY = {
    "quarry.txt": """Title: Quarry at Hask to be filled in
Outlet: Hask Courier
Date: 2025-04-08

The quarry at Hask gave work to 6,240 masons. To fill it in will cost between £36m and £51m, the county said. Some 35 \
per cent of the masons are over 60. At least 74 lorries a day will drive to it.
"""
}
DUG = "The quarry at Hask gave work to 6,240 masons. "


@pytest.mark.parametrize(
    ("text", "surface", "says"),
    [
        ("To fill it in will cost £43m to £58m.", "£43m to £58m", "the article has £36m to £51m"),
        ("To fill it in will cost £46m.", "£46m", "the article has £36m to £51m"),
        ("Some 39 per cent of the masons are over 60.", "Some 39 per cent", "the article has some 35 %"),
        ("To it 84 lorries a day will drive.", "84 lorries a day", "the article has at least 74 lorries a day"),
    ],
)
def test_a_figure_that_only_overlaps_the_articles_is_told_with_it(
    library: Library, text: str, surface: str, says: str
) -> None:
    found = figure_of(library(QUARRY), DUG + text, surface)
    assert found.finding in (Finding.CONTESTED, Finding.OTHER_BASIS)
    assert says in found.why


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("To fill it in will cost up to £51m.", "up to £51m"),
        ("More than a third of the masons are over 60.", "More than a third"),
        ("More than 70 lorries a day will drive to it.", "More than 70 lorries a day"),
    ],
)
def test_a_bound_or_a_rounding_of_the_articles_figure_is_supported(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(QUARRY), DUG + text, surface).finding is Finding.SUPPORTED

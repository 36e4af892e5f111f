"""Two sources of one number: the same person or body under two names, or somebody else."""

from decimal import Decimal

import pytest

from app.comparison.statement import Statement
from app.comparison.words import voices
from app.domain.claim import Claim, Speaker
from app.domain.figure import Figure, Kind
from app.domain.span import Span


def _statement(text: str, surface: str, speaker: str) -> Statement:
    at = text.index(surface)
    claim = Claim(
        span=Span(at, at + len(surface)),
        surface=surface,
        figure=Figure(kind=Kind.QUANTITY, low=Decimal(surface), high=Decimal(surface)),
        sentence=Span(0, len(text)),
        rule="count-noun",
        speaker=Speaker(name=speaker),
    )
    return Statement(claim=claim, published=None, text=text)


@pytest.mark.parametrize(
    ("mine", "theirs", "another"),
    [
        ("Oskar Hale", "Ruth Allender", True),
        ("Ms Allender", "Ruth Allender", False),
        ("council", "Ruth Allender", False),
    ],
)
def test_what_one_person_says_is_not_what_another_says(mine: str, theirs: str, another: bool) -> None:
    one = _statement(f"{mine} spoke of 400.", "400", mine)
    other = _statement(f"{theirs} put it at 400.", "400", theirs)
    assert voices.are_two(one, other) is another


def test_a_name_within_what_is_quoted_is_no_source_of_it() -> None:
    said = "“We need 260 berths and the harbour masters know it,” said Ruth Allender."
    mine = _statement("The harbour masters reckon with 260 berths.", "260", "the harbour masters")
    theirs = _statement(said, "260", "Ruth Allender")
    assert voices.are_two(mine, theirs, ["The harbour masters reckon with 90."])


def test_a_source_without_a_name_is_another_where_the_article_has_it_beside_another_figure() -> None:
    mine = _statement("Harbour masters spoke of 400.", "400", "Harbour masters")
    theirs = _statement("Ruth Allender put it at 400.", "400", "Ruth Allender")
    assert not voices.are_two(mine, theirs)
    assert voices.are_two(mine, theirs, ["The harbour masters reckon with 90."])
    assert not voices.are_two(mine, theirs, ["Ruth Allender leads the harbour masters."])


def test_a_government_speaks_by_its_ministries() -> None:
    around = ["The government has signed.", "The harbour masters reckon with 90."]
    mine = _statement("The government spoke of 400.", "400", "government")
    ministry = _statement("The Foreign Office put it at 400.", "400", "Foreign Office")
    watchdog = _statement("The Audit Office of Mull put it at 400.", "400", "Audit Office of Mull")
    assert not voices.are_two(mine, ministry, around)
    assert not voices.are_two(ministry, mine, around)
    assert voices.are_two(mine, watchdog, around)


@pytest.mark.parametrize(
    ("government", "body"),
    [("ministers", "Local Government Association"), ("Mauritian government", "Foreign Office")],
)
def test_a_government_speaks_neither_by_councils_nor_by_the_ministries_of_another_country(
    government: str, body: str
) -> None:
    mine = _statement(f"The {government} spoke of 400.", "400", government)
    theirs = _statement(f"The {body} put it at 400.", "400", body)
    around = [f"The {government} has signed."]
    assert voices.are_two(mine, theirs, around)


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("Ada Fenwick", "Fenwick", True),
        ("MOT", "the Ministry of Transport", True),
        ("CBO", "Congressional Budget Office", True),
        ("Harbour Board", "harbour board", True),
        ("Ada Fenwick", "Bea Fenwick", False),
        ("MOT", "Ministry of Culture", False),
        ("wick", "Ada Fenwick", False),
    ],
)
def test_a_name_in_full_by_initials_or_by_its_end_is_one(one: str, other: str, are_one: bool) -> None:
    assert voices.are_one_name(one, other) is are_one

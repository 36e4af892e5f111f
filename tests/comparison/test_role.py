"""One number that plays another part in each of two sentences is not one figure."""

import pytest

from app.comparison import role
from app.comparison.statement import Told
from app.domain.figure import Figure, Kind


def _told(text: str) -> Told:
    """The sentence around the figure that stands in square brackets."""
    before, _, rest = text.partition("[")
    surface, _, after = rest.partition("]")
    whole = before + surface + after
    return Told(text=whole, lower=whole.lower(), before=before, after=after, surface=surface)


@pytest.mark.parametrize(
    ("mine", "theirs", "apart"),
    [
        ("Owners were fined [£90,000] each.", "Nine owners were fined a total of [£90,000].", True),
        ("Owners were fined [£90,000] in all.", "Nine owners were fined a total of [£90,000].", False),
        ("They paid [£90,000] each.", "Each of them paid [£90,000].", False),
    ],
)
def test_what_each_pays_is_not_what_all_pay(mine: str, theirs: str, apart: bool) -> None:
    assert role.is_each_for_all(_told(mine), _told(theirs)) is apart


@pytest.mark.parametrize(
    ("mine", "theirs", "outdated"),
    [
        ("A swim will cost [£4.10].", "A swim goes from [£4.10] to £4.60 in May.", True),
        ("A swim used to cost [£4.10].", "A swim goes from [£4.10] to £4.60 in May.", False),
        ("A swim will cost [£4.60].", "A swim goes from £4.10 to [£4.60] in May.", False),
        ("The pool sold 900 tickets, up from [800].", "The pool sold [800] tickets, up from 700.", True),
    ],
)
def test_the_former_end_of_a_change_is_not_the_present_one(mine: str, theirs: str, outdated: bool) -> None:
    assert role.is_outdated(_told(mine), _told(theirs)) is outdated


def test_two_words_side_by_side_keep_their_figures() -> None:
    theirs = _told("Income came to £18m and spending to [£19m].")
    assert role.is_of_the_other(_told("It had an income of [£19m]."), theirs)
    assert not role.is_of_the_other(_told("It had a spending of [£19m]."), theirs)
    assert role.is_of_another_thing(
        Figure(kind=Kind.MONEY),
        _told("It made a loss of [£9m]."),
        _told("The loss came to £21m, but for a profit of [£9m] on players."),
    )


def test_staff_are_not_contractors_but_women_may_be() -> None:
    staff, contractors, women = (Figure(kind=Kind.QUANTITY, unit=unit) for unit in ("staff", "contractor", "woman"))
    assert role.is_of_another_noun(staff, contractors)
    assert not role.is_of_another_noun(women, contractors)

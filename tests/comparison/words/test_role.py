"""One number that plays another part in each of two sentences is not one figure."""

from decimal import Decimal

import pytest

from app.comparison.statement import Statement, Told
from app.comparison.words import neighbours, role
from app.domain.claim import Claim, Speaker
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.span import Span


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
        ("A guard looks after [53] people.", "A guard looks after 46 people, compared with [53] in 2023.", True),
        ("In towns it is [61 per cent].", "Of farms 43 per cent do, compared with [61 per cent] in towns.", False),
        ("The fee has been raised to [£4.10].", "A swim goes from [£4.10] to £4.60 in May.", True),
    ],
)
def test_the_former_end_of_a_change_is_not_the_present_one(mine: str, theirs: str, outdated: bool) -> None:
    assert role.is_outdated(_told(mine), _told(theirs)) is outdated


def test_two_words_side_by_side_keep_their_figures() -> None:
    theirs = _told("Income came to £18m and spending to [£19m].")
    assert neighbours.is_of_the_other(_told("It had an income of [£19m]."), theirs)
    assert not neighbours.is_of_the_other(_told("It had a spending of [£19m]."), theirs)
    assert neighbours.is_of_the_other(
        _told("It made a loss of [£9m]."), _told("The loss came to £21m, but for a profit of [£9m] on players.")
    )


@pytest.mark.parametrize(
    ("mine", "theirs", "other"),
    [
        ("Ewes fetched [90 pounds].", "At the market 140 went for ewes such as Texels and [90] for rams.", True),
        ("Rams fetched [90 pounds].", "At the market 140 went for ewes such as Texels and [90] for rams.", False),
        (
            "In all [17 lanes] were closed.",
            "Of the 40 lanes that it looks after, [17] were widened and none closed.",
            True,
        ),
        (
            "Ashby Dock lost [3 cranes].",
            "The luckiest was Ashby Dock, which lost 8 cranes; the other, Fen Dock, lost [3].",
            True,
        ),
        ("It gave back [£6m] of the grant.", "It gave back [£6m] of the harbour grant of £30m, unspent.", False),
    ],
    ids=["other", "own", "none", "apposition", "part"],
)
def test_words_of_the_other_figure_of_a_sentence_are_not_the_claims(mine: str, theirs: str, other: bool) -> None:
    assert neighbours.is_of_the_other(_told(mine), _told(theirs)) is other


@pytest.mark.parametrize(
    ("mine", "theirs", "apart"),
    [
        ("The choir has [48] members.", "The choir has 212 members, [48] more than it had.", True),
        ("The choir has gained [48] members.", "The choir has 212 members, [48] more than it had.", False),
        ("There are [212] more singers.", "The choir has [212] members.", True),
        ("The bill is [£48m].", "The bill was settled at [£48m], less than was feared.", False),
        ("The hall went [£48m] over budget.", "The hall was built for [£48m].", True),
        ("The bill rose by [£48m].", "Another [£48m] has been added to the bill.", False),
        ("The choir has [48] members.", "The choir shrank by [48] to 212 members.", True),
        ("The choir lost [48]–22.", "The choir was beaten by [48] votes to 22.", False),
    ],
    ids=["level", "change", "difference", "aside", "over budget", "another", "to a level", "votes"],
)
def test_how_many_more_is_not_how_many(mine: str, theirs: str, apart: bool) -> None:
    assert role.is_difference_of_level(_told(mine), _told(theirs)) is apart


def test_staff_are_not_contractors_but_women_may_be() -> None:
    staff, contractors, women = (Figure(kind=Kind.QUANTITY, unit=unit) for unit in ("staff", "contractor", "woman"))
    assert role.is_of_another_noun(staff, contractors)
    assert not role.is_of_another_noun(women, contractors)


@pytest.mark.parametrize(
    ("mine", "theirs", "opposite"),
    [
        ("Stocks stood at [91%], after sinking to 30% in May.", "Stocks have risen to [91%].", False),
        ("Sales plummeted to [£4m].", "Sales soared to [£4m].", True),
        ("Arrears fell by [12 per cent].", "Arrears rose by [12 per cent] to £18m.", True),
        ("Arrears are up [12 per cent].", "Arrears rose by [12 per cent] to £18m.", False),
        ("There are [388] more speakers.", "The language has lost ground, with [388] fewer speakers.", True),
        ("Up to [400] places will open.", "The number of places fell by [400].", False),
        ("Costs fell, and [400] places were lost.", "The number of places increased by [400].", False),
    ],
)
def test_a_rise_is_not_a_fall(mine: str, theirs: str, opposite: bool) -> None:
    assert role.is_opposite(_told(mine), _told(theirs)) is opposite


def _count(number: int, qualifier: Qualifier = Qualifier.EXACT, unit: str | None = None) -> Figure:
    return Figure(kind=Kind.QUANTITY, low=Decimal(number), high=Decimal(number), qualifier=qualifier, unit=unit)


def test_what_lies_above_a_number_is_not_below_it() -> None:
    assert role.is_beyond(_count(400, Qualifier.OVER), _count(400, Qualifier.UNDER))
    assert role.is_beyond(_count(400, Qualifier.OVER), _count(396))
    assert not role.is_beyond(_count(400, Qualifier.OVER), _count(404))
    assert not role.is_beyond(_count(400, Qualifier.NEARLY), _count(396))
    assert not role.is_beyond(_count(400, Qualifier.AT_LEAST), _count(400, Qualifier.UNDER))
    assert role.is_beyond(_count(400, Qualifier.OVER), _count(400, Qualifier.AT_MOST))
    assert role.is_beyond(_count(400, Qualifier.AT_MOST), _count(400, Qualifier.AT_LEAST))


def _statement(text: str, surface: str, figure: Figure, speaker: str | None = None) -> Statement:
    at = text.index(surface)
    claim = Claim(
        span=Span(at, at + len(surface)),
        surface=surface,
        figure=figure,
        sentence=Span(0, len(text)),
        rule="count-noun",
        speaker=None if speaker is None else Speaker(name=speaker),
    )
    return Statement(claim=claim, published=None, text=text)


def test_drivers_who_make_claims_are_not_the_claims() -> None:
    claims = _statement("Drivers made 513 claims.", "513 claims", _count(513, unit="claim"))
    drivers = _statement("The council paid 513 drivers.", "513 drivers", _count(513, unit="driver"))
    riders = _statement("The line carried 513 passengers.", "513 passengers", _count(513, unit="passenger"))
    assert role.counts_another(drivers, claims)
    assert not role.counts_another(riders, claims)


@pytest.mark.parametrize(
    ("mine", "theirs", "apart"),
    [
        ("The fare went up by [£5.20].", "Riders served by the line pay [£5.20].", True),
        ("The fare went up by [£3.10].", "The fare rose from [£3.10] to £5.20.", True),
        ("The fare went up by [£2.10].", "The fare rose [£2.10] in a year.", False),
    ],
    ids=["by of a passive", "an end of a change", "a change"],
)
def test_how_much_more_there_is_is_not_how_much_there_is(mine: str, theirs: str, apart: bool) -> None:
    assert role.is_difference_of_level(_told(mine), _told(theirs)) is apart


@pytest.mark.parametrize(
    ("mine", "apart"),
    [("Of weavers [64 per cent] had voted.", False), ("Of dyers [64 per cent] had voted.", True)],
)
def test_a_figure_and_the_one_it_is_compared_with_are_of_two_groups(mine: str, apart: bool) -> None:
    theirs = "Weavers were keener than dyers: [64 per cent] of them had voted, compared with 29 per cent of dyers."
    assert neighbours.is_of_the_other(_told(mine), _told(theirs)) is apart


def test_what_a_number_fell_by_is_no_other_thing_than_what_it_fell_to() -> None:
    theirs = _told("The number of stalls in the market has fallen by [310] since the tax was doubled, to 1,920.")
    assert not neighbours.is_of_the_other(_told("After the tax there are [310] fewer stalls in the market."), theirs)


def test_what_was_paid_since_a_day_is_not_what_is_paid_a_year() -> None:
    assert role.is_each_for_all(_told("It has paid [£60,000] since May."), _told("It pays [£60,000 a year]."))
    assert not role.is_each_for_all(_told("It pays [£60,000 a year]."), _told("It pays [£60,000 a year]."))

"""Claims of words that the program missed."""

from decimal import Decimal

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.span import Span
from app.services.claims.pointing import Correction, as_typed
from app.services.desk import Desk


def place(desk: Desk, words: str) -> tuple[str, Span]:
    """The article that says these words, and where."""
    for article_id in desk.rereading.articles():
        text = desk.library.article(article_id).article.text
        if words in text:
            at = text.index(words)
            return article_id, Span(at, at + len(words))
    raise AssertionError(words)


def test_exactly_the_words_are_read_and_kept_as_accepted(desk: Desk) -> None:
    article_id, span = place(desk, "a one-off £12m for the bridge's")
    found = desk.pointing.read(article_id, span)
    assert found.claim.span == span
    assert found.claim.figure.low == Decimal("12E6")
    assert [one.claim.surface for one in found.overlaps] == ["£12m"]
    before = [one.claim_id for one in desk.library.claims(article_id)]
    changes = desk.pointing.keep(article_id, found.claim, {"kind": "one-off"})
    (made,) = (one for one in desk.library.claims(article_id) if one.claim_id not in before)
    assert changes.claims == {made.claim_id}
    assert (made.claim.surface, made.claim.rule, made.state) == (
        "a one-off £12m for the bridge's",
        "by hand",
        State.ACCEPTED,
    )
    assert made.claim.basis.value("kind") == "one-off"
    assert made.edited_fields == ("basis.kind",)
    assert desk.history.undoable() == "make a claim of a one-off £12m for the bridge's"
    desk.history.undo()
    assert [one.claim_id for one in desk.library.claims(article_id)] == before


def test_spaces_at_the_ends_of_a_selection_do_not_count(desk: Desk) -> None:
    article_id, span = place(desk, " £12m ")
    assert desk.pointing.read(article_id, span).claim.surface == "£12m"


def test_a_number_is_never_cut_in_two(desk: Desk) -> None:
    article_id, span = place(desk, "£160m a year")
    cut = Span(span.start, span.start + 2)
    assert desk.pointing.read(article_id, cut).claim.surface == "£160"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Ada Fenwick said", "no-figure"),
        (" ", "no-figure"),
        ("£160m a year, Ada Fenwick said. There is also a one-off £12m", "several-figures"),
    ],
)
def test_words_that_are_not_one_figure_are_refused(desk: Desk, words: str, reason: str) -> None:
    article_id, span = place(desk, words)
    with pytest.raises(UserError) as told:
        desk.pointing.read(article_id, span)
    assert told.value.reason == reason
    assert desk.history.undoable() == "import 3 files"


def test_a_number_without_a_unit_can_be_told_its_unit(desk: Desk) -> None:
    article_id, span = place(desk, "30")
    claim = desk.pointing.read(article_id, span).claim
    typed = Correction(kind=Kind.MONEY, low="30,000,000", unit="GBP", per="year")
    made = desk.pointing.corrected(claim, typed)
    assert (made.figure.kind, made.figure.low, made.figure.unit, made.figure.per) == (
        Kind.MONEY,
        Decimal(30_000_000),
        "GBP",
        "year",
    )
    assert desk.pointing.corrected(claim, as_typed(claim.figure)) is claim


@pytest.mark.parametrize("length", ["P99Y", "P2.5Y", "PT90M", "PT10H54M"])
def test_a_length_is_typed_as_files_write_it(desk: Desk, length: str) -> None:
    article_id, span = place(desk, "£12m")
    claim = desk.pointing.read(article_id, span).claim
    assert desk.pointing.corrected(claim, Correction(kind=Kind.DURATION, date=length)).figure.date == length


@pytest.mark.parametrize(
    "typed",
    [
        Correction(kind=Kind.MONEY, low="much"),
        Correction(kind=Kind.MONEY, low=""),
        Correction(kind=Kind.MONEY, low="NaN"),
        Correction(kind=Kind.DATE, date="soon"),
        Correction(kind=Kind.DURATION, date="99 years"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(desk: Desk, typed: Correction) -> None:
    article_id, span = place(desk, "£12m")
    claim = desk.pointing.read(article_id, span).claim
    with pytest.raises(UserError):
        desk.pointing.corrected(claim, typed)

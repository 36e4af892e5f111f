"""Which articles tell one story: what the program suggests, what the analyst says, and that it lasts."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.listing import ArticleFilter, ArticleRow, ClaimFilter, ClaimOrder
from app.services.desk import Desk
from tests.support.desks import desk_on

WIRE = (
    "The pier on Gull Rock will cost £40m to mend, the harbour master said on Friday after divers had been down to the "
    "piles twice. The council has set aside £12m and hopes that the ferry company will find the rest before the "
    "winter storms begin. Nobody has yet said who is to pay for the lamps, which were broken in the spring."
)
BRIEF = (
    "Islanders heard on Friday that the harbour master now wants £40m. The council has set aside £12m and hopes that "
    "the ferry company will find the rest. Fishermen who came to the meeting in the chapel asked about moorings, about "
    "the price of ice, about a slip for small boats, and went home in the rain without an answer to any of it."
)
SPEECH = (
    "“" + "We shall mend what the sea has broken, and we shall do it before the first storm of the year. " * 4 + "”"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The use cases on an empty project."""
    with closing(desk_on(tmp_path / "rock.counterclaim")) as opened:
        yield opened


def bring(desk: Desk, outlet: str, text: str, *, date: str = "2025-05-12", title: str = "", author: str = "") -> str:
    """Import a text of an outlet; gives the article's id."""
    byline = f"Author: {author}\n" if author else ""
    head = f"Title: {title or f'{outlet} on the pier'}\nOutlet: {outlet}\n{byline}Date: {date}\n\n"
    (file,) = desk.importing.pasted(head + text).files
    assert file.article_id is not None
    return file.article_id


def by_outlet(desk: Desk) -> dict[str | None, ArticleRow]:
    return {row.outlet: row for row in desk.library.rows(ArticleFilter())}


def counts(desk: Desk) -> tuple[int, int]:
    """Articles and independent origins."""
    facets = desk.library.facets()
    return facets.articles, facets.origins


def test_a_wire_story_in_three_copies_is_one_origin_named_by_who_had_it_first(desk: Desk) -> None:
    bring(desk, "Evening Mail", WIRE, date="2025-05-13")
    bring(desk, "Gull Wire", f"{WIRE} The lamps are being looked for.")
    bring(desk, "Skerry Post", f"Our reporter was there. {WIRE}", date="2025-05-14")
    (origin,) = desk.origins.told_often()
    assert origin.words == "One story, first in Gull Wire, 12 May 2025"
    assert [one.teller.outlet for one in origin.articles] == ["Gull Wire", "Evening Mail", "Skerry Post"]
    assert origin.articles[0].why == ""
    assert "of the shorter text in common" in origin.articles[2].why
    assert counts(desk) == (3, 1)


def test_an_import_says_whose_story_a_copy_tells(desk: Desk) -> None:
    bring(desk, "Gull Wire", WIRE)
    (file,) = desk.importing.pasted(f"Title: A pier\nOutlet: Evening Mail\n\n{WIRE}").files
    assert file.reason == "tells the story of “Gull Wire on the pier” (Gull Wire)"


def test_the_copy_is_the_later_one_though_it_was_imported_first(desk: Desk) -> None:
    bring(desk, "Evening Mail", WIRE, date="2025-05-13")
    bring(desk, "Gull Wire", WIRE, date="2025-05-12")
    assert by_outlet(desk)["Evening Mail"].copied_from == "Gull Wire"
    assert by_outlet(desk)["Gull Wire"].first_of_origin
    bring(desk, "Gull Wire", WIRE.replace("£12m", "£13m"), date="2025-05-20")
    rows = by_outlet(desk)
    assert (rows["Gull Wire"].version, rows["Gull Wire"].first_of_origin) == (2, True)
    assert rows["Evening Mail"].copied_from == "Gull Wire"


def test_two_reports_that_quote_one_speech_are_two_origins(desk: Desk) -> None:
    first = bring(desk, "Gull Wire", f"{WIRE} {SPEECH}")
    bring(desk, "Skerry Post", f"{SPEECH} Few listened to the mayor, who spoke in the wind for an hour about £3m.")
    assert counts(desk) == (2, 2)
    assert desk.origins.of(first).shares == ()


def test_passages_that_two_reports_share_are_said_and_join_nothing(desk: Desk) -> None:
    wire, brief = bring(desk, "Gull Wire", WIRE, author="PA Media"), bring(desk, "Skerry Post", BRIEF)
    (shared,) = desk.origins.of(brief).shares
    assert 0.1 <= shared.containment < 0.3
    assert (shared.teller.article_id, counts(desk)) == (wire, (2, 2))
    assert desk.origins.of(wire).origin.words == "PA Media copy in Gull Wire, 12 May 2025"


def test_shared_passages_and_one_agencys_credit_are_one_origin_within_two_days(desk: Desk) -> None:
    wire = bring(desk, "Gull Wire", WIRE, author="PA Media")
    brief = bring(desk, "Evening Mail", f"{BRIEF}\n\nPress Association", date="2025-05-14")
    story = desk.origins.of(brief)
    assert story.origin.words == "PA Media copy, first in Gull Wire, 12 May 2025"
    assert story.credited == ("PA Media",)
    assert story.origin.articles[0].why.endswith("of the shorter text in common; both credited to PA Media")
    later = (
        "A month on, the mayor opened the summer fair with a cake shaped like a whale and spoke of £3m for the school "
        "roof, of swings, of the new nurse, and of a choir from the mainland that sang until it was dark. "
        "The council has set aside £12m and hopes that the ferry company will find the rest."
    )
    bring(desk, "Late Mail", later, date="2025-06-12", author="Press Association")
    assert len(desk.origins.of(wire).origin.articles) == 2


def test_a_credit_without_shared_passages_joins_nothing(desk: Desk) -> None:
    bring(desk, "Gull Wire", WIRE, author="Reuters")
    bring(desk, "Skerry Post", "Whales were seen off the rock, and £2m was promised to count them.", author="Reuters")
    assert counts(desk) == (2, 2)
    assert desk.origins.told_often() == []


def test_a_split_lasts_over_later_imports_and_can_be_undone(desk: Desk) -> None:
    wire, mail = bring(desk, "Gull Wire", WIRE), bring(desk, "Evening Mail", WIRE)
    assert desk.origins.split(mail).act == "split Evening Mail on the pier off"
    assert counts(desk) == (2, 2)
    bring(desk, "Skerry Post", f"{WIRE} And so to bed.", date="2025-05-15")
    bring(desk, "Evening Mail", WIRE.replace("£12m", "£14m"), date="2025-05-16")
    rows = by_outlet(desk)
    assert rows["Gull Wire"].origin_id != rows["Evening Mail"].origin_id
    story = desk.origins.of(mail)
    (apart,) = [one for one in story.shares if one.teller.family == wire]
    assert apart.set_apart
    assert apart.why.startswith("split by you")
    for _ in range(3):
        desk.history.undo()
    assert counts(desk) == (2, 1)
    desk.history.redo()
    assert counts(desk) == (2, 2)


def test_the_first_of_a_story_can_be_split_off_and_the_others_stay_together(desk: Desk) -> None:
    first, *_ = (bring(desk, outlet, f"{WIRE} {outlet}.") for outlet in ("Gull Wire", "Evening Mail", "Skerry Post"))
    desk.origins.split(first)
    (origin,) = desk.origins.told_often()
    assert {one.teller.outlet for one in origin.articles} == {"Evening Mail", "Skerry Post"}
    assert counts(desk) == (3, 2)


def test_articles_can_be_joined_each_with_its_own_copies(desk: Desk) -> None:
    wire = bring(desk, "Gull Wire", WIRE)
    bring(desk, "Evening Mail", WIRE)
    whales = bring(desk, "Skerry Post", "Whales were seen off the rock, and £2m was promised to count them.")
    assert desk.origins.join([wire, whales]).act == "join 2 articles to one origin"
    assert counts(desk) == (3, 1)
    (other,) = [one for one in desk.origins.of(wire).origin.articles if one.teller.family == whales]
    assert other.why == "joined by you"
    desk.history.undo()
    assert counts(desk) == (3, 2)


def test_the_last_word_of_the_analyst_counts(desk: Desk) -> None:
    wire, mail = bring(desk, "Gull Wire", WIRE), bring(desk, "Evening Mail", WIRE)
    desk.origins.split(mail)
    desk.origins.join([wire, mail])
    assert counts(desk) == (2, 1)
    assert desk.origins.of(mail).origin.articles[0].why.startswith("joined by you; 9")


def test_joining_does_not_undo_a_split_in_passing(desk: Desk) -> None:
    wire, mail = bring(desk, "Gull Wire", WIRE), bring(desk, "Evening Mail", WIRE)
    whales = bring(desk, "Skerry Post", "Whales were seen off the rock, and £2m was promised to count them.")
    desk.origins.split(mail)
    desk.origins.join([mail, whales])
    before = counts(desk)
    with pytest.raises(UserError) as told:
        desk.origins.join([wire, whales])
    assert "were split by you" in str(told.value)
    assert counts(desk) == before


def test_what_cannot_be_joined_or_split_is_refused(desk: Desk) -> None:
    wire = bring(desk, "Gull Wire", WIRE)
    for act in (lambda: desk.origins.join([wire, wire]), lambda: desk.origins.split(wire)):
        with pytest.raises(UserError):
            act()
    with pytest.raises(UserError):
        desk.origins.of("art_nothing")
    assert desk.history.undoable() == "import an article"


def test_every_list_counts_origins_as_the_analyst_left_them(desk: Desk) -> None:
    bring(desk, "Gull Wire", WIRE)
    mail = bring(desk, "Evening Mail", WIRE)

    def reach() -> set[tuple[int, int]]:
        ids = desk.claims.ids(ClaimFilter(words="cost"), ClaimOrder.TEXT)
        return {(line.same_articles, line.same_origins) for line in desk.claims.lines(ids)}

    assert reach() == {(2, 1)}
    desk.origins.split(mail)
    assert reach() == {(2, 2)}
    sources = desk.claims.sources(ClaimFilter())
    assert (sources.articles, sources.origins) == (2, 2)


def test_a_round_up_joins_no_two_stories(desk: Desk) -> None:
    bring(desk, "Gull Wire", WIRE)
    whales = "Whales were seen off the rock on two evenings, and £2m was promised to count them from the cliffs."
    bring(desk, "Skerry Post", whales)
    bring(desk, "Weekly Round", f"{WIRE} {whales}")
    assert counts(desk) == (3, 2)


def test_a_figure_in_a_comment_is_its_commenters_unless_the_article_prints_it(desk: Desk) -> None:
    text = (
        "Title: The pier\nOutlet: Gull Wire\nDate: 2025-05-12\n\nThe pier will cost £40m, the harbour master said.\n\n"
        "Comments\n\nAda Fenwick: It was £90m the last time.\n\nBram Toller: More like £90m indeed.\n\n"
        "Ada Fenwick: And they asked for £40m then too.\n"
    )
    desk.importing.pasted(text)
    ids = desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT)
    reach = {
        (line.record.claim.surface, line.comment is not None): (line.same_articles, line.same_origins)
        for line in desk.claims.lines(ids)
    }
    assert reach[("£90m", True)] == (1, 2)
    assert reach[("£40m", True)] == (1, 1)
    assert len({line.origin_id for line in desk.claims.lines(ids)}) == 3

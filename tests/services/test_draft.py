"""A draft against the library: what is wrong is found, and what is right is left in peace."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import drafted
import pytest
import unseen_drafts

from app.comparison.currency import Rates
from app.domain.claim import State
from app.domain.draft import Checked, Finding
from app.domain.figure import Kind
from app.services import sample
from app.services.desk import Desk
from app.store.project import Project

Library = Callable[..., Desk]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A project with the sample, if wanted, and more articles by their file names."""
    with closing(Project.create(tmp_path / "library.counterclaim")) as project:

        def made(articles: dict[str, str], *, sampled: bool = False) -> Desk:
            desk = Desk.of(project, rates=Rates(), today=lambda: datetime.date(2026, 2, 1))
            if sampled:
                sample.fill(desk)
            for name, text in articles.items():
                (tmp_path / name).write_text(text, encoding="utf-8")
            desk.importing.paths([tmp_path / name for name in articles])
            return desk

        yield made


def _told(checked: list[Checked], marked: list[drafted.Marked]) -> dict[str, Finding | None]:
    """What became of each marked figure, by its place and words; None where it was not read."""
    return {
        f"{one.span.start} {one.surface}": next(
            (each.finding for each in checked if each.claim.span.overlaps(one.span)), None
        )
        for one in marked
    }


@pytest.mark.parametrize(
    ("draft", "articles"),
    [(drafted.FIRST, drafted.FIRST_ARTICLES), (drafted.SECOND, drafted.SECOND_ARTICLES)],
    ids=["first", "second"],
)
def test_twelve_planted_errors_in_forty_figures_are_found(
    library: Library, draft: str, articles: dict[str, str]
) -> None:
    text, marked = drafted.read(draft)
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


def test_what_can_be_worked_out_from_two_figures_of_a_sentence_shows_the_sum(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    (rose, *_) = [
        one
        for one in desk.drafting.check(
            "The Moss line carried 4.2 million passengers, 1.3 million more than the Fen line."
        )
        if one.claim.surface.startswith("1.3")
    ]
    assert rose.finding is Finding.OTHER_BASIS
    assert rose.closest is not None


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Kestrel Rail, which employs 1,340 people, paid a dividend of £81m.", "two digits are turned"),
        ("Kestrel Rail employs 13,400 people and paid a dividend of £18m.", "the point or the scale has moved"),
        ("The Fen line, upgraded for £260m in 2023 prices, is due to open on 14 June 2028.", "only the year differs"),
    ],
    ids=["digits", "scale", "date"],
)
def test_a_slip_of_the_pen_beside_what_the_library_supports_is_told_as_one(
    library: Library, text: str, short: str
) -> None:
    checked = library({"rail.txt": RAIL}).drafting.check(text)
    told = [one.closest.judgement.short for one in checked if one.finding is Finding.CONTESTED and one.closest]
    assert short in told


RAIL = drafted.FIRST_ARTICLES["rail.txt"]


def _only(desk: Desk, text: str) -> Checked:
    (checked,) = desk.drafting.check(text)
    return checked


def test_a_figure_of_something_else_supports_nothing(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    assert _only(desk, "The cathedral roof will cost £260m.").finding is Finding.ABSENT
    assert _only(desk, "Kestrel Rail paid a dividend of £18m.").finding is Finding.SUPPORTED


def test_a_number_supports_none_that_it_only_comes_to_when_cut_to_one_digit(library: Library) -> None:
    said = (
        "It's £165m a year for the first 3 years, going down to £120m after. "
        "There's also a one off £40m for Chagossians and a £45m a year for a Mauritian development fund."
    )
    draft = (
        "Britain will pay Mauritius about £165m a year for the first three years and £120m a year after that, readers"
        " of one site say. Others put the cost at nearly £200m a year. A one-off £40m goes to the Chagossians and £45m"
        " a year to a development fund."
    )
    (found,) = [
        one for one in library({"a.txt": said}).drafting.check(draft) if one.claim.surface == "nearly £200m a year"
    ]
    assert found.finding is not Finding.SUPPORTED
    question = "Why should we shell out nearly £200m a year for a base we don't use?\n\n"
    found = next(
        one
        for one in library({"b.txt": question + said}).drafting.check(draft)
        if one.claim.surface == "nearly £200m a year"
    )
    assert [one.line.record.claim.surface for one in found.evidence] == ["nearly £200m a year"]


def test_another_basis_and_a_conflict_name_the_claim_that_says_otherwise(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    (passengers, *_) = desk.drafting.check("The Moss line carried 4.2 million passengers in 2023.")
    assert passengers.finding in (Finding.OTHER_BASIS, Finding.CONTESTED)
    assert passengers.closest is not None
    assert passengers.closest.line.outlet == "Valley Herald"
    dividend = _only(desk, "Kestrel Rail paid a dividend of £81m.")
    assert dividend.finding is Finding.CONTESTED
    assert dividend.closest is not None
    assert dividend.closest.line.record.claim.surface == "£18m"


LOCK = {
    "lock.txt": """Title: Sluice at Brackwater to be rebuilt
Outlet: Canal News
Date: 2025-10-14

The Brackwater sluice will be rebuilt at a cost of £67.3m, the waterways board said.

The board pays the harbour £18.6m a year for 25 years. At least 96 per cent of boats must pass within an hour. Traffic \
through the sluice rose from 34 per cent to 61 per cent of what it can take.

Upkeep of the sluice averages £4.27m a year in 2023/24 prices. Nobody had asked about upkeep of £4.27m a year, the \
board said. Tolls bring in £7m.
"""
}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("It went £67.3m deep into the pocket of the waterways.", Finding.SUPPORTED),
        ("The bakery went £67.3m deep into its pocket.", Finding.ABSENT),
        ("A bridge of the waterways will take £7m.", Finding.ABSENT),
        ("If fewer than 96 per cent of boats pass the sluice within an hour, the board is fined.", Finding.SUPPORTED),
        ("Traffic through the sluice fell from 61 per cent to 34 per cent.", Finding.CONTESTED),
        ("Upkeep of the sluice averages £4.27m a year in cash.", Finding.OTHER_BASIS),
        ("The Brackwater sluice was rebuilt on 25 May 2023.", Finding.ABSENT),
    ],
    ids=["rare number", "no word", "round number", "two sides", "reversed", "other prices", "a day in a year"],
)
def test_a_rare_number_needs_few_words_and_a_round_one_many(library: Library, text: str, finding: Finding) -> None:
    checked = library(LOCK).drafting.check(text)
    figures = [one.finding for one in checked if one.claim.figure.kind is not Kind.DURATION]
    assert set(figures) == {finding}


def test_a_sum_of_what_the_paragraph_has_just_said_is_shown_as_one(library: Library) -> None:
    desk = library(LOCK)
    (rate, month) = desk.drafting.check("The board pays the harbour £18.6m a year, or £1.55m a month.")
    assert (rate.finding, month.finding) == (Finding.SUPPORTED, Finding.OTHER_BASIS)
    assert month.closest is not None
    assert month.closest.judgement.conversion == "£18.6m ÷ 12 = £1.55m."


def test_for_how_long_a_rate_is_paid_is_checked_apart_from_it(library: Library) -> None:
    (rate, length) = library(LOCK).drafting.check("The board will pay the harbour £18.6m a year for 35 years.")
    assert (rate.finding, length.finding) == (Finding.SUPPORTED, Finding.CONTESTED)
    assert length.closest is not None
    assert length.closest.line.record.claim.surface == "25 years"


COUNCIL = {
    "arrears.txt": """Title: Council tax arrears climb in Brenworth
Outlet: Brenworth Review
Date: 2025-10-14

Council tax arrears in Brenworth rose by 12 per cent to £18.4 million last year, the auditor said on Tuesday. More \
than 9,300 households were behind with their payments at the end of March, compared with 7,900 a year earlier.

The council employs 1,240 people, of whom 310 work in social care. Fewer than 400 carers receive an allowance. Drivers \
made 5,130 claims for damage by potholes.

It recorded 2,870 complaints about its buses last year. Old vehicles, which are to be sold, had made 412 of the \
journeys that caused them.

Ruth Allender, the finance director, put the shortfall at £7.2 million. Oskar Hale, of the union Civitas, said that it \
was nearer £11 million. The council will pay its contractors £1.5 million a year for 25 years.

A pilot scheme begins in April 2026 and ends in September 2027. The leader said that 64 of the town's 80 bus routes \
would be kept.
""",
    "correction.txt": """Title: Auditor corrects Brenworth arrears
Outlet: Brenworth Review
Date: 2025-12-02

The auditor has revised the count of households in Brenworth that were behind with council tax payments. In all 9,700 \
households were behind at the end of March.
""",
}
ARREARS = "Brenworth's council tax arrears came to £18.4 million. "


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Council tax arrears in Brenworth fell by 12 per cent last year.", "12 per cent"),
        (ARREARS + "More than 400 carers receive an allowance from the council.", "More than 400 carers"),
        (ARREARS + "Oskar Hale put the shortfall at £7.2 million.", "£7.2 million"),
        (ARREARS + "Some 9,300 households were behind with their payments.", "Some 9,300 households"),
        (ARREARS + "Potholes damaged the cars of 5,130 drivers.", "5,130 drivers"),
        (ARREARS + "There were 412 serious complaints about the council's buses.", "412 serious complaints"),
    ],
    ids=["direction", "bound", "speaker", "revised later", "another noun", "a part of another count"],
)
def test_the_number_of_an_article_supports_no_other_statement(library: Library, text: str, figure: str) -> None:
    (found,) = [one for one in library(COUNCIL).drafting.check(text) if one.claim.surface == figure]
    assert found.finding is not Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "figure", "working"),
    [
        ("The pilot scheme will last 17 months.", "17 months", "September 2027"),
        ("A quarter of the council's people work in social care.", "A quarter", "310"),
        ("Over the whole contract the contractors will be paid £37.5 million.", "£37.5 million", "£1.5m"),
        ("Four in five of the town's bus routes will be kept.", "Four in five", "64"),
    ],
    ids=["between two dates", "share", "rate and years", "a number of no claim"],
)
def test_what_follows_from_the_articles_of_a_paragraph_is_shown_with_its_working(
    library: Library, text: str, figure: str, working: str
) -> None:
    checked = library(COUNCIL).drafting.check(f"{ARREARS}{text}")
    (found,) = [one for one in checked if one.claim.surface == figure]
    assert found.finding in (Finding.SUPPORTED, Finding.OTHER_BASIS)
    assert found.closest is not None
    assert working in f"{found.closest.judgement.conversion} {found.closest.line.sentence}"


def test_a_number_that_no_claim_was_made_of_supports_a_count(library: Library) -> None:
    checked = library(COUNCIL).drafting.check(f"{ARREARS}In the town 64 bus routes will be kept.")
    assert [one.finding for one in checked if one.claim.surface == "64 bus routes"] == [Finding.SUPPORTED]


PIER = {
    "pier.txt": """Title: Pier at Hollowmouth to be mended
Outlet: Hollowmouth Echo
Date: 2025-06-03

Hollowmouth will spend £18.6 million on its pier, the council said on Monday. The pier drew 412,000 visitors in 2024.

The average visitor is 46.8 years old. Gulls took 34 per cent of the chips, and thefts of bags were 615 fewer. Nora \
Quill, who chairs the traders, said that the pier brought them trade. Her own guess is that 260 of them will gain.

Tobias Renn, the treasurer, said that only 90 traders would gain. The pier was lengthened in 2011.
""",
    "later.txt": """Title: Bill for Hollowmouth pier grows
Outlet: Hollowmouth Echo
Date: 2025-11-20

The pier at Hollowmouth will cost £23.4 million, the council now says. It also corrects its count of visitors: there \
were 387,500 of them in 2024, and not 412,000. Work on the pier begins on 9 March 2026.
""",
}


MENDED = (
    "Hollowmouth's pier, lengthened in 2011, will cost £23.4 million to mend. Work on the pier begins on 9 March 2026."
    " The traders who will gain number no more than 90, the treasurer says. "
)


@pytest.mark.parametrize(
    ("text", "surface", "finding"),
    [
        ("The pier drew 412,000 visitors in 2024.", "412,000", Finding.CONTESTED),
        ("The average visitor to the pier is nearly 47.", "nearly 47", Finding.SUPPORTED),
        ("Gulls are after chips, and have taken about a third.", "about a third", Finding.SUPPORTED),
        ("The pier will cost £4.8 million more than was said.", "£4.8 million", Finding.OTHER_BASIS),
        ("Nora Quill thinks that 260 of the traders will gain.", "260", Finding.SUPPORTED),
    ],
    ids=["withdrawn", "bare number", "bare fraction", "of two articles", "her own guess"],
)
def test_what_two_articles_say_of_one_thing(library: Library, text: str, surface: str, finding: Finding) -> None:
    checked = library(PIER).drafting.check(MENDED + text)
    assert [one.finding for one in checked if surface in one.claim.surface] == [finding]


def test_what_one_person_guesses_is_no_guess_of_another_of_the_article(library: Library) -> None:
    checked = library(PIER).drafting.check(f"{MENDED}Tobias Renn guesses that 260 traders will gain.")
    (found,) = [one for one in checked if "260" in one.claim.surface]
    assert found.finding is not Finding.SUPPORTED


def test_a_rejected_count_is_no_number_that_no_claim_was_made_of(library: Library) -> None:
    desk = library(COUNCIL)
    text = f"{ARREARS}The council employs 1,240 people."
    (found,) = [one for one in desk.drafting.check(text) if one.claim.surface == "1,240 people"]
    assert found.closest is not None
    desk.reviewing.decide([found.closest.line.record.claim_id], State.REJECTED)
    (found,) = [one for one in desk.drafting.check(text) if one.claim.surface == "1,240 people"]
    assert found.finding is not Finding.SUPPORTED


def test_the_year_beside_a_figure_is_that_of_the_sentence_that_supports_the_figure(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    told = desk.drafting.check("The Moss line carried 4.2 million passengers in 2024. In 2019 Fen carried 2.9 million.")
    years = {one.claim.surface: one.finding for one in told if one.claim.figure.kind is Kind.DATE}
    assert years == {"2024": Finding.SUPPORTED, "2019": Finding.CONTESTED}


def test_two_outlets_that_disagree_make_either_figure_contested(library: Library) -> None:
    other = (
        "Title: Owners first\nOutlet: Fen Post\nDate: 2025-09-12\n\n"
        "Kestrel Rail paid a dividend of £28m, its union says, while the fares went up.\n"
    )
    desk = library({"rail.txt": RAIL, "other.txt": other})
    checked = _only(desk, "Kestrel Rail paid a dividend of £18m.")
    assert checked.finding is Finding.CONTESTED
    assert [one.line.record.claim.surface for one in checked.evidence] == ["£28m"]
    assert [one.line.record.claim.surface for one in checked.others] == ["£18m"]


def test_a_rejected_claim_supports_nothing(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    text = "Kestrel Rail paid a dividend of £18m."
    closest = _only(desk, text).closest
    assert closest is not None
    desk.reviewing.decide([closest.line.record.claim_id], State.REJECTED)
    assert _only(desk, text).finding is not Finding.SUPPORTED


def test_a_citation_in_the_draft_is_not_checked(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    cited = "Kestrel Rail paid a dividend of £18m (Valley Herald, “Two lines, 500 fortunes”, 10 September 2025)."
    assert _only(desk, cited).claim.surface == "£18m"


def test_a_check_changes_nothing_and_no_figures_give_no_answers(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    before = desk.history.undoable()
    assert desk.drafting.check("") == []
    assert desk.drafting.check("Not a word of numbers.") == []
    desk.drafting.check(RAIL)
    assert desk.history.undoable() == before

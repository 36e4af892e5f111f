"""Which topics suggest themselves: those that the words tell, and none by its kind of figure alone."""

import datetime
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.services.articles.importing import Importing
from app.services.topics.grouping import Grouping
from app.store.project import Project

TODAY = datetime.date(2026, 1, 31)
FERRIES = """Ferry subsidy grows

The subsidy for the Skerry ferries cost the council £40m in 2024. Without it the ferries would not sail in winter.
Of the crossings 12% were cancelled.
==
Auditors on the Skerry crossing

Auditors put the ferry subsidy at £44m for 2024. The council expected £41m, and pays Brackwater Lines £2m more each
winter to keep the Skerry ferries in service.
==
What the crossing costs

Skerry's ferries took a subsidy of nearly £43m, Ada Fenwick said."""
WARBLERS = """Warblers counted

Volunteers counted 310 reed warblers in the marsh at Tarn Mere. A year ago 290 warblers sang in its reeds.
==
Reed beds cut

The marsh lost 120 warblers when the reed beds of Tarn Mere were cut, ringers said."""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Articles on two subjects, the sums of one and the counts of the other under a topic each."""
    with closing(Project.create(tmp_path / "p.counterclaim")) as made:
        for text in f"{FERRIES}\n==\n{WARBLERS}".split("\n==\n"):
            Importing(made, today=lambda: TODAY).pasted(text)
        grouping = Grouping(made)
        for name, term, kind in (("Ferry subsidy", "subsidy", Kind.MONEY), ("Reed warblers", "reed", Kind.QUANTITY)):
            found = grouping.propose(name, [term], kind)
            grouping.add(name, found.terms, found.kind, found.claim_ids)
        yield made


def added(project: Project, text: str) -> list[ClaimLine]:
    """The figures of a new article."""
    with project.reading() as store:
        before = set(store.queue.ids())
    Importing(project, today=lambda: TODAY).pasted(text)
    with project.reading() as store:
        return store.claims.lines([claim_id for claim_id in store.queue.ids() if claim_id not in before])


def suggested(project: Project, text: str) -> dict[str, str | None]:
    """The figures of a new article, each with the topic that leads for it."""
    found = {line: Grouping(project).suggest(line.record.claim_id).preselected for line in added(project, text)}
    return {line.record.claim.surface: chosen.name if chosen else None for line, chosen in found.items()}


def test_words_that_claims_of_a_topic_share_tell_it(project: Project) -> None:
    text = "Winter\n\nIn a vote on the Skerry ferries the council raised their subsidy to £52m."
    assert suggested(project, text) == {"£52m": "Ferry subsidy"}


@pytest.mark.parametrize(
    "text",
    [
        "Schools\n\nThe roofs of the schools will cost the county £9m, the governors were told.",
        "Museum\n\nThe museum expected a cost of nearly £43m for the new wing in the year.",
        "Turnout\n\nA turnout of 61% in the election was a record.",
        "Hives\n\nThe beekeepers counted 310 hives a year ago in the orchards of the valley.",
    ],
)
def test_a_kind_of_figure_and_words_that_any_figure_has_tell_no_topic(project: Project, text: str) -> None:
    assert set(suggested(project, text).values()) == {None}


def test_the_same_words_in_an_article_on_another_subject_tell_no_topic(project: Project) -> None:
    text = "Volunteers counted 340 {0} in the marsh."
    alike = f"Lapwings\n\n{text.format('lapwings')} They had walked the salt flats of Orme for a week."
    assert set(suggested(project, alike).values()) == {None}
    own = f"Warblers\n\n{text.format('reed warblers')} They sang in the reeds of Tarn Mere."
    assert set(suggested(project, own).values()) == {"Reed warblers"}


def test_what_another_kind_of_topic_is_surely_about_is_suggested_for_none(project: Project) -> None:
    grouping = Grouping(project)
    found = grouping.propose("Cancelled crossings", ["cancelled"], Kind.PERCENTAGE)
    grouping.add("Cancelled crossings", found.terms, Kind.PERCENTAGE, found.claim_ids)
    assert suggested(project, "Songs\n\nThe share of reed warblers in the marsh at Tarn Mere that sang was 70%.") == {
        "70%": None
    }


def test_a_headline_is_of_the_topic_under_which_all_its_article_stands(project: Project) -> None:
    text = "Ferries to get £52m\n\nThe Skerry ferries took a subsidy of £52m, and the pier a subsidy of £3m."
    grouping = Grouping(project)
    topic = grouping.topics()[0].topic
    headline, *body = (line.record.claim_id for line in added(project, text))
    assert grouping.suggest(headline).preselected is None
    grouping.file(body, topic.topic_id)
    assert grouping.suggest(headline).preselected == topic


def test_only_what_the_words_tell_is_filed_with_many(project: Project) -> None:
    text = "Notes\n\nThe subsidy for the Skerry ferries was £50m. The orchestra asked for £6m in its bid."
    lines = added(project, text)
    (filing,) = Grouping(project).suggest_many([line.record.claim_id for line in lines])
    assert (filing.topic.name, filing.lines) == ("Ferry subsidy", tuple(lines[:1]))

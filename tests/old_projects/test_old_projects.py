"""One file for each released schema: it opens, all that was in it is still there, and work on it can go on."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.comparison.sources import origins
from app.domain.claim import Stance, State
from app.domain.figure import Qualifier
from app.domain.listing import ArticleFilter, ClaimFilter, ClaimOrder
from app.services.disputes import Disputes
from app.store.connecting import with_functions
from app.store.damage import verifying
from app.store.file import file_format
from app.store.project import Project

FILES = sorted(Path(__file__).parent.glob("v*.counterclaim"))
AT = "2026-03-01T09:30:00.000000Z"


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of an old project."""
    return Path(shutil.copy(request.param, tmp_path / "old.counterclaim"))


@pytest.fixture
def project(old: Path, tmp_path: Path) -> Project:
    """The copy, brought up to date and closed after the test."""
    return Project.open(old, backups=tmp_path / "backups")


def test_there_is_a_file_for_every_schema() -> None:
    assert [file.stem for file in FILES] == [f"v{number}" for number in range(1, file_format.SCHEMA + 1)]


def test_everything_is_still_there(project: Project) -> None:
    with closing(project), project.reading() as store:
        titles = {row.title: (row.version, row.copies) for row in store.articles.rows(ArticleFilter())}
        ids = store.lists.ids(ClaimFilter(states=frozenset(State)), ClaimOrder.TEXT)
        surfaces = [line.record.claim.surface for line in store.claims.lines(ids)]
        ((topic, filed),) = store.topics.list()
    assert titles == {"Lighthouse on Gull Rock to be let": (2, 2), "Rock lighthouse goes to keeper": (1, 2)}
    assert surfaces == ["up to £3.4bn", "a third", "2031"] * 2 + ["£3.6bn"]
    assert (topic.name, topic.terms, filed) == ("Gull Rock", ("lighthouse", "keeper"), 1)
    assert topic.pinned == ids[0]


def test_copies_are_still_told(project: Project) -> None:
    with closing(project), project.reading() as store:
        wire, copy = store.origins.tellers(*store.origins.told_often())
        words = frozenset(store.origins.shingles(copy.text_sha256))
        found = {teller.family: kept for teller, kept in store.origins.sharing(words)}
    assert origins.containment(words, found[wire.family]) >= origins.SAME_ORIGIN


def test_a_decided_claim_is_as_it_was_left(project: Project) -> None:
    with closing(project), project.reading() as store:
        (claim_id, *_) = store.lists.ids(ClaimFilter(words="harbour master"), ClaimOrder.TEXT)
        record = store.claims.get(claim_id)
        article = store.articles.get(record.article_id).article
    assert record.state is State.ACCEPTED
    assert record.claim.span.of(article.text) == "up to £3.4bn"
    assert record.claim.figure.qualifier is Qualifier.AT_MOST
    assert record.claim.stance is Stance.STATES
    assert {name: said.value for name, said in record.claim.basis.stated()} == {
        "kind": "total", "price": "nominal", "horizon": "P30Y",
    }  # fmt: skip
    assert record.edited_fields == ("basis.kind", "basis.price", "speaker", "stance")
    assert [other.surface for other in record.restated] == ["$4.6bn"]


def test_search_finds_what_it_found(project: Project, old: Path) -> None:
    with closing(project), project.reading() as store:
        assert len(store.articles.rows(ArticleFilter(words="lightho"))) == 2
        assert len(store.lists.ids(ClaimFilter(words="keeper rock"), ClaimOrder.TEXT)) == 4
        assert len(store.claims.search_near(["keeper"])) == 4
    with closing(with_functions(sqlite3.connect(old))) as connection:
        for index in ("article_words", "claim_words"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_nothing_is_wrong_with_it(project: Project, old: Path) -> None:
    with closing(project):
        Disputes(project).measure()
    assert verifying.findings(old) == []


def test_everything_can_be_undone_and_done_again(project: Project) -> None:
    with closing(project):
        assert project.redo().act == "import an article"
        acts = []
        while undone := project.undo():
            acts.append(undone.act)
        assert acts == [
            "import an article", "make the topic Gull Rock", "set the basis of up to £3.4bn", "reject £3.4bn",
            "accept 2 claims", "import 3 files",
        ]  # fmt: skip
        for _ in acts:
            assert project.redo()
        with project.reading() as store:
            assert store.articles.facets(ArticleFilter()).articles == 3


def test_work_goes_on(project: Project) -> None:
    with closing(project):
        with project.writing("accept all") as store:
            store.claims.set_state(store.queue.ids(), State.ACCEPTED, AT)
        with project.reading() as store:
            assert store.queue.count() == 0


def test_the_file_itself_says_which_schema_it_is() -> None:
    for file in FILES:
        header = file.read_bytes()[:100]
        assert f"v{int.from_bytes(header[60:64], 'big')}" == file.stem
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            for (parts,) in connection.execute("SELECT parts FROM article"):
                assert json.loads(parts)


def test_its_topics_suggest_themselves(project: Project) -> None:
    with closing(project), project.reading() as store:
        ids = store.lists.ids(ClaimFilter(), ClaimOrder.TEXT)
        unfiled = next(line for line in store.claims.lines(ids) if line.record.claim.surface == "£3.6bn")
        assert [topic.name for topic, _ in store.topics.likely(unfiled.record.claim_id, 3)] == ["Gull Rock"]


def test_figures_are_measured_when_topics_are_first_asked_what_they_dispute(project: Project) -> None:
    with closing(project):
        tallies = Disputes(project).tallies()
        with project.reading() as store:
            held = {topic.topic_id for topic, claims in store.topics.list() if claims}
            assert set(tallies) <= held
            assert all(tally.measures for tally in tallies.values())
            assert store.disputes.is_measured()
            assert store.disputes.groups()


@pytest.mark.parametrize("old", FILES[1:], ids=lambda file: file.stem, indirect=True)
def test_what_schema_2_added_is_still_there(project: Project) -> None:
    with closing(project), project.reading() as store:
        ((topic, _),) = store.topics.list()
        (schedule,) = store.schedules.of_topic(topic.topic_id)
        (rate,) = store.own_tables.rates()
        (search,) = store.searches.list()
        wire = store.articles.ids()[0]
        assert (schedule.name, schedule.last_year, schedule.currency) == ("Rent", 30, "GBP")
        assert (rate.source, str(rate.rate), rate.note) == ("MUR", "0.016", "the keeper’s bank")
        assert (search.name, search.query) == ("dear", "money:>=1bn")
        assert [parting.joined for parting in store.origins.partings(wire)] == [True]


@pytest.mark.parametrize("old", FILES[2:], ids=lambda file: file.stem, indirect=True)
def test_what_schema_3_added_is_still_there(project: Project) -> None:
    with closing(project), project.reading() as store:
        ((topic, _),) = store.topics.list()
        wire = store.articles.ids()[0]
        total, third, *_ = (record.claim_id for record in store.claims.of_article(wire))
        remarks = store.remarks.of([wire, total, third])
        assert remarks[total].note == "ask the keeper"
        assert remarks[wire].tags == ("rents", "rocks")
        assert store.remarks.flagged() == [third]
        assert store.settings.conventions().currency == "GBP"
        (resolution,) = store.resolutions.of_topic(topic.topic_id)
        (question,) = store.resolutions.questions(topic.topic_id)
        assert (resolution.claim_id, resolution.because, resolution.author) == (total, "it is signed", "Ada Holt")
        assert (question.words, question.done) == ("In which prices?", False)
        run = store.imports.unfinished("the file's name")
        assert run is not None
        assert [queued.path.name for _, queued in store.imports.waiting(run.run_id)] == ["gone.txt", "gone.md"]
        assert [line.words for line in store.log()][-2:] == ["import an article", "import an article"]

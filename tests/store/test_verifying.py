"""What is wrong with a project is found and said; what follows from the rest is made again; the rest is saved."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.comparison.topics import measured_range
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.history import Part
from app.domain.listing import ArticleFilter
from app.services.project import verifying as services
from app.store.connecting import with_functions
from app.store.damage import salvaging, verifying
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims
from tests.support.new_projects import put_copy

AT = "2026-02-14T09:30:00.000000Z"


@pytest.fixture
def made(path: Path) -> Path:
    """A closed project with decisions, a topic, and something undone."""
    put_copy(path, _worked_on)
    return path


def _worked_on(path: Path) -> None:
    with closing(Project.create(path)) as project:
        with project.writing("import") as store:
            record = store.articles.add(article(), captured_at=AT)
            kept = store.claims.add(record.article_id, harbour_claims())
            store.disputes.measure(measured_range.of)
        with project.writing("make the topic") as store:
            store.topics.file(store.topics.add("Harbour").topic_id, kept)
        with project.writing("accept") as store:
            store.claims.set_state(kept, State.ACCEPTED, AT)
        with project.writing("import") as store:
            store.articles.add(article("Second\n\nText"), captured_at=AT)
        project.undo()


def spoil(path: Path, *statements: str) -> None:
    """Change the file as some other program might."""
    with closing(with_functions(sqlite3.connect(path, isolation_level=None))) as other:
        for statement in statements:
            other.execute(statement)


def parts(path: Path) -> set[Part]:
    return {finding.part for finding in verifying.findings(path)}


def test_a_project_that_was_worked_on_is_whole(made: Path) -> None:
    before = made.read_bytes()
    assert verifying.findings(made) == []
    assert made.read_bytes() == before


WHAT_IS_SAFE = {
    Part.SCHEMA: "what is there is safe",
    Part.LINKS: "everything else is safe",
    Part.LOG: "claims and decisions are safe",
    Part.TEXTS: "its claims are kept as they are",
    Part.OFFSETS: "the decisions are safe",
    Part.SEARCH: "nothing is lost",
    Part.DISPUTES: "claims and decisions are safe",
    Part.LISTS: "claims and decisions are safe",
    Part.JOURNAL: "what is there now is safe",
}
LOOSE = ("DROP TRIGGER log_is_not_changed", "DROP TRIGGER log_is_not_shortened")


@pytest.mark.parametrize(
    ("part", "statements"),
    [
        (Part.LINKS, ("DELETE FROM topic",)),
        (Part.LOG, (*LOOSE, "UPDATE log SET who = 'x' WHERE number = 2")),
        (Part.LOG, (*LOOSE, "DELETE FROM log WHERE number = 2")),
        (Part.LOG, (*LOOSE, "DELETE FROM log WHERE number > 2")),
        (Part.LOG, (*LOOSE, "DELETE FROM log WHERE number = 5")),
        (Part.TEXTS, ("UPDATE plain_text SET content = x'00'",)),
        (
            Part.TEXTS,
            ("UPDATE plain_text SET content = (SELECT content FROM plain_text ORDER BY number DESC LIMIT 1)",),
        ),
        (Part.TEXTS, ("UPDATE raw_bytes SET content = x'00'",)),
        (Part.OFFSETS, ("UPDATE claim SET char_start = char_start + 1",)),
        (Part.OFFSETS, ("UPDATE claim SET sentence_end = 100000",)),
        (Part.OFFSETS, ("UPDATE claim SET sentence_end = sentence_start",)),
        (Part.SEARCH, ("DELETE FROM claim_words_data WHERE id > 10",)),
        (Part.SEARCH, ("INSERT INTO article_words (article_words) VALUES ('delete-all')",)),
        (Part.SEARCH, ("DELETE FROM topic_words",)),
        (Part.DISPUTES, ("DELETE FROM standing",)),
        (Part.DISPUTES, ("UPDATE standing SET halo_high = halo_high * 2",)),
        (Part.JOURNAL, ("DELETE FROM filing",)),
        (Part.SCHEMA, ("DROP TRIGGER claim_added",)),
        (Part.SCHEMA, ("DROP INDEX ix_act_state",)),
        (Part.SCHEMA, ("DROP TABLE question",)),
        (Part.LISTS, ("DELETE FROM mark WHERE claim = 1",)),
        (Part.LISTS, ("UPDATE cell SET claims = claims + 1",)),
        (Part.LISTS, ("DELETE FROM filed",)),
        (Part.LISTS, ("UPDATE portion SET claims = claims + 1 WHERE axis = 2",)),
        (Part.LISTS, ("DROP TRIGGER mark_has_other_portions", "UPDATE mark SET grade = 0")),
    ],
)
def test_what_is_wrong_is_found_and_nothing_else(made: Path, part: Part, statements: tuple[str, ...]) -> None:
    spoil(made, *statements)
    found = verifying.findings(made)
    assert part in {finding.part for finding in found}
    for finding in found:
        assert finding.sentence.endswith(".")
        assert WHAT_IS_SAFE[finding.part] in finding.sentence


@pytest.mark.parametrize(
    "statements",
    [
        ("DELETE FROM claim_words_data WHERE id > 10",),
        ("INSERT INTO article_words (article_words) VALUES ('delete-all')",),
        ("DELETE FROM topic_words",),
        ("DELETE FROM standing",),
        ("UPDATE claim SET halo_high = 1",),
        ("DROP TRIGGER mark_is_counted", "DROP INDEX ix_claim_same_key"),
        ("DELETE FROM mark", "DELETE FROM trait", "DELETE FROM cell"),
        ("DELETE FROM portion",),
    ],
)
def test_what_is_derived_from_other_rows_is_rebuilt(made: Path, statements: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(made)) as connection:
        before = connection.execute("SELECT * FROM standing").fetchall()
    spoil(made, *statements)
    with closing(Project.open(made)) as project:
        verifying.mend(made)
        with project.writing("measure claims") as store:
            store.disputes.measure(measured_range.of)
    assert verifying.findings(made) == []
    with closing(sqlite3.connect(made)) as connection:
        assert connection.execute("SELECT * FROM standing").fetchall() == before


UNREAD = (
    ("basis of claim clm_", "claim", "basis", '{"kind":{"val'),
    ("readings of claim clm_", "claim", "readings", "7"),
    ("low of claim clm_", "claim", "low", "1O0"),
    ("stance of claim clm_", "claim", "stance", "sings"),
    ("parts of article art_", "article", "parts", '[{"kind":"title"}]'),
)


@pytest.mark.parametrize(("row", "table", "column", "stored"), UNREAD)
def test_a_value_that_cannot_be_read_is_named_emptied_and_kept_in_the_log(
    made: Path, row: str, table: str, column: str, stored: str
) -> None:
    loose = "DROP TRIGGER changed_claim_is_marked_anew"  # it would not let another program write this
    spoil(made, loose, f"UPDATE {table} SET {column} = '{stored}' WHERE number = 1")
    (made_again, unread) = services.verify(made)
    assert (made_again.part, unread.part, unread.mendable) == (Part.SCHEMA, Part.VALUES, True)
    assert "1 value cannot" in unread.sentence
    assert row in unread.sentence
    assert services.repair(made, made.parent / "backups").left == []
    with closing(Project.open(made)) as project, project.reading() as store:
        assert json.dumps(stored)[1:-1] in store.log()[-1].what.replace("\\\\", "")
        assert store.journal.undoable() == "accept"


def test_what_cannot_be_emptied_is_named_and_everything_else_is_still_looked_at(made: Path) -> None:
    spoil(made, "UPDATE act_change SET after = '{\"a' WHERE number = (SELECT max(number) FROM act_change)")
    spoil(made, "UPDATE claim SET kind = 'song' WHERE number = 1", "DELETE FROM standing")
    told = {finding.part: finding for finding in verifying.findings(made)}
    assert not told[Part.VALUES].mendable
    assert "kind of claim clm_" in told[Part.VALUES].sentence
    assert "after of act_change" in told[Part.VALUES].sentence
    assert told[Part.DISPUTES].mendable
    left = services.repair(made, made.parent / "backups").left
    assert {finding.part for finding in left} >= {Part.VALUES}


def test_what_can_be_read_of_a_damaged_project_is_saved(made: Path) -> None:
    with closing(Project.open(made)) as project, project.writing("import more") as store:
        for number in range(60):
            text = f"Pier {number}\n\n" + f"The keeper of pier {number} was paid. " * 60
            store.articles.add(article(text), captured_at=AT)
    content = bytearray(made.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    pages = len(content) // size
    for page in range(pages // 2, pages // 2 + 12):
        content[page * size : (page + 1) * size] = b"\xa5" * size
    made.write_bytes(content)
    saved = made.with_name("saved.counterclaim")
    counts = salvaging.salvage(made, saved)
    assert made.read_bytes() == content
    assert (counts.claims, counts.decided) == (3, 3)
    assert 1 < counts.articles <= 61
    assert Part.FILE not in parts(saved)
    assert Part.LINKS not in parts(saved)
    with closing(Project.open(saved)) as project, project.reading() as store:
        assert store.queue.count() == 0
        assert store.topics.list()[0][1] == 3


def test_damage_to_the_file_itself_is_said(made: Path) -> None:
    with closing(Project.open(made)) as project, project.writing("import more") as store:
        for number in range(60):
            store.articles.add(article(f"Pier {number}\n\n" + "The keeper was paid. " * 200), captured_at=AT)
    content = bytearray(made.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    content[-8 * size : -4 * size] = b"\xa5" * (4 * size)
    made.write_bytes(content)
    (finding,) = verifying.findings(made)
    assert finding.part is Part.FILE
    assert "backups" in finding.sentence


@pytest.mark.parametrize("kept", [0.6, 0.85, 0.97])
def test_what_a_file_that_broke_off_still_holds_is_saved(made: Path, kept: float) -> None:
    content = made.read_bytes()[: int(made.stat().st_size * kept)]
    made.write_bytes(content)
    saved = made.with_name("saved.counterclaim")
    counts = salvaging.salvage(made, saved)
    assert made.read_bytes() == content
    assert (counts.articles, counts.claims, counts.decided) == (1, 3, 3)
    assert Part.FILE not in parts(saved)
    assert {entry.name for entry in made.parent.iterdir()} == {made.name, saved.name}


def test_a_name_in_the_list_of_tables_that_is_no_text_any_more_is_damage(made: Path) -> None:
    content = made.read_bytes()
    at = content.index(b"CREATE INDEX ix_claim_decided_at") + len(b"CREATE INDEX ix_claim_de")
    made.write_bytes(content[:at] + b"\xe3" + content[at + 1 :])
    with pytest.raises(UserError) as told:
        Project.open(made)
    assert told.value.reason == "corrupt"
    counts = salvaging.salvage(made, made.with_name("saved.counterclaim"))
    assert counts.claims == 3


def test_a_letter_that_is_no_text_any_more_is_damage_and_its_row_is_saved(made: Path) -> None:
    spoil(made, "UPDATE article SET title = CAST(x'48e3' AS TEXT)")
    with closing(Project.open(made)) as project, pytest.raises(UserError) as told, project.reading() as store:
        store.articles.rows(ArticleFilter())
    assert told.value.reason == "corrupt"
    saved = made.with_name("saved.counterclaim")
    assert salvaging.salvage(made, saved).articles == 1
    with closing(Project.open(saved)) as project, project.reading() as store:
        assert [row.title for row in store.articles.rows(ArticleFilter())] == ["H\ufffd"]

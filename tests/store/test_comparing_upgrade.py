"""What the second schema fills in for projects of the first one."""

import json
import shutil
import sqlite3
from array import array
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.listing import ClaimFilter, ClaimOrder
from app.domain.shingles import shingles
from app.domain.version import Fate
from app.store import passages
from app.store.project import Project

OLD = Path(__file__).parents[1] / "old_projects" / "v1.counterclaim"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of a project of the first schema."""
    return Path(shutil.copy(OLD, tmp_path / "old.counterclaim"))


def opened(path: Path) -> Project:
    return Project.open(path, backups=path.parent / "backups")


def test_texts_are_found_by_passages_that_they_share(old: Path) -> None:
    with closing(opened(old)) as project, project.reading() as store:
        for origin_id in store.origins.told_often():
            tellers = store.origins.tellers(origin_id)
            words = store.origins.shingles(tellers[0].text_sha256)
            found = {teller.family for teller, _ in store.origins.sharing(words)}
            assert found == {teller.family for teller in tellers}
        for teller in store.origins.tellers(*store.origins.told_often()):
            kept = set(store.origins.shingles(teller.text_sha256))
            assert kept == shingles(store.articles.get(teller.article_id).article.text)
            found = passages.sharing(store._session, kept)
            assert set(passages.sample(kept)) <= set(found[teller.text_sha256])


def test_what_readers_wrote_no_longer_counts_among_the_shingles(old: Path) -> None:
    with closing(sqlite3.connect(old)) as before:
        before.row_factory = sqlite3.Row
        row = before.execute(
            "SELECT * FROM article JOIN plain_text ON sha256 = text_sha256 WHERE version = 2"
        ).fetchone()
        parts = json.loads(row["parts"])
        start, end = parts[-1]["span"]
        middle = row["content"].index("\n\n", start) + 2
        parts[-1]["span"] = [start, middle - 2]
        parts.append({"kind": "comment", "span": [middle, end], "author": "Ada"})
        before.execute("UPDATE article SET parts = ? WHERE number = ?", (json.dumps(parts), row["number"]))
        before.commit()
    assert shingles(row["content"]) == set(array("Q", row["shingles"]))
    with closing(opened(old)) as project, project.reading() as store:
        article = store.articles.get(row["article_id"]).article
        kept = set(store.origins.shingles(row["sha256"]))
    assert kept == shingles(article.text, article.parts) != shingles(article.text)


def test_a_figure_that_a_later_version_repeats_stands_once_and_an_undo_brings_it_back(old: Path) -> None:
    with closing(sqlite3.connect(old)) as before:
        before.row_factory = sqlite3.Row
        new = before.execute("SELECT * FROM article WHERE version = 2").fetchone()
        first = before.execute(
            "SELECT claim.* FROM claim JOIN article USING (article_id) WHERE family = ? AND version = 1 "
            "AND surface = 'a third'", (new["family"],)
        ).fetchone()  # fmt: skip
        wait = {"state": "waiting", "decided_at": None}
        again = dict(first) | wait | {"number": 900, "claim_id": "clm_again", "article_id": new["article_id"]}
        before.execute("UPDATE claim SET state = 'waiting', decided_at = NULL WHERE number = ?", (first["number"],))
        before.execute(
            f"INSERT INTO claim ({', '.join(again)}) VALUES ({', '.join('?' for _ in again)})",
            tuple(again.values()),
        )
        act = before.execute(
            "SELECT act FROM act_change WHERE table_name = 'article' AND change = 'added' AND key = ?",
            (json.dumps({"number": new["number"]}, separators=(",", ":")),),
        ).fetchone()["act"]
        before.execute(
            "INSERT INTO act_change (act, table_name, key, change, touches) VALUES (?, 'claim', '{\"number\":900}', "
            "'added', 'clm_again')", (act,),
        )  # fmt: skip
        before.commit()
    with closing(opened(old)) as project:
        with project.reading() as store:
            listed = store.lists.ids(ClaimFilter(states=frozenset(State)), ClaimOrder.TEXT)
            (line,) = store.claims.lines(["clm_again"])
        assert first["claim_id"] not in listed
        assert "clm_again" in listed
        assert line.earlier is not None
        assert (line.earlier.claim_id, line.earlier.fate) == (first["claim_id"], Fate.UNCHANGED)
        while project.undo():
            pass
        while project.redo():
            pass
        with project.reading() as store:
            ids = store.lists.ids(ClaimFilter(states=frozenset(State)), ClaimOrder.TEXT)
        assert ("clm_again" in ids, first["claim_id"] in ids) == (True, False)


def test_a_figure_in_a_comment_becomes_its_commenters(old: Path) -> None:
    with closing(sqlite3.connect(old)) as before:
        before.row_factory = sqlite3.Row
        row = before.execute("SELECT * FROM claim WHERE surface = '£3.6bn'").fetchone()
        parts = [{"kind": "title", "span": [0, 5]}, {"kind": "comment", "span": [7, 400], "author": "Ada Fenwick"}]
        before.execute("UPDATE article SET parts = ? WHERE article_id = ?", (json.dumps(parts), row["article_id"]))
        before.execute("UPDATE claim SET comment = 1 WHERE number = ?", (row["number"],))
        before.commit()
    with closing(opened(old)) as project, project.reading() as store:
        (line,) = store.claims.lines([row["claim_id"]])
        assert line.origin_id.endswith("#ada fenwick")

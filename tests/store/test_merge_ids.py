"""Ids stay unique, and rows keep the order in which they came, whatever the computer's clock says meanwhile."""

import time
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.merging import Choices
from app.store.file.borrowing import borrowed
from app.store.project import Project
from tests.store.harbour_articles import HARBOUR, article, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"
HOUR = 3_600 * 10**9


def test_ids_made_while_the_clock_is_set_back_are_unique_and_rows_stay_in_their_order(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.counterclaim"
    real = time.time_ns
    made: list[str] = []
    with closing(Project.create(other)) as project:
        for number, hours in enumerate((0, 2, 1, -5, 1, -5)):
            # A clock that stands still at a moment it has had before is the worst that it can do.
            stopped = real() // HOUR * HOUR + hours * HOUR
            monkeypatch.setattr(time, "time_ns", lambda at=stopped: at)
            with project.writing(f"import {number}") as store:
                record = store.articles.add(article(f"{HARBOUR} {number}"), captured_at=AT)
                made += [record.article_id, *store.claims.add(record.article_id, harbour_claims())]
        assert len(set(made)) == len(made) == 6 * 4
        assert made != sorted(made)
        with project.reading() as store:
            ids = store.articles.ids()
            assert ids == [one for one in made if one.startswith("art_")]
            assert [act.words for act in store.journal.acts()] == [f"import {number}" for number in range(5, -1, -1)]
            assert [claim.claim_id for one in ids for claim in store.claims.of_article(one)] == [
                one for one in made if one.startswith("clm_")
            ]
    with closing(Project.create(path)) as project:
        with borrowed(other, path) as theirs, project.writing("merge") as store:
            store.merging.merge(other.name, theirs, Choices(), lambda *_: None)
        with project.reading() as store:
            assert store.articles.ids() == ids
            assert all(store.claims.get(one).state is State.WAITING for one in made if one.startswith("clm_"))
        assert project.undo().act == "merge"
        with project.reading() as store:
            assert store.articles.ids() == []

"""What signs tell of the claims that have a word is what counting each claim would give."""

import itertools
from contextlib import closing
from pathlib import Path

import pytest

from app.domain import claim_query
from app.domain.claim import State
from app.domain.listing import ClaimFacets, ClaimFilter, ClaimOrder
from app.store.claim_lists import tallies
from app.store.connecting import connect
from app.store.mark_states import MarkState
from app.store.project import Project
from app.store.tables.marks import SIGNED, signed
from tests.store.filed_articles import AT
from tests.support import archive

ASKED = (
    *("harbour", "harbour state:rejected", "harbour state:waiting", "harbour state:any", "harbour bridge", "zeppelin"),
    *("harbour kind:money", "harbour -kind:money unit:percent", "harbour said:officials", "harbour -said:officials"),
    *("harbour topic:cost", "harbour topic:none state:accepted", "harbour outlet:post kind:money", "harbour -bridge"),
    *("harbour published:2019", "harbour -published:2019 basis:per-year", "harbour money:>=1m", "2019", "x", "-x the"),
)


@pytest.fixture
def filled(project: Project) -> Project:
    """A project of some claims of all states, some of them under topics."""
    archive.fill(project, 60)
    with project.writing("decide") as store:
        ids = store.lists.ids(ClaimFilter(words="harbour"), ClaimOrder.TEXT)
        store.claims.set_state(ids[::3], State.REJECTED, AT)
        store.claims.set_state(ids[1::3], State.ACCEPTED, AT)
    return project


def counted(project: Project) -> dict[str, ClaimFacets]:
    with project.reading() as store:
        return {typed: store.lists.facets(claim_query.read(typed).narrowed) for typed in ASKED}


def test_signs_say_what_each_claim_does(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    found = counted(filled)
    assert sum(facets.matching > 0 for facets in found.values()) > len(ASKED) // 2
    monkeypatch.setattr(tallies, "_with_words", tallies._looked_at)
    assert counted(filled) == found


def test_a_sign_tells_a_number_and_a_state(project: Project, path: Path) -> None:
    archive.fill(project, 1)
    project.close()
    with closing(connect(path)) as other:
        other.execute("DROP TRIGGER mark_has_other_portions")
        for number, state in itertools.product((0, 1, 9, 10, 585, 586, 37_449, 37_450, 2_000_000), MarkState):
            numbers = ", ".join(f"{name} = {number + at}" for at, name in enumerate(SIGNED))
            other.execute(f"UPDATE mark SET {numbers}, standing = {state.value} WHERE claim = 1")
            (kept,) = other.execute("SELECT signs FROM mark WHERE claim = 1").fetchone()
            told = [divmod(signed(sign), len(MarkState)) for sign in tallies._signs_in(kept)]
            assert told == [(number + at, state) for at in range(len(SIGNED))]


def test_a_word_that_looks_like_a_year_or_an_x_is_looked_for_in_no_other_column(filled: Project) -> None:
    """The index of words keeps the year and what lists hide in columns of their own."""
    with filled.reading() as store:
        everything = len(store.lists.numbers(ClaimFilter(states=frozenset(State)), ClaimOrder.TEXT))
        for typed in ("20", "2019", '"2019"', "x", '"x"', "X."):
            found = ClaimFilter(words=typed, states=frozenset(State))
            assert store.lists.count(found) == len(store.lists.numbers(found, ClaimOrder.TEXT)) < everything / 4

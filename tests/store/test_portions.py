"""What is counted by kind, unit and grade of value is what counting each claim would give."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain import claim_query
from app.domain.claim import Claim, State
from app.domain.figure import Kind, Qualifier
from app.domain.listing import ClaimFacets
from app.store.claim_lists import portions
from app.store.connecting import connect
from app.store.damage import verifying
from app.store.project import Project
from tests.store.filed_articles import AT, keep
from tests.store.harbour_articles import article, claim
from tests.support import archive

LEDGER = (
    "Ledger of the quay\n\n"
    "Ropes cost £64m, sails £128m, oars £127.9m and tar from £60m to £70m. Wages came to between £100m and £140m. "
    "The loss was minus £5m and the gift £0. Pumps cost $128m, the toll 128m marks. Dues of more than £64m are owed. "
    "The share was 64 per cent. It opened on 1 May 2019, or in the 2010s, or from 2009 to 2021."
)
ENDS = ("0", "1", "60m", "64m", "127.9m", "128m", "134m", "135m", "1bn")
ASKED = (
    *(f"money:{sign}{end}" for sign, end in itertools.product((">=", ">", "<", "<="), ENDS)),
    *("money:60m..64m", "money:64m..128m", "money:65m..66m", "money:>=64m money:<128m", "money:64m..128m unit:GBP"),
    *("money:>=64m state:rejected", "money:>=64m state:any", "money:>=64m unit:USD unit:GBP", "-unit:GBP money:<1bn"),
    *("kind:money", "unit:GBP", "kind:money unit:USD", "-kind:money", "kind:percentage percentage:>=64", "unit:none"),
    *("date:2019", "date:2009..2012", "date:>=2019-05-02", "date:<2010", "date:2010..2021", "money:>=64m kind:date"),
    *("money:>=64m topic:dues", "money:>=64m said:mayor", "money:>=64m published:2024", "money:>=64m -money:128m"),
    *(f"money:>={10**308}", f"money:<={10**400}", f"money:>{10**400}", "money:>=64m percentage:>=64"),
    *("money:>=64m ropes", "-money:>=64m", "money:<=-1", "money:-10m..1m"),
)


def _claims() -> list[Claim]:
    def money(surface: str, low: str, high: str | None = None, **more: object) -> Claim:
        return claim(surface, low, LEDGER, **({} if high is None else {"high": Decimal(high)}), **more)

    return [
        money("£64m", "64E6", speaker="the mayor"),
        money("£128m", "128E6", basis={"price": "real:2019"}),
        money("£127.9m", "127.9E6"),
        money("from £60m to £70m", "60E6", "70E6", speaker="the mayor"),
        money("between £100m and £140m", "100E6", "140E6"),
        money("minus £5m", "-5E6"),
        money("£0", "0"),
        money("$128m", "128E6", unit="USD"),
        money("128m marks", "128E6", unit=None),
        money("more than £64m", "64E6", qualifier=Qualifier.OVER),
        claim("64 per cent", "64", LEDGER, kind=Kind.PERCENTAGE, unit="percent"),
        claim("1 May 2019", None, LEDGER, kind=Kind.DATE, unit=None, date="2019-05-01"),
        claim("the 2010s", None, LEDGER, kind=Kind.DATE, unit=None, date="201X"),
        claim("from 2009 to 2021", None, LEDGER, kind=Kind.DATE, unit=None, date="2009/2021"),
    ]


@pytest.fixture
def filed(project: Project) -> list[str]:
    """The ids of the ledger's claims, some of them decided and under topics, beside invented ones."""
    ids = keep(project, article(LEDGER, outlet="Quay News", published="2024-03-01"), _claims())
    keep(project, article(f"{LEDGER} Again.", outlet="Tidewater", published="2019-07"), _claims()[:4])
    archive.fill(project, 6)
    with project.writing("work") as store:
        store.topics.file(store.topics.add("Dues").topic_id, ids[:5])
        store.claims.set_state(ids[1:3], State.REJECTED, AT)
        store.claims.set_state(ids[7:9], State.ACCEPTED, AT)
    return ids


@contextmanager
def looking_at_each(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Meanwhile no portion is asked."""
    with monkeypatch.context() as patched:
        patched.setattr(portions, "tell", lambda asked: False)
        yield


def counted(project: Project) -> dict[str, tuple[int, ClaimFacets]]:
    with project.reading() as store:
        asked = {typed: claim_query.read(typed) for typed in ASKED}
        assert [typed for typed, read in asked.items() if read.problems] == []
        lists = store.lists
        return {typed: (lists.count(read.narrowed), lists.facets(read.narrowed)) for typed, read in asked.items()}


Act = Callable[[Project, list[str]], None]


def _nothing(project: Project, ids: list[str]) -> None:
    del project, ids


def _decide(project: Project, ids: list[str]) -> None:
    with project.writing("decide") as store:
        store.claims.set_state(ids, State.REJECTED, AT)


def _move(project: Project, ids: list[str]) -> None:
    with project.writing("move") as store:
        store.topics.file(store.topics.add("Tolls").topic_id, ids[3:8])
        store.claims.set_speaker(ids[0], "the clerk", None, AT)


def _read_anew(project: Project, ids: list[str]) -> None:
    with project.writing("point again") as store:
        store.claims.set_read(ids[0], claim("£128m", "128E6", LEDGER), ("figure",), AT)


def _remove(project: Project, ids: list[str]) -> None:
    with project.writing("remove") as store:
        store.articles.remove(store.claims.get(ids[0]).article_id)


@pytest.mark.parametrize("act", [_nothing, _decide, _move, _read_anew, _remove])
def test_portions_say_what_each_claim_does(
    project: Project, path: Path, filed: list[str], act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    act(project, filed)
    for step in (lambda: None, project.undo, project.redo):
        step()
        with looking_at_each(monkeypatch):
            wanted = counted(project)
        assert counted(project) == wanted
    assert verifying.findings(path) == []


@pytest.mark.usefixtures("filed")
def test_of_a_stretch_only_its_ends_are_looked_at(project: Project, path: Path) -> None:
    """Marks that lie whole within it may be anything: they are not asked."""
    narrowed = claim_query.read("money:>=50m money:<300m").narrowed
    with project.reading() as store:
        before = store.lists.count(narrowed)
    with closing(connect(path)) as other:
        other.execute("UPDATE mark SET high = 0, low = 0 WHERE low = 128E6 AND high = 128E6")
    with project.reading() as store:
        assert store.lists.count(narrowed) == before > 4

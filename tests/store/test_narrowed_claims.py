"""Queries of the claims, from what is typed to what SQL finds."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal

import pytest

from app.domain import claim_query
from app.domain.claim import Stance, State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.store.claim_lists import first_page
from app.store.project import Project
from tests.store.harbour_articles import article, claim

AT = "2026-02-14T09:30:00.000000Z"
TREATY = (
    "Treaty signed\n\n"
    "The Treasury said £90m a year in cash. Rivals put £3.4bn in present value on it. "
    "Officials denied £200m to £300m. About 5 per cent, 0.4 per cent. A mere $2bn. "
    "It starts in 2030 and may end in 2129, or the 2040s. A lease of 99 years, then 18 months. 4,000 people."
)
NOTE = "A note\n\nNobody expected £7m. Élodie Marsh did."


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """One project for all that only look."""
    with closing(Project.create(tmp_path_factory.mktemp("narrowed") / "island.counterclaim")) as made:
        _fill(made)
        yield made


def _fill(project: Project) -> None:

    def one(surface: str, low: str | None = None, **more: object):
        return claim(surface, low, TREATY, **more)

    date, length = {"kind": Kind.DATE, "unit": None}, {"kind": Kind.DURATION, "unit": None}
    percent = {"kind": Kind.PERCENTAGE, "unit": "percent"}
    claims = [
        one("£90m a year", "90E6", per="year", speaker="the Treasury", basis={"kind": "rate", "price": "cash"}),
        one("£3.4bn", "3.4E9", speaker="Treasury rivals", basis={"kind": "total", "price": "npv"}),
        one("£200m to £300m", "200E6", high=Decimal("300E6"), speaker="Officials", stance=Stance.DENIES),
        one("5 per cent", "5", **percent, basis={"kind": "share"}),
        one("0.4 per cent", "0.4", **percent, basis={"kind": "total", "price": "real:2019"}),
        one("$2bn", "2E9", unit="USD", basis={"kind": "one-off"}),
        one("2030", date="2030", **date),
        one("2129", date="2129-05", **date),
        one("2040s", date="204X", **date),
        one("99 years", date="P99Y", **length),
        one("18 months", date="P18M", **length),
        one("4,000 people", "4000", kind=Kind.QUANTITY, unit="person"),
    ]
    with project.writing("import") as store:
        first = store.articles.add(
            article(TREATY, outlet="Harbour Daily", published="2025-05-22T07:40"), captured_at=AT
        )
        ids = store.claims.add(first.article_id, claims)
        second = store.articles.add(article(NOTE, outlet="Tidewater"), captured_at=AT)
        more = claim("£7m", "7E6", NOTE, speaker="Élodie Marsh")
        ids += store.claims.add(second.article_id, [more])
        topic = store.topics.add("UK payments")
        store.topics.file(topic.topic_id, [ids[0], ids[1]])
        store.claims.set_state([ids[0]], State.ACCEPTED, AT)
        store.claims.set_state([ids[11]], State.REJECTED, AT)
        store.claims.set_speaker(ids[3], "the Treasury", None, AT)


def _surfaces(
    project: Project, typed: str, order: ClaimOrder = ClaimOrder.TEXT, *, descending: bool = False
) -> list[str]:
    read = claim_query.read(typed)
    assert read.problems == ()
    with project.reading() as store:
        ids = store.lists.ids(read.narrowed, order, descending=descending)
        assert store.lists.count(read.narrowed) == len(ids)
        return [line.record.claim.surface for line in store.claims.lines(ids)]


@pytest.mark.parametrize(
    ("typed", "surfaces"),
    [
        ("money:>=90m", ["£90m a year", "£3.4bn", "£200m to £300m", "$2bn"]),
        ("money:>90m unit:GBP", ["£3.4bn", "£200m to £300m"]),
        ("money:>=£1bn", ["£3.4bn"]),
        ("money:250m", ["£200m to £300m"]),
        ("money:<=200m", ["£90m a year", "£200m to £300m", "£7m"]),
        ("money:<200m", ["£90m a year", "£7m"]),
        ("money:>=90m money:<3bn", ["£90m a year", "£200m to £300m", "$2bn"]),
        ("money:>3bn percentage:<1", ["£3.4bn", "0.4 per cent"]),
        ("kind:money -money:>=90m", ["£7m"]),
        ("percentage:0.4..5", ["5 per cent", "0.4 per cent"]),
        ("quantity:>1000", []),
        ("quantity:>1000 state:any", ["4,000 people"]),
        ("state:rejected", ["4,000 people"]),
        ("state:accepted", ["£90m a year"]),
        ("date:2030..2045", ["2030", "2040s"]),
        ("date:>=2050", ["2129"]),
        ("date:<2031", ["2030"]),
        ("duration:>10y", ["99 years"]),
        ("duration:18months", ["18 months"]),
        ("duration:<=1.5", ["18 months"]),
        ("basis:per-year", ["£90m a year"]),
        ("basis:rate", ["£90m a year"]),
        ("basis:present-value", ["£3.4bn"]),
        ("basis:total", ["0.4 per cent"]),
        ("basis:share basis:one-off", ["5 per cent", "$2bn"]),
        ("price:real", ["0.4 per cent"]),
        ("price:real:2018", []),
        ("price:real:2019", ["0.4 per cent"]),
        ("per:year", ["£90m a year"]),
        ("kind:money -has:price", ["£200m to £300m", "$2bn", "£7m"]),
        ('said:"the Treasury"', ["£90m a year", "5 per cent"]),
        ("said:treasury", ["£90m a year", "£3.4bn", "5 per cent"]),
        ("said:THE", ["£90m a year", "5 per cent"]),
        ("said:odie", ["£7m"]),
        ("said:none kind:money", ["$2bn"]),
        ("-said:treasury has:speaker", ["£200m to £300m", "£7m"]),
        ("said:100%", []),
        ("stance:denies", ["£200m to £300m"]),
        ("outlet:tidewater", ["£7m"]),
        ("-outlet:harbour", ["£7m"]),
        ("topic:payments", ["£90m a year", "£3.4bn"]),
        ("topic:none kind:money", ["£200m to £300m", "$2bn", "£7m"]),
        ("kind:money -topic:payments", ["£200m to £300m", "$2bn", "£7m"]),
        ("after:2025-05-22 kind:money -unit:USD", ["£90m a year", "£3.4bn", "£200m to £300m"]),
        ("after:2025-05-23", []),
        ("before:2025-05-22", []),
        ("before:2025-05-23 state:accepted", ["£90m a year"]),
        ("published:2025-05 kind:duration", ["99 years", "18 months"]),
        ("published:2024", []),
        ("-has:date", ["£7m"]),
        ("article:treaty state:accepted", ["£90m a year"]),
        ("edited:yes", ["5 per cent"]),
        ("kind:money edited:no state:accepted", ["£90m a year"]),
        ('"present value"', ["£3.4bn"]),
        ("kind:money -treasury", ["£200m to £300m", "$2bn", "£7m"]),
        ("expected -denied", ["£7m"]),
    ],
)
def test_a_typed_query_finds(project: Project, typed: str, surfaces: list[str]) -> None:
    assert _surfaces(project, typed) == surfaces


def test_every_facet_counts_what_its_value_leaves(project: Project) -> None:
    narrowed = claim_query.read("money:>=90m said:treasury").narrowed
    with project.reading() as store:
        facets = store.lists.facets(narrowed)
        for values, key in (
            (facets.kinds, "kind"),
            (facets.bases, "basis"),
            (facets.prices, "price"),
            (facets.units, "unit"),
            (facets.outlets, "outlet"),
            (facets.topics, "topic"),
            (facets.years, "published"),
        ):
            assert values, key
            for value in values:
                typed = f'money:>=90m said:treasury {key}:"{value.value}"' if value.value else f"{key}:none"
                if value.value:
                    assert store.lists.count(claim_query.read(typed).narrowed) == value.count, typed
        # Its own choice is left out: another speaker can be chosen in the place of this one.
        assert {(one.value, one.count) for one in facets.speakers} == {
            ("the Treasury", 1), ("Treasury rivals", 1), ("Officials", 1), ("", 1)
        }  # fmt: skip
        assert facets.matching == 2


@pytest.mark.parametrize(
    "others", ["", "kind:money", "said:treasury", "treasury", "treasury kind:money state:accepted"]
)
@pytest.mark.parametrize("days", ["after:2024-05", "before:2026-03-02", "after:2023-07 before:2026-03", "after:2024"])
def test_the_facet_of_years_leaves_days_out(project: Project, others: str, days: str) -> None:
    with project.reading() as store:
        everywhere = store.lists.facets(claim_query.read(others).narrowed)
        within = store.lists.facets(claim_query.read(f"{others} {days}").narrowed)
    assert everywhere.years
    assert within.years == everywhere.years


@pytest.mark.parametrize("typed", ["", "kind:money", "-said:officials", "published:2025 state:any"])
@pytest.mark.parametrize("descending", [False, True])
def test_the_first_claims_by_speaker_are_those_of_the_whole(
    project: Project, typed: str, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_SORTED", 1)
    monkeypatch.setattr(first_page, "_MORE", 2)
    narrowed = claim_query.read(typed).narrowed
    with project.reading() as store:
        whole = store.lists.numbers(narrowed, ClaimOrder.SPEAKER, descending=descending)
        for count in range(1, len(whole) + 2):
            head = store.lists.head(narrowed, ClaimOrder.SPEAKER, count, descending=descending)
            assert head == whole[:count]


@pytest.mark.parametrize(
    "typed", ["", "kind:money", "treasury", "outlet:harbour", "said:treasury", "state:any -kind:money"]
)
def test_the_spread_counts_every_claim_with_a_value(project: Project, typed: str) -> None:
    narrowed = claim_query.read(typed).narrowed
    with project.reading() as store:
        lines = store.claims.lines(store.lists.ids(narrowed, ClaimOrder.TEXT))
        spread = store.lists.spread(narrowed)
    figures = [line.record.claim.figure for line in lines]
    printed = Counter((one.kind, one.unit) for one in figures if one.low is not None or one.date)
    assert {(one.kind, one.unit): one.count for one in spread.measures} == printed
    assert spread.measure is not None
    assert spread.claims == printed[spread.measure.kind, spread.measure.unit]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        (ClaimOrder.PUBLISHED, "£90m a year", "£7m"),
        (ClaimOrder.OUTLET, "£90m a year", "£7m"),
        (ClaimOrder.SPEAKER, "£200m to £300m", "18 months"),
        (ClaimOrder.STANCE, "£200m to £300m", "£7m"),
        (ClaimOrder.STATE, "£3.4bn", "£90m a year"),
        (ClaimOrder.UNIT, "£90m a year", "18 months"),
        (ClaimOrder.BASIS, "$2bn", "£7m"),
        (ClaimOrder.TITLE, "£7m", "18 months"),
        (ClaimOrder.TOPIC, "£90m a year", "£7m"),
        (ClaimOrder.DECIDED, "£90m a year", "£7m"),
    ],
)
def test_what_is_not_stated_comes_last_and_equals_stand_as_in_the_text(
    project: Project, order: ClaimOrder, first: str, last: str
) -> None:
    up, down = _surfaces(project, "", order), _surfaces(project, "", order, descending=True)
    assert set(up) == set(down)
    assert (up[0], up[-1]) == (first, last)
    if order not in (ClaimOrder.STATE, ClaimOrder.TITLE, ClaimOrder.OUTLET):
        assert down[-1] == last


@pytest.mark.parametrize("order", [ClaimOrder.KIND, ClaimOrder.CONFIDENCE, ClaimOrder.ORIGINS, ClaimOrder.HIGH])
def test_an_order_among_equals_is_that_of_the_text(project: Project, order: ClaimOrder) -> None:
    assert _surfaces(project, "kind:percentage percentage:5", order) == ["5 per cent"]
    assert _surfaces(project, "kind:date", order, descending=True)[0] == (
        "2129" if order is ClaimOrder.HIGH else "2030"
    )


def test_values_sort_kind_by_kind(project: Project) -> None:
    assert _surfaces(project, "", ClaimOrder.VALUE, descending=True) == [
        "£3.4bn", "$2bn", "£200m to £300m", "£90m a year", "£7m",
        "5 per cent", "0.4 per cent",
        "2129", "2040s", "2030",
        "99 years", "18 months",
    ]  # fmt: skip


def test_values_are_spread_by_measure_whatever_stretch_is_asked_for(project: Project) -> None:
    with project.reading() as store:
        spread = store.lists.spread(claim_query.read("money:>1bn").narrowed)
        assert spread.measure is not None
        assert (spread.measure.kind, spread.measure.unit) == (Kind.MONEY, "GBP")
        assert spread.values == ((7e6, 1), (90e6, 1), (250e6, 1), (3.4e9, 1))
        dollars = store.lists.spread(ClaimFilter(), (Kind.MONEY, "USD"))
        assert dollars.values == ((2e9, 1),)
        years = store.lists.spread(ClaimFilter(), (Kind.DURATION, None))
        assert years.values == ((1.5, 1), (99.0, 1))
        assert store.lists.spread(claim_query.read("zeppelin").narrowed).measure is None

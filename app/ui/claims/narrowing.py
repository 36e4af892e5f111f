"""The facets beside the grid: what the store counts, as groups of values, and the terms of a query that choose them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from app.domain import query
from app.domain.listing import ClaimFacets, Facet
from app.domain.narrowing import UNSTATED as NONE
from app.services.claims.grid import SearchRow
from app.ui import vocabulary
from app.ui.widgets.facets import SHOWN, Group, Value

translate = QCoreApplication.translate

UNSTATED = "\N{EMPTY SET}"
"""Stands for "not stated" in a list of values, where an empty one would mean that nothing is chosen."""
SAVED = "saved"
KEYS = {
    "kind": "kind",
    "basis": "basis",
    "speaker": "said",
    "state": "state",
    "outlet": "outlet",
    "topic": "topic",
    "year": "published",
    "unit": "unit",
    "price": "price",
    "stance": "stance",
}
"""The key of the query that chooses a group's values."""
_HYPHENS = frozenset({"one-off"})


def groups(facets: ClaimFacets, searches: Iterable[SearchRow], save: str) -> tuple[Group, ...]:
    """Saved searches with the link that saves one (`save`, empty for none), and what the claims have."""

    def group(key: str, title: str, values: Iterable[Facet], *, ours: bool = False) -> Group:
        shown = tuple(
            Value(value=facet.value or UNSTATED, words=_words(facet.value, ours=ours), count=facet.count)
            for facet in _in_order(tuple(values))
        )
        # That nothing is stated anywhere is nothing to choose by.
        return Group(
            key=key, title=title, values=() if [one.value for one in shown] == [UNSTATED] else shown, short=True
        )

    saved = tuple(Value(value=row.search.search_id, words=row.search.name, count=row.claims) for row in searches)
    return (
        Group(key=SAVED, title=translate("ClaimFacets", "Saved searches"), values=saved, acts=True, foot=save),
        group("kind", translate("ClaimFacets", "Kind"), facets.kinds, ours=True),
        group("basis", translate("ClaimFacets", "Basis"), facets.bases, ours=True),
        group("speaker", translate("ClaimFacets", "Said by"), facets.speakers),
        group("state", translate("ClaimFacets", "State"), facets.states, ours=True),
        group("outlet", translate("ClaimFacets", "Outlet"), facets.outlets),
        group("topic", translate("ClaimFacets", "Topic"), facets.topics),
        group("year", translate("ClaimFacets", "Published"), facets.years),
        group("unit", translate("ClaimFacets", "Unit"), facets.units),
        group("price", translate("ClaimFacets", "Prices"), facets.prices, ours=True),
        group("stance", translate("ClaimFacets", "Stance"), facets.stances, ours=True),
    )


def _in_order(values: tuple[Facet, ...]) -> Iterable[Facet]:
    """Not stated comes last of those that are seen at first."""
    stated = [facet for facet in values if facet.value]
    rest = [facet for facet in values if not facet.value]
    seen = len(stated) if len(stated) <= SHOWN else SHOWN - 1
    return [*stated[:seen], *rest, *stated[seen:]]


def _words(value: str, *, ours: bool) -> str:
    if not value:
        return translate("ClaimFacets", "not stated")
    if not ours:
        return value
    return vocabulary.say(value if value in _HYPHENS else value.replace("-", " ").replace(":", ", "))


def chosen(text: str, facets: ClaimFacets | None = None) -> dict[str, frozenset[str]]:
    """The values that a query chooses in each group, spelt as the facets spell them."""
    known = {value.value.casefold(): value.value for group in _values(facets) for value in group}
    return {
        group: frozenset(
            UNSTATED if value == NONE else known.get(value.casefold(), value) for value in query.values(text, key)
        )
        for group, key in KEYS.items()
    }


def excluding(text: str, group: str, value: str) -> str:
    """The query with a value beside the grid left out."""
    return query.excluding(text, KEYS[group], NONE if value == UNSTATED else value)


def _values(facets: ClaimFacets | None) -> Iterable[tuple[Facet, ...]]:
    return (facets.speakers, facets.outlets, facets.topics, facets.units) if facets else ()


def with_chosen(text: str, now: Mapping[str, frozenset[str]], facets: ClaimFacets | None) -> str:
    """The query with what is chosen beside the grid; groups whose choice is the same keep their words."""
    before = chosen(text, facets)
    for group, key in KEYS.items():
        values = now.get(group, frozenset())
        if values != before[group]:
            typed = [NONE if value == UNSTATED else value for value in sorted(values)]
            text = query.with_values(text, key, typed)
    return text

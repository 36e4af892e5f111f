"""What could be typed next in a query: keys, and the values that the claims have, each with its count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.domain import claim_query, query, query_values
from app.domain.figure import Kind
from app.domain.listing import ClaimFacets, Facet
from app.domain.narrowing import UNSTATED
from app.domain.query import Term

MOST = 9
"""Suggestions shown at once."""
LEAST = 2
"""Letters of a word from which names that have it are suggested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Text that takes the place of the term at the cursor; `count` are the claims it would leave, None for a key."""

    text: str
    hint: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Suggestions for the stretch of the query from `start` to `end`."""

    start: int
    end: int
    suggestions: tuple[Suggestion, ...] = ()

    def applied(self, text: str, chosen: Suggestion) -> tuple[str, int]:
        """The query with a suggestion in it, and where the cursor goes."""
        # A key is still to be followed by its value; a value is done.
        gap = "" if chosen.text.endswith(":") else " "
        head = text[: self.start] + chosen.text + gap
        return head + text[self.end :].lstrip(), len(head)


def complete(text: str, cursor: int, facets: ClaimFacets | None, hints: Callable[[str], str]) -> Completion:
    """Suggestions at a cursor. `hints` says in a few words what a key is for."""
    term = next((one for one in query.terms(text) if one.start <= cursor <= one.end), None)
    known = _known(facets) if facets else {}
    if term is None:
        keys = (
            tuple(Suggestion(text=f"{key}:", hint=hints(key)) for key in claim_query.KEYS) if not text.strip() else ()
        )
        return Completion(start=cursor, end=cursor, suggestions=keys[:MOST])
    sign = "-" if term.excluded else ""
    found = _of_value(term, known) if term.key else _of_word(term, known, hints)
    at_end = tuple(
        Suggestion(text=sign + one.text, hint=one.hint, count=one.count)
        for one in found
        if sign + one.text != text[term.start : term.end]
    )
    return Completion(start=term.start, end=term.end, suggestions=at_end[:MOST])


def _known(facets: ClaimFacets) -> Mapping[str, Sequence[Facet]]:
    return {
        "kind": facets.kinds,
        "state": facets.states,
        "basis": facets.bases,
        "price": facets.prices,
        "unit": facets.units,
        "said": facets.speakers,
        "stance": facets.stances,
        "outlet": facets.outlets,
        "topic": facets.topics,
        "published": facets.years,
    }


def _of_value(term: Term, known: Mapping[str, Sequence[Facet]]) -> list[Suggestion]:
    typed = term.value.casefold()
    if term.key in query_values.EXAMPLES:
        return [] if typed else [Suggestion(text=f"{term.key}:{one}") for one in query_values.EXAMPLES[Kind(term.key)]]
    counts = {facet.value or UNSTATED: facet.count for facet in known.get(term.key, ())}
    listed = [value for value in claim_query.VALUES.get(term.key, ()) if value not in counts]
    values = [*counts.items(), *((value, None) for value in listed)]
    fits = [(value, count) for value, count in values if typed in value.casefold()]
    fits.sort(key=lambda one: (one[0] == UNSTATED, not one[0].casefold().startswith(typed)))
    return [Suggestion(text=query.written(term.key, value), count=count) for value, count in fits]


def _of_word(term: Term, known: Mapping[str, Sequence[Facet]], hints: Callable[[str], str]) -> list[Suggestion]:
    typed = term.value.casefold()
    if term.quoted or not typed:
        return []
    keys = [Suggestion(text=f"{key}:", hint=hints(key)) for key in claim_query.KEYS if key.startswith(typed)]
    if len(typed) < LEAST:
        return keys
    names = [
        Suggestion(text=query.written(key, facet.value), count=facet.count)
        for key in ("said", "outlet", "topic", "basis", "unit")
        for facet in known.get(key, ())
        if facet.value and typed in facet.value.casefold()
    ]
    return keys + sorted(names, key=lambda one: -(one.count or 0))

"""A query of the claims, read: what it narrows to, and what in it could not be understood."""

import datetime
import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from app.domain import query, query_values
from app.domain.basis import BasisKind
from app.domain.claim import Confidence, Stance, State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter
from app.domain.narrowing import PER, PRESENT_VALUE, UNSTATED, Chosen, Field
from app.domain.query import Term

ANY = "any"
_HAS = {
    "basis": Field.BASIS,
    "price": Field.PRICE,
    "per": Field.PER,
    "unit": Field.UNIT,
    "speaker": Field.SPEAKER,
    "stance": Field.STANCE,
    "outlet": Field.OUTLET,
    "date": Field.YEAR,
    "topic": Field.TOPIC,
}
VALUES: dict[str, tuple[str, ...]] = {
    "kind": tuple(kind.value for kind in Kind),
    "state": (*(state.value for state in State), ANY),
    "basis": (PER + "year", *(kind.value for kind in BasisKind), PRESENT_VALUE, UNSTATED),
    "price": ("cash", "nominal", "real", "npv", UNSTATED),
    "stance": (*(stance.value for stance in Stance), UNSTATED),
    "confidence": tuple(confidence.value for confidence in Confidence),
    "edited": ("yes", "no"),
    "has": tuple(_HAS),
}
"""What can stand behind the keys that have a list of their own."""
NAMES: dict[str, tuple[Field, str]] = {
    "said": (Field.SPEAKER, "said:Treasury"),
    "outlet": (Field.OUTLET, 'outlet:"Harbour Daily"'),
    "topic": (Field.TOPIC, "topic:payments"),
    "article": (Field.ARTICLE, "article:treaty"),
    "unit": (Field.UNIT, "unit:GBP"),
    "per": (Field.PER, "per:year"),
}
"""Keys behind which a name stands, each with an example."""
DATES = {"after": "after:2025-05", "before": "before:2025-06", "published": "published:2025"}
"""Keys behind which a day of publication stands, each with an example."""
KEYS: tuple[str, ...] = (*(kind.value for kind in Kind), *VALUES, *NAMES, *DATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A term that narrows nothing, and what to type instead."""

    term: Term
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query with its reading: its good terms narrow, its bad ones are told."""

    text: str
    narrowed: ClaimFilter
    problems: tuple[Problem, ...] = ()


class _BadTermError(Exception):
    """A term cannot be read; its message says what to type."""


def read(text: str) -> Query:
    """Read a query. A field asked for twice means either value; stretches of one kind narrow each other."""
    found, problems = _Reading(), []
    for term in query.terms(text):
        try:
            found.take(term)
        except _BadTermError as bad:
            problems.append(Problem(term=term, sentence=str(bad)))
    return Query(text=text, narrowed=found.narrowed(), problems=tuple(problems))


class _Reading:
    """The filter in the making."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._kinds: set[Kind] = set()
        self._states: set[State] = set()
        self._chosen: dict[Field, list[str]] = {}
        self._rest = ClaimFilter()
        self._not_kinds: set[Kind] = set()
        self._not_states: set[State] = set()

    def take(self, term: Term) -> None:
        """Add one term."""
        if not term.key:
            self._word(term)
        elif term.key in _KINDS:
            self._between(term, Kind(term.key))
        elif term.key in DATES:
            self._date(term)
        elif term.key in NAMES:
            field, example = NAMES[term.key]
            self._choose(field, _named(term, example), excluded=term.excluded)
        elif term.key in VALUES:
            self._listed(term, _listed(term))
        else:
            raise _BadTermError(_unknown_key(term))

    def narrowed(self) -> ClaimFilter:
        """What all terms together narrow to."""
        kinds = frozenset(self._kinds or (set(Kind) if self._not_kinds else ())) - self._not_kinds
        states = frozenset(self._states or ClaimFilter().states) - self._not_states
        chosen = [Chosen(field=field, values=tuple(values)) for field, values in self._chosen.items()]
        return replace(
            self._rest,
            words=" ".join(self._words),
            kinds=kinds,
            states=states,
            chosen=(*chosen, *self._rest.chosen),
        )

    def _word(self, term: Term) -> None:
        if not any(character.isalnum() for character in term.value):
            raise _BadTermError(f"{term.words} has no letter or digit to search for; type a word.")
        typed = query.written("", term.value, quoted=term.quoted)
        if term.excluded:
            self._rest = replace(self._rest, without_words=(*self._rest.without_words, typed))
        else:
            self._words.append(typed)

    def _between(self, term: Term, kind: Kind) -> None:
        found = query_values.between(kind, term.value, excluded=term.excluded)
        if found is None:
            one, other = query_values.EXAMPLES[kind]
            said = f"{kind}:{term.value} is no {_MEASURES[kind]}" if term.value else f"{kind}: needs a value"
            raise _BadTermError(f"{said}; type {kind}:{one} or {kind}:{other}, or kind:{kind} for all of them.")
        self._rest = replace(self._rest, between=(*self._rest.between, found))

    def _date(self, term: Term) -> None:
        if term.key == "published" and term.value == UNSTATED:
            self._choose(Field.YEAR, "", excluded=term.excluded)
            return
        span = query_values.days(term.value)
        if span is None:
            said = f"{term.key}:{term.value} is no date" if term.value else f"{term.key}: needs a date"
            raise _BadTermError(f"{said}; type a year, a month or a day, such as {DATES[term.key]} or 2025-05-22.")
        first, last = span
        if term.key == "published":
            end = query_values.iso_start(last + datetime.timedelta(1))
            self._choose(Field.YEAR, f"{query_values.iso_start(first)}/{end}", excluded=term.excluded)
            return
        start = query_values.iso_start(first)
        if (term.key == "after") is not term.excluded:
            self._rest = replace(self._rest, after=max(start, self._rest.after))
        else:
            self._rest = replace(self._rest, before=min(start, self._rest.before) if self._rest.before else start)

    def _listed(self, term: Term, value: str) -> None:
        if term.key == "kind":
            (self._not_kinds if term.excluded else self._kinds).add(Kind(value))
        elif term.key == "state" and value == ANY:
            self._states |= set(State)
        elif term.key == "state":
            (self._not_states if term.excluded else self._states).add(State(value))
        elif term.key == "has":
            self._stated(_HAS[value], stated=not term.excluded)
        elif term.key == "edited":
            self._choose(Field.EDITED, "yes", excluded=term.excluded is (value == "yes"))
        else:
            self._choose(Field(term.key), "" if value == UNSTATED else value, excluded=term.excluded)

    def _choose(self, field: Field, value: str, *, excluded: bool) -> None:
        if excluded:
            out = Chosen(field=field, values=(value,), excluded=True)
            self._rest = replace(self._rest, chosen=(*self._rest.chosen, out))
        else:
            self._chosen.setdefault(field, []).append(value)

    def _stated(self, field: Field, *, stated: bool) -> None:
        one = Chosen(field=field, values=("",), excluded=stated)
        self._rest = replace(self._rest, chosen=(*self._rest.chosen, one))


_KINDS = frozenset(kind.value for kind in Kind)
_MEASURES = {
    Kind.MONEY: "amount",
    Kind.PERCENTAGE: "percentage",
    Kind.QUANTITY: "number",
    Kind.DATE: "date",
    Kind.DURATION: "length of time",
}


def _named(term: Term, example: str) -> str:
    if not term.value:
        raise _BadTermError(f"{term.key}: needs a name; type {example}, or {term.key}:{UNSTATED} for not stated.")
    return "" if term.value == UNSTATED and not term.quoted else term.value


def _listed(term: Term) -> str:
    known, typed = VALUES[term.key], term.value.lower().replace(" ", "-")
    special: Callable[[str], bool] = {
        "basis": lambda value: value.startswith(PER) and len(value) > len(PER),
        "price": lambda value: value.startswith(("real:", "npv:")) and len(value) > len("real:"),
    }.get(term.key, lambda _: False)
    if typed in known or special(typed):
        return typed
    said = f"{term.key}:{term.value} is not known" if term.value else f"{term.key}: needs a value"
    raise _BadTermError(f"{said}; type {_likely(term.key, typed, known)}.")


def _likely(key: str, typed: str, known: Iterable[str]) -> str:
    names = list(known)
    near = difflib.get_close_matches(typed, names, n=1) or [name for name in names if typed and name.startswith(typed)]
    if near:
        return f"{key}:{near[0]}"
    return f"{key}: and one of {', '.join(names)}"


def _unknown_key(term: Term) -> str:
    near = difflib.get_close_matches(term.key, KEYS, n=1)
    instead = f"type {near[0]}:" if near else "type a key such as money:, basis:, said: or after:"
    return f"{term.key}: is nothing to narrow by; {instead}, or put the words in double quotes to search for them."

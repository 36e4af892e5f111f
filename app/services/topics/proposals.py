"""What a topic would hold before it is made: the claims near its watch-terms, or of the article that its name is of."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.comparison.statement import Statement
from app.comparison.topics import asides
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.services.topics import kinds
from app.store import words
from app.store.session import Store

SHORTEST = 4
"""Letters of a word that can be a watch-term by itself; shorter ones stand everywhere."""
SHOWN = 200
"""Claims of a proposal that come with their lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a topic of this name would hold: its watch-terms, the kind of figure it compares, the claims best first.

    `lines` are those of the first `SHOWN` claims: a list that a person looks through is no longer. `meant` are those of
    them that are surely about it: where terms were typed, the claims whose own sentence has one; else all, since their
    whole article is about what the name says. `apart` are the terms whose words stand nowhere together, and of which
    only the names were taken or all words one by one. `counts` has how many claims of each kind stand there; dates,
    most of which are those of the telling, only where they are what is compared.
    """

    terms: tuple[str, ...]
    kind: Kind
    counts: Mapping[Kind, int]
    claim_ids: tuple[str, ...]
    lines: tuple[ClaimLine, ...]
    meant: frozenset[str]
    apart: tuple[str, ...] = ()


def near(store: Store, terms: Sequence[str], kind: Kind | None = None) -> tuple[Kind, list[ClaimLine]]:
    """Claims near which a term stands, best first, and their kind.

    A claim is found where a term stands in its paragraph, its article's title or the comments it answers.
    `kind` None: the kind that `kinds` guesses.
    """
    found = store.claims.search_near(terms, kind)
    found_kind = kind or kinds.guessed(store, found, terms, terms)
    return found_kind, store.claims.lines(_of_kind(found, found_kind))


def of(store: Store, name: str, terms: Sequence[str] = (), kind: Kind | None = None) -> Proposal:
    """What a topic would hold.

    With watch-terms, the claims near one of them; a term of several words that stand nowhere together is taken by the
    names in it, or word by word. Without, the names in the topic's own name are the terms, and a claim is found where
    most of them stand in the same conversation: the article itself, or a reader's comment with all that answer it.
    """
    typed = [clean for term in terms if (clean := " ".join(term.split()))]
    if typed:
        parts = {term: _apart(store, term) for term in typed}
        watched = [word for words_of_it in parts.values() for word in words_of_it]
        found = store.claims.search_near(watched)
    else:
        parts, watched = {}, names_in(name)
        found = store.claims.search_conversations(watched)
    chosen = kind or kinds.guessed(store, found, (name, *typed), (*watched, *names_in(name)))
    claim_ids = _of_kind(found, chosen)
    if chosen is Kind.DATE:
        claim_ids = _of_events(store, claim_ids, " ".join((name, *watched)))
    counts = Counter(one for _, one in found)
    counts.pop(Kind.DATE, None)
    counts[chosen] = len(claim_ids)
    lines = tuple(store.claims.lines(claim_ids[:SHOWN]))
    return Proposal(
        terms=tuple(watched),
        kind=chosen,
        counts=counts,
        claim_ids=tuple(claim_ids),
        lines=lines,
        meant=frozenset(line.record.claim_id for line in lines if not typed or _names(line.sentence, watched)),
        apart=tuple(term for term, words_of_it in parts.items() if words_of_it != [term]),
    )


def names_in(topic: str) -> list[str]:
    """The names in a topic's name ("UK", "Mauritius"); where there are none, its longer words."""
    said = re.findall(r"\w[\w’'-]*", topic)
    # The first word has a capital letter in any case; it is a name only where all of it is capitals.
    names = [word for at, word in enumerate(said) if word[0].isupper() and (at or word.isupper())]
    return names or [word for word in said if len(word) >= SHORTEST]


def _names(sentence: str, terms: Sequence[str]) -> bool:
    """Whether a sentence has one of these terms, as the index would find it."""
    said = words.spelled(sentence)
    return any(form in said for term in terms for form in words.forms(term))


def _of_events(store: Store, claim_ids: Sequence[str], subject: str) -> list[str]:
    """The dates without those of the telling and of prices, which are compared with no others."""
    return [
        line.record.claim_id
        for line in store.claims.lines(claim_ids)
        if not asides.is_aside(Statement(claim=line.record.claim, published=None, text=line.sentence), subject)
    ]


def _apart(store: Store, term: str) -> list[str]:
    """A term of several words that stand nowhere together, word by word; of one with names in it those alone.

    "Skerry programme" is meant for what is called Skerry, and "programme" alone stands beside other names as well.
    """
    parts = [word for word in term.split() if len(word) >= SHORTEST]
    if len(parts) < 2 or store.claims.search_near([term]):
        return [term]
    return [word for word in parts if not word.islower()] or parts


def _of_kind(found: Sequence[tuple[str, Kind]], kind: Kind) -> list[str]:
    return [claim_id for claim_id, found_kind in found if found_kind is kind]

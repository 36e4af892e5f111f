"""Which figure of each of two texts is compared."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.domain.basis import BasisKind
from app.domain.claim import Claim
from app.domain.figure import Kind
from app.domain.span import Span

ORDER: tuple[Kind, ...] = (Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY, Kind.DURATION, Kind.DATE)
"""What is compared first. Percent and percentage points are one dimension."""

_NUMBERS = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY})
_TIMES = frozenset({Kind.DURATION, Kind.DATE})
_ENDS = 2
_NEAR = 30
"""A count this many characters from a sum of money, or fewer, sizes what is paid for ("650 missiles cost £162m")."""


_OPENING = re.compile(
    r"(?:while|although|though|whereas|even though|unlike|despite|if|when|as|because|since|after|before"
    r"|compared with|against|instead of|rather than)\b[^,;]*,",
    re.IGNORECASE,
)
"""A clause before the main one, up to its comma."""
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|(?:up|down) from|as against|instead of|rather than|than the|of the|out of"
    r"|which (?:is|was|had been)) (?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    r"\b(?:wrongly|incorrectly|mistakenly|in error|(?:article|story|report|headline|version) (?:had )?(?:originally )?"
    r"(?:said|stated|gave|put|reported))\b[^.;]*$",
    re.IGNORECASE,
)
"""What a correction says of the figure that it takes back."""
_OF_ALL = re.compile(r" (?:out )?of (?:the |all |its |their |his |her )?")
_BRACKET = re.compile(r"\([^()]*$")


def choose(
    a: Sequence[Claim], b: Sequence[Claim], *, texts: tuple[str, str] = ("", "")
) -> tuple[Claim | None, Claim | None]:
    """The figure of each text that is compared, None for a text that holds none.

    Figures that only serve another one are left out. Of the rest the first pair of one dimension is taken, figures of
    the main clause before those of an aside where the texts are given; where none matches, each side's own first.
    """
    one, other = _ranked(a, texts[0]), _ranked(b, texts[1])
    for kind in ORDER:
        first, second = ([claim for claim in side if claim.figure.kind is kind] for side in (one, other))
        if first and second:
            return _best(first, second, a, b)
    return (one[0] if one else None), (other[0] if other else None)


def _ranked(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The figures that stand for themselves, by dimension, then main clause first, then by place."""
    free = [
        claim
        for claim in claims
        if not (_serves(claim, claims) or _is_whole(claim, claims, text) or _is_end_in_words(claim, claims, text))
    ]
    return sorted(
        free or _last_resort(claims),
        key=lambda claim: (ORDER.index(claim.figure.kind), _is_aside(claim, text), claim.span),
    )


def _is_whole(claim: Claim, claims: Sequence[Claim], text: str) -> bool:
    """Whether a count is the whole of which another figure is a part ("ten of the 40 rangers")."""
    return claim.figure.kind is Kind.QUANTITY and any(
        one.span.end <= claim.span.start and _OF_ALL.fullmatch(text, one.span.end, claim.span.start) is not None
        for one in claims
    )


def _is_end_in_words(claim: Claim, claims: Sequence[Claim], text: str) -> bool:
    """Whether it is an end of a change that the sentence states in per cent ("rose by 25 per cent, from £8 to £10")."""
    of_it = [one for one in claims if one.sentence == claim.sentence]
    if not any(one.figure.kind is Kind.PERCENTAGE and one.basis.value("kind") == BasisKind.CHANGE for one in of_it):
        return False
    return any(
        claim in (first, last)
        and text.endswith(" from ", 0, first.span.start)
        and text[first.span.end : last.span.start] == " to "
        for first, last in pairwise(of_it)
    )


def _is_aside(claim: Claim, text: str) -> bool:
    """Whether a figure stands in a clause before the main one, in brackets, or as what another is compared with."""
    before = text[claim.sentence.start : claim.span.start]
    if _BRACKET.search(before) or _COMPARED.search(before) or _PUT_RIGHT.search(before):
        return True
    opening = _OPENING.match(text, claim.sentence.start, claim.sentence.end)
    return opening is not None and claim.span.end <= opening.end()


def _last_resort(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.converts is None]


def _best(first: list[Claim], second: list[Claim], a: Sequence[Claim], b: Sequence[Claim]) -> tuple[Claim, Claim]:
    """The first of each, or the same amounts in one currency where a text restates it ("£1.6bn ($2bn)")."""
    for one in (first[0], *_restated(first[0], a)):
        for other in (second[0], *_restated(second[0], b)):
            if one.figure.unit == other.figure.unit:
                return one, other
    return first[0], second[0]


def _restated(claim: Claim, claims: Sequence[Claim]) -> list[Claim]:
    return [one for one in claims if one.converts is not None and claims[one.converts] is claim]


def _serves(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a figure only says something about another one of its text."""
    if claim.converts is not None:
        return True
    others = [one for one in claims if one is not claim and one.sentence == claim.sentence]
    if any(_states(one, claim.span) for one in others) or _within_own_condition(claim):
        return True
    if claim.figure.kind in _TIMES:
        return any(one.figure.kind in _NUMBERS for one in others) and not _stands_alone(claim, others)
    if claim.figure.kind is Kind.QUANTITY:
        return any(one.figure.kind is Kind.MONEY and _apart(one.span, claim.span) <= _NEAR for one in others)
    return _is_end_of_change(claim, others)


def _states(claim: Claim, span: Span) -> bool:
    """Whether the words of a span are what states the basis of a claim."""
    return any(
        said.span is not None and said.span.overlaps(span) and not span.overlaps(claim.span)
        for name, said in claim.basis.stated()
        if name in ("horizon", "period", "target_date", "assumption", "baseline", "scope")
    )


def _within_own_condition(claim: Claim) -> bool:
    assumption = claim.basis.assumption
    return assumption is not None and assumption.span is not None and assumption.span.overlaps(claim.span)


def _stands_alone(claim: Claim, others: Sequence[Claim]) -> bool:
    """A duration that no number of its sentence leans on is a figure of its own ("a lease of 99 years for £101m")."""
    return claim.figure.kind is Kind.DURATION and not any(_states(one, claim.span) for one in others)


def _is_end_of_change(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the figure is one of the two ends of a change that the sentence states as well."""
    if claim.basis.value("kind") == BasisKind.CHANGE:
        return False
    same = [one for one in others if one.figure.kind is claim.figure.kind]
    changes = [
        one for one in same if one.basis.value("kind") == BasisKind.CHANGE or one.figure.unit == "percentage_point"
    ]
    return len(changes) > 0 and len(same) - len(changes) + 1 >= _ENDS


def _apart(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)

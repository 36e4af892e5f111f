"""What the words about a figure say that it was worked out as: a difference, a total, a share."""

import re
from enum import StrEnum

from app.comparison.statement import Statement, Told
from app.comparison.words import role
from app.domain.basis import BasisKind
from app.domain.claim import Claim
from app.domain.figure import Kind

TIME = "time"
"""The unit of a ratio: two and a half times."""


class Sum(StrEnum):
    """What a figure may have been worked out as."""

    SAME = "same"
    """Nothing: it is the number itself, in other words."""
    DIFFERENCE = "difference"
    TOTAL = "total"
    SHARE = "share"
    PRODUCT = "product"
    AVERAGE = "average"
    LENGTH = "length"
    RATIO = "ratio"
    PART = "part"
    """So many per cent of a number."""
    REST = "rest"
    """What is left of 100 per cent."""


_HEDGES = r"(?:(?:a|an|the|some|about|around|roughly|nearly|almost|over|more than|just|little|under|up to) ){0,3}"
_CHANGED_BEFORE = re.compile(
    r"\b(?:gain(?:s|ed)?|los(?:es?|t|ing)|add(?:s|ed|ing)?|shed|sav(?:es?|ed|ing)|cut|costs?|up|down|leav(?:es?|ing)) "
    rf"{_HEDGES}$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in (?:all|total)|total(?:led|ling|s)?|altogether|together|combined|between (?:them|the two)|all told|sum of"
    r"|add(?:s|ed)? up to|(?:that|which|it|this) makes"
    r"|(?:in|over|across) (?:the |its |their )?(?:past |last |first )?(?:two|three|both) \w+|both)\b",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"\b(?:in (?:all|total)|total(?:led|ling|s)?|altogether|between (?:them|the two)|all told|comes? to|worth"
    r"|(?:over|across|during) (?:the |its |their )?(?:[\w-]+ ){0,2}(?:life(?:time)?|term|contract|deal|decades?|years"
    r"|months|weeks|century|quarter-century|period|parliament))\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:each|apiece|averag(?:e|es|ed|ing)|mean|a (?:head|person|year|month|week|day|night|time)\b"
    r"(?! (?:earlier|before|ago|later|previously)\b)"
    r"|(?:per(?! cent\b)|for (?:each|every)) [a-z]+)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r" (?:of|in)\b")
_CALLED_SHARE = re.compile(r"\b(?:share|proportion|percentage|fraction|part) of\b", re.IGNORECASE)
_REST = re.compile(
    r"\b(?:leav(?:es?|ing)|left|rest|remain(?:s|ed|ing|der)|(?:the|all|its|their) others?|everything else|all but"
    r"|except|apart from)\b",
    re.IGNORECASE,
)
"""What says of a percentage that it is what another leaves."""
_NOT = re.compile(r"\b(?:not|never|no longer|without|none)\b|n[’']t\b", re.IGNORECASE)
"""What says so where the other is told of the same thing."""
_GAP = re.compile(
    r"\b(?:surplus|deficit|shortfall|gap|balance|margin|difference|outlay"
    r"|net (?:spend|spending|cost|gain|loss|proceeds|income))\b[^.;,\d]{0,30}$",
    re.IGNORECASE,
)
"""What leads up to the difference of two sums or counts."""
_NEAR = 60
"""Characters on each side of a figure in which words say that it is a total."""
_ABOUT = ((Sum.TOTAL, _TOTAL), (Sum.PRODUCT, _PRODUCT), (Sum.AVERAGE, _AVERAGE))


def told(claim: Claim, sentence: str) -> frozenset[Sum]:
    """What the words about a figure say that it was worked out as; empty where they do not."""
    words, around = _words(claim, sentence)
    found = {name for name, pattern in _ABOUT if pattern.search(around)}
    if (
        claim.basis.value("kind") == BasisKind.CHANGE
        or role.is_difference(words)
        or _CHANGED_BEFORE.search(words.before)
        or _GAP.search(words.before)
    ):
        found.add(Sum.DIFFERENCE)
    if claim.figure.kind is Kind.PERCENTAGE and (
        claim.figure.fraction or _SHARE.match(words.after) or is_share(claim, sentence)
    ):
        found.add(Sum.SHARE)
    if claim.figure.kind is Kind.PERCENTAGE and (_REST.search(around) or _NOT.search(around)):
        found.add(Sum.REST)
    if claim.figure.per is not None:
        found.add(Sum.AVERAGE)
    if claim.figure.kind is Kind.DURATION:
        found.add(Sum.LENGTH)
    if claim.figure.unit == TIME:
        found.add(Sum.RATIO)
    return frozenset(found)


def is_share(claim: Claim, sentence: str) -> bool:
    """Whether the words before a percentage call it a share."""
    return _CALLED_SHARE.search(_words(claim, sentence)[0].before) is not None


def is_rest(claim: Claim, sentence: str) -> bool:
    """Whether the words about a percentage call it what another leaves, and do not merely deny something."""
    return _REST.search(_words(claim, sentence)[1]) is not None


def _words(claim: Claim, sentence: str) -> tuple[Told, str]:
    """The sentence with its figure, and the words around that."""
    words = Statement(claim=claim, published=None, text=sentence).told()
    return words, f"{words.before[-_NEAR:]} {claim.surface} {words.after[:_NEAR]}"

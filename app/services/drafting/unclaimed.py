"""Numbers that a text prints and no claim was made of: "nineteen of the county's 52 libraries", "has halved"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Context, Decimal

from app.domain import listing
from app.domain.claim import Claim
from app.domain.currency_signs import SIGNS
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.span import Span
from app.extraction import figures, sentences
from app.extraction.mention import Mention, Passage
from app.extraction.numbers import anchors, numbers, qualifiers

RULE = "number"
"""The rule of a claim that stands for a bare number; it is kept nowhere."""

_OF = re.compile(r" (?:out )?of (?:[\w’'-]+ ){0,2}")
"""Between a number and the whole that it is a part of, which counts the same."""
_WORD = re.compile(r"[^\W\d_]+")
_TIMES = re.compile(r" times\b(?! (?:an?|per|each|every)\b)")
_OCCASIONS = re.compile(r" times(?= (?:an?|per|each|every) )")
"""How often in so long."""
_UNITS = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M"}
_NO_NUMBER = re.compile(rf"[^\W\d_]|[{SIGNS}]")
"""What stands at a number of a name (HS2, G4S), or of a sum of money that a claim restates."""
_LENGTH = re.compile(rf"[ -](?P<unit>{'|'.join(_UNITS)})s?\b(?![ -]old\b)")
_ONE = re.compile(rf"\ban?(?= (?:{'|'.join(_UNITS)})\b)", re.IGNORECASE)
"""A length without a number: "less than an hour"."""
_MULTIPLE = re.compile(
    r"\b(?:(?P<two>twice|doubl(?:ed?|es|ing)|twofold|halv(?:ed?|es|ing))|(?P<three>trebl(?:ed?|es|ing)"
    r"|tripl(?:ed?|es|ing)|threefold)|(?P<four>quadrupl(?:ed?|es|ing)|fourfold))\b",
    re.IGNORECASE,
)
_MULTIPLES = {"two": Decimal(2), "three": Decimal(3), "four": Decimal(4)}
_PART = re.compile(
    r"(?<![\w-])(?:half|(?:(?:an?|one)|(?P<two>two)|(?P<three>three))[ -](?P<part>third|quarter|fifth|tenth)s?)\b(?!-)",
    re.IGNORECASE,
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SIX_DIGITS = Context(prec=6)


def line(text: str, like: ClaimLine, claim: Claim) -> tuple[ClaimLine, str]:
    """A line for a claim of a text, like another of the same article, with the paragraph that it stands in."""
    near = text[text.rfind("\n", 0, claim.span.start) + 1 :].partition("\n")[0]
    span, sentence = claim.span, claim.sentence
    own = replace(
        like,
        record=replace(like.record, claim=claim, restated=()),
        before=listing.before(text[sentence.start : span.start]),
        after=listing.after(text[span.end : sentence.end]),
        sentence=sentence.of(text),
    )
    return own, near


def read(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """A claim for each number, fraction and multiple of a text that is no part of these, in its order."""
    breaks = sentences.split(Passage(text=text, published=None))
    found: list[Claim] = []
    for mention in (*_numbers(text, claims), *_lengths(text), *_parts(text), *_multiples(text)):
        if not any(mention.span.overlaps(claim.span) for claim in (*claims, *found)):
            sentence = sentences.around(breaks, mention.span)
            surface = mention.span.of(text)
            found.append(Claim(span=mention.span, surface=surface, figure=mention.figure, sentence=sentence, rule=RULE))
    return sorted(found, key=lambda claim: claim.span)


def is_one(claim: Claim) -> bool:
    """Whether a claim stands for such a number."""
    return claim.rule == RULE


def _numbers(text: str, claims: Sequence[Claim]) -> Iterator[Mention]:
    for number in anchors.scan(text).numbers:
        if number.low != number.high or not number.low or numbers.is_year(text, number):
            continue
        if _NO_NUMBER.match(text, max(number.start - 1, 0), number.start):
            continue
        span = Span(number.start, number.end)
        if length := _LENGTH.match(text, number.end):
            yield _length(text, Span(number.start, length.end()), number.low, length["unit"])
        elif times := _TIMES.match(text, number.end):
            yield _mention(text, Span(number.start, times.end()), number.low, "time")
        elif often := _OCCASIONS.match(text, number.end):
            yield _mention(text, Span(number.start, often.end()), number.low, None, rated=True)
        else:
            yield _mention(text, span, number.low, _counted(text, span, claims))


def _lengths(text: str) -> Iterator[Mention]:
    """One of a unit of time, where the words before hedge it; else it is a rate or an article."""
    for match in _ONE.finditer(text):
        length = _LENGTH.match(text, match.end())
        if length is not None and qualifiers.before(text, match.start()):
            yield _length(text, Span(match.start(), length.end()), Decimal(1), length["unit"])


def _parts(text: str) -> Iterator[Mention]:
    """Fractions of what the words before name ("down by about a third")."""
    for match in _PART.finditer(text):
        count = 3 if match["three"] else 2 if match["two"] else 1
        share = _SIX_DIGITS.divide(Decimal(100 * count), _PARTS[match["part"].lower()] if match["part"] else 2)
        span = Span(*match.span())
        yield _mention(text, span, share, "percent", Kind.PERCENTAGE)


def _multiples(text: str) -> Iterator[Mention]:
    for match in _MULTIPLE.finditer(text):
        value = next(_MULTIPLES[name] for name, word in match.groupdict().items() if word)
        yield _mention(text, Span(*match.span()), value, "time")


def _mention(
    text: str, span: Span, value: Decimal, unit: str | None, kind: Kind = Kind.QUANTITY, *, rated: bool = False
) -> Mention:
    return figures.mention(
        text,
        kind,
        span=span,
        low=value,
        high=value,
        unit=unit,
        rule=RULE,
        fraction=kind is Kind.PERCENTAGE,
        rated=rated,
    )


def _length(text: str, span: Span, value: Decimal, unit: str) -> Mention:
    mention = _mention(text, span, value, None, Kind.DURATION)
    figure = replace(mention.figure, low=None, high=None, date=_UNITS[unit].format(value))
    return replace(mention, figure=figure)


def _counted(text: str, span: Span, claims: Sequence[Claim]) -> str | None:
    """The noun of the whole that a number is said to be a part of ("64 of the 80 routes")."""
    wholes = (claim for claim in claims if claim.figure.kind is Kind.QUANTITY and claim.span.start > span.end)
    whole = min(wholes, key=lambda claim: claim.span.start, default=None)
    if whole is None or whole.figure.unit is None or _OF.fullmatch(text, span.end, whole.span.start) is None:
        return None
    return " ".join([*_WORD.findall(whole.surface)[:-1], whole.figure.unit])

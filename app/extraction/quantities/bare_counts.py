"""Counts that name nothing: large numbers, ranges of them, and numbers set beside a figure of their kind."""

import re
from decimal import Decimal

from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import figures
from app.extraction.mention import Mention, Taken
from app.extraction.numbers import decoys, qualifiers
from app.extraction.numbers.numbers import ONE, Number
from app.extraction.numbers.ranges import MOVED, Atom, Pair, grouped_by_dash, pair
from app.extraction.quantities import ellipses, levels, lone_counts
from app.extraction.quantities.antecedents import NEAR, NO_UNIT, Bare
from app.extraction.quantities.noun_words import PAST, STOP

_THRICE, _TEN, _MANY = (Decimal(bound) for bound in (3, 10, 100_000))
# No plural follows, so that the words after a large number go on as a verb ("two billion log on daily").
_SINGULAR = re.compile(r"\s(?!(?:second|minute|hour|day|week|month|year|decade|time|strong)s?\b)[a-z]")
_PER = re.compile(r"\b(?:per|for every)\s+\Z", re.IGNORECASE)  # what a rate is counted by, no count itself
_TAIL = re.compile(
    r"\s*(?:[.,;:()\]!?…”\"—–]|(?<=\s)-(?=\s)|$|\n|(?:two|three|compared|people[’']s)\b)|\s+(?P<word>[A-Za-z]+)\b",
    re.IGNORECASE,
)
# A verb too shows that no noun follows ("over 2.5 lakh came").
_VERB_NEXT = re.compile(
    r"\s+(?:had|have|has|did|do|will|would|could|can|may|might|must|left|fled|lost|made|sold|live|attend|watch|paid|"
    r"remain|need|face|work|[a-z]{3,}(?:ed|ing))\b"
)
_IN_BRACKET = re.compile(r"[^()\n]{0,60}\)")
_SUBTRACTED = re.compile(r"\d[\w%.,]* \Z")
_OPENERS = frozenset(("", " ", "\n", "\u00a0", "~", ">", "<", "(", "“", '"', "‘", "[", "—", "–"))


def read(text: str, atoms: list[Atom], found: list[Mention], taken: Taken) -> list[Mention]:
    """The figures among the numbers that have neither unit nor noun; `found` are the quantities that have one."""
    claimed = Taken()
    for mention in found:
        claimed.add(mention.span)
    named = sorted((one for one in found if not one.rule.startswith("multiple")), key=lambda mention: mention.span)
    own: list[Mention] = []
    passed = 0
    for position, atom in enumerate(atoms):
        if atom.named or claimed.overlaps(Span(atom.start, atom.end)):
            continue
        while passed < len(named) and named[passed].span.end <= atom.start:
            passed += 1
        beside = sorted((*named[max(0, passed - 3) : passed], *own[-3:]), key=lambda mention: mention.span)
        close = [one for one in beside if 0 <= atom.start - one.span.end <= NEAR]
        # "14 were over 60 (3 riders); 13 were under 20": what stands in a bracket of its own lends nothing.
        open_ = [one for one in close if not _IN_BRACKET.match(text, one.span.end, atom.start)]
        nearest = tuple((open_ or close)[-2:])
        bare = _range(text, atoms, position) or _one(text, atom, nearest)
        if bare is not None and not taken.overlaps(bare.span) and not claimed.overlaps(bare.span):
            own.append(bare)
            claimed.add(bare.span)
    return own


def _stands_alone(text: str, number: Number) -> bool:
    """Whether nothing but the sentence goes on around a number, and it is no name."""
    return (
        text[number.start - 1 : number.start] in _OPENERS
        and _goes_on(text, number)
        and not decoys.is_name(text, number, has_noun=False)
        and not decoys.is_score(text, number)
    )


def _goes_on(text: str, number: Number) -> bool:
    """Whether the sentence ends or goes on after a number without a noun."""
    if number.letter in ("mm", "MM", "t", "T"):
        return False
    start, end = number.start, number.end
    tail = _TAIL.match(text, end)
    if tail is not None and (tail["word"] is None or (word := tail["word"].lower()) in STOP or word in PAST):
        return True
    if ellipses.of_sort(text, start, end) or ellipses.along(text, end) or ellipses.like_before(text, end):
        return True
    large = (number.scaled and number.low >= _MANY) or number.shape == "grouped"
    verb = _SINGULAR if large or ellipses.is_part(text, start) else _VERB_NEXT
    return verb.match(text, end) is not None


def _range(text: str, atoms: list[Atom], position: int) -> Mention | None:
    """Two large bare numbers as one: "from 2,000 to as many as 10,000"."""
    if position + 1 == len(atoms) or atoms[position + 1].named:
        return None
    first, second = atoms[position], atoms[position + 1]
    stands, unit = levels.unit(text, first.start)
    counts = (
        stands
        or lone_counts.is_large(second.number)
        or (second.number.low >= _TEN and lone_counts.PERIOD.match(text, second.end))
    )
    dashed = grouped_by_dash(text, first, second) and _goes_on(text, second.number)
    if not counts or not (dashed or _stands_alone(text, second.number)):
        return None
    joined: Pair | None = pair(text, first, second)
    if (
        joined is None
        or not joined.is_range
        or _fell_by(text, first, second)
        or text[first.start - 1 : first.start] not in _OPENERS
    ):
        return None
    return figures.mention(
        text,
        Kind.QUANTITY,
        span=Span(joined.start, second.end),
        low=joined.low,
        high=joined.high,
        unit=unit,
        rule="count-alone-range",
        doubt="" if unit else NO_UNIT,
    )


def _fell_by(text: str, first: Atom, second: Atom) -> bool:
    """Whether two numbers are a change and where it led: "fallen by 1,700 to 27,300"."""
    moved = MOVED.search(text[max(0, first.start - 48) : first.start])
    return moved is not None and second.number.low > _THRICE * first.number.low


def _one(text: str, atom: Atom, nearest: tuple[Mention, ...]) -> Mention | None:
    """A number by itself that counts, by the first reading that fits; `nearest` are the quantities before it."""
    number = atom.number
    if not _stands_alone(text, number) or _PER.search(text[max(0, number.start - 12) : number.start]):
        return None
    hedge = qualifiers.before(text, number.start)
    bare = Bare(text=text, atom=atom, start=hedge.span.start if hedge else number.start, nearest=nearest)
    said = lone_counts.read(bare)
    if said is None:
        return None
    start = figures.minus(text, number.start)
    sign = ONE if start == number.start or _SUBTRACTED.search(text[max(0, start - 8) : start]) else -ONE
    mention = figures.mention(
        text,
        Kind.QUANTITY,
        span=Span(start if sign < 0 else number.start, number.end),
        low=number.low * sign,
        high=number.high * sign,
        unit=said.unit,
        rule=said.rule,
        doubt=said.doubt,
    )
    return mention if said.per is None else figures.counted_by(mention, said.per)

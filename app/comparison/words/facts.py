"""The basis of a statement in forms that can be set against each other: numbers of years, price families, word sets."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from app.comparison.statement import SILENT, Told
from app.comparison.words import movement
from app.comparison.words.hedges import HEDGES
from app.domain import edtf, lengths
from app.domain.basis import BasisKind, Stated
from app.domain.calendar_names import YEAR
from app.domain.claim import Claim
from app.domain.figure import Kind

Years = tuple[int, int | None]
"""First and last year of a schedule, counted from 1; no last year where it is open."""

_N = r"(\d+)(?:st|nd|rd|th)?"
_YEARS_RANGE = re.compile(rf"\byears? {_N} ?(?:to|-|–|—|and|until|through) ?(?:year )?{_N}\b")
_FIRST_YEARS = re.compile(rf"\b(?:first|opening|initial) {_N} years\b")
_FROM_YEAR = re.compile(rf"\bfrom (?:the )?(?:year {_N}|{_N} year)\b")
_ONE_YEAR = re.compile(rf"\byear {_N}\b")
_FROM_DATE = re.compile(r"\bfrom (\d{4}(?:-\d\d)?)\b")
_STAGE = re.compile(r"\bstage(?= (?:\d|one\b|two\b|three\b))", re.IGNORECASE)  # of works, which have phases
_AVERAGE = re.compile(r"(?:(\d+)-year )?average\b")
_FLAT = re.compile(r"\b(?:flat|fixed|constant|equal|unchanging|the same (?:sum|amount) (?:each|every))\b")

_IN_ALL = re.compile(
    r"[^.;,]{0,30}\b(?:over|across|during) (?:the|this|its|his|her|their|one|a) (?:whole |entire |full )?"
    r"(?:parliament|decade|lifetime|life|lease|contract|term)\b"
)
_OF_THOSE = re.compile(r" of (?:all )?(those (?:who [a-z]+|[a-z]+ing))\b")
_VERB = re.compile(r" (?:is|are|was|were|has|have|had|will|would)\b")
_AHEAD = re.compile(r"\b(?:will|would|wants?|hopes?|aims?|plans?|expect\w*|forecasts?|promis\w+|pledge\w*|to)\b")
_TAKES_UP = re.compile(r"\b(?:takes?|took|taking|makes?|made|making) up (?:\w+ ){0,2}$")
"""No rise: what part it has of a whole."""
_OF_WHOM = re.compile(
    r"(?:^|[.;:,] )(?:of|among) ((?:the |all |its |their |those )?(?:[\w’'-]+ ){0,2}[\w’'-]+), "
    rf"{HEDGES}$"
)
_COUNTED_IN = re.compile(rf"({YEAR}) (?:census|survey|count)\b")
_WITH = re.compile(r"\b(?<!not )(?:including|counting|inclusive of) ((?:[\w'’-]+ ?){1,3})")
_WITHOUT = re.compile(
    r"\b(?:excluding|not including|not counting|leaving out|exclusive of|without) ((?:[\w'’-]+ ?){1,3})"
)

# What a scope does to the whole, by the words that say so; figures that do different things to it differ in scope.
_SCOPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("excluding", r"\b(?:exclud\w*|without|except\w*|not (?:includ|count)\w*|before tax)\b"),
        ("including", r"\b(?:includ\w*|inclusive|count(?:ed|ing))\b"),
        ("net", r"\b(?:net|after tax)\b"),
        ("gross", r"\bgross\b"),
        ("on top", r"\bon top\b"),
        ("firm", r"\b(?:firm|committed|guaranteed|contracted)\b"),
        ("maximum", r"\bmaximum\b"),
        ("part", r"\b(?:core|of which|part|headline|development)\b"),
        ("initial", r"\binitial(?:ly)?\b|\bat first\b"),
        ("later", r"\bthereafter\b"),
    )
)
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+(?:\.\d+)?%?")
_POSSESSIVE = re.compile(r"['’]s$")
_STOP_LISTED = (
    "a an the of in on at to for from by with as and or is are was were be been it its this that than then over "
    "under about around against keep keeping being held measured compared comparison set up more extra additional "
    "increase increased rise higher assuming assumption assumes assumed if once would could will most some any "
    "per their his her our same such which who when while at what on's s"
)
_STOP = frozenset(_STOP_LISTED.split())
_GENERIC_BASELINE = re.compile(
    r"^(?:an? )?(?:extra|additional|more|increase|rise|on top|further|added|addition|new)\b(?: money)?$"
)
_CONDITION = re.compile(r"\W*(?:if|should|unless|were|had)\b[^,]*,", re.IGNORECASE)
_EQUIVALENT = re.compile(r"\bequivalent (?:to|of) (?:[a-z]+ ){0,2}$")
_NAMED_PRICES = re.compile(r"\b(\d{4}) (?:prices|values)\b")
_PRICE_YEAR = re.compile(r"\b(\d{4})(?:[/–-](\d{2,4}))?")
_DENOMINATORS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("GNI", r"\bgni\b|national income"),
        ("GDP", r"\bgdp\b|gross domestic product|economic output|national output|\beconomy\b|\boutput\b"),
        ("budget", r"\bbudget\b|public spending|government spending"),
        ("head", r"\bhead\b|\bcapita\b|\bperson\b"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """A price basis: `family` is cash, real or npv; `year` the price year ("2025/26", "2019"), None if not stated."""

    family: str
    year: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a statement says of its basis, None (or empty, or false) where it says nothing."""

    kind: str | None
    per: str | None
    price: Price | None
    horizon: Decimal | None
    """Years covered."""
    horizon_days: edtf.Days | None
    """Where the horizon is told by its first and last year."""
    years: Years | None
    average: bool
    flat: bool
    """The rate is an average, or is said to be the same in every period, or for how many periods it holds."""
    scopes: frozenset[str]
    scope_words: frozenset[str]
    with_words: frozenset[str]
    without_words: frozenset[str]
    """What the sentence says is counted in, and what is left out, whichever figure it says it of."""
    denominator: str | None
    baseline: frozenset[str]
    """Content words of a stated starting point; empty where none, or no more than "extra", is said."""
    assumption: frozenset[str]
    moved: bool
    """The words before the figure say by how much something rose or fell, whatever else the figure is."""
    moved_to: bool
    """They say to what it rose or fell."""
    status: str | None
    target: edtf.Days | None
    begins: edtf.Days | None
    """From when on it is to be so."""
    period: edtf.Days | None


def read(claim: Claim, told: Told = SILENT) -> Facts:
    """The facts of a claim, from the figure, from what its basis states and from the words about it."""
    basis, figure = claim.basis, claim.figure
    denominator = denominator_of(basis.value("denominator")) or _of_whom(claim, told)
    scope, baseline = (basis.value("scope") or "").lower(), basis.value("baseline")
    horizon = _horizon(basis.value("horizon"))
    period = _narrowed(_days(basis.value("period")), told)
    is_due = basis.target_date is None and _is_due(basis.period, told.lower)
    average, years = _AVERAGE.search(scope), _years(scope)
    return Facts(
        kind=_kind(claim, denominator, told),
        per=basis.value("per") if settled(claim) else figure.per or basis.value("per"),
        price=_price(basis.value("price")) or _restated(told),
        horizon=Decimal(average[1]) if average and average[1] and horizon is None else horizon,
        horizon_days=_days(basis.value("horizon")) if "/" in (basis.value("horizon") or "") else None,
        years=years,
        average=average is not None,
        flat=average is not None or horizon is not None or _FLAT.search(told.lower) is not None,
        scopes=frozenset(name for name, pattern in _SCOPES if pattern.search(scope)) if scope else frozenset(),
        scope_words=frozenset()
        if years or _FROM_DATE.search(scope)
        else content(_STAGE.sub("phase", _AVERAGE.sub(" ", scope))),
        with_words=_taken(_WITH, told.lower),
        without_words=_taken(_WITHOUT, told.lower),
        denominator=denominator,
        baseline=frozenset() if baseline is None or _GENERIC_BASELINE.match(baseline.lower()) else content(baseline),
        assumption=content(basis.value("assumption") or ""),
        moved=movement.is_by(told, figure.unit),
        moved_to=movement.is_to(told),
        status=basis.value("status"),
        target=_deadline(claim, told) or (period if is_due else None),
        begins=_days(begin[1]) if (begin := _FROM_DATE.search(scope)) else None,
        period=None if is_due else period or _days(_counted_in(told)),
    )


def content(words: str) -> frozenset[str]:
    """The words that carry meaning, lower case, without plural endings."""
    bare = (_POSSESSIVE.sub("", word) for word in _WORD.findall(words.lower()))
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in bare if word not in _STOP)


def _taken(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset().union(*map(content, pattern.findall(text)))


def _of_whom(claim: Claim, told: Told) -> str | None:
    """Of whom a percentage is a share, where no noun after it says so ("Of the skippers, 6%", "of those who voted")."""
    if claim.figure.kind is not Kind.PERCENTAGE:
        return None
    match = _OF_WHOM.search(told.before.lower()) or _OF_THOSE.match(told.after.lower())
    return None if match is None else match[1]


def denominator_of(value: str | None) -> str | None:
    """One name for a denominator however it is written; the words themselves where they are none of the usual."""
    if value is None:
        return None
    return next((name for name, pattern in _DENOMINATORS if pattern.search(value)), _VERB.split(value.lower())[0])


def settled(claim: Claim) -> bool:
    """Whether the analyst has said what the figure measures; their word wins over the figure's own."""
    return claim.basis.kind is not None and claim.basis.kind.by_analyst


def _kind(claim: Claim, denominator: str | None, told: Told) -> str | None:
    if settled(claim):
        kind = claim.basis.value("kind")
        return None if kind == BasisKind.UNKNOWN else kind
    if claim.figure.kind is Kind.MONEY and claim.figure.per is not None:
        return BasisKind.RATE
    stated = claim.basis.value("kind")
    if stated in (None, BasisKind.LEVEL) and _IN_ALL.match(told.after.lower()):
        return BasisKind.TOTAL
    if stated == BasisKind.CHANGE and _TAKES_UP.search(told.before.lower()):
        return BasisKind.SHARE
    if stated is not None:
        return stated
    if claim.figure.unit == "percentage_point":
        return BasisKind.CHANGE
    return BasisKind.SHARE if claim.figure.kind is Kind.PERCENTAGE and denominator else None


def _price(value: str | None) -> Price | None:
    if value is None:
        return None
    family, _, year = value.lower().partition(":")
    # Both words are for sums that no index has touched.
    return Price(family="cash" if family == "nominal" else family, year=_price_year(year))


def _restated(told: Told) -> Price | None:
    """The prices that a sentence names for another sum, of which this is the equivalent."""
    if _EQUIVALENT.search(told.before) is None:
        return None
    years = set(_NAMED_PRICES.findall(told.lower))
    return Price(family="real", year=years.pop()) if len(years) == 1 else None


def _price_year(text: str) -> str | None:
    match = _PRICE_YEAR.search(text)
    if match is None:
        return None
    return f"{match[1]}/{match[2][-2:]}" if match[2] else match[1]


def _is_due(period: Stated | None, text: str) -> bool:
    """Whether the year that a figure is of is the one by which it is meant or expected to be so."""
    if period is None or period.by_analyst or not period.value.isdigit():
        return False
    return f"by {period.value}" in text and _AHEAD.search(text) is not None


def _deadline(claim: Claim, told: Told) -> edtf.Days | None:
    """The day by which a figure is to be so, unless that is of a condition ("Should it fail by 2030, …")."""
    stated, start = claim.basis.target_date, claim.sentence.start
    condition = _CONDITION.match(told.text)
    if stated is None or stated.by_analyst or stated.span is None or condition is None:
        return _due(claim.basis.value("target_date"))
    is_of_it = stated.span.end - start <= condition.end() <= claim.span.start - start
    return None if is_of_it else _due(stated.value)


def _due(value: str | None) -> edtf.Days | None:
    """The days of a deadline; "by the end of the decade" is by 2030 as well as by 2029."""
    days = _days(value)
    if days is None or value is None or not value.endswith("X"):
        return days
    return days[0], days[1].replace(year=min(days[1].year + 1, datetime.MAXYEAR))


def _counted_in(told: Told) -> str | None:
    """The year of a census or survey that the words name."""
    found = set(_COUNTED_IN.findall(told.lower))
    return found.pop() if len(found) == 1 else None


def _days(value: str | None) -> edtf.Days | None:
    return edtf.days(value) if value else None


def _narrowed(period: edtf.Days | None, told: Told) -> edtf.Days | None:
    """Of a year at whose end or beginning a figure is said to stand, that month."""
    if period is None or (period[0].month, period[0].day, period[1].month, period[1].day) != (1, 1, 12, 31):
        return period
    year = period[0].year
    if re.search(rf"\bend of {year}\b", told.lower):
        return period[1].replace(day=1), period[1]
    if re.search(rf"\b(?:start|beginning) of {year}\b", told.lower):
        return period[0], period[0].replace(day=31)
    return period


def _horizon(value: str | None) -> Decimal | None:
    """Years covered: the length of a duration, or from the first year of a span to its last."""
    if value is None:
        return None
    first, slash, last = value.partition("/")
    if slash:
        return Decimal(int(last[:4]) - int(first[:4])) if first[:4].isdigit() and last[:4].isdigit() else None
    return lengths.years(value)


def _years(scope: str) -> Years | None:
    """Which years of a schedule a scope names: "years 1-3", "from year 4"."""
    if match := _YEARS_RANGE.search(scope):
        return int(match[1]), int(match[2])
    if match := _FIRST_YEARS.search(scope):
        return 1, int(match[1])
    if match := _FROM_YEAR.search(scope):
        return int(match[1] or match[2]), None
    if match := _ONE_YEAR.search(scope):
        return int(match[1]), int(match[1])
    return None

"""How figures, speakers and lengths of time are called within a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.comparison.pair import Pair, Side
from app.comparison.words.facts import Facts, Price
from app.domain.claim import Stance
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.verdict import Reason
from app.domain.wording import amount, duration, say

_DAYS = Decimal("365.25")
_MONTH = Decimal(1) / 13
"""Years below which a length is told in days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a judgement says."""

    sentence: str
    short: str
    question: str | None = None


def named(side: Side, unit: str | None, *, whole: bool = True) -> str:
    """A figure as a sentence calls it: with its period, its whole, and its amount in the pair's currency."""
    words = say(replace(side.reading.whole, unit=unit)) if _is_bare(side.figure) else side.reading.said
    if whole and side.facts.denominator and " " not in side.facts.denominator and side.figure.kind is Kind.PERCENTAGE:
        words += f" of {whole_name(side.facts.denominator)}"
    if side.converted is not None:
        words += f" ({amount(side.converted.amount, side.converted.target)})"
    return words


def called(name: str) -> str:
    """A speaker's name within a sentence: "the minister", "FCDO"."""
    return name if name[:1].isupper() or name.startswith(("the ", "a ", "an ")) else f"the {name}"


def place(name: str) -> str:
    """A place within a sentence: "the UK", "France"."""
    return f"the {name}" if name in _WITH_ARTICLE else name


_WITH_ARTICLE = frozenset({"UK", "EU", "US", "Netherlands", "euro area", "world"})


_BULLETS = " -–—•*"


def in_its_words(side: Side) -> str:
    """The words right before and after a figure, its own left out: "Northgate … over ten years"; empty for none."""
    text, at = side.statement.text, side.statement.place
    if at is None:
        return ""
    before, after = _JOINT.split(text[: at.start])[-1].strip(_BULLETS).split(), _JOINT.split(text[at.end :])[0].split()
    return " ".join([*before[-_NEAR:], "…", *after[:_NEAR]]) if before or after else ""


_JOINT = re.compile(r"[.,;:](?=\s|$)|[()“”\"]|\s[–—-]\s|\b(?:and|but|while|which|whereas)\b")
_NEAR = 4
"""Words to either side that are quoted."""


def brief(side: Side, unit: str | None, *, words: bool = False) -> str:
    """The number alone, for a row."""
    figure = side.figure
    if not words and not _is_bare(figure):
        return side.reading.brief
    figure = replace(figure, unit=unit if _is_bare(figure) else figure.unit, per=None)
    return say(figure if words else replace(figure, qualifier_words="", qualifier=Qualifier.EXACT))


def head(text: str) -> str:
    """The text with a capital, to begin a sentence."""
    return text[:1].upper() + text[1:]


def whole_name(denominator: str) -> str:
    """A denominator as it stands after "of"."""
    return {"GNI": "national income", "budget": "the budget", "head": "a head"}.get(denominator, denominator)


def years(facts: Facts) -> str:
    """Which years of a schedule: "years 1–3", "from year 4 on"; empty where none are named."""
    if facts.years is None:
        return ""
    first, last = facts.years
    if last is None:
        return f"from year {first} on"
    return f"year {first}" if first == last else f"years {first}–{last}"


def during(facts: Facts) -> str:
    """The same within a sentence: "for years 1–3", "from year 4 on"."""
    said = years(facts)
    return said if not said or said.startswith("from") else f"for {said}"


def length(facts: Facts) -> str:
    """How long a figure covers: "99 years", "2025–2035"; empty where that is not stated."""
    if facts.horizon_days:
        return f"{facts.horizon_days[0].year}–{facts.horizon_days[1].year}"
    if facts.horizon is None:
        return ""
    if facts.horizon < _MONTH:
        return duration(f"P{round(facts.horizon * _DAYS)}D")
    if facts.horizon < 1:
        return duration(f"P{round(facts.horizon * 12)}M")
    return duration(f"P{round(facts.horizon, 1).normalize():f}Y")


def prices(price: Price, *, total: bool = False) -> str:
    """A price base as a table has it: "real, 2025/26 prices", "discounted", "cash", which of a total is "nominal"."""
    if price.family == "cash":
        return "nominal" if total else "cash"
    family = "discounted" if price.family == "npv" else "real"
    if price.year:
        return f"{family}, {price.year} prices"
    return "real terms" if family == "real" else family


def priced(price: Price | None) -> str:
    """The same as a sentence has it, after "is": "in 2025/26 prices", "a present value", "cash"."""
    if price is None:
        return "without a stated price base"
    year = f"in {price.year} prices" if price.year else ""
    if price.family == "npv":
        return f"a present value {year}".strip()
    return "cash" if price.family == "cash" else year or "in real terms"


def noted(pair: Pair, reasons: Sequence[Reason], sentence: str) -> str:
    """The sentence with what must be said of the pair: a currency taken over, a denial, one source."""
    notes = [*pair.notes]
    for side in pair.sides:
        if side.statement.claim.stance is Stance.DENIES:
            who = side.statement.claim.speaker
            notes.append(f"{head(named(side, pair.unit))} is denied by {called(who.name) if who else 'its source'}.")
    if Reason.SAME_ORIGIN in reasons:
        notes.append("Both come from one source, so they count once.")
    return " ".join([sentence, *notes])


def _is_bare(figure: Figure) -> bool:
    """Whether it is an amount of money without a currency, which then takes the pair's."""
    return figure.kind is Kind.MONEY and figure.unit is None

"""The words for a difference of basis: what is said of each side, the question, and a few words for a row."""

from collections.abc import Iterable, Iterator, Sequence

from app.comparison.explaining import naming
from app.comparison.pair import Pair, Side
from app.comparison.steps import annual, beside, moments, sums, tellings
from app.domain.basis import BasisKind, Status
from app.domain.claim import Stance
from app.domain.figure import Kind
from app.domain.verdict import Reason
from app.domain.wording import date


def listed(parts: Iterable[str]) -> str:
    """What is said of one side, each thing once: a total over ten years is a total. What it leaves out comes last."""
    found = list(dict.fromkeys(part for part in parts if part))
    told = [part for part in found if not any(f" {part} " in f" {other} " for other in found if other != part)]
    stated = [part for part in told if not part.startswith(_UNSTATED)]
    if silent := [part.removeprefix(_UNSTATED) for part in told if part.startswith(_UNSTATED)]:
        stated.append(_UNSTATED + " or ".join(filter(None, (", ".join(silent[:-1]), silent[-1]))))
    return ", ".join(stated) or "on a basis of its own"


_UNSTATED = "without a stated "


def _says_kind(side: Side) -> str:
    if side.facts.moved:
        return "a change"
    kind = _KINDS.get(side.facts.kind or "", "of no stated kind")
    # A level or share that is only aimed at differs from one that was reached; a rate or a sum stays what it is.
    aimed = side.facts.status == Status.TARGET and side.facts.kind in (None, BasisKind.LEVEL, BasisKind.SHARE)
    return "a target" if aimed else kind


_KINDS: dict[str, str] = {
    BasisKind.ONE_OFF: "a one-off",
    BasisKind.RATE: "a rate",
    BasisKind.TOTAL: "a total",
    BasisKind.LEVEL: "a level",
    BasisKind.SHARE: "a share",
    BasisKind.CHANGE: "a change",
    BasisKind.OTHER: "of another kind",
}


def _says_rate(side: Side) -> str:
    if annual.is_rate(side):
        return "a rate"
    if side.facts.horizon:
        return f"a total over {naming.length(side.facts)}"
    if side.facts.kind is None:
        return "of no stated kind"
    return "a total" if side.facts.years or side.facts.period else "a total with no stated period"


def _says_scope(side: Side, unstated: str = f"{_UNSTATED}scope") -> str:
    facts = side.facts
    if facts.average:
        return "an average"
    if facts.years:
        return naming.during(facts)
    scope = side.statement.claim.basis.value("scope") or side.reading.extent.among
    if scope:
        return f"“{scope}”"
    return "a part of the whole" if side.subject.is_part else unstated


def _says_baseline(side: Side) -> str:
    baseline = side.statement.claim.basis.value("baseline")
    return f"measured against “{baseline}”" if side.facts.baseline else "measured from no stated start"


def _says_assumption(side: Side) -> str:
    assumption = side.statement.claim.basis.value("assumption")
    return f"on the assumption “{assumption}”" if assumption else "on no stated assumption"


def _says_place(side: Side) -> str:
    where = side.reading.geography
    return f"for {', '.join(map(naming.place, sorted(where.places))) or where.actor or 'another place'}"


def _says_period(side: Side) -> str:
    period = side.statement.claim.basis.value("period") or side.statement.claim.basis.value("target_date")
    if period:
        return f"for {date(period)}"
    return _says_horizon(side) if side.facts.horizon else _NO_PERIOD


_NO_PERIOD = f"{_UNSTATED}period"


def _says_horizon(side: Side) -> str:
    length = naming.length(side.facts)
    return f"over {length}" if length else f"{_UNSTATED}length of time"


def _says_whether_former(side: Side) -> str:
    """An earlier figure, or what is known of the time of one that nothing calls so."""
    period, said = _says_period(side), side.reading.firmness
    if said.former:
        return "an earlier figure" if period == _NO_PERIOD else f"an earlier figure, {period}"
    return "the present one" if said.holds_now and period == _NO_PERIOD else period


def _says_beside(pair: Pair) -> Iterator[str]:
    """Of two figures by one voice, the time that each states; where that is the same, the words that each stands in."""
    periods = [_says_period(side) for side in pair.sides]
    for side, period, place in zip(pair.sides, periods, beside.order(pair), strict=True):
        words = naming.in_its_words(side)
        yield period if periods[0] != periods[1] else f"{place} (“{words}”)" if words else place


def _says_target(side: Side) -> str:
    basis = side.statement.claim.basis
    target = basis.value("target_date") or (basis.value("period") if side.facts.target else None)
    if target is None and side.facts.begins is not None:
        return f"“{basis.value('scope')}”"
    return f"due by {date(target)}" if target else f"{_UNSTATED}deadline"


def _says_unit(side: Side) -> str:
    if side.figure.kind is Kind.MONEY:
        return "a sum of money"
    return "a difference in points" if side.figure.unit == "percentage_point" else "relative, in per cent"


SAYS = {
    Reason.UNIT: lambda side: "a sum of money" if side.figure.kind is Kind.MONEY else "a share of a whole",
    Reason.PCT_VS_PP: _says_unit,
    Reason.CURRENCY: lambda side: f"in {side.figure.unit or side.statement.currency}",
    Reason.RATE_VS_TOTAL: _says_rate,
    Reason.KIND: _says_kind,
    Reason.PERIOD: lambda side: f"stated per {side.facts.per}",
    Reason.PRICE_BASIS: lambda side: naming.priced(side.facts.price),
    Reason.SCOPE: _says_scope,
    Reason.DENOMINATOR: lambda side: (
        f"a share of {naming.whole_name(side.facts.denominator)}" if side.facts.denominator else "of no stated whole"
    ),
    Reason.BASELINE: _says_baseline,
    Reason.ASSUMPTION: _says_assumption,
    Reason.GEOGRAPHY: _says_place,
    Reason.TARGET_DATE: _says_target,
    Reason.HORIZON: _says_horizon,
    Reason.REF_PERIOD: _says_period,
}
"""How each difference is said of one side, after "is"."""

_STATUSES: dict[str, str] = {
    Status.TARGET: "a target",
    Status.OUTTURN: "an outturn",
    Status.REPORTED: "a reported figure",
    Status.ESTIMATE: "an estimate",
}


def of_each(reason: Reason, pair: Pair) -> list[str]:
    """How a difference is said of each side."""
    if reason is Reason.SCOPE and pair.a.facts.years != pair.b.facts.years:
        return [_says_scope(side, "for years not stated") for side in pair.sides]
    for told in (tellings.known, tellings.named_apart, tellings.unstated):
        if (said := told(pair).get(reason)) is not None:
            return [*said]
    if reason is Reason.REF_PERIOD and (days := moments.told_apart(pair) or moments.estimated_apart(pair)) is not None:
        return [*days]
    if reason is Reason.REF_PERIOD and beside.is_one_voice(pair) and not tellings.one_was_former(pair):
        return [*_says_beside(pair)]
    if reason is Reason.REF_PERIOD and tellings.one_was_former(pair):
        return [_says_whether_former(side) for side in pair.sides]
    if reason is Reason.KIND and _is_of_status(pair):
        return [_STATUSES.get(side.facts.status or "", "another figure") for side in pair.sides]
    return [SAYS[reason](side) for side in pair.sides]


def _is_of_status(pair: Pair) -> bool:
    """Whether two figures of one kind are told apart by what was aimed at and what came of it."""
    statuses = {side.facts.status for side in pair.sides}
    return Status.TARGET in statuses and len(statuses) > 1 and len({_says_kind(side) for side in pair.sides}) == 1


def question(reason: Reason, pair: Pair) -> str:
    """What would settle a difference."""
    if reason is Reason.KIND and (_is_of_status(pair) or tellings.one_came_true(pair)):
        return "Is each figure an aim, or what came of one?"
    if reason is Reason.KIND and sums.is_of_accounts(pair):
        return "Is each figure a cost, a budget, or a change in one?"
    if reason is Reason.REF_PERIOD and moments.told_apart(pair) is not None:
        return "For which month is each figure?"
    if reason is Reason.REF_PERIOD and moments.estimated_apart(pair) is not None:
        return "In which prices is each estimate, and does the later one replace the earlier?"
    if reason is Reason.KIND and reason in tellings.known(pair):
        return "How was each figure arrived at?"
    if reason is Reason.RATE_VS_TOTAL and tellings.one_is_of_each(pair):
        return "Of how many is the larger figure?"
    if reason is Reason.RATE_VS_TOTAL and tellings.one_is_for_so_many(pair):
        return "How many are there in all, for the number to be told as a rate?"
    return _QUESTIONS[reason]


_QUESTIONS: dict[Reason, str] = {
    Reason.UNIT: "How large was the whole in that year?",
    Reason.PCT_VS_PP: "Does the first mean per cent of the rate, or percentage points?",
    Reason.CURRENCY: "At which rate of exchange?",
    Reason.RATE_VS_TOTAL: "Over how many years, and is the rate the same in each?",
    Reason.KIND: "What does each figure measure: a rate, a total, a level or a change?",
    Reason.PERIOD: "Per what is each rate stated?",
    Reason.PRICE_BASIS: "In which prices is each figure: cash, real terms or present value?",
    Reason.SCOPE: "What does each figure take in, and for which years?",
    Reason.DENOMINATOR: "Of what is each a share?",
    Reason.BASELINE: "From which starting point is each change measured?",
    Reason.ASSUMPTION: "What would each figure be on the other's assumption?",
    Reason.GEOGRAPHY: "Which area does each figure cover?",
    Reason.TARGET_DATE: "By when is each figure due?",
    Reason.HORIZON: "How many years does each figure cover?",
    Reason.REF_PERIOD: "For which period is each figure?",
}


def short(pair: Pair, told: Sequence[Reason]) -> str:
    """At most six words on why the bases differ."""
    denied = [side.statement.claim for side in pair.sides if side.statement.claim.stance is Stance.DENIES]
    if len(denied) == 1:
        who = denied[0].speaker
        return f"denied by {naming.called(who.name)}" if who and len(who.name.split()) <= 3 else "denied by its source"
    if not told:
        return "different basis"
    first, facts = told[0], (pair.a.facts, pair.b.facts)
    if first is Reason.RATE_VS_TOTAL:
        npv = any(fact.price and fact.price.family == "npv" for fact in facts)
        return "discounted total against a rate" if npv else "total against a rate"
    if first is Reason.SCOPE and (years := [fact for fact in facts if fact.years]):
        if len(years) != 1:
            return "other years"
        said = naming.years(years[0])
        return said if said.startswith("from ") else f"{said} only"
    if first is Reason.KIND:
        a, b = (words.removeprefix("of ") for words in of_each(first, pair))
        return f"{a.removeprefix('a ')} against {b}"
    if first is Reason.PERIOD:
        return f"per {facts[0].per} against per {facts[1].per}"
    return _SHORT[first]


_SHORT: dict[Reason, str] = {
    Reason.UNIT: "money against a share",
    Reason.PCT_VS_PP: "per cent against points",
    Reason.CURRENCY: "no exchange rate known",
    Reason.PRICE_BASIS: "other prices",
    Reason.SCOPE: "takes in something else",
    Reason.DENOMINATOR: "shares of different wholes",
    Reason.BASELINE: "measured from another start",
    Reason.ASSUMPTION: "rests on another assumption",
    Reason.GEOGRAPHY: "another place",
    Reason.TARGET_DATE: "another deadline",
    Reason.HORIZON: "another number of years",
    Reason.REF_PERIOD: "another period",
}

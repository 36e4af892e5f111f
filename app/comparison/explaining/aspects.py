"""A statement's basis field by field, in words, and which fields the reasons of a verdict speak of.

Words and marks come from the same facts as the verdict, so that a table of them never contradicts it.
"""

from collections.abc import Callable, Mapping, Sequence

from app.comparison.explaining import naming
from app.comparison.pair import Side
from app.comparison.steps import annual, succession, tellings
from app.comparison.words import parallels
from app.comparison.words.accounts import Account
from app.comparison.words.extent import SO_FAR
from app.domain import wording
from app.domain.aspect import Aspect, Cell, Line
from app.domain.basis import BasisKind, Status
from app.domain.figure import Kind
from app.domain.verdict import Judgement, Reason, Verdict

REASONS: dict[Aspect, frozenset[Reason]] = {
    Aspect.MEASURE: frozenset({Reason.DIFFERENT_MEASURE, Reason.DIFFERENT_EVENT}),
    Aspect.UNIT: frozenset({Reason.UNIT, Reason.PCT_VS_PP, Reason.CURRENCY, Reason.FX_CONVERTED, Reason.DIMENSION}),
    Aspect.KIND: frozenset({Reason.KIND, Reason.RATE_VS_TOTAL, Reason.ANNUALISED, Reason.PERIOD}),
    Aspect.HORIZON: frozenset({Reason.HORIZON}),
    Aspect.PRICES: frozenset({Reason.PRICE_BASIS}),
    Aspect.SCOPE: frozenset({Reason.SCOPE}),
    Aspect.DENOMINATOR: frozenset({Reason.DENOMINATOR}),
    Aspect.BASELINE: frozenset({Reason.BASELINE}),
    Aspect.ASSUMPTION: frozenset({Reason.ASSUMPTION}),
    # A level that is only aimed at differs in kind from one that was reached.
    Aspect.STATUS: frozenset({Reason.HIGHER_STATUS, Reason.KIND}),
    Aspect.PLACE: frozenset({Reason.GEOGRAPHY}),
    Aspect.ACTOR: frozenset({Reason.GEOGRAPHY}),
    Aspect.PERIOD: frozenset({Reason.REF_PERIOD, Reason.TARGET_DATE}),
    Aspect.TARGET_DATE: frozenset({Reason.TARGET_DATE, Reason.REF_PERIOD}),
    # A level or a running rate of no stated period is of the day on which it was told.
    Aspect.AS_OF: frozenset({Reason.REVISED, Reason.HIGHER_STATUS, Reason.REF_PERIOD}),
    # Where no word says what is measured, the numbers do: they lie too far apart to measure one thing.
    Aspect.INTERVAL: frozenset({Reason.DIFFERENT_MEASURE}),
}
"""Which reasons speak of a field; of several that a reason speaks of, the first in which the two differ is marked."""

ON_DEMAND = frozenset({Aspect.MEASURE, Aspect.UNIT, Aspect.ACTOR, Aspect.AS_OF})
"""Fields that a table needs only where a reason speaks of them: the figure or its article shows them already."""

ASKED = frozenset({Aspect.PRICES, Aspect.PERIOD})
"""Fields of money that a conflict asks for where nobody states them, so that their silence is to be seen."""

_FIELDS: dict[Aspect, str] = {
    Aspect.KIND: "kind",
    Aspect.HORIZON: "horizon",
    Aspect.PRICES: "price",
    Aspect.SCOPE: "scope",
    Aspect.DENOMINATOR: "denominator",
    Aspect.BASELINE: "baseline",
    Aspect.ASSUMPTION: "assumption",
    Aspect.STATUS: "status",
    Aspect.PERIOD: "period",
    Aspect.TARGET_DATE: "target_date",
}
"""The fields of a basis, which the analyst can have set."""


def lines(sides: Sequence[Side], judgements: Sequence[Judgement | None]) -> tuple[Line, ...]:
    """The basis of some figures, the reference first, with what each verdict against it names marked.

    `judgements` are in the order of the figures. Fields that none of them states are left out, unless a
    conflict asks for them.
    """
    said = _said(sides, judgements)
    marked = [
        _all_marks(said, sides, at, judged) if judged else frozenset[Aspect]() for at, judged in enumerate(judgements)
    ]
    spoken_of = frozenset().union(*(_named(judged.reasons) for judged in judgements if judged))
    disputed = any(judged.verdict is Verdict.CONFLICT for judged in judgements if judged)
    asked = ASKED if disputed and sides[0].figure.kind is Kind.MONEY else frozenset[Aspect]()
    found = []
    for aspect, texts in said.items():
        if aspect in ON_DEMAND and aspect not in spoken_of:
            continue
        cells = tuple(
            _cell(aspect, side, text, differs=aspect in fields)
            for side, text, fields in zip(sides, texts, marked, strict=True)
        )
        if aspect in asked or any(cell.text for cell in cells):
            found.append(Line(aspect=aspect, cells=cells))
    return tuple(found)


_Said = Mapping[Aspect, list[str]]
"""What each side says of a field."""


def _said(sides: Sequence[Side], judgements: Sequence[Judgement | None]) -> _Said:
    said = {aspect: [say(side) for side in sides] for aspect, say in SAYS.items()}
    for at, judged in enumerate(judgements):
        if judged is None or Reason.SCOPE not in judged.reasons:
            continue
        # Which of the names in a sentence counts, only the other sentence can tell.
        texts, shapes = said[Aspect.SCOPE], [side.reading.shape for side in (sides[0], sides[at])]
        names = tellings.names_apart(sides[0], sides[at]) or [
            "two things together" if parallels.takes_in_more(*both) else "" for both in (shapes, shapes[::-1])
        ]
        for place, name in zip((0, at), names, strict=True):
            texts[place] = ", ".join(dict.fromkeys(filter(None, (texts[place], name))))
    return said


def _all_marks(said: _Said, sides: Sequence[Side], at: int, judged: Judgement) -> frozenset[Aspect]:
    """What the reasons speak of, and the number itself unless the two are one figure."""
    found = _marks(said, at, judged.reasons)
    one_figure = judged.verdict is Verdict.AGREE or _interval(sides[0]) == _interval(sides[at])
    return found if one_figure else found | {Aspect.INTERVAL}


def _marks(said: _Said, at: int, reasons: Sequence[Reason]) -> frozenset[Aspect]:
    """The fields in which a verdict's reasons say that two figures differ, both of them stating something."""
    found: set[Aspect] = set()
    for reason in reasons:
        both = [(aspect, said[aspect][0], said[aspect][at]) for aspect, of_it in REASONS.items() if reason in of_it]
        stated = [(aspect, one, other) for aspect, one, other in both if one and other]
        half = any(bool(one) != bool(other) for _, one, other in both)
        apart = [aspect for aspect, one, other in stated if one != other]
        # What words set apart can be called by one name; only where a side is silent is there nothing to mark.
        found.update(apart[:1] or ([] if half else [aspect for aspect, _, _ in stated[:1]]))
    return frozenset(found)


def _named(reasons: Sequence[Reason]) -> frozenset[Aspect]:
    return frozenset(aspect for aspect, of_it in REASONS.items() if not of_it.isdisjoint(reasons))


def _cell(aspect: Aspect, side: Side, text: str, *, differs: bool) -> Cell:
    field = _FIELDS.get(aspect)
    stated = getattr(side.statement.claim.basis, field) if field else None
    return Cell(text=text, differs=differs, by_analyst=bool(text) and stated is not None and stated.by_analyst)


# What a statement says of each field, empty where it says nothing


def _interval(side: Side) -> str:
    meant = side.reading.interval
    return wording.bounds(meant.halo, side.figure.unit) if meant else side.reading.said


def _measure(side: Side) -> str:
    subject = side.subject
    named = [" ".join(reversed(one)) for one in subject.events.named if one is not None]
    when = [word for word, holds in (("earlier", subject.events.earlier), ("later", subject.events.later)) if holds]
    noun = [side.figure.unit or ""] if side.figure.kind is Kind.QUANTITY else []
    things = subject.things | subject.sectors | subject.stages | side.reading.purposes
    noun += side.reading.counted.named
    return ", ".join(filter(None, (*sorted(things), *noun, *when, *named)))


def _unit(side: Side) -> str:
    kind, unit = side.figure.kind, side.figure.unit
    if kind in (Kind.DATE, Kind.DURATION):
        return kind.value
    named = {"percent": "per cent", "percentage_point": "percentage points"}
    return named.get(unit or "", unit or "")


def _kind(side: Side) -> str:
    facts = side.facts
    aimed = facts.status == Status.TARGET and facts.kind in (BasisKind.LEVEL, BasisKind.SHARE)
    kind = "change" if facts.moved else "target" if aimed else BasisKind.RATE if annual.is_rate(side) else facts.kind
    said = " ".join(filter(None, (kind, f"per {facts.per}" if facts.per else "")))
    contrasts = side.reading.contrasts
    account = side.reading.account
    # That a sum is what something costs goes without saying.
    head = account.value.removeprefix("a ").removeprefix("an ") if account and account is not Account.COST else ""
    named = (head, *contrasts.named(Reason.KIND))
    return ", ".join(filter(None, (said, "for each" if side.reading.extent.of_each else "", *named)))


def _prices(side: Side) -> str:
    price = side.facts.price
    if price is None:
        return ""
    if price.family == "npv":
        return ", ".join(filter(None, ("present value", f"{price.year} prices" if price.year else "")))
    return naming.prices(price, total=side.facts.kind == BasisKind.TOTAL)


def _scope(side: Side) -> str:
    facts = side.facts
    words = side.statement.claim.basis.value("scope") or ""
    if said := ", ".join(filter(None, (naming.years(facts), "average" if facts.average else ""))):
        return said
    taken = [
        f"{word} {' '.join(sorted(things))}"
        for word, things in (("including", facts.with_words), ("excluding", facts.without_words))
        if things
    ]
    contrasts, extent = side.reading.contrasts, side.reading.extent
    part = side.reading.part
    so_far = extent.partial or (SO_FAR if extent.was_paid else "")
    taken += filter(None, (*contrasts.named(Reason.SCOPE), so_far, extent.among, part.said if part else ""))
    phrase = side.reading.phrase
    taken += [phrase.words] if phrase and phrase.narrowed else []
    taken += [extent.case] if extent.case else []
    taken += ["of the one with the most or the least"] if extent.is_extreme else []
    taken += ["in full-time equivalents"] if extent.full_time else []
    taken += ["with what is paid on top"] if extent.all_in else []
    taken += [f"a part of {wording.number(extent.whole)}"] if extent.whole else []
    return ", ".join(dict.fromkeys((words, *taken) if words else taken)) or (
        "a part of the whole" if side.subject.is_part else ""
    )


def _baseline(side: Side) -> str:
    return side.statement.claim.basis.value("baseline") or "" if side.facts.baseline else ""


def _assumption(side: Side) -> str:
    if side.facts.assumption:
        return side.statement.claim.basis.value("assumption") or ""
    return "what would be on a condition" if side.reading.firmness.on_condition else ""


def _status(side: Side) -> str:
    firmness = side.reading.firmness
    if stated := succession.status_of(side):
        return stated
    return (
        "aimed at" if firmness.wished else "expected" if firmness.foreseen else "reached" if firmness.happened else ""
    )


def _period(side: Side) -> str:
    contrasts = side.reading.contrasts
    return (
        _dated("period")(side)
        or ", ".join(contrasts.named(Reason.REF_PERIOD))
        or ("earlier" if side.reading.firmness.former else "to come" if side.reading.firmness.begins_later else "")
    )


def _actor(side: Side) -> str:
    where = side.reading.geography
    return f"{where.actor}, which {'gets' if where.gets else 'acts'}" if where.actor else ""


def _dated(field: str) -> Callable[[Side], str]:
    def say(side: Side) -> str:
        value = side.statement.claim.basis.value(field)
        return wording.date(value) if value else ""

    return say


def _as_of(side: Side) -> str:
    day = side.statement.published
    return wording.date(day.isoformat()) if day else ""


SAYS: dict[Aspect, Callable[[Side], str]] = {
    Aspect.INTERVAL: _interval,
    Aspect.MEASURE: _measure,
    Aspect.UNIT: _unit,
    Aspect.KIND: _kind,
    Aspect.HORIZON: lambda side: naming.length(side.facts),
    Aspect.PRICES: _prices,
    Aspect.SCOPE: _scope,
    Aspect.DENOMINATOR: lambda side: naming.whole_name(side.facts.denominator or ""),
    Aspect.BASELINE: _baseline,
    Aspect.ASSUMPTION: _assumption,
    Aspect.STATUS: _status,
    Aspect.PLACE: lambda side: ", ".join(sorted(side.reading.geography.places)),
    Aspect.ACTOR: _actor,
    Aspect.PERIOD: _period,
    Aspect.AS_OF: _as_of,
    Aspect.TARGET_DATE: _dated("target_date"),
}
"""What one side says of each field, in the order of a table."""

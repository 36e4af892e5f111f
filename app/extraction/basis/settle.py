"""From all cues of a sentence to the basis of each of its figures."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from app.domain.basis import Basis, BasisKind, Stated, Status
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis import (
    assumptions,
    baselines,
    dates,
    kinds,
    lengths,
    parts,
    prices,
    rates,
    scopes,
    statuses,
    wholes,
)
from app.extraction.basis.attachment import Attachment
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, NUMBERS, Hit, Side
from app.extraction.mention import Mention

_AIMED = re.compile(
    r"\b(?:to (?:be |get |go )?(?:reach|raise|rise|cut|spend|hit|lift|increase|reduce|lower|meet"
    r"|halve|double|fall|bring"
    r"|take|move|boost|grow)|will|must|should|getting|reaching|raising|lifting|cutting|trajectory|moving|floor)\b"
)
_BUDGET_NEXT = re.compile(r"\s(?:[a-z-]+\s){0,3}?(?:budget|envelope|allocation|limit|cap|ceiling)\b")
_DEFINITE = re.compile(r"(?:\b(?:the|its|their|his|her|our)|'s)\s(?:\w+\s)?$")
_AGAIN = re.compile(r",?\s(?:or|equal to|equivalent to)\s(?:\w+\s){0,2}|\s\(")

# Which kind wins where several are said: a percentage "cut by 0.2% of GDP" is a change, money "an extra £75bn over six
# years" a total. A rate always wins, because its figure itself says "a year".
_ORDER = {
    Kind.PERCENTAGE: (BasisKind.CHANGE, BasisKind.SHARE, BasisKind.LEVEL),
    Kind.MONEY: (BasisKind.ONE_OFF, BasisKind.TOTAL, BasisKind.CHANGE, BasisKind.LEVEL),
    Kind.QUANTITY: (BasisKind.ONE_OFF, BasisKind.TOTAL, BasisKind.CHANGE, BasisKind.LEVEL),
}

# A temperature is never summed up, nor a rate.
_TEMPERATURES = frozenset({"celsius", "fahrenheit", "degree", "kelvin"})
_SUMS = frozenset({BasisKind.TOTAL, BasisKind.RATE, BasisKind.ONE_OFF})

_Candidate = tuple[tuple[int, ...], Hit]


def settle(clause: Clause) -> dict[Span, Basis]:
    """The basis of every figure of the sentence, by the figure's span."""
    found = list(_found(clause))
    attachment = Attachment(clause, sorted({hit.inner for hit in found if hit.inner is not None}))
    offers: dict[Span, dict[str, list[_Candidate]]] = defaultdict(lambda: defaultdict(list))
    moves: set[Span] = set()
    for hit in found:
        for tier, distance, mention in attachment.figures(hit):
            key = _key(hit, mention, tier, distance)
            if key is None or _is_set_already(clause, hit, mention) or _tells_thing(clause, hit, mention):
                continue
            if _moves(clause, hit, mention, tier):
                moves.add(mention.span)
            offers[mention.span][hit.name].append((key, hit))
    for span in _without_baseline(clause, moves):
        offers[span].pop("baseline", None)
    return {m.span: _basis(clause, m, offers[m.span]) for m in clause.figures if m.span in offers}


def _key(hit: Hit, mention: Mention, tier: int, distance: int) -> tuple[int, ...] | None:
    """How well a cue fits a figure, the least the best; None for what it does not say of a figure that shares it."""
    if tier and (mention.figure.kind is Kind.DURATION or hit.value == baselines.EXTRA):  # "by a further £5m to £9m"
        return None
    if hit.name != "kind":
        return tier, hit.rank, distance
    order, changes = _ORDER.get(mention.figure.kind, ()), hit.value == BasisKind.CHANGE
    if hit.value not in order or (changes and tier):  # "rose 3%, against 1% a year ago": only 3% is said to rise
        return None
    compared = changes and hit.rank == kinds.COMPARED
    return -1 if compared else order.index(BasisKind(hit.value)), tier, hit.rank, distance


def _is_set_already(clause: Clause, hit: Hit, mention: Mention) -> bool:
    """Whether a forecast only goes by a sum that stands: "could overshoot its £9m budget"."""
    if hit.value != Status.FORECAST or hit.side is not Side.GOVERNS or mention.figure.kind is not Kind.MONEY:
        return False
    lead = clause.before(mention.span.start, 30)
    return _BUDGET_NEXT.match(clause.after(mention.span.end)) is not None and _DEFINITE.search(lead) is not None


def _tells_thing(clause: Clause, hit: Hit, mention: Mention) -> bool:
    """Whether a period tells of a thing that a sum only describes: "the £269m Aquatics Centre in July"."""
    if hit.name != "period" or mention.figure.kind is not Kind.MONEY or hit.span.start < mention.span.end:
        return False
    thing = clause.passage.text[mention.span.end : mention.span.end + 2]
    return thing[:1] == " " and thing[1:].isupper() and clause.before(mention.span.start, 4) == "the "


def _moves(clause: Clause, hit: Hit, mention: Mention, tier: int) -> bool:
    """Whether a cue makes a figure the amount of a move."""
    if hit.name == "kind":
        return hit.value == BasisKind.CHANGE
    shared_behind = tier and hit.span.start >= mention.span.end
    return hit.name == "baseline" and not shared_behind and baselines.tells_amount(clause, hit, mention)


def _without_baseline(clause: Clause, moves: set[Span]) -> Iterator[Span]:
    """The figures that are no amount of a move, nor one said again in another unit ("by £9m, or 4%,")."""
    last: Mention | None = None
    for mention in clause.figures:
        again = last is not None and last.figure.kind is not mention.figure.kind
        if last and again and last.span in moves and _AGAIN.fullmatch(clause.between(last.span, mention.span)):
            moves.add(mention.span)
        if mention.span not in moves:
            yield mention.span
        last = mention


def _found(clause: Clause) -> Iterator[Hit]:
    """Every cue of the sentence; dates come last, because a price year or a baseline may own theirs."""
    if not any(mention.figure.kind in NUMBERS for mention in clause.figures):
        yield from statuses.hits(clause)
        return
    found: list[Hit] = []
    for field in (rates.hits, kinds.hits, prices.hits, scopes.hits, parts.hits, statuses.hits, baselines.hits):
        found += field(clause)
    for field in (assumptions.hits, wholes.hits, lengths.hits):
        found += field(clause)
    yield from found
    owned = [hit.span for hit in found if hit.name in {"price", "baseline", "assumption", "horizon"}]
    yield from dates.hits(clause, owned)


def _basis(clause: Clause, mention: Mention, offers: dict[str, list[_Candidate]]) -> Basis:
    best = {name: min(found, key=lambda one: one[0])[1] for name, found in offers.items()}
    if mention.figure.kind not in NUMBERS:
        event = mention.figure.kind is Kind.DATE and dates.is_event(clause, mention)
        best = {name: hit for name, hit in best.items() if name == "status" and not event}
    if "baseline" in best and "scope" in best and best["baseline"].span == best["scope"].span:
        del best["scope"]  # "down 12% from 2019"
    if mention.figure.unit in _TEMPERATURES:
        best = {name: hit for name, hit in best.items() if hit.value not in _SUMS and name not in {"per", "horizon"}}
    _settle_deadline(clause, mention, best)
    _settle_kind(mention, best)
    return Basis(**{name: Stated(value=str(hit.value), span=_before(mention, hit)) for name, hit in best.items()})


def _before(mention: Mention, hit: Hit) -> Span:
    """The span of a cue, cut where it runs into the words that bound its figure ("could be | up to £5m")."""
    if hit.span.start < mention.span.start < hit.span.end < mention.span.end:
        return Span(hit.span.start, mention.span.start - 1)
    return hit.span


def _settle_deadline(clause: Clause, mention: Mention, best: dict[str, Hit]) -> None:
    """Keep "by 2035" as a deadline where something is aimed at; else it is only when the figure is reached."""
    deadline = best.get("target_date")
    if deadline is None:
        return
    if not _is_aim(clause, mention, best, deadline):
        del best["target_date"]
        if deadline.rank == 0:
            best.setdefault("period", deadline)
    elif "period" in best and best["period"].value == deadline.value:
        del best["period"]


def _is_aim(clause: Clause, mention: Mention, best: dict[str, Hit], deadline: Hit) -> bool:
    status = best["status"].value if "status" in best else None
    if status is not None and status != Status.SIGNED:
        return status in {Status.TARGET, Status.PLAN}
    if deadline.rank or mention.figure.kind is not Kind.PERCENTAGE:
        return False
    return "kind" not in best or best["kind"].value == BasisKind.SHARE or _aimed_at(clause, mention)


def _aimed_at(clause: Clause, mention: Mention) -> bool:
    around = clause.before(mention.span.start, 120), clause.after(mention.span.end, 60)
    return any(_AIMED.search(words) for words in around)


def _settle_kind(mention: Mention, best: dict[str, Hit]) -> None:
    """A stated period makes a rate, unless rates are being added up; money has a level only at a stated time."""
    kind, per = best.get("kind"), best.get("per")
    weak = kind and kind.value == BasisKind.LEVEL and kind.rank == kinds.WEAK_LEVEL
    if weak and mention.figure.kind in AMOUNTS and "period" not in best:
        del best["kind"]
    if per is None or per.value in {"person", "household"}:
        return
    if per.rank != rates.OWN and kind and kind.value == BasisKind.TOTAL and kind.rank == kinds.SUMMED:
        del best["per"]
    else:
        best["kind"] = replace(per, name="kind", value=BasisKind.RATE)

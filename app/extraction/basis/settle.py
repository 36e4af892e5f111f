"""From all cues of a sentence to the basis of each of its figures."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from app.domain import edtf
from app.domain.basis import Basis, BasisKind, Stated, Status
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis import (
    assumptions,
    baselines,
    dates,
    events,
    kinds,
    lengths,
    parts,
    prices,
    rates,
    revisions,
    scopes,
    siblings,
    statuses,
    times,
    wholes,
)
from app.extraction.basis.attachment import Attachment
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, NUMBERS, Hit, Side
from app.extraction.mention import Mention

_AIMED = re.compile(
    r"\b(?:to (?:be |get |go )?(?:reach|raise|rise|cut|spend|hit|lift|increase|reduce|lower|meet"
    r"|halve|double|fall|bring"
    r"|take|move|boost|grow)|will|would|must|should|getting|reaching|raising|lifting|cutting|trajectory|moving|floor)\b"
)
_CUT_NEXT = re.compile(r"\s(?:cut|reduction)s? (?:in|of|to)\b")
_BUDGET_NEXT = re.compile(r"\s(?:[a-z-]+\s){0,3}?(?:budget|envelope|allocation|limit|cap|ceiling)\b")
_DEAL = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:deal|agreement|contract|treaty|accord|takeover|merger)\b")
_FORMER = re.compile(
    r"\b(?:previous|former|old|prior|earlier)\s(?:[a-z-]+\s){0,2}?(?:record|high|low|peak|best|worst|mark|maximum"
    r"|minimum)(?:\sof|,)?\s$"
)
_YEARS = re.compile(r"P(?!1Y)[\d.]+Y|\d{4}.*/")
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

_OWNERS = frozenset({"price", "assumption", "horizon"})
"""The fields whose words own the dates in them."""
_TOLD = (-1,)
"""The key of a date that a figure is told with, before which no other counts."""

_Candidate = tuple[tuple[int, ...], Hit]


def settle(clause: Clause) -> dict[Span, Basis]:
    """The basis of every figure of the sentence, by the figure's span."""
    found = list(_found(clause))
    attachment = Attachment(clause, sorted({hit.inner for hit in found if hit.inner is not None}))
    offers: dict[Span, dict[str, list[_Candidate]]] = defaultdict(lambda: defaultdict(list))
    moves: set[Span] = set()
    two_ended = times.moves(clause)
    for hit in found:
        for tier, distance, mention in attachment.figures(hit):
            key = _key(hit, mention, tier, distance)
            if key is None or _is_set_already(clause, hit, mention) or _tells_thing(clause, hit, mention):
                continue
            if _is_former(clause, hit, mention):
                continue
            move = two_ended.get(mention.span)
            if times.of_other_clause(clause, hit, mention) or (move and not move.keeps(clause, hit, mention)):
                continue
            if _moves(clause, hit, mention, tier):
                moves.add(mention.span)
            offers[mention.span][hit.name].append((key, hit))
    for mention, hit in chain(
        times.told(clause), times.on_day(clause), *(one.dates(clause) for one in two_ended.values())
    ):
        offers[mention.span]["period"].append((_TOLD, hit))
    for one in two_ended.values():
        if one.amount and "period" in offers[one.last.span]:
            offers[one.amount.span].setdefault("period", offers[one.last.span]["period"])
    for span in _without_baseline(clause, moves):
        offers[span].pop("baseline", None)
    best = [(mention, _best(clause, mention, offers[mention.span])) for mention in clause.figures]
    numbers = [one for one in best if one[0].figure.kind in NUMBERS]
    revisions.share(clause, numbers)
    siblings.share(clause, numbers)
    return {mention.span: _basis(mention, found) for mention, found in best if found}


def _key(hit: Hit, mention: Mention, tier: int, distance: int) -> tuple[int, ...] | None:
    """How well a cue fits a figure, the least the best; None for what it does not say of a figure that shares it."""
    own = hit.value == baselines.EXTRA or (hit.value == "of which" and hit.side is Side.AFTER)
    if tier and (mention.figure.kind is Kind.DURATION or own):  # "by a further £5m to £9m", "£9m, £5m of which"
        return None
    if tier and hit.value.startswith(scopes.LATER) and hit.span.start >= mention.span.end:  # "£9m, and £5m after that"
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
    if _DEAL.match(clause.after(mention.span.end)):
        return True
    thing = clause.passage.text[mention.span.end : mention.span.end + 2]
    return thing[:1] == " " and thing[1:].isupper() and clause.before(mention.span.start, 4) == "the "


def _is_former(clause: Clause, hit: Hit, mention: Mention) -> bool:
    """Whether a time is that in which a former mark fell: "in 2023 it passed the previous record of 900"."""
    if hit.name != "period" or hit.span.start > mention.span.start:
        return False
    return _FORMER.search(clause.before(mention.span.start, 48)) is not None


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
    owned = [
        hit.span
        for hit in found
        if hit.name in _OWNERS
        or (hit.name == "baseline" and not _tells(clause, hit))
        or (hit.name == "denominator" and hit.value.endswith(("level", "levels")))  # "129% of 2019 levels"
    ]
    yield from dates.hits(clause, owned)


def _tells(clause: Clause, baseline: Hit) -> bool:
    """Whether a figure tells what is compared with, so that the date in it is the figure's: "a £5m loss last year"."""
    inner = baseline.inner
    return inner is not None and any(one.figure.kind in NUMBERS for one in clause.figures_in(inner.start, inner.end))


def _best(clause: Clause, mention: Mention, offers: dict[str, list[_Candidate]]) -> dict[str, Hit]:
    """The best cue of each field of a figure, those left out that another one rules out."""
    if not offers:
        return {}
    best = {name: min(found, key=lambda one: one[0])[1] for name, found in offers.items()}
    if mention.figure.kind not in NUMBERS:
        since = mention.figure.modifier == "since"  # "the estimates have tripled since spring"
        event = mention.figure.kind is Kind.DATE and (since or events.is_event(clause, mention))
        best = {name: hit for name, hit in best.items() if name == "status" and not event}
    if "baseline" in best and "scope" in best and best["baseline"].span == best["scope"].span:
        del best["scope"]  # "down 12% from 2019"
    if mention.figure.unit in _TEMPERATURES:
        best = {name: hit for name, hit in best.items() if hit.value not in _SUMS and name not in {"per", "horizon"}}
    _settle_deadline(clause, mention, best)
    if "period" in best:
        _settle_period(clause, mention, best["period"], best)
    return best


def _basis(mention: Mention, best: dict[str, Hit]) -> Basis:
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
        if deadline.rank == 0 and clause.said(deadline.span).startswith("by"):
            best.setdefault("period", deadline)
    elif "period" in best and best["period"].value == deadline.value:
        del best["period"]


def _settle_period(clause: Clause, mention: Mention, period: Hit, best: dict[str, Hit]) -> None:
    """Drop a time when an aim was set ("in 2020 it pledged 40 by 2030"), that of a sum over years, or of a baseline."""
    status, baseline = best.get("status"), best.get("baseline")
    since = clause.figures_in(baseline.span.start, baseline.span.end) if baseline else ()
    total = "kind" in best and best["kind"].value == BasisKind.TOTAL and mention.figure.kind is Kind.MONEY
    if total and "horizon" in best and _YEARS.match(best["horizon"].value):
        del best["period"]  # "in 2025 it put the cost over ten years at £9m"
    elif any(one.figure.date == period.value for one in since):
        del best["period"]
    elif status and status.value in {Status.TARGET, Status.PLAN}:
        until, published = edtf.days(period.value), clause.passage.published
        was_set = period.span.start < status.span.start < mention.span.start
        if until and published and until[1] < published and ("target_date" in best or was_set):
            del best["period"]


def _is_aim(clause: Clause, mention: Mention, best: dict[str, Hit], deadline: Hit) -> bool:
    if dates.is_over(clause, deadline.value) and mention.figure.kind is Kind.PERCENTAGE and "status" not in best:
        return False
    status = best["status"].value if "status" in best else None
    if status is not None and status != Status.SIGNED:
        return status in {Status.TARGET, Status.PLAN}
    if deadline.rank or mention.figure.kind is not Kind.PERCENTAGE:
        return False
    return "kind" not in best or best["kind"].value == BasisKind.SHARE or _aimed_at(clause, mention)


def _aimed_at(clause: Clause, mention: Mention) -> bool:
    after = clause.after(mention.span.end, 60)
    around = clause.before(mention.span.start, 120), after
    return any(_AIMED.search(words) for words in around) or _CUT_NEXT.match(after) is not None


def _settle_kind(mention: Mention, best: dict[str, Hit]) -> None:
    """A stated period makes a rate, unless rates are being added up; money has a level only at a stated time."""
    kind, per = best.get("kind"), best.get("per")
    if kind and kind.value == BasisKind.ONE_OFF and "horizon" in best:
        best["kind"] = replace(best["horizon"], name="kind", value=BasisKind.TOTAL)  # "one-time relief over 30 years"
    weak = kind and kind.value == BasisKind.LEVEL and kind.rank == kinds.WEAK_LEVEL
    if weak and mention.figure.kind in AMOUNTS and "period" not in best:
        del best["kind"]
    if per is None or per.value in rates.HEADS:
        return
    if per.rank != rates.OWN and kind and kind.value == BasisKind.TOTAL and kind.rank == kinds.SUMMED:
        del best["per"]
    elif per.rank == rates.THING and kind and kind.value == BasisKind.CHANGE:  # "the cost per place rose by £9"
        return
    elif not (per.rank == rates.OWN and per.span.end <= mention.span.start and _is_compared(kind)):
        best["kind"] = replace(per, name="kind", value=BasisKind.RATE)


def _is_compared(kind: Hit | None) -> bool:
    """Whether a figure is a difference, which stays one beside a rate: "£5m a day, £2m more than before"."""
    return kind is not None and kind.value == BasisKind.CHANGE and kind.rank == kinds.COMPARED

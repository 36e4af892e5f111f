"""What a figure takes over from the one before it: "£5m a day for staff and another £3m for rent" are both a day.

A figure takes a field only where the words join it to the last one of its kind as a part, a further sum or another
reading of the same measure, and it states nothing of that field itself.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import NUMBERS, Hit
from app.extraction.basis.moves import HEDGE
from app.extraction.mention import Mention

_SPREAD = ("per", "horizon", "period")


@dataclass(frozen=True, slots=True)
class _Joint:
    """Words of which one must part two figures, what parts them, what the second takes, and what stands behind it."""

    seen: re.Pattern[str]
    between: re.Pattern[str]
    fields: tuple[str, ...]
    kinds: frozenset[Kind]
    behind: re.Pattern[str] = re.compile("")


_MONEY, _SHARE = frozenset({Kind.MONEY}), frozenset({Kind.PERCENTAGE})
_ENDS_SHARE = re.compile(
    r"\s*(?:$|[.,;:)—–-]|the (?:year|month|quarter|week|decade|previous|same)\b"
    r"|(?:in|by|on|last|next|this|at|from|for|after|since|during|over|who|waiting|were|are|owe|have|had"
    r"|and|or|while|it|he|she|they|we)\b"
    r"|[a-z]+ing\b)"
)
_VERB = r"(?:is|are|was|were|be|has|have|had|will|would|at|by|from|to|in|on|up|down|than|with|for|only|about)\b"
# "By 3% for cows and for sheep by 6%": what a verb of change does to both.
_ALSO_BY = re.compile(
    rf"(?:,|,?\sand|,?\swhile|.*,\sand)\s(?!.*\b(?:is|are|was|were|be|\w+ed)\b)[^,;.]{{3,60}}\sby{HEDGE}\s"
)
# "Rose 3% in May and 4% in June": the same verb moves both.
_AND_MOVED = re.compile(
    r"(?:\s(?:in|on|for|at|over|during|among|last|this|quarter|month|year)\s[^,;.\d]{2,30}?)?,?"
    rf"\s(?:and|but|then)(?: then)?{HEDGE}\s"
)
_MOVE_ENDS = re.compile(
    r"\s?(?:$|[.,;)]|(?:in|on|for|at|over|during|among|last|this|since|between|quarter|month|year"
    r"|the (?:year|month|week|quarter) (?:before|after)|respectively)\b"
    r"(?![^,;.]*\b(?:is|are|was|were|has|have|had|will|would)\b))"
)
# "From 4% of income to 3%, and inflation to 2%": what is said of another thing.
_OTHER_MOVES = (
    r"\b(?:and|while|but) (?!(?:in|on|for|from|to|about|nearly|almost|around|then|again)\b)(?:[a-z]+ ){1,3}"
    r"(?:to|from|at)\b"
)
_OR = re.compile(rf",?\sor{HEDGE}\s|\s\(")
# "Grew by 0.4%, well down from 4% in July": how fast it grew before.
_FORMER_PACE = re.compile(
    r"(?:[^;.\d]|\b(?:19|20)\d\d\b){0,60}(?:,|\s[-–—])\s(?:(?:well|sharply|slightly|a little|far|much|still)\s)?"
    r"(?:(?:up|down|slower|faster|accelerating|slowing|easing)\s(?:from|than)|compared (?:with|to)|against|after)"
    rf"(?:\s(?:a|an|the))?{HEDGE}\s"
)
_JOINTS = (
    _Joint(  # "£5m a day for staff and another £3m"
        re.compile("another|further|additional|extra"),
        re.compile(rf".*\b(?:and|plus|with) (?:another|an? further|an? additional|an? extra){HEDGE}\s"),
        _SPREAD,
        _MONEY,
    ),
    _Joint(re.compile(" of "), re.compile(r"\sof (?:the |its |an? )?(?:total |overall )?"), _SPREAD, _MONEY),
    _Joint(  # "It rises by £5 a month to £30."
        re.compile(" to "),
        re.compile(rf"\sto{HEDGE}\s"),
        ("per",),
        _MONEY,
        re.compile(r"\s*(?:$|[.,;)]|(?:from|in|by|for|and|but|next|this|on|at)\b)"),
    ),
    _Joint(re.compile(" including "), re.compile(rf".*,? including{HEDGE}\s"), _SPREAD, _MONEY),
    _Joint(
        re.compile(", relating to|, of "),
        re.compile(rf".*, (?:relating to|of which|of whom){HEDGE}\s"),
        ("period",),
        NUMBERS,
    ),
    _Joint(  # "£5m over ten years, and has now raised this to £9m"
        re.compile("ed "),
        re.compile(
            r".*\b(?:revis|rais|increas|updat|lower|reduc|chang)ed (?:this|that|it|these|the (?:figure|estimate|total))"
            rf"(?: upwards?| downwards?| up| down)? to{HEDGE}\s"
        ),
        ("per", "horizon"),
        _MONEY,
    ),
    _Joint(  # "£9m over ten years, £4m for roads"
        re.compile("over "),
        re.compile(r"[^,;.]*\bover [^,;.]*,\s"),
        ("horizon",),
        _MONEY,
        re.compile(r"\s(?:from|for|on|in)\b"),
    ),
    _Joint(  # "£9m over ten years, and a highest cost of £12m"
        re.compile(", and a|, or a"),
        re.compile(r".*, (?:and|or) an? (?:[\w-]+ ){0,3}?(?:cost|estimate|figure|bill|price) of\s"),
        ("per", "horizon"),
        _MONEY,
    ),
    _Joint(  # "£9m a day, £2m more than it said"
        re.compile("—|–|,| -"),
        re.compile(r"[^;.]*(?:—|–|,|\s-)\s?"),
        ("per",),
        _MONEY,
        re.compile(r"\s(?:more|less|higher|lower) than\b"),
    ),
    _Joint(  # "70% of patients in May, up from 65% in April"
        re.compile(" "),
        re.compile(
            rf"(?!.*{_OTHER_MOVES}).*(?:\b(?:up from|down from|compared (?:with|to)|against|from|to|than|and|or)"
            rf"(?: the)?|^,"
            rf"|, and (?:for|in) (?:[\w-]+ ){{1,3}}of|, and for (?:all of )?\d{{4}}, of){HEDGE}\s"
        ),
        ("kind", "denominator"),
        _SHARE,
        _ENDS_SHARE,
    ),
    _Joint(  # "2% of income in 2023, 3% in 2024"
        re.compile(" of "),
        re.compile(r"\sof\s(?:[a-z'-]+\s){1,4}(?:in|on|last|this|the)\s[^,;.]{2,24},\s"),
        ("kind", "denominator"),
        _SHARE,
        re.compile(r"\s(?:in|on|last|this|next|the)\s"),
    ),
    _Joint(  # "Spending per pupil was £9, compared with £8 a year earlier."
        re.compile("compared|against|from"),
        re.compile(
            rf"(?:\s(?:in|for|last|this)\s[^,;.]{{1,16}})?,?\s"
            rf"(?:compared (?:with|to)|against|up from|down from)(?: the| last year's)?{HEDGE}\s"
        ),
        ("per",),
        _MONEY,
    ),
    _Joint(  # "Oats bring in £9m in 2027, and rye £4m."
        re.compile(" in | for | during "),
        re.compile(rf"\s(?:in|for|during)\s[^,;]{{4,16}}(?:,|,?\sand)\s(?!{_VERB})(?:[\w'&.-]+\s(?!{_VERB})){{1,4}}"),
        ("period",),
        NUMBERS,
        re.compile(r"\s*(?:$|[.;)])"),
    ),
    _Joint(  # "$60 a barrel for 2026, $65 for 2027"
        re.compile(" in | for "),
        re.compile(rf"\s(?:in|for)\s[^,;.]{{0,16}}\d{{4}}(?:,|,?\s(?:and|then|to)){HEDGE}\s"),
        ("per",),
        _MONEY,
        re.compile(r"\s(?:in|for)\s[^,;.]{0,16}\d{4}"),
    ),
    _Joint(  # "The fund holds 30%, the bank 25%", "40% of fields, with barley making up 22%"
        re.compile(" "),
        re.compile(
            rf"(?:,|,?\sand|;)\s(?!{_VERB})(?:[\w'&.-]+\s(?!{_VERB})){{1,4}}"
            rf"|\sof(?:\s(?!{_VERB})[\w'-]+){{1,3}}(?:,|\sand)\s(?!{_VERB})(?:[\w'&.-]+\s(?!{_VERB})){{1,3}}"
            r"|.*,\s(?:with|and)\s[^,;]{3,40}\s(?:account\w+ for|mak\w+ up|tak\w+ up)\s"
            r"|.*,\sfollowed by\s[^,;]{3,40}\s(?:at|on|with)\s"
        ),
        ("kind", "denominator"),
        _SHARE,
        _ENDS_SHARE,
    ),
)
_JOINTS_OF = {kind: [joint for joint in _JOINTS if kind in joint.kinds] for kind in NUMBERS}
_LONGEST = 140
_PARALLEL = re.compile(r"\sand\s[^,;.\d]{3,60}\sby\s")
# "£4m for roads and £6m for ports a year", but "£4m for a boat and £6m for fuel a year".
_EACH_FOR = re.compile(r"\sfor\s(?!an?\s)(?:[a-z'-]+\s){1,3}?and\s")
# "A loss of £4m on sales of £9m in the year to June".
_ON_SALES = re.compile(
    rf"\s(?:on|from|against)\s(?:(?:an?|its|total|annual|net|group)\s)*(?:revenues?|sales|turnover|income)\sof{HEDGE}\s"
)
# "4% of dues, or £9m, in 2023": one amount twice.
_SAID_AGAIN = re.compile(rf"(?:\sof\s[a-z' -]{{2,40}})?(?:,?\sor{HEDGE}\s|\s\()")
# "It took £9m in 2023, representing 95% of dues and leaving £1m unpaid".
_RESULT = re.compile(
    r"[^;.]*?,?\s(?:(?:and\s)?leaving|representing|equivalent to|equal to|equating to|amounting to|(?:which is|or))"
    rf"{HEDGE}\s"
)
# "£9m, of which £4m went on huts and £1m on tents".
_AND_PART = re.compile(rf"(?!.*\band (?:it|he|she|they|we)\b)\s[^,;.\d]{{0,50}}(?:,|,?\sand){HEDGE}\s")
# "38% came from Derby, along with 25% from Leeds and 8% from York": each a part of one whole.
_NEXT_PART = re.compile(
    r"(?:.*\s)?(?P<where>from|in|to|by|for|on|as|at|with|via)\s[^,;.]{2,40}?"
    rf"(?:[,;]|,?\s(?:and|along with|with))(?:\sand)?{HEDGE}\s"
)
_OF_TIME = re.compile(r"\s[a-z]+\s(?:[a-z]+\s){0,3}(?:years?|months?|weeks?|quarters?|days?)\b")
_PART_ENDS = re.compile(r"(?:\s(?:on|to|for|in|from)\s[^,;.]{1,40})?(?:[.,;]|$)")
# "Some 300 of the 900 claims were paid by May", but "300 of the 900 homes built in May are damp".
_PART_OF = re.compile(r"\sof\s(?:the|its|their|all|those|these|an?)\s(?:[a-z-]+\s)?")
_SO_FAR = re.compile(r"\b(?:has|have|had|was|were|is|are|been)\b|\b(?:by|as of|as at|until)\b")
_TOTALS = frozenset({BasisKind.TOTAL, BasisKind.RATE})


def share(clause: Clause, numbers: Sequence[tuple[Mention, dict[str, Hit]]]) -> None:
    """Give each figure, beside its best cues, those that it takes over from the one before it."""
    for (first, given), (second, taker) in pairwise(numbers):
        if not given and not taker:
            continue
        between = clause.between(first.span, second.span)
        if len(between) > _LONGEST:
            continue
        if _is_also_change(clause, first, second, given, between) and _is_open(taker):
            taker["kind"] = given["kind"]
        if _is_dated_part(clause, between, second, taker):
            _take(taker, given, ("period",))
        if "period" in given and given["period"].span.start < second.span.start and _RESULT.fullmatch(between):
            _take(given, taker, ("period",))
        if first.figure.kind is not second.figure.kind:
            continue
        for joint in _JOINTS_OF[second.figure.kind]:
            if _joins(clause, joint, between, second):
                _take(given, taker, joint.fields)
        if _is_also_part(clause, between, second, given):
            _take(given, taker, ("scope",))
        if _is_next_part(clause, between, second, given):
            _take(given, taker, ("kind", "denominator"))
            if not _OF_TIME.match(clause.after(second.span.end)):
                _take(given, taker, ("period",))
        if "horizon" in taker and "horizon" not in given and _PARALLEL.fullmatch(between):
            _take(taker, given, ("horizon",))
        if _is_each_for(clause, between, second, taker):
            _take(taker, given, ("per",))


def _is_also_change(clause: Clause, first: Mention, second: Mention, given: Mapping[str, Hit], between: str) -> bool:
    """Whether a figure is the amount of a move as the one before: "by 3%, or 90 cows", "3% in May and 6% in June"."""
    kind = given.get("kind")
    if kind is None or kind.value != BasisKind.CHANGE:
        return False
    if first.figure.kind is not second.figure.kind:
        return _OR.fullmatch(between) is not None
    if _AND_MOVED.fullmatch(between) and _MOVE_ENDS.match(clause.after(second.span.end)):
        return True
    if first.figure.unit == second.figure.unit and _FORMER_PACE.fullmatch(between):
        return first.figure.kind is Kind.PERCENTAGE
    return clause.before(first.span.start, 24).rstrip().endswith(" by") and _ALSO_BY.fullmatch(between) is not None


def _is_dated_part(clause: Clause, between: str, second: Mention, taker: Mapping[str, Hit]) -> bool:
    """Whether the time told behind a whole, or behind the sales that made a profit, is that of the figure before."""
    said = taker.get("period")
    if said is None or said.span.start < second.span.end:
        return False
    if _ON_SALES.fullmatch(between) or _SAID_AGAIN.fullmatch(between):
        return True
    told = clause.between(second.span, Span(said.span.end, said.span.end))
    return _PART_OF.fullmatch(between) is not None and _SO_FAR.search(told) is not None


def _is_also_part(clause: Clause, between: str, second: Mention, given: Mapping[str, Hit]) -> bool:
    """Whether a figure is a part of the same sum as the one before it."""
    part = given.get("scope")
    return (
        part is not None
        and part.value == "of which"
        and _AND_PART.fullmatch(between) is not None
        and _PART_ENDS.match(clause.after(second.span.end, 60)) is not None
    )


def _is_next_part(clause: Clause, between: str, second: Mention, given: Mapping[str, Hit]) -> bool:
    """Whether a figure is a share of what the one before it is, told of another place or purpose."""
    if "kind" not in given or given["kind"].value != BasisKind.SHARE:
        return False
    named = _NEXT_PART.fullmatch(between)
    return named is not None and clause.after(second.span.end).startswith(f" {named['where']} ")


def _is_each_for(clause: Clause, between: str, second: Mention, taker: Mapping[str, Hit]) -> bool:
    """Whether a period behind the purpose of the second figure is that of the first, told of its own purpose, too."""
    if "per" not in taker or _EACH_FOR.fullmatch(between) is None:
        return False
    return taker["per"].span.start > second.span.end and clause.after(second.span.end, 5) == " for "


def _is_open(taker: Mapping[str, Hit]) -> bool:
    """Whether a figure says of itself at most that it is a level."""
    return "kind" not in taker or taker["kind"].value == BasisKind.LEVEL


def _joins(clause: Clause, joint: _Joint, between: str, second: Mention) -> bool:
    """Whether the words around a figure tie it to the one before it."""
    if joint.seen.search(between) is None:
        return False
    return bool(joint.between.fullmatch(between) and joint.behind.match(clause.after(second.span.end)))


def _take(given: Mapping[str, Hit], taker: dict[str, Hit], fields: Sequence[str]) -> None:
    """Take over fields that are not stated, a rate or a total with its length, and a share with its whole."""
    if "kind" in fields:
        level = taker.get("kind")
        if "denominator" in taker or "kind" not in given or given["kind"].value != BasisKind.SHARE:
            return
        if level is not None and level.value not in (BasisKind.LEVEL, BasisKind.SHARE):
            return
        taker.update({name: given[name] for name in fields if name in given})
        return
    once = "kind" in taker and taker["kind"].value == BasisKind.ONE_OFF
    if once or "per" in taker or "horizon" in taker:
        fields = tuple(name for name in fields if name == "period")
    for name in fields:
        if name in given:
            taker.setdefault(name, given[name])
    total = "horizon" in fields and "horizon" in given and "kind" in given and given["kind"].value in _TOTALS
    if total and ("kind" not in taker or taker["kind"].value == BasisKind.LEVEL):
        taker["kind"] = given["kind"]

"""What was revised: the time that it is of holds for the number that was withdrawn and for the one that replaced it."""

import re
from collections.abc import Iterator, Sequence

from app.extraction.basis import dates
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import Hit
from app.extraction.basis.moves import HEDGE
from app.extraction.mention import Mention

_VERBS = frozenset(
    f"{stem}{ending}"
    for stem in ("revis", "updat", "correct", "amend", "restat", "reestimat")
    for ending in ("ed", "es", "ing")
)
_FORESEEN = frozenset(
    f"{noun}{ending}" for noun in ("forecast", "estimate", "projection", "outlook", "target") for ending in ("", "s")
)
_FROM = re.compile(rf"\b(?:{'|'.join(sorted(_VERBS))})\b[^;]{{0,80}}?\bfrom{HEDGE}\s$")
_CUT_TO = re.compile(rf"\b(?:{'|'.join(sorted(_FORESEEN))})\b[^;]{{0,80}}?\bto{HEDGE}\s$")
_BACK = re.compile(
    rf",?\s(?:up |down )?from{HEDGE}\s(?:(?:an?|the|its) (?:earlier|previous|former|prior) [a-z]+ of{HEDGE}\s)?"
)
_TO = re.compile(rf"\)?\s(?:up |down )?to{HEDGE}\s")
_AGAIN = re.compile(rf"\s\({HEDGE}\s?")
_REACH = 120

_Numbers = Sequence[tuple[Mention, dict[str, Hit]]]


def share(clause: Clause, numbers: _Numbers) -> None:
    """Give the ends of a revision one period: "revised the gap for 2023 from 4% (£9m) to 5% (£12m)".

    "Cut its forecast to 6% from 7% for this year" revises as well.
    """
    if _VERBS.isdisjoint(clause.words) and _FORESEEN.isdisjoint(clause.words):
        return
    for ends in _ends(clause, numbers):
        first, last = ends[0][0].span.start, ends[-1][0].span.end
        said = {hit.value: hit for _, given in ends if (hit := given.get("period"))}
        if len(said) != 1:
            continue
        (period,) = said.values()
        if period.span.start >= last and _was_made(clause, period):
            for _, given in ends[:-1]:
                given.pop("period", None)
            continue
        if not first <= period.span.start < last:
            for _, given in ends:
                given.setdefault("period", period)


def _was_made(clause: Clause, period: Hit) -> bool:
    """Whether a time is that in which a former forecast was made: "raised its forecast to 9 from 8 in May"."""
    made = clause.before(period.span.start, 4).endswith("in ") or clause.said(period.span).startswith("in ")
    return made and dates.is_over(clause, period.value) and not _FORESEEN.isdisjoint(clause.words)


def _ends(clause: Clause, numbers: _Numbers) -> Iterator[_Numbers]:
    """Both ends of each revision, with what stands in brackets behind them."""
    for at, (mention, _) in enumerate(numbers):
        lead = clause.before(mention.span.start, _REACH)
        if _CUT_TO.search(lead):
            joint = _BACK
        elif _FROM.search(lead):
            joint = _TO
        else:
            continue
        ends, moved = [numbers[at]], False
        for one in numbers[at + 1 :]:
            between = clause.between(ends[-1][0].span, one[0].span)
            if not moved and joint.fullmatch(between):
                moved = True
            elif not _AGAIN.fullmatch(between):
                break
            ends.append(one)
        if moved:
            yield ends

"""How many of the claims that a filter finds have each number of what marks share, whatever else is asked beside it."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from sys import byteorder

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.store.claim_lists import portions
from app.store.claim_lists.conditions import WORDS, Part, States, beside_words, on_marks
from app.store.claim_lists.counts import fewest
from app.store.mark_states import MarkState
from app.store.tables import Axis, Mark, Portion
from app.store.tables.marks import SIGNED, signed

Number = InstrumentedAttribute[int] | ColumnElement[int]
EDITION_AND_STATE = Mark.edition * len(MarkState) + Mark.state
"""Both in one number, which is counted once."""
_PORTIONED: dict[Number, tuple[Axis, ColumnElement[int]]] = {
    Mark.trait: (Axis.TRAIT, Portion.number.expression),
    Mark.edition: (Axis.EDITION, Portion.number.expression),
    Mark.speaker: (Axis.SPEAKER, Portion.number.expression),
    Mark.topics: (Axis.TOPICS, Portion.number.expression),
    Mark.state: (Axis.EDITION, Portion.state.expression),
    EDITION_AND_STATE: (Axis.EDITION, Portion.number * len(MarkState) + Portion.state),
}
"""What portions have for what marks have."""
_SIGNED: dict[Number, int] = {
    **{getattr(Mark, name): at for at, name in enumerate(SIGNED)},
    **dict.fromkeys((Mark.state, EDITION_AND_STATE), SIGNED.index("edition")),
}
"""The place among the signs of a claim of the one that tells a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is counted: the claims of the states `left` that a filter leaves but for its choice in one field."""

    numbers: tuple[Number, ...]
    """What `Mark` says in numbers, each counted by itself."""
    left: Sequence[int]
    without: str = ""


def tallied(session: Session, asked: Sequence[Part], *wanted: Tally) -> list[list[Counter[int]]]:
    """The claims of each number, for each column of each tally: from portions where these tell of the filter."""
    if any(part.field == WORDS for part in asked):
        return _with_words(session, asked, *wanted)
    if not portions.tell(asked):
        return _looked_at(session, asked, *wanted)
    found = [[_told(session, asked, one, number) for number in one.numbers] for one in wanted]
    for at_end in portions.ends(asked):
        for counts, more in zip(chain(*found), chain(*_looked_at(session, at_end, *wanted)), strict=True):
            counts.update(more)
    return found


def _told(session: Session, asked: Sequence[Part], wanted: Tally, number: Number) -> Counter[int]:
    kept = [part for part in asked if part.field != wanted.without]
    return portions.tallied(session, kept, wanted.left, *_PORTIONED[number])


def _with_words(session: Session, asked: Sequence[Part], *wanted: Tally) -> list[list[Counter[int]]]:
    """The same of claims that are found by words: SQLite strings the signs of their marks together, states and all.

    One pass for all tallies; what leaves out a choice of its own has signs of its own.
    """
    own = dict.fromkeys(one.without for one in wanted)
    common = [part for part in asked if part.field not in own]
    parted = [part for part in asked if part.field in own]
    strung = (
        func.group_concat(Mark.signs, "").filter(*on_marks([part for part in parted if part.field != without]))
        for without in own
    )
    rows = session.execute(select(*strung).select_from(Mark).where(*beside_words(common)))
    signs = dict(zip(own, map(_signs_in, rows.one()), strict=True))
    counted = {
        (without, at): Counter(signs[without][at :: len(SIGNED)])
        for without, at in {(one.without, _SIGNED[number]): None for one in wanted for number in one.numbers}
    }
    return [
        [_of_states(counted[one.without, _SIGNED[number]], number, one.left) for number in one.numbers]
        for one in wanted
    ]


def _signs_in(strung: str | None) -> "array[int]":
    signs = array("I", (strung or "").encode("ascii"))
    if byteorder == "big":
        signs.byteswap()
    return signs


def _of_states(by_sign: Counter[int], number: Number, left: Sequence[int]) -> Counter[int]:
    """What signs tell of one number, of claims in these states alone."""
    found, states = Counter[int](), len(MarkState)
    for sign, claims in by_sign.items():
        both = signed(sign)
        shared, state = divmod(both, states)
        if state in left:
            found[both if number is EDITION_AND_STATE else state if number is Mark.state else shared] += claims
    return found


def _looked_at(session: Session, asked: Sequence[Part], *wanted: Tally) -> list[list[Counter[int]]]:
    """The same from marks, all in one pass over what any tally asks for.

    SQLite puts a character into one string for every claim and column, which Python counts: to group claims it would
    sort them all, and a row for each takes longer. Nothing that is numbered here comes to a million.
    """
    own = {one.without for one in wanted}
    common = [part for part in asked if part.field not in own]
    parted = [part for part in asked if part.field in own]
    left = wanted[0].left if len(wanted) == 1 else None
    strung = (_signs(one, parted, one.left if left is None else None) for one in wanted)
    found = select(*strung).select_from(Mark).where(*beside_words(common, left, leading=fewest(session, common)))
    return [
        _counted(signs or "", len(one.numbers)) for one, signs in zip(wanted, session.execute(found).one(), strict=True)
    ]


def _signs(wanted: Tally, parted: Sequence[Part], left: States) -> ColumnElement[str]:
    kept = [part for part in parted if part.field != wanted.without]
    signs = func.group_concat(func.char(*(_SIGNS + number for number in wanted.numbers)), "")
    return signs.filter(*on_marks(kept, left))


def _counted(signs: str, columns: int) -> list[Counter[int]]:
    numbers = array("I", signs.encode(_AS_NUMBERS))
    return [
        Counter({sign - _SIGNS: claims for sign, claims in Counter(numbers[at::columns]).items()})
        for at in range(columns)
    ]


_SIGNS = 0xE000
"""The character for 0: from here on all are there, a million of them."""
_AS_NUMBERS = f"utf-32-{'le' if byteorder == 'little' else 'be'}"
"""Characters in four bytes each, as this computer holds numbers: these are counted sooner than characters."""

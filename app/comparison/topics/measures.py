"""What the rows of one basis measure: those of one scope and one unit, their camps and their spread."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.comparison import pair
from app.comparison.amounts import interval
from app.comparison.explaining import naming
from app.comparison.statement import Statement
from app.comparison.topics import camps
from app.comparison.topics.camps import Camp
from app.comparison.topics.grouping import Row
from app.comparison.words import facts
from app.domain.claim import Claim

_WORDS = (("against", "baseline"), ("if", "assumption"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Figures that no stated word sets apart, in the order of the rows that were parted.

    `words` say what of a basis it is ("years 1-3"), empty where nothing more is stated. Camps, and `unmet`, the open
    bounds that can be true in no camp, name rows by their places among those parted. Denied figures stand in no camp
    and count in no spread; `left_out` counts those that have no number to compare.
    """

    words: str
    camps: tuple[Camp, ...]
    unmet: tuple[int, ...]
    left_out: int
    spread: Decimal | None
    """The greatest printed value over the least; None where fewer than two figures are printed."""


def part(rows: Sequence[Row]) -> list[Measure]:
    """The measures of the rows of one basis, in the order in which they first occur."""
    found: dict[tuple[str | None, ...], list[int]] = {}
    for at, row in enumerate(rows):
        found.setdefault(_sameness(row.first), []).append(at)
    return [_measure(rows, places) for places in found.values()]


def _measure(rows: Sequence[Row], places: Sequence[int]) -> Measure:
    stated = [at for at in places if not rows[at].denied]
    figures = [rows[at].first.claim.figure for at in stated]
    widths = [interval.of(figure) for figure in figures]
    swept = camps.sweep([None if width is None else width.halo for width in widths])
    values = [value for figure in figures if (value := interval.value_of(figure)) is not None]
    return Measure(
        words=_words(rows[places[0]].first),
        camps=tuple(
            Camp(
                positions=tuple(stated[at] for at in camp.positions),
                stretch=camp.stretch,
                bounds=tuple(stated[at] for at in camp.bounds),
            )
            for camp in swept.camps
        ),
        unmet=tuple(stated[at] for at in swept.unmet),
        left_out=len(swept.left_out),
        spread=camps.spread(values),
    )


def parted_by(claim: Claim) -> tuple[str | None, ...]:
    """What two figures of one basis and one unit must share to be set against each other."""
    said = (claim.basis.value(name) for name in ("scope", *(name for _, name in _WORDS)))
    return tuple(value and value.lower() for value in said)


def _sameness(statement: Statement) -> tuple[str | None, ...]:
    return statement.claim.figure.unit or statement.currency, *parted_by(statement.claim), _partial(statement)


def _partial(statement: Statement) -> str | None:
    return pair.side(statement).reading.extent.partial


def _words(statement: Statement) -> str:
    basis = statement.claim.basis
    said = [naming.years(facts.read(statement.claim)) or basis.value("scope"), _partial(statement)]
    said += [f"{word} {value}" for word, name in _WORDS if (value := basis.value(name))]
    return ", ".join(filter(None, said))

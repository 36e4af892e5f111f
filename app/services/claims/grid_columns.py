"""The columns of the claims grid: what each is sorted by, and what it says where it is written to a file."""

from collections.abc import Sequence
from enum import IntEnum

from app.domain import lengths, wording
from app.domain.figure import Kind
from app.domain.listing import ClaimLine, ClaimOrder
from app.exports import table
from app.services.claims.shown import Shown


class Column(IntEnum):
    """A column of the grid; the number is its place until somebody moves it."""

    STATE = 0
    FIGURE = 1
    LOW = 2
    HIGH = 3
    BASIS = 4
    SPEAKER = 5
    OUTLET = 6
    PUBLISHED = 7
    REACH = 8
    WORDS = 9
    KIND = 10
    UNIT = 11
    STANCE = 12
    TOPICS = 13
    TITLE = 14
    CONFIDENCE = 15
    DECIDED = 16

    @property
    def head(self) -> str:
        """Its head in files."""
        return _HEADS.get(self, self.name.lower())

    @property
    def order(self) -> ClaimOrder:
        """What it is sorted by."""
        return _ORDERS[self]


_HEADS = {Column.SPEAKER: "said_by", Column.REACH: "origins", Column.WORDS: "quote", Column.DECIDED: "decided_at"}
"""Heads in files that are not the column's own name."""
_ORDERS = {
    Column.STATE: ClaimOrder.STATE,
    Column.FIGURE: ClaimOrder.VALUE,
    Column.LOW: ClaimOrder.VALUE,
    Column.HIGH: ClaimOrder.HIGH,
    Column.BASIS: ClaimOrder.BASIS,
    Column.SPEAKER: ClaimOrder.SPEAKER,
    Column.OUTLET: ClaimOrder.OUTLET,
    Column.PUBLISHED: ClaimOrder.PUBLISHED,
    Column.REACH: ClaimOrder.ORIGINS,
    Column.WORDS: ClaimOrder.TEXT,
    Column.KIND: ClaimOrder.KIND,
    Column.UNIT: ClaimOrder.UNIT,
    Column.STANCE: ClaimOrder.STANCE,
    Column.TOPICS: ClaimOrder.TOPIC,
    Column.TITLE: ClaimOrder.TITLE,
    Column.CONFIDENCE: ClaimOrder.CONFIDENCE,
    Column.DECIDED: ClaimOrder.DECIDED,
}
LARGEST_FIRST = frozenset({Column.FIGURE, Column.LOW, Column.HIGH, Column.PUBLISHED, Column.REACH, Column.DECIDED})
"""Columns whose largest or latest is wanted at the top."""
NUMBERS = frozenset({Column.LOW, Column.HIGH, Column.REACH})
"""Columns of numbers, which stand on the right."""
_TRACE = (table.Column(name="raw_text"), table.Column(name="claim_id"))
"""What comes after the columns, so that a row can be found again: the words as printed, and the claim's id."""


def heads(columns: Sequence[Column]) -> list[table.Column]:
    """The heads in a file, with those by which a row can be found again."""
    return [*(table.Column(name=column.head, number=column in NUMBERS) for column in columns), *_TRACE]


def cells(line: ClaimLine, columns: Sequence[Column]) -> list[table.Cell]:
    """What a row says in a file: numbers in plain digits and days in ISO 8601; empty where nothing is stated."""
    return [*(cell(line, column) for column in columns), line.record.claim.surface, line.record.claim_id]


def cell(line: ClaimLine, column: Column) -> table.Cell:
    """What one cell of a row says in a file."""
    record, claim = line.record, line.record.claim
    match column:
        case Column.STATE:
            return record.state.value
        case Column.FIGURE:
            return wording.say(claim.figure)
        case Column.LOW | Column.HIGH:
            return _bound(line, column)
        case Column.BASIS:
            return "; ".join(chip.text for chip in Shown(claim).chips)
        case Column.SPEAKER:
            return claim.speaker.name if claim.speaker else None
        case Column.OUTLET:
            return line.outlet
        case Column.PUBLISHED:
            return line.published
        case Column.REACH:
            return line.same_origins
        case Column.WORDS:
            return line.excerpt
        case Column.KIND:
            return claim.figure.kind.value
        case Column.UNIT:
            return lengths.unit(claim.figure) if claim.figure.kind is Kind.DURATION else claim.figure.unit
        case Column.STANCE:
            return claim.stance.value if claim.stance else None
        case Column.TOPICS:
            return "; ".join(line.topics)
        case Column.TITLE:
            return line.title
        case Column.CONFIDENCE:
            return claim.confidence.value
        case Column.DECIDED:
            return record.decided_at


def _bound(line: ClaimLine, column: Column) -> str:
    """An end of what the number can mean."""
    width = Shown(line.record.claim).interval
    if width is None:
        return ""
    return table.number(width.halo.low if column is Column.LOW else width.halo.high)

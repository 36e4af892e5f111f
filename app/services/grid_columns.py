"""The columns of the claims grid: what each is sorted by, and what it says where it is written to a file."""

from collections.abc import Sequence
from enum import StrEnum

from app.domain import wording
from app.domain.figure import Kind
from app.domain.listing import ClaimLine, ClaimOrder
from app.exports import table
from app.services.shown import Shown


class GridColumn(StrEnum):
    """A column of the grid; the spelling is that of the head in files."""

    STATE = "state"
    FIGURE = "figure"
    LOW = "low"
    HIGH = "high"
    BASIS = "basis"
    SPEAKER = "said_by"
    OUTLET = "outlet"
    PUBLISHED = "published"
    REACH = "origins"
    WORDS = "quote"
    KIND = "kind"
    UNIT = "unit"
    STANCE = "stance"
    TOPICS = "topics"
    TITLE = "title"
    CONFIDENCE = "confidence"
    DECIDED = "decided_at"


ORDERS: dict[GridColumn, ClaimOrder] = {
    GridColumn.STATE: ClaimOrder.STATE,
    GridColumn.FIGURE: ClaimOrder.VALUE,
    GridColumn.LOW: ClaimOrder.VALUE,
    GridColumn.HIGH: ClaimOrder.HIGH,
    GridColumn.BASIS: ClaimOrder.BASIS,
    GridColumn.SPEAKER: ClaimOrder.SPEAKER,
    GridColumn.OUTLET: ClaimOrder.OUTLET,
    GridColumn.PUBLISHED: ClaimOrder.PUBLISHED,
    GridColumn.REACH: ClaimOrder.ORIGINS,
    GridColumn.WORDS: ClaimOrder.TEXT,
    GridColumn.KIND: ClaimOrder.KIND,
    GridColumn.UNIT: ClaimOrder.UNIT,
    GridColumn.STANCE: ClaimOrder.STANCE,
    GridColumn.TOPICS: ClaimOrder.TOPIC,
    GridColumn.TITLE: ClaimOrder.TITLE,
    GridColumn.CONFIDENCE: ClaimOrder.CONFIDENCE,
    GridColumn.DECIDED: ClaimOrder.DECIDED,
}
"""What a column is sorted by."""
LARGEST_FIRST = frozenset(
    {GridColumn.FIGURE, GridColumn.LOW, GridColumn.HIGH, GridColumn.PUBLISHED, GridColumn.REACH, GridColumn.DECIDED}
)
"""Columns whose largest or latest is wanted at the top."""
_NUMBERS = frozenset({GridColumn.LOW, GridColumn.HIGH, GridColumn.REACH})
_TRACE = (table.Column(name="raw_text"), table.Column(name="claim_id"))
"""What comes after the columns, so that a row can be found again: the words as printed, and the claim's id."""


def heads(columns: Sequence[GridColumn]) -> list[table.Column]:
    """The heads in a file, with those by which a row can be found again."""
    return [*(table.Column(name=column.value, number=column in _NUMBERS) for column in columns), *_TRACE]


def cells(line: ClaimLine, columns: Sequence[GridColumn]) -> list[table.Cell]:
    """What a row says in a file: numbers in plain digits and days in ISO 8601; empty where nothing is stated."""
    return [*(_cell(line, column) for column in columns), line.record.claim.surface, line.record.claim_id]


def _cell(line: ClaimLine, column: GridColumn) -> table.Cell:
    record, claim = line.record, line.record.claim
    match column:
        case GridColumn.STATE:
            return record.state.value
        case GridColumn.FIGURE:
            return wording.say(claim.figure)
        case GridColumn.LOW | GridColumn.HIGH:
            return _bound(line, column)
        case GridColumn.BASIS:
            return "; ".join(chip.text for chip in Shown(claim).chips)
        case GridColumn.SPEAKER:
            return claim.speaker.name if claim.speaker else None
        case GridColumn.OUTLET:
            return line.outlet
        case GridColumn.PUBLISHED:
            return line.published
        case GridColumn.REACH:
            return line.same_origins
        case GridColumn.WORDS:
            return " ".join(line.quote.split())
        case GridColumn.KIND:
            return claim.figure.kind.value
        case GridColumn.UNIT:
            return claim.figure.unit
        case GridColumn.STANCE:
            return claim.stance.value if claim.stance else None
        case GridColumn.TOPICS:
            return "; ".join(line.topics)
        case GridColumn.TITLE:
            return line.title
        case GridColumn.CONFIDENCE:
            return claim.confidence.value
        case GridColumn.DECIDED:
            return record.decided_at


def _bound(line: ClaimLine, column: GridColumn) -> str:
    """An end of what the number can mean; a duration says its own unit, so its interval in years would confuse."""
    claim = line.record.claim
    width = Shown(claim).interval
    if width is None or claim.figure.kind is Kind.DURATION:
        return ""
    return table.number(width.halo.low if column is GridColumn.LOW else width.halo.high)

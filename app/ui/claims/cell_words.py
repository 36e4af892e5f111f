"""What the cells of the grid say, and the heads over them."""

from decimal import Decimal

from PySide6.QtCore import QObject

from app.domain import wording
from app.domain.claim import State
from app.domain.listing import ClaimLine
from app.services.claims import grid_columns
from app.services.claims.grid_columns import Column
from app.services.claims.shown import Shown
from app.ui import vocabulary
from app.ui.counted import counted
from app.ui.look import dates

_DIGITS = "−0123456789.,"


class CellWords(QObject):
    """Puts each column of a line into words."""

    def title(self, column: Column) -> str:
        """What stands over a column."""
        return {
            Column.STATE: "",
            Column.FIGURE: self.tr("Figure"),
            Column.LOW: self.tr("Low"),
            Column.HIGH: self.tr("High"),
            Column.BASIS: self.tr("Basis"),
            Column.SPEAKER: self.tr("Said by"),
            Column.OUTLET: self.tr("Outlet"),
            Column.PUBLISHED: self.tr("Published"),
            Column.REACH: self.tr("Origins"),
            Column.WORDS: self.tr("Quote"),
            Column.KIND: self.tr("Kind"),
            Column.UNIT: self.tr("Unit"),
            Column.STANCE: self.tr("Stance"),
            Column.TOPICS: self.tr("Topics"),
            Column.TITLE: self.tr("Title"),
            Column.CONFIDENCE: self.tr("Confidence"),
            Column.DECIDED: self.tr("Decided"),
        }[column]

    def named(self, column: Column) -> str:
        """What a column is called, the one without a title too."""
        return self.title(column) or self.tr("State")

    def whole(self, line: ClaimLine) -> str:
        """Everything that a row says: the figure's cell is the current one when rows are walked through."""
        low, high = (self.of(column, line) for column in (Column.LOW, Column.HIGH))
        between = self.tr("from {0} to {1}").format(low, high) if low and high else ""
        rest = (Column.BASIS, Column.SPEAKER, Column.OUTLET, Column.PUBLISHED, Column.STATE, Column.REACH, Column.WORDS)
        parts = [wording.say(line.record.claim.figure), between]
        return ", ".join(filter(None, parts + [self.of(column, line, spoken=True) for column in rest]))

    def of(self, column: Column, line: ClaimLine, *, spoken: bool = False) -> str:
        """What a cell says; `spoken` in full, as tooltips and screen readers want it."""
        match column:
            case Column.STATE if spoken and line.superseded_by is not None:
                words = self.tr("{0}, superseded by version {1}")
                return words.format(self._state(line.record.state), line.superseded_by)
            case Column.STATE:
                return self._state(line.record.state) if spoken else ""
            case Column.LOW | Column.HIGH:
                return self._bound(column, line)
            case Column.BASIS:
                return ", ".join(chip.text for chip in Shown(line.record.claim).chips)
            case Column.PUBLISHED:
                return dates.day(line.published) or self.tr("undated")
            case Column.DECIDED:
                return dates.day(line.record.decided_at)
            case Column.REACH if not line.same_articles:
                return ""
            case Column.REACH if spoken:
                origins, articles = line.same_origins, line.same_articles
                return self.tr("{0} in {1}").format(
                    counted(origins, self.tr("%n independent origin"), self.tr("%n independent origins")),
                    counted(articles, self.tr("%n article"), self.tr("%n articles")),
                )
            case Column.REACH:
                return self.tr("{0} in {1}").format(line.same_origins, line.same_articles)
            case Column.TOPICS:
                return ", ".join(line.topics)
        words = str(grid_columns.cell(line, column) or "")
        match column:
            case Column.SPEAKER | Column.OUTLET:
                return words or self.tr("not stated")
            case Column.KIND | Column.STANCE | Column.CONFIDENCE:
                return vocabulary.say(words)
        return words

    def _state(self, state: State) -> str:
        return {
            State.WAITING: self.tr("waiting"),
            State.ACCEPTED: self.tr("accepted"),
            State.REJECTED: self.tr("rejected"),
        }[state]

    def _bound(self, column: Column, line: ClaimLine) -> str:
        """One end of what the number can mean; the scale letter stands once, behind the higher end."""
        width = Shown(line.record.claim).interval
        if width is None:
            return ""
        low, high = width.halo.low, width.halo.high
        if column is Column.HIGH:
            return _short(high) if high.is_finite() else self.tr("and up")
        if not low.is_finite():
            return self.tr("up to")
        words = _short(low)
        letters = words.lstrip(_DIGITS)
        return words.removesuffix(letters) if letters and _short(high).lstrip(_DIGITS) == letters else words


def _short(value: Decimal) -> str:
    """A number to six significant digits; "Infinity" for an open end."""
    return wording.number(Decimal(f"{value:.6g}")) if value.is_finite() else str(value)

"""The figures of one basis in the order of time, as a table: what the chart draws, and what it cannot."""

import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.verdict import Verdict
from app.services.topics.timeline import Course, Moment
from app.ui.compare.row_words import verdict_word
from app.ui.look import dates
from app.ui.widgets import verdict_mark

Index = QModelIndex | QPersistentModelIndex
MomentRole = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """The columns in their order."""

    DATE = 0
    FIGURE = 1
    SPEAKER = 2
    OUTLET = 3
    VERDICT = 4
    BECAME = 5


class TimelineModel(QAbstractTableModel):
    """The moments of a course by the days of articles or of events; those without a day come last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moments: list[Moment] = []
        self.of_event = False

    def show(self, course: Course | None, *, of_event: bool) -> None:
        """Show a course, or nothing."""
        self.beginResetModel()
        self.of_event = of_event
        far = datetime.date.max
        # The service gives the order of articles, which stays among those of one day.
        self._moments = sorted(course.moments if course else (), key=lambda one: one.day(of_event=of_event) or far)
        self.endResetModel()

    def moments(self) -> list[Moment]:
        """The moments in their order."""
        return list(self._moments)

    def position(self, claim_id: str) -> int | None:
        """Where a claim stands, None where it does not."""
        return next((at for at, one in enumerate(self._moments) if one.claim_id == claim_id), None)

    def verdict(self, moment: Moment) -> Verdict | str:
        """The verdict on a figure, or that it is the reference."""
        return moment.judgement.verdict if moment.judgement else verdict_mark.REFERENCE

    def became(self, moment: Moment) -> str:
        """What became of a figure."""
        return moment.became or (self.tr("waiting for review") if moment.waiting else self.tr("stands"))

    def words(self, moment: Moment) -> str:
        """Everything that is drawn of one figure, for screen readers."""
        day = self._day(moment)
        word = verdict_word(moment.row)
        speaker = self.tr("said by {0}").format(moment.row.speaker)
        return ", ".join((day, moment.row.figure, speaker, self._outlets(moment), word, self.became(moment)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._moments)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.DATE: self.tr("Event") if self.of_event else self.tr("Article"),
            Column.FIGURE: self.tr("Figure"),
            Column.SPEAKER: self.tr("Said by"),
            Column.OUTLET: self.tr("Outlet"),
            Column.VERDICT: self.tr("Against the reference"),
            Column.BECAME: self.tr("What became of it"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        moment, column = self._moments[index.row()], Column(index.column())
        if role == MomentRole:
            return moment
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.FIGURE:
            # The current cell is always a figure's, so it says the whole row.
            return self.words(moment)
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self._text(column, moment) if role in roles else None

    def _text(self, column: Column, moment: Moment) -> str:
        match column:
            case Column.DATE:
                return self._day(moment)
            case Column.FIGURE:
                return moment.row.figure
            case Column.SPEAKER:
                return moment.row.speaker
            case Column.OUTLET:
                return self._outlets(moment)
            case Column.VERDICT:
                return verdict_word(moment.row)
            case Column.BECAME:
                return self.became(moment)

    def _day(self, moment: Moment) -> str:
        days = moment.event if self.of_event else moment.published
        if days is None:
            return self.tr("undated")
        first, last = (dates.day(day.isoformat()) for day in days)
        return first if first == last else f"{first} – {last}"

    def _outlets(self, moment: Moment) -> str:
        return ", ".join(moment.outlets) or self.tr("not stated")

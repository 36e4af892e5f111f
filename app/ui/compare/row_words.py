"""Who says a figure, where, and how many print it, in the words of the matrix."""

from PySide6.QtCore import QAbstractTableModel

from app.services.topics.comparing import Row
from app.ui.compare import reach
from app.ui.counted import counted
from app.ui.look import dates
from app.ui.widgets import verdict_mark


class RowWords(QAbstractTableModel):
    """The base of a table of rows; what it says of one follows from the row alone."""

    def speaker(self, row: Row) -> str:
        """Who says it, or denies it."""
        return self.tr("{0} denies").format(row.speaker) if row.denied else row.speaker

    def byline(self, row: Row) -> str:
        """Who says it, and where; where the article speaks in its own voice the outlet alone."""
        more = f" +{len(row.outlets) - 1}" if len(row.outlets) > 1 else ""
        outlets = row.outlets[0] + more if row.outlets else ""
        return ", ".join(filter(None, (self._somebody(row), outlets))) or self.tr("outlet not stated")

    def shorter_byline(self, row: Row) -> tuple[str, str]:
        """The byline for less room: what of it may be cut, and its end, which stays whole: how many outlets."""
        if len(row.outlets) < 2:
            return self.byline(row), ""
        outlets = counted(len(row.outlets), self.tr("%n outlet"), self.tr("%n outlets"))
        who = self._somebody(row)
        return (who, f", {outlets}") if who else (row.outlets[0], f" +{len(row.outlets) - 1}")

    def _somebody(self, row: Row) -> str:
        """Who says it; empty where the article speaks in its own voice."""
        somebody = row.line.record.claim.speaker or row.line.comment is not None or row.denied
        return self.speaker(row) if somebody else ""

    def said_by(self, row: Row) -> str:
        """Who says it, in which outlets, all of them named."""
        outlets = ", ".join(row.outlets) or self.tr("outlet not stated")
        return self.tr("said by {0} in {1}").format(self.speaker(row), outlets)

    def reach(self, row: Row) -> str:
        """How many articles and readers print it, and how many independent origins they are."""
        return f"{reach.prints(row)}, {counted(row.origins, self.tr('%n origin'), self.tr('%n origins'))}"

    def told_on(self, row: Row) -> str:
        """The day on which it was printed, of several the first; empty where that is not known."""
        day = dates.day(row.first.published)
        return self.tr("since {0}").format(day) if day and row.articles > 1 else day

    def told(self, row: Row, *, narrow: bool) -> tuple[str, ...]:
        """The day and the reach for a lane, the fullest first: where room is scarce origins go first, the month last.

        One report has one origin, which need not be said. A narrow lane is told of several articles alone.
        """
        day, several = self.told_on(row), row.articles + row.comments > 1
        prints = reach.prints(row) if several or not narrow else ""
        whole = self.reach(row) if several and not narrow else prints
        first, month = dates.day(row.first.published), dates.day((row.first.published or "")[:7])
        parts = ((day, whole), (day, prints), (first, prints), (day, ""), (first, ""), (month, ""))
        return tuple(dict.fromkeys(filter(None, (", ".join(filter(None, part)) for part in parts))))


def verdict_word(row: Row) -> str:
    """What the verdict on a row is called: a figure that took the reference's place supersedes it."""
    if row.judgement is None:
        return verdict_mark.word(verdict_mark.REFERENCE)
    return verdict_mark.word(verdict_mark.SUPERSEDES if row.supersedes else row.judgement.verdict)

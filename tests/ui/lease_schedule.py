"""The lease's schedule in the explain pane, and what a person does there, for the tests of its parts."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.domain.figure import Kind
from app.domain.schedule import Schedule
from app.services.desk import Desk
from app.services.topics import scheduling
from app.shipped import resources
from app.ui.compare.schedule.acts import ScheduleActs
from app.ui.compare.schedule.section import ScheduleSection
from app.ui.compare.screen import CompareScreen
from app.ui.widgets.words import Words
from tests.support.desks import topic_on
from tests.support.treaty_payments import ASSUMED

SAMPLE = resources() / "sample" / "schedule.csv"
LEASE = (
    "Outlet: Quay\nDate: 2025-05-23\n\nThe lease costs £34.7bn in total. The lease costs £30bn in total, others say. "
    "The lease costs about £200m a year. The lease is £101m a year on average in 2025/26 prices. "
    "The lease costs MUR 600m a year.\n"
)


def filed(desk: Desk) -> str:
    """Import the lease's figures and make a topic of them; gives its id."""
    desk.importing.pasted(LEASE)
    return topic_on(desk, "The lease", "lease", Kind.MONEY)


def scheduled(desk: Desk, topic_id: str) -> Schedule:
    """Keep the sample's payments as the schedule of a topic."""
    made = Schedule(topic_id=topic_id, name="Treaty", payments=scheduling.payments_in(SAMPLE), assumed=ASSUMED)
    return replace(made, schedule_id=desk.scheduling.set(made)[0])


def acts(compare: CompareScreen) -> ScheduleActs:
    """The acts on the schedule."""
    return compare.explain.acts


def section(compare: CompareScreen) -> ScheduleSection:
    """The part of the pane with the schedule."""
    return compare.explain.schedule


def go(compare: CompareScreen, figure: str) -> None:
    """Make the row of a figure current."""
    rows = compare.matrix.matrix().rows()
    at = next(at for at, row in enumerate(rows) if row.figure == figure)
    compare.matrix.step(at - compare.matrix.currentIndex().row())


def answer(qtbot, do: Callable[[QDialog], object]) -> list[QDialog]:
    """Do this with the next dialog once it has the keyboard; whatever happens, it does not stay open."""
    met: list[QDialog] = []

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        met.append(dialog)
        try:
            do(dialog)
        except BaseException:
            dialog.reject()
            raise

    QTimer.singleShot(0, meet)
    return met


def shown_words(part: QWidget) -> str:
    """Everything that a part of the window says."""
    return " ".join(words.plain() for words in part.findChildren(Words) if words.isVisibleTo(part))


def sliders(compare: CompareScreen) -> dict[str, object]:
    """The tracks of the assumptions by name."""
    return {line.track.accessibleName().partition(":")[0]: line.track for line in section(compare).assumptions.lines()}

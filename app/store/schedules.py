"""Payment schedules of topics."""

from sqlalchemy import select
from sqlalchemy.orm import Session
from ulid import ULID

from app.domain.errors import UserError
from app.domain.schedule import Schedule
from app.store.by_id import stored
from app.store.tables import StoredSchedule, StoredTopic


class Schedules:
    """The schedules that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_topic(self, topic_id: str) -> list[Schedule]:
        """The schedules of a topic in the order of their making."""
        of_topic = select(StoredSchedule).where(StoredSchedule.topic_id == topic_id)
        return [_schedule(row) for row in self._session.scalars(of_topic.order_by(StoredSchedule.number))]

    def all(self) -> list[Schedule]:
        """Every schedule of the project in the order of their making."""
        return [_schedule(row) for row in self._session.scalars(select(StoredSchedule).order_by(StoredSchedule.number))]

    def get(self, schedule_id: str) -> Schedule:
        """One schedule; a `UserError` where an undo took it away."""
        return _schedule(self._stored(schedule_id))

    def set(self, schedule: Schedule) -> str:
        """Keep a schedule, in the place of the one with its id where it has one; gives its id."""
        row = self._stored(schedule.schedule_id) if schedule.schedule_id else self._new(schedule)
        row.name, row.note = schedule.name, schedule.note
        row.payments, row.assumed = schedule.payments, schedule.assumed
        self._session.flush()
        return row.schedule_id

    def remove(self, schedule_id: str) -> None:
        """Take a schedule away."""
        self._session.delete(self._stored(schedule_id))
        self._session.flush()

    def _new(self, schedule: Schedule) -> StoredSchedule:
        if self._session.scalar(select(StoredTopic.number).where(StoredTopic.topic_id == schedule.topic_id)) is None:
            raise UserError(
                "The topic of this schedule is no longer in the project; nothing was kept. Redo brings it back.",
                reason="gone",
            )
        row = StoredSchedule(
            schedule_id=f"sch_{ULID()}",
            topic_id=schedule.topic_id,
            name=schedule.name,
            payments=schedule.payments,
            assumed=schedule.assumed,
            note=schedule.note,
        )
        self._session.add(row)
        return row

    def _stored(self, schedule_id: str) -> StoredSchedule:
        return stored(self._session, StoredSchedule, schedule_id)


def _schedule(row: StoredSchedule) -> Schedule:
    return Schedule(
        schedule_id=row.schedule_id,
        topic_id=row.topic_id,
        name=row.name,
        payments=row.payments,
        assumed=row.assumed,
        note=row.note,
    )

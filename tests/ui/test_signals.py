"""Qt itself: versions of PySide6 from 6.12 on aborted after a few hundred signals on Python 3.11."""

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Changes


class _Sender(QObject):
    changed = Signal(object)


def test_two_thousand_signals_arrive(qapp) -> None:
    sender = _Sender()
    came: list[Changes] = []
    sender.changed.connect(came.append)
    for count in range(2000):
        sender.changed.emit(Changes(act=str(count), claims=frozenset({"clm_1"})))
    assert [changes.act for changes in came] == [str(count) for count in range(2000)]

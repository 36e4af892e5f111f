"""Qt itself: versions of PySide6 from 6.12 on aborted after a few hundred signals on Python 3.11."""

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Changes


class _Sender(QObject):
    changed = Signal(object)


class _Hearer(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.came: list[Changes] = []

    def hear(self, changes: Changes) -> None:
        self.came.append(changes)


def test_two_thousand_signals_arrive(qapp) -> None:
    sender, hearer = _Sender(), _Hearer()
    sender.changed.connect(hearer.hear)
    for count in range(2000):
        sender.changed.emit(Changes(act=str(count), claims=frozenset({"clm_1"})))
    assert [changes.act for changes in hearer.came] == [str(count) for count in range(2000)]

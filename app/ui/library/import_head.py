"""The upper part of the import dock: what is imported, how far it is, how fast, and how files ended."""

import time
from enum import Enum, auto

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.articles.importing import FileState
from app.ui.counted import counted
from app.ui.library.import_files import DONE, ImportFiles
from app.ui.widgets.panel import Rule
from app.ui.widgets.share_bar import ShareBar
from app.ui.widgets.sign import Sign
from app.ui.widgets.words import Words

_SETTLED_S = 1.0
"""Before that nothing can be said of how fast it goes."""


class Clock:
    """How long something has been worked on, pauses left out."""

    def __init__(self) -> None:
        self._spent, self._since = 0.0, time.monotonic()
        self._stands = False

    def pause(self, on: bool) -> None:
        """Stop, or go on."""
        if on != self._stands:
            self._spent, self._since, self._stands = self.seconds(), time.monotonic(), on

    def seconds(self) -> float:
        """Seconds so far."""
        return self._spent if self._stands else self._spent + time.monotonic() - self._since


class Stage(Enum):
    """Whether an import was interrupted and can go on, is under way, or is over."""

    OFFERED = auto()
    RUNNING = auto()
    OVER = auto()


class Count(QWidget):
    """A sign and how many files it stands for."""

    def __init__(self, icon_name: str, role: str) -> None:
        super().__init__()
        self._words = Words("", "small", "conflict" if role == "conflict" else "text2")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Sign(icon_name, role))
        line.addWidget(self._words)

    def show_count(self, count: int, words: str) -> None:
        """Show the words, or nothing for none."""
        self._words.setText(words)
        self.setVisible(count > 0)


class ImportHead(QWidget):
    """Title and buttons in a row, the bar, and a line of counts."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._title = Words("", "heading")
        self._from = Words("", "small", "text2")
        self._bar = ShareBar(8)
        self._far = Words("", "small", weight=600)
        self._pace = Words("", "small", "text2")
        self._done = Count("check", "agree")
        self._same = Count("copy", "text2")
        self._failed = Count("warning", "conflict")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row(self._title, self._from, None, *buttons, gap=8))
        column.addWidget(self._bar)
        column.addLayout(row(self._far, self._pace, None, self._done, self._same, self._failed, gap=18))
        column.addWidget(Rule())

    def show_title(self, stage: Stage, done: int, left: int, total: int) -> None:
        """What is imported."""
        if not total:
            words = self.tr("Importing")
        elif stage is Stage.OFFERED:
            words = self.tr("An import was interrupted: {left} of {all} files are left").format(left=left, all=total)
        elif stage is Stage.RUNNING:
            words = counted(total, self.tr("Importing %n file"), self.tr("Importing %n files"))
        else:
            words = counted(done, self.tr("Imported %n article"), self.tr("Imported %n articles"))
        self._title.setText(words)

    def show_source(self, source: str) -> None:
        """Where it comes from."""
        self._from.setText(self.tr("from {source}").format(source=source) if source else "")

    def show_pace(self, words: str) -> None:
        """What is said of its pace, or in its place."""
        self._pace.setText(words)

    def settle(self, files: ImportFiles, over: int, total: int) -> None:
        """How many of all files are over, and how."""
        self._bar.set_share(over / total if total else 0.0)
        self._far.setText(self.tr("{done} of {all}").format(done=over, all=total) if total else "")
        done, same, failed = files.count(*DONE), files.count(FileState.DUPLICATE), files.count(FileState.FAILED)
        self._done.show_count(done, self.tr("{count} done").format(count=done))
        self._same.show_count(same, counted(same, self.tr("%n duplicate"), self.tr("%n duplicates")))
        self._failed.show_count(failed, self.tr("{count} failed").format(count=failed))

    def pace_words(self, over: int, left: int, seconds: float) -> str:
        """How fast it goes after so many files in so many seconds, and how long the rest will take."""
        parts = []
        if over and seconds > _SETTLED_S:
            pace = over / seconds
            parts.append(self.tr("{pace} files a second").format(pace=f"{pace:.1f}"))
            rest = round(left / pace)
            minutes = self.tr("about {count} minutes left").format(count=round(rest / 60))
            parts.append(minutes if rest > 90 else self.tr("about {count} seconds left").format(count=max(rest, 1)))
        parts.append(self.tr("finished files are safe"))
        return "     ".join(parts)


def row(*parts: QWidget | None, gap: int) -> QHBoxLayout:
    """Parts from left to right; None takes the room that is left."""
    made = QHBoxLayout()
    made.setSpacing(gap)
    for part in parts:
        if part is None:
            made.addStretch(1)
        else:
            made.addWidget(part)
    return made

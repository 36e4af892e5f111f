"""Print how long the window takes over a large project: first paint, a jump, a keystroke, Review, and its memory.

Run it as a module, best with the path of a copy of a project with a million claims. Beside it, in a process of its
own, QSqlTableModel shows the same columns of the same file. Times are processor time of the whole process, threads too.
"""

import gc
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTableView, QWidget

if TYPE_CHECKING:
    from app.ui.claims.model import ClaimsModel
    from app.ui.claims.screen import ClaimsScreen
    from app.ui.window.main_window import MainWindow

SIZE = 1440, 900
COLUMNS = "number, state, surface, value_low, value_high, unit, basis_kind, speaker, same_key, article_id"
TRIES = 9
ARTICLES = 500


def held() -> float:
    """Memory that the process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def until(done: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window work until something is so."""
    end = time.monotonic() + seconds
    while not done():
        QApplication.processEvents()
        time.sleep(0.0005)
        if time.monotonic() > end:
            raise TimeoutError


class Took:
    """Milliseconds of processor time and of the clock since it was made."""

    def __init__(self) -> None:
        self._spent, self._clock = time.process_time(), time.monotonic()

    def __str__(self) -> str:
        return f"{self.cpu():8.1f} ms, {1000 * (time.monotonic() - self._clock):8.1f} by the clock"

    def cpu(self) -> float:
        """Processor time alone."""
        return 1000 * (time.process_time() - self._spent)


def with_qt(path: Path) -> None:
    """QSqlTableModel over the columns that a grid shows."""
    from PySide6.QtSql import QSqlDatabase, QSqlQuery, QSqlTableModel

    app = QApplication([])
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(path))
    assert database.open()
    QSqlQuery(f"CREATE TEMP VIEW grid AS SELECT {COLUMNS} FROM claim", database)
    view = QTableView()
    view.resize(*SIZE)
    paints, before, took = Paints(view.viewport()), held(), Took()
    model = QSqlTableModel(db=database)
    model.setTable("grid")
    model.select()
    view.setModel(model)
    view.show()
    until(lambda: paints.count > 0 and model.rowCount() > 0)
    print(f"QSqlTableModel: first paint      {took}; {held() - before:.0f} MB more", flush=True)
    took = Took()
    while model.canFetchMore():
        model.fetchMore()
    app.processEvents()
    print(f"QSqlTableModel: all {model.rowCount():,} rows {took}; {held() - before:.0f} MB more", flush=True)


def with_ours(path: Path) -> None:
    """The Claims screen alone."""
    import datetime

    from app.comparison.amounts.currency import Rates
    from app.services.desk import Desk
    from app.store.project import Project
    from app.ui.claims.screen import ClaimsScreen
    from app.ui.look import theme

    app = QApplication([])
    theme.apply(app)
    took = Took()
    desk = Desk.of(Project.open(path), rates=Rates(), today=lambda: datetime.date(2026, 2, 1))
    print(f"opened                           {took}", flush=True)
    screen = ClaimsScreen()
    screen.resize(*SIZE)
    grid, table = screen.grid, screen.grid.table()
    paints, before, took = Paints(grid.viewport()), held(), Took()
    screen.set_desk(desk)
    screen.show()
    screen.shown()
    until(lambda: table.rowCount() > 0 and paints.count > 0)
    print(f"ours: first paint                {took}; {held() - before:.0f} MB more", flush=True)
    until(lambda: table.whole)
    print(f"ours: all {table.rowCount():,} rows in order {took}; {held() - before:.0f} MB more", flush=True)
    until(screen.reading.is_idle)
    print(f"ours: all counts                 {took}", flush=True)
    jumps = []
    for at in range(TRIES):
        paints.count, took = 0, Took()
        grid.verticalScrollBar().setValue(
            (at * 7919 + 4001) * grid.verticalScrollBar().maximum() // 99991 % table.rowCount()
        )
        until(lambda: paints.count > 0)
        jumps.append(took.cpu())
        until(screen.reading.counting.is_idle)
    print(
        f"ours: a jump painted             {sorted(jumps)[TRIES // 2]:8.1f} ms in the middle, {max(jumps):.1f} at most"
    )
    with_questions(screen)
    gc.collect()
    print(f"ours: memory                     {held():.0f} MB", flush=True)
    screen.set_desk(None)
    desk.close()


def with_questions(screen: "ClaimsScreen") -> None:
    """Each question typed and each order asked for: the first page, then the whole list."""
    from app.services.claims.grid_columns import Column

    table = screen.grid.table()
    for typed in ("kind:money", "kind:money harbour", "harbour", "state:accepted", "money:>=90m", ""):
        took = _until_listed(table, partial(screen.search, typed))
        first = str(took)
        until(lambda: table.whole)
        print(f"ours: {typed or 'everything':<26} {first}; whole {took} ({table.rowCount():,})", flush=True)
    until(screen.reading.is_idle)
    for column in (Column.PUBLISHED, Column.FIGURE, Column.STATE, Column.WORDS, Column.OUTLET, Column.SPEAKER):
        took = _until_listed(table, partial(screen.order_by, column, descending=column is not Column.PUBLISHED))
        first = str(took)
        until(lambda: table.whole)
        print(f"ours: sorted by {column.name.lower():<16} {first}; whole {took}", flush=True)
    until(screen.reading.is_idle)


def _until_listed(table: "ClaimsModel", ask: Callable[[], object]) -> Took:
    """Ask for another list, and wait for its first page; gives what runs since it was asked for."""
    shown, took = table.listed(), Took()
    ask()
    until(lambda: table.listed() is not shown)
    return took


def with_window(path: Path) -> None:
    """The whole window: how long each step holds its thread, and what it holds in memory in the end."""
    import tempfile

    from PySide6.QtCore import QSettings

    from app import bootstrap
    from app.ui.look import theme
    from app.ui.window.main_window import MainWindow

    app = QApplication([])
    theme.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        desk = bootstrap.open_desk(path)
        window = MainWindow(bootstrap.open_desk, bootstrap.create_desk, bootstrap.own_sample, settings)
        window.resize(*SIZE)
        window.show()
        app.processEvents()
        steps: list[tuple[str, Callable[[], object]]] = [
            ("project shown in the library", lambda: window.show_desk(desk)),
            *((f"{place} shown", lambda place=place: window.show_place(place)) for place in PLACES[2:]),
            *((f"{place} shown again", lambda place=place: window.show_place(place)) for place in PLACES),
            ("other colours", lambda: window.preferences.set_scheme("dark")),
            *(
                (f"rows made {one}", lambda one=one: window.preferences.set_density(one))
                for one in ("roomy", "compact")
            ),
            ("larger text", lambda: window.preferences.set_text_size(125)),
            ("palette opened", lambda: _palette(window)),
        ]
        for name, step in steps:
            took = Took()
            step()
            held_up = str(took)
            end = time.monotonic() + 12
            longest = 0.0
            while time.monotonic() < end and (longest == 0.0 or not _is_idle(window)):
                turn = time.thread_time()
                app.processEvents()
                longest = max(longest, 1000 * (time.thread_time() - turn))
                time.sleep(0.001)
            print(f"window: {name:<30} {held_up}; then {longest:.0f} ms at most; {held():.0f} MB", flush=True)
        sys.stdout.flush()
        os._exit(0)


PLACES = ("start", "library", "review", "claims", "compare")


def _palette(window: "MainWindow") -> None:
    """Open the palette, type two letters into it, close it."""
    from app.ui.palette.palette import Palette

    def type_and_go() -> None:
        palette = window.findChild(Palette)
        assert palette is not None
        palette.field.setText("ha")
        palette.reject()

    QTimer.singleShot(0, window, type_and_go)
    window.acts.palette.trigger()


def _is_idle(window: QWidget) -> bool:
    from app.ui.threads.reading import Reading

    return all(one.is_idle() for one in window.findChildren(Reading))


def main() -> None:
    """Measure on the project at the path given, or on a small one; each part in a process of its own."""
    parts = {"qt": with_qt, "ours": with_ours, "window": with_window}
    if sys.argv[2:] and sys.argv[2] in parts:
        parts[sys.argv[2]](Path(sys.argv[1]))
        return
    from tests.bench.timing import project

    with project(ARTICLES, words=__doc__) as path:
        for which in parts:
            run([sys.executable, "-m", "tests.bench.grid_speed", path, which], check=True)


if __name__ == "__main__":
    main()

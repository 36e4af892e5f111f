"""Print how long a topic of 1,000 figures takes to open and to scroll, beside a plain table of its size.

Run it as a module; the project is made in a folder that goes again. Times are processor time: opening is the median of
several, from verdicts that are known to the first painted frame; of the frames of a scroll the median and the slowest.
Then the same topic with the sample's payment schedule: opened, put on the common basis to its last figure, scrolled.
"""

import datetime
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from app.comparison.amounts.currency import Rates
from app.domain.article import Article, Detail, Part, PartKind
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim, Speaker
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.schedule import Assumptions, Schedule
from app.domain.span import Span
from app.services.desk import Desk
from app.services.topics import scheduling
from app.services.topics.regrouping import By
from app.shipped import resources
from app.store.project import Project
from app.ui.compare.screen import CompareScreen
from app.ui.window import program

FIGURES, EACH, STEP, TIMES = 1000, 10, 120, 5
SCHEDULE = resources() / "sample" / "schedule.csv"
AT = "2026-01-05T09:00:00.000000Z"
SPEAKERS = ("the Treasury", "Ada Fenwick", "the Quay Institute", "officials", "the harbour board", None)
OUTLETS = tuple(f"{place} {name}" for place in ("Harbour", "Island", "Civic") for name in ("Daily", "Post", "Wire"))


def _claim(at: int, span: Span, sentence: Span, chance: random.Random) -> Claim:
    kind = chance.choice(("rate", "total", "one-off", None))
    price = chance.choice(("real:2019", "real:2024", "cash", "npv", None))
    who = chance.choice(SPEAKERS)
    # Every value is another, so that each figure has a row of its own.
    value = Decimal(10_000 + at) * Decimal(10) ** chance.choice((3, 4, 5, 6))
    over = chance.random() < 0.1
    return Claim(
        span=span,
        surface=f"£{at}",
        figure=Figure(
            kind=Kind.MONEY,
            low=value,
            high=value,
            unit="GBP",
            per="year" if kind == "rate" else None,
            qualifier=Qualifier.OVER if over else Qualifier.EXACT,
            qualifier_words="more than" if over else "",
        ),
        sentence=sentence,
        rule="money",
        basis=Basis(
            kind=Stated(value=kind) if kind else None,
            per=Stated(value="year") if kind == "rate" else None,
            price=Stated(value=price) if price else None,
        ),
        speaker=Speaker(name=who) if who else None,
    )


def _article(at: int, chance: random.Random) -> tuple[Article, list[Claim]]:
    sentences = [f"The board puts the cost of harbour works at £{at * EACH + n} in its note." for n in range(EACH)]
    text = f"What harbour {at} costs\n\n" + "\n\n".join(sentences)
    claims = []
    for n, sentence in enumerate(sentences):
        begin = text.index(sentence)
        figure = text.index("£", begin)
        span = Span(figure, figure + len(f"£{at * EACH + n}"))
        claims.append(_claim(at * EACH + n, span, Span(begin, begin + len(sentence)), chance))
    article = Article(
        text=text,
        parts=(Part(kind=PartKind.BODY, span=Span(0, len(text))),),
        raw=text.encode(),
        media_type="text/plain",
        title=Detail(value=f"What harbour {at} costs", evidence="the page"),
        outlet=Detail(value=chance.choice(OUTLETS), evidence="the page"),
        published=Detail(value=f"2025-{at % 12 + 1:02}-{at % 28 + 1:02}", evidence="the page"),
    )
    return article, claims


def _fill(project: Project) -> None:
    chance = random.Random(7)
    with project.writing("import") as store:
        topic = store.topics.add("Harbour works", ["harbour"])
        for at in range(FIGURES // EACH):
            article, claims = _article(at, chance)
            record = store.articles.add(article, captured_at=AT)
            store.topics.file(topic.topic_id, store.claims.add(record.article_id, claims))


def _spent(action: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    before = time.process_time()
    action()
    return 1000 * (time.process_time() - before)


def _frames(view: QTableView) -> list[float]:
    """What each frame of a scroll from top to bottom takes."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    view.viewport().repaint()

    def frame(value: int) -> None:
        bar.setValue(value)
        view.viewport().repaint()
        QApplication.processEvents()

    return [_spent(partial(frame, value)) for value in range(STEP, bar.maximum(), STEP)]


def _plain(rows: list[tuple[str, ...]]) -> tuple[float, list[float]]:
    """Opening and scrolling a plain table with these cells."""
    view = QTableView()
    view.resize(975, 600)
    view.show()
    QApplication.processEvents()

    def open_() -> None:
        model = QStandardItemModel(view)
        for cells in rows:
            model.appendRow([QStandardItem(cell) for cell in cells])
        view.setModel(model)
        view.viewport().repaint()
        QApplication.processEvents()

    opened = statistics.median(_spent(open_) for _ in range(TIMES))
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    return opened, _frames(view)


def _cells(screen: CompareScreen) -> list[tuple[str, ...]]:
    model = screen.matrix.matrix()
    columns = [at for at in range(model.columnCount()) if not screen.matrix.isColumnHidden(at)]
    return [tuple(str(model.index(row, at).data()) for at in columns) for row in range(model.rowCount())]


def _measure(screen: CompareScreen, desk: Desk) -> None:
    topic = desk.comparing.all()[0].topic
    print(f"verdicts       {_spent(lambda: desk.comparing.compare(topic.topic_id)):7.1f} ms")

    def open_() -> None:
        screen.present()
        screen.matrix.viewport().repaint()
        QApplication.processEvents()

    opened = statistics.median(_spent(open_) for _ in range(TIMES))
    frames = _frames(screen.matrix)
    cells = _cells(screen)
    plain, plain_frames = _plain(cells)
    print(f"rows           {len(cells):7,}")
    print(f"opening        {opened:7.1f} ms, plain table {plain:.1f} ms, ratio {opened / plain:.1f}")
    slow, median = max(frames), statistics.median(frames)
    print(f"a frame        {median:7.1f} ms, plain table {statistics.median(plain_frames):.1f} ms")
    other = max(plain_frames)
    print(f"slowest frame  {slow:7.1f} ms, plain table {other:.1f} ms, ratio {slow / other:.1f}")
    for by in By:
        print(f"group by {by:<8} {_spent(partial(screen.arranging.group_by, by)):5.1f} ms")
    _measure_common(screen, "without a schedule")
    assumed = Assumptions(inflation="1.75x4,2.31", price_year="2025/26")
    made = Schedule(topic_id=topic.topic_id, name="Harbour", payments=scheduling.payments_in(SCHEDULE), assumed=assumed)
    _, changes = desk.scheduling.set(made)
    screen.refresh(changes)
    print(f"with a schedule: opening {statistics.median(_spent(open_) for _ in range(TIMES)):.1f} ms")
    following = screen.walking.next.trigger
    print(f"the next row explained   {statistics.median(_spent(following) for _ in range(TIMES)):.1f} ms")
    _measure_common(screen, "with a schedule")


def _measure_common(screen: CompareScreen, words: str) -> None:
    """The common basis of every figure, there and back: all of it, what holds the window up, the frames after it."""
    turns: list[float] = []

    def turn(action: Callable[[], object]) -> None:
        # The clock of the window's own thread, beside which the figures are converted.
        start = time.thread_time()
        action()
        turns.append(1000 * (time.thread_time() - start))

    def choose() -> None:
        turn(screen.arranging.common.trigger)
        while screen.converting.is_running():
            turn(QApplication.processEvents)
            time.sleep(0.001)

    took = _spent(choose)
    frames = _frames(screen.matrix)
    print(
        f"common basis {words}: {took:.1f} ms, the key {turns[0]:.1f}, then {max(turns[1:]):.1f} at once at most; ",
        end="",
    )
    print(f"slowest frame {max(frames):.1f} ms")
    screen.arranging.common.trigger()


def main() -> None:
    """Make the project, open it in the screen, measure."""
    app = program.application("0")
    with tempfile.TemporaryDirectory() as folder:
        project = Project.create(Path(folder) / "harbour.counterclaim")
        _fill(project)
        with closing(Desk.of(project, rates=Rates(), today=datetime.date.today)) as desk:
            screen = CompareScreen()
            screen.resize(1368, 808)
            screen.set_desk(desk)
            screen.show()
            screen.shown()
            app.processEvents()
            _measure(screen, desk)
            screen.set_desk(None)


if __name__ == "__main__":
    main()

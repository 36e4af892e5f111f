"""What the palette offers: acts of the screen and of the window, topics and articles of the project."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from app.domain.listing import ArticleRow
from app.services.desk import Desk
from app.ui.keys.keymap import WINDOW, Keymap
from app.ui.widgets import key_cap

Go = Callable[[str, str], object]
"""Show a place, and there what has this id."""
PAGE = 50
"""Articles that are offered at most for what is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row. `ident` tells it from all others and stays; `kind` is where an act is done, or what else it is."""

    ident: str
    words: str
    kind: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    enabled: bool = True


def entries(keymap: Keymap, place: str, desk: Desk | None, go: Go, used: Sequence[str]) -> list[Entry]:
    """Everything that can be done at a place, in order; of the project every topic, and the articles last `used`."""
    here = [_act(ident, act, keymap.title(place)) for ident, act in keymap.acts(place).items()]
    everywhere = [_act(ident, act, keymap.title(WINDOW)) for ident, act in keymap.acts(WINDOW).items()]
    if desk is None:
        return [*here, *everywhere]
    names = sorted(desk.library.topic_names().items(), key=lambda named: named[1].casefold())
    topics = [_topic(topic_id, name, go) for topic_id, name in names]
    return [*here, *everywhere, *topics, *(_article(row, go) for row in desk.library.lines(used))]


def titled(desk: Desk, go: Go, typed: str) -> list[Entry]:
    """The articles with these words in their titles, those that were filed last."""
    return [_article(row, go) for row in desk.library.titled(typed, PAGE)]


def _act(ident: str, act: QAction, kind: str) -> Entry:
    return Entry(
        ident=ident,
        words=act.text().replace("&", "").rstrip("…"),
        kind=kind,
        run=act.trigger,
        keys=tuple(key_cap.of(act)),
        enabled=act.isEnabled(),
    )


def _topic(topic_id: str, name: str, go: Go) -> Entry:
    return Entry(
        ident=topic_id,
        words=name,
        kind=QCoreApplication.translate("Palette", "Topic"),
        run=lambda: go("compare", topic_id),
    )


def _article(row: ArticleRow, go: Go) -> Entry:
    return Entry(
        ident=row.article_id,
        words=row.title,
        kind=row.outlet or QCoreApplication.translate("Palette", "Article"),
        run=lambda: go("library", row.article_id),
    )

"""What the palette offers: acts of the screen and of the window, topics and articles of the project."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from app.domain.listing import ArticleFilter
from app.ui.keys.keymap import WINDOW, Keymap
from app.ui.widgets import key_cap

if TYPE_CHECKING:
    # At run time the services wait until the first window has been seen: they bring the store and the extraction.
    from app.services.desk import Desk

Go = Callable[[str, str], object]
"""Show a place, and there what has this id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row. `ident` tells it from all others and stays; `kind` is where an act is done, or what else it is."""

    ident: str
    words: str
    kind: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    enabled: bool = True
    asked_for: bool = False
    """It is shown only to somebody who typed some of its words."""


def entries(keymap: Keymap, place: str, desk: "Desk | None", go: Go) -> list[Entry]:
    """Everything that can be done at a place, in order; of the project every topic, and every article by its title."""
    here = [_act(ident, act, keymap.title(place)) for ident, act in keymap.acts(place).items()]
    everywhere = [_act(ident, act, keymap.title(WINDOW)) for ident, act in keymap.acts(WINDOW).items()]
    return [*here, *everywhere, *(_of_project(desk, go) if desk is not None else [])]


def _act(ident: str, act: QAction, kind: str) -> Entry:
    return Entry(
        ident=ident,
        words=act.text().replace("&", "").rstrip("…"),
        kind=kind,
        run=act.trigger,
        keys=tuple(key_cap.of(act)),
        enabled=act.isEnabled(),
    )


def _of_project(desk: "Desk", go: Go) -> list[Entry]:
    topics = [
        Entry(
            ident=row.topic.topic_id,
            words=row.topic.name,
            kind=QCoreApplication.translate("Palette", "Topic"),
            run=lambda ident=row.topic.topic_id: go("compare", ident),  # type: ignore[misc]
        )
        for row in desk.grouping.topics()
    ]
    articles = [
        Entry(
            ident=row.article_id,
            words=row.title,
            kind=row.outlet or QCoreApplication.translate("Palette", "Article"),
            run=lambda ident=row.article_id: go("library", ident),  # type: ignore[misc]
            asked_for=True,
        )
        for row in desk.library.rows(ArticleFilter())
    ]
    return [*topics, *articles]

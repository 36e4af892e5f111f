"""The founding topic made by hand from a cold start, over articles that the project does not hold.

With COUNTERCLAIM_PICTURES naming a folder, each step's picture is written there.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app import bootstrap
from app.services.articles.importing import FileState
from app.services.topics import regrouping
from app.services.topics.comparing import Comparison
from app.services.topics.regrouping import By
from app.ui.compare.model import Column
from app.ui.compare.strip import spoken
from app.ui.widgets.verdict_mark import REFERENCE, word
from app.ui.widgets.words import Words
from tests.e2e.window_user import WindowUser, cells

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "articles"
pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not here")


class Steps:
    """What a person does, and a picture of each step where somebody wants them."""

    def __init__(self, user: WindowUser) -> None:
        self.user = user
        self._folder = os.environ.get("COUNTERCLAIM_PICTURES")
        self._taken = 0

    def take(self, name: str) -> None:
        """The screen, or the dialog over it, as it is now."""
        QApplication.processEvents()
        if self._folder:
            self._taken += 1
            shown = QApplication.activeModalWidget() or self.user.window
            assert shown.grab().save(str(Path(self._folder) / f"{self._taken:02}-{name}.png"))


@pytest.fixture
def steps(start: Callable[[], WindowUser], tmp_path: Path) -> Steps:
    """A new project, and nothing in it."""
    user = start()
    user.window.resize(1440, 900)
    made = Steps(user)
    made.take("cold")
    user.answers_save(tmp_path / "Payments.counterclaim")
    user.press("Ctrl+N")
    made.take("new-project")
    return made


def _founding(tmp_path: Path) -> set[str]:
    """The figures of the founding case, as the sample prints them."""
    desk = bootstrap.sample_desk(tmp_path / "sample.counterclaim")
    try:
        return {row.figure for row in desk.comparing.all()[0].rows}
    finally:
        desk.close()


def _import(steps: Steps) -> None:
    files = sorted(path for path in ARTICLES.iterdir() if path.is_file())
    steps.user.answers_open(files)
    steps.user.press("Ctrl+I")
    steps.user.until_imported()
    assert steps.user.imported(FileState.ADDED) == len(files)
    steps.take("imported")


def _make_topic(steps: Steps) -> Comparison:
    """Make the topic that the empty dialog has as its example; gives what the service computes of it."""
    user = steps.user

    def fill(dialog) -> None:
        user.type(dialog.name.placeholderText().rpartition(": ")[2])
        user.until(lambda: dialog.found.count() > 0)
        steps.take("figures-found")
        user.press("Return")

    user.press("Ctrl+5")
    steps.take("nothing-to-compare")
    with user.in_dialog(fill):
        user.press("Ctrl+T")
    steps.take("compared")
    return _computed(user)


def _computed(user: WindowUser) -> Comparison:
    (topic,) = user.desk.grouping.topics()
    return user.desk.comparing.compare(topic.topic.topic_id)


def _verdicts(comparison: Comparison) -> dict[str, str]:
    """The word of each row by the claim that it shows, as the service computes it."""
    return {
        row.line.record.claim_id: word(row.judgement.verdict if row.judgement else REFERENCE) for row in comparison.rows
    }


def _on_screen(user: WindowUser) -> dict[str, str]:
    """The word of each row by the claim that it shows, as it is printed."""
    matrix = user.screen("compare").matrix
    said = [words.partition(":")[0] for words in cells(matrix, Column.VERDICT)]
    ids = [row.line.record.claim_id for row in matrix.matrix().rows()]
    return dict(zip(ids, said, strict=True))


def _go_to(user: WindowUser, claim_id: str) -> None:
    matrix = user.screen("compare").matrix
    for key in "K" * matrix.matrix().rowCount() + "J" * matrix.matrix().rowCount():
        if matrix.current_row().line.record.claim_id != claim_id:
            user.press(key)
    assert matrix.current_row().line.record.claim_id == claim_id


def test_the_founding_topic_is_made_by_hand_from_a_cold_start(steps: Steps, tmp_path: Path) -> None:
    user, founding = steps.user, _founding(tmp_path)
    _import(steps)
    computed = _make_topic(steps)
    compare = user.screen("compare")
    assert len({row.figure for row in computed.rows} & founding) >= 4
    assert _on_screen(user) == _verdicts(computed)
    headline = computed.headline
    assert compare.strip.text().startswith(spoken(headline.sentence, word(headline.verdict)))
    assert len(set(_on_screen(user).values())) >= 4

    other = next(row for row in computed.rows if row.figure in founding and row.judgement is not None)
    _go_to(user, other.line.record.claim_id)
    user.press("P")
    steps.take("another-is-pinned")
    pinned = _computed(user)
    assert pinned.pinned.line.record.claim_id == other.line.record.claim_id
    assert _on_screen(user) == _verdicts(pinned) != _verdicts(computed)

    judged = next(row for row in pinned.rows if row.figure in founding and row.judgement is not None)
    _go_to(user, judged.line.record.claim_id)
    user.press("Return")
    steps.take("explained")
    said = " ".join(one.plain() for one in compare.explain.findChildren(Words) if one.isVisible())
    assert judged.figure in said
    assert spoken(judged.judgement.sentence, word(judged.judgement.verdict)) in said
    user.press("Escape")

    user.press("O")
    user.until(lambda: user.window.place() == "library")
    steps.take("its-words")
    assert user.ringed_words() == judged.line.record.claim.surface
    user.press("Backspace")
    user.until(lambda: user.window.place() == "compare")
    assert compare.matrix.current_row().line.record.claim_id == judged.line.record.claim_id
    steps.take("back")

    for by in (By.SPEAKER, By.DATE, By.ORIGIN, By.BASIS):
        user.press("G")
        steps.take(f"by-{by.value}")
        groups = regrouping.groups(compare.comparison(), by)
        assert [group.label.kind for group in compare.matrix.matrix().groups()] == [one.label.kind for one in groups]
        assert _on_screen(user) == _verdicts(pinned)

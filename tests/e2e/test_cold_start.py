"""The founding topic made by hand from a cold start, over articles that the project does not hold.

With COUNTERCLAIM_PICTURES naming a folder, each step's picture is written there.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Hands, cells
from PySide6.QtWidgets import QApplication

from app import bootstrap
from app.services import regrouping
from app.services.comparing import Comparison
from app.services.importing import FileState
from app.services.regrouping import By
from app.ui.compare.model import Column
from app.ui.compare.strip import spoken
from app.ui.widgets.verdict_mark import REFERENCE, word
from app.ui.widgets.words import Words

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "articles"
pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not here")


class Steps:
    """What a person does, and a picture of each step where somebody wants them."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._folder = os.environ.get("COUNTERCLAIM_PICTURES")
        self._taken = 0

    def take(self, name: str) -> None:
        """The screen, or the dialog over it, as it is now."""
        QApplication.processEvents()
        if self._folder:
            self._taken += 1
            shown = QApplication.activeModalWidget() or self.hands.window
            assert shown.grab().save(str(Path(self._folder) / f"{self._taken:02}-{name}.png"))


@pytest.fixture
def steps(start: Callable[[], Hands], tmp_path: Path) -> Steps:
    """A new project, and nothing in it."""
    hands = start()
    hands.window.resize(1440, 900)
    made = Steps(hands)
    made.take("cold")
    hands.answers_save(tmp_path / "Payments.counterclaim")
    hands.press("Ctrl+N")
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
    steps.hands.answers_open(files)
    steps.hands.press("Ctrl+I")
    steps.hands.until_imported()
    assert steps.hands.imported(FileState.ADDED) == len(files)
    steps.take("imported")


def _make_topic(steps: Steps) -> Comparison:
    """Make the topic that the empty dialog has as its example; gives what the service computes of it."""
    hands = steps.hands

    def fill(dialog) -> None:
        hands.type(dialog.name.placeholderText().rpartition(": ")[2])
        hands.until(lambda: dialog.found.count() > 0)
        steps.take("figures-found")
        hands.press("Return")

    hands.press("Ctrl+5")
    steps.take("nothing-to-compare")
    with hands.in_dialog(fill):
        hands.press("Ctrl+T")
    steps.take("compared")
    return _computed(hands)


def _computed(hands: Hands) -> Comparison:
    (topic,) = hands.desk.grouping.topics()
    return hands.desk.comparing.compare(topic.topic.topic_id)


def _verdicts(comparison: Comparison) -> dict[str, str]:
    """The word of each row by the claim that it shows, as the service computes it."""
    return {
        row.line.record.claim_id: word(row.judgement.verdict if row.judgement else REFERENCE) for row in comparison.rows
    }


def _on_screen(hands: Hands) -> dict[str, str]:
    """The word of each row by the claim that it shows, as it is printed."""
    matrix = hands.screen("compare").matrix
    said = [words.partition(":")[0] for words in cells(matrix, Column.VERDICT)]
    ids = [row.line.record.claim_id for row in matrix.matrix().rows()]
    return dict(zip(ids, said, strict=True))


def _go_to(hands: Hands, claim_id: str) -> None:
    matrix = hands.screen("compare").matrix
    for key in "K" * matrix.matrix().rowCount() + "J" * matrix.matrix().rowCount():
        if matrix.current_row().line.record.claim_id != claim_id:
            hands.press(key)
    assert matrix.current_row().line.record.claim_id == claim_id


def test_the_founding_topic_is_made_by_hand_from_a_cold_start(steps: Steps, tmp_path: Path) -> None:
    hands, founding = steps.hands, _founding(tmp_path)
    _import(steps)
    computed = _make_topic(steps)
    compare = hands.screen("compare")
    assert len({row.figure for row in computed.rows} & founding) >= 4
    assert _on_screen(hands) == _verdicts(computed)
    headline = computed.headline
    assert compare.strip.said().startswith(spoken(headline.sentence, word(headline.verdict)))
    assert len(set(_on_screen(hands).values())) >= 4

    other = next(row for row in computed.rows if row.figure in founding and row.judgement is not None)
    _go_to(hands, other.line.record.claim_id)
    hands.press("P")
    steps.take("another-is-pinned")
    pinned = _computed(hands)
    assert pinned.pinned.line.record.claim_id == other.line.record.claim_id
    assert _on_screen(hands) == _verdicts(pinned) != _verdicts(computed)

    judged = next(row for row in pinned.rows if row.figure in founding and row.judgement is not None)
    _go_to(hands, judged.line.record.claim_id)
    hands.press("Return")
    steps.take("explained")
    said = " ".join(one.plain() for one in compare.explain.findChildren(Words) if one.isVisible())
    assert judged.figure in said
    assert spoken(judged.judgement.sentence, word(judged.judgement.verdict)) in said
    hands.press("Escape")

    hands.press("O")
    hands.until(lambda: hands.window.place() == "library")
    steps.take("its-words")
    assert hands.ringed_words() == judged.line.record.claim.surface
    hands.press("Backspace")
    hands.until(lambda: hands.window.place() == "compare")
    assert compare.matrix.current_row().line.record.claim_id == judged.line.record.claim_id
    steps.take("back")

    for by in (By.SPEAKER, By.DATE, By.ORIGIN, By.BASIS):
        hands.press("G")
        steps.take(f"by-{by.value}")
        groups = regrouping.groups(compare.comparison(), by)
        assert [group.label.kind for group in compare.matrix.matrix().groups()] == [one.label.kind for one in groups]
        assert _on_screen(hands) == _verdicts(pinned)

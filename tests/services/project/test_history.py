"""Undo and redo as the window asks for them."""

from contextlib import closing
from pathlib import Path

from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.figure import Kind
from app.services.claims.reviewing import Reviewing
from app.services.project.history import History
from app.services.topics.grouping import Grouping
from app.store.project import Project
from tests.services.island import fill


def test_every_act_is_one_step_there_and_back_across_restarts(tmp_path: Path) -> None:
    path = tmp_path / "island.counterclaim"
    with closing(Project.create(path)) as project:
        assert (History(project).undoable(), History(project).redoable()) == (None, None)
        assert History(project).undo() == History(project).redo() == Changes()
        ids = fill(project)
        Reviewing(project).decide([ids["wire £40m"]], State.ACCEPTED)
        topic_id, made = Grouping(project).add("Ferry", ["ferry"], Kind.MONEY, [ids["wire £40m"]])
        assert made.topics == {topic_id}
    with closing(Project.open(path)) as project:
        history = History(project)
        undone = []
        while (words := history.undoable()) is not None:
            assert history.undo().act == words
            assert history.redoable() == words
            undone.append(words)
        assert undone == ["make the topic Ferry", "accept £40m", "import 3 files"]
    with closing(Project.open(path)) as project:
        history = History(project)
        for _ in undone:
            assert history.redo()
        assert history.redoable() is None
        ((row),) = Grouping(project).topics()
        assert (row.topic.topic_id, row.claims) == (topic_id, 1)
        assert Reviewing(project).waiting() == 5

"""What the analyst settled on for a topic, with its history, and the questions that are open there."""

import getpass
from collections.abc import Sequence

from app.domain import wording
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.resolution import Question, Resolution
from app.services.topics.comparing import Comparison
from app.store.clock import now
from app.store.project import Project
from app.store.session import Store


class Resolving:
    """The resolutions of one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def history(self, topic_id: str) -> list[Resolution]:
        """Everything that was settled for a topic, the last first."""
        with self._project.reading() as store:
            return store.resolutions.of_topic(topic_id)

    def of(self, topic_id: str) -> Resolution | None:
        """What holds for a topic; None where nothing is settled, or it was taken back."""
        last = next(iter(self.history(topic_id)), None)
        return last if last is not None and last.settles else None

    def author(self) -> str:
        """Who settles things here, if nobody else is named: the name of the log, else that of the login."""
        return self._project.author or login_name()

    def settle(
        self,
        topic_id: str,
        claim_id: str | None,
        because: str,
        *,
        author: str = "",
        ticked: Sequence[tuple[Question, bool]] = (),
        asked: Sequence[str] = (),
    ) -> Changes:
        """Settle a topic on a figure, or on none of them, for a reason; neither of both opens it again.

        `ticked` are questions with whether they are answered now, `asked` the analyst's new ones; all of it is one act.
        What holds already is not written again. A figure without a reason is refused with a sentence.
        """
        said, who = " ".join(because.split()), " ".join(author.split()) or self.author()
        with self._project.writing("settle a topic") as store:
            name = store.topics.get(topic_id).name
            figure = "" if claim_id is None else wording.say(store.claims.get(claim_id).claim.figure)
            held = next(iter(store.resolutions.of_topic(topic_id)), None)
            same = (held.claim_id, held.because) == (claim_id, said) if held else claim_id is None and not said
            if held is None and not said and (ticked or asked):
                same = True  # the figure was only offered; the questions are what is meant
            if not same:
                if figure and not said:
                    raise _no_reason(figure)
                what = f"use {figure} for {name}" if figure else f"settle {name}" if said else f"open {name} again"
                store.name_act(what)
                store.resolutions.add(topic_id, claim_id=claim_id, figure=figure, because=said, author=who, at=now())
            elif ticked or asked:
                store.name_act(f"change the questions of {name}")
            for question, done in ticked:
                _tick(store, topic_id, question, done=done)
            for words in asked:
                _ask(store, topic_id, words)
        return store.changes

    def questions(self, comparison: Comparison) -> list[Question]:
        """The questions of a topic: those of its verdicts, the worst first, then the analyst's own; ticked last."""
        with self._project.reading() as store:
            kept = store.resolutions.questions(comparison.topic.topic_id)
        own = {question.words for question in kept}
        judged = [row.judgement for row in comparison.rows if row.judgement is not None]
        ranked = sorted(judged, key=lambda judgement: judgement is not comparison.headline)
        asked = dict.fromkeys(judgement.question for judgement in ranked if judgement.question)
        found = [Question(words=words, own=False) for words in asked if words not in own]
        # A verdict's question that was ticked stays in sight only while a verdict asks it.
        found += [question for question in kept if question.own or question.words in asked]
        return sorted(found, key=lambda question: question.done)


def _ask(store: Store, topic_id: str, words: str) -> None:
    """Keep a question of the analyst's own, unless it is there already."""
    said = " ".join(words.split())
    if not said:
        raise UserError("A question needs words; nothing was kept, so type it first.", reason="no-words")
    if all(question.words != said for question in store.resolutions.questions(topic_id)):
        store.resolutions.add_question(topic_id, said, own=True, done=False, at=now())


def _tick(store: Store, topic_id: str, question: Question, *, done: bool) -> None:
    if question.question_id is not None:
        store.resolutions.tick(question.question_id, done=done)
    elif done:
        store.resolutions.add_question(topic_id, question.words, own=question.own, done=True, at=now())


def _no_reason(figure: str) -> UserError:
    return UserError(
        f"A reason is missing for using {figure}; nothing was kept. Say why, so that others can follow.",
        reason="no-reason",
    )


def login_name() -> str:
    """The name under which the person is logged in; empty where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

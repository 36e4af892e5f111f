"""Decisions on claims: one card at a time, each committed before the next is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.article import Article, ArticleRecord
from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.listing import ClaimLine
from app.domain.queue import QueueOrder
from app.domain.remark import Remark
from app.domain.span import Span
from app.extraction import sentences
from app.extraction.mention import Passage
from app.services.claims import likeness
from app.services.claims.editing import settled
from app.services.claims.likeness import Alike, Suggested
from app.services.disputes import Disputes
from app.services.listed import Listed
from app.store.clock import now
from app.store.disputes import Stakes
from app.store.project import Project
from app.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the review shows of one claim. The neighbours are the sentences around its own, None at an end."""

    line: ClaimLine
    article: ArticleRecord
    sentence_before: Span | None
    sentence_after: Span | None
    remark: Remark
    suggested: Suggested | None = None
    """What like figures were said to measure, where this one leaves it open."""
    same: int = 1
    """How many claims print the same figure, this one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One of the last decisions. `what` is accepted, rejected, edited or skipped; `at` is UTC, ISO 8601."""

    line: ClaimLine
    what: str
    at: str


# What the keys 1 to 9 set: the fields of the basis, None to clear one.
BASIS_KEYS: dict[int, tuple[str, dict[str, str | None]]] = {
    1: ("per year", {"kind": "rate", "per": "year"}),
    2: ("one-off", {"kind": "one-off", "per": None}),
    3: ("total nominal", {"kind": "total", "per": None, "price": "nominal"}),
    4: ("total real", {"kind": "total", "per": None, "price": "real"}),
    5: ("present value", {"kind": "total", "per": None, "price": "npv"}),
    6: ("share", {"kind": "share", "per": None}),
    7: ("level", {"kind": "level", "per": None}),
    8: ("other", {"kind": "other", "per": None}),
    9: ("unknown", {"kind": "unknown", "per": None, "price": None}),
}
_VERBS = {State.ACCEPTED: "accept", State.REJECTED: "reject", State.WAITING: "set back"}


class Reviewing:
    """The review of one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._stakes = Stakes()

    def queue(self, order: QueueOrder = QueueOrder.VERDICT, *, anew: bool = True) -> list[str]:
        """Ids of the claims that wait, in this order.

        Not `anew`, what disputes what is taken to be as it was when it was last looked up: no card changes its place
        because another one was decided, and a large project is not swept for each.
        """
        stakes = self._stakes_for(order, anew=anew)
        with self._project.reading() as store:
            return store.queue.ids(order, stakes)

    def listed(self, order: QueueOrder = QueueOrder.VERDICT, *, anew: bool = True) -> Listed:
        """The same in a few bytes each, for projects in which hundreds of thousands wait."""
        stakes = self._stakes_for(order, anew=anew)
        with self._project.reading() as store:
            numbers = store.queue.numbers(order, stakes)
        return Listed(self._project, numbers)

    def _stakes_for(self, order: QueueOrder, *, anew: bool) -> Stakes:
        """What disputes what, where the order goes by it."""
        if order is not QueueOrder.VERDICT:
            return Stakes()
        if anew:
            self._stakes = Disputes(self._project).stakes()
        return self._stakes

    def waiting(self) -> int:
        """How many claims wait."""
        with self._project.reading() as store:
            return store.queue.count()

    def card(self, claim_id: str) -> Card:
        """The claim with its article and the sentences around it."""
        with self._project.reading() as store:
            record = store.claims.get(claim_id)
            article = store.articles.get(record.article_id)
            line = store.claims.lines([claim_id])[0]
            remark = store.remarks.of([claim_id]).get(claim_id, Remark())
            suggested = likeness.suggested(store, claim_id, record.claim)
            same = len(store.likeness.same(claim_id))
        before, after = _neighbours(article.article, record.claim.sentence)
        return Card(
            line=line,
            article=article,
            sentence_before=before,
            sentence_after=after,
            remark=remark,
            suggested=suggested,
            same=same,
        )

    def alike(self, claim_id: str) -> list[Alike]:
        """The claims that print the same figure, this one first; the rejected are left out."""
        with self._project.reading() as store:
            return likeness.alike(store, claim_id)

    def line(self, claim_id: str) -> ClaimLine:
        """A claim with what lists say of it."""
        with self._project.reading() as store:
            return store.claims.lines([claim_id])[0]

    def decide(self, claim_ids: Sequence[str], state: State, reason: str = "") -> Changes:
        """Accept, reject or set back to waiting; many at once are one act. Those that are so already stay untouched.

        A reason goes to the notes on what was decided.
        """
        with self._project.writing(_VERBS[state]) as store:
            decided = store.claims.set_state(claim_ids, state, now())
            what = decided[0].claim.surface if len(decided) == 1 else f"{len(decided)} claims"
            store.name_act(f"{_VERBS[state]} {what}")
            if reason.strip():
                _note(store, [record.claim_id for record in decided], f"{state.value.capitalize()}: {reason.strip()}")
        return store.changes

    def decided(self, claim_ids: Sequence[str], state: State) -> int:
        """How many of these claims are in a state."""
        with self._project.reading() as store:
            return store.claims.in_state(claim_ids, state)

    def set_basis(self, claim_id: str, fields: dict[str, str | None]) -> Changes:
        """Set or clear fields of the basis; they are marked as the analyst's."""
        with self._project.writing("set the basis") as store:
            claim = store.claims.get(claim_id).claim
            store.name_act(f"set the basis of {claim.surface}")
            store.claims.set_basis(claim_id, settled(claim, fields), now())
        return store.changes

    def skipped(self, claim_id: str) -> Decision:
        """What passing over a claim says among the decisions; it changes nothing."""
        return Decision(line=self.line(claim_id), what="skipped", at=now())

    def recent(self, count: int = 10) -> list[Decision]:
        """The last decisions, newest first."""
        with self._project.reading() as store:
            return [Decision(line=line, what=what, at=at) for line, what, at in store.queue.recent(count)]


def _note(store: Store, claim_ids: Sequence[str], words: str) -> None:
    """Add a line to the notes on claims."""
    said = store.remarks.of(claim_ids)
    for claim_id in claim_ids:
        note = said.get(claim_id, Remark()).note
        store.remarks.set_note(claim_id, "\n".join(filter(None, (note, words))), now())


def _neighbours(article: Article, sentence: Span) -> tuple[Span | None, Span | None]:
    """The sentences before and after one, within its own part of the article."""
    part = next((part.span for part in article.parts if part.span.overlaps(sentence)), Span(0, len(article.text)))
    around = [
        other
        for other in sentences.split(Passage(text=article.text, parts=article.parts))
        if other.overlaps(part) and not other.overlaps(sentence)
    ]
    before = [other for other in around if other.end <= sentence.start]
    after = [other for other in around if other.start >= sentence.end]
    return before[-1] if before else None, after[0] if after else None

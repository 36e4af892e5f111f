"""Reading stored texts again with newer rules: what would change is shown first, and no decision is ever touched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.article import ArticleRecord
from app.domain.changes import Changes
from app.domain.claim import Claim, ClaimRecord, restatements
from app.domain.span import Span
from app.extraction import pipeline, pointed
from app.services import disputes, reading
from app.services.articles import versions
from app.store.project import Project
from app.store.session import Store

Ask = Callable[[], bool]


class Fate(StrEnum):
    """What a new reading does with a claim."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    DECIDED = "decided"
    """A person settled it: it stays as it is, though the words are read otherwise now, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One claim before and after. `before` is None where it is new.

    `after` is None where it is read no more, and where it is kept just as it is.
    """

    fate: Fate
    before: ClaimRecord | None = None
    after: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSteps:
    """What the new reading does with the claims of one article, in the order of the text."""

    record: ArticleRecord
    claims: tuple[Claim, ...]
    """All that is read now, restatements among them."""
    steps: tuple[Step, ...]

    def count(self, fate: Fate) -> int:
        """How many claims have this fate."""
        return sum(step.fate is fate for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a re-reading would do. One that was cancelled holds the articles that it reached."""

    articles: tuple[ArticleSteps, ...]
    cancelled: bool = False

    def count(self, fate: Fate) -> int:
        """How many claims have this fate."""
        return sum(one.count(fate) for one in self.articles)

    @property
    def alters(self) -> bool:
        """Whether any claim would change, come or go."""
        return any(self.count(fate) for fate in (Fate.CHANGED, Fate.NEW, Fate.GONE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far it has come, in articles, and the title of the last."""

    done: int
    total: int
    title: str = ""


Say = Callable[[Progress], None]


class Rereading:
    """The re-reading of one open project; safe to call from a thread that is not the window's."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def articles(self) -> list[str]:
        """Every version of every article, in the order of adding."""
        with self._project.reading() as store:
            return list(store.readings.rules())

    def outdated(self) -> list[str]:
        """The articles that were read last with older rules, in the order of adding."""
        with self._project.reading() as store:
            return [one for one, rules in store.readings.rules().items() if rules is None or rules < pipeline.RULES]

    def preview(
        self,
        article_ids: Sequence[str] | None = None,
        *,
        progress: Say = lambda _: None,
        cancelled: Ask = lambda: False,
    ) -> Preview:
        """Read these articles again, or all, and say what would change; nothing is written."""
        with self._project.reading() as store:
            conventions = store.settings.conventions()
            ids = list(store.readings.rules()) if article_ids is None else list(article_ids)
        found: list[ArticleSteps] = []
        for nth, article_id in enumerate(ids, 1):
            if cancelled():
                return Preview(articles=tuple(found), cancelled=True)
            with self._project.reading() as store:
                record = store.articles.get(article_id)
                claims = pipeline.read(reading.passage(record.article, conventions))
                found.append(compared(store, record, claims))
            progress(Progress(done=nth, total=len(ids), title=record.article.name))
        return Preview(articles=tuple(found))

    def apply(self, preview: Preview, *, progress: Say = lambda _: None, cancelled: Ask = lambda: False) -> Changes:
        """Do what the preview says, as one act. Cancelled, the articles that were finished stay read anew.

        What was decided since the preview is kept as well.
        """
        total = len(preview.articles)
        words = "re-read an article" if total == 1 else f"re-read {total} articles"
        joins: str | None = None
        changes = Changes()
        for nth, one in enumerate(preview.articles, 1):
            if cancelled():
                break
            with self._project.writing(words, joins=joins) as store:
                record = store.articles.get(one.record.article_id)
                take(store, compared(store, record, one.claims), rules=pipeline.RULES)
            joins = store.act_id or joins
            changes = changes | store.changes
            progress(Progress(done=nth, total=total))
        return changes


def take(store: Store, compared: ArticleSteps, *, rules: int | None = None) -> None:
    """Write what the steps of an article say; `rules` is the number of those that read it, None where that stays."""
    article_id = compared.record.article_id
    restated = restatements(compared.claims)
    place = {id(claim): at for at, claim in enumerate(compared.claims)}
    store.readings.remove([step.before.claim_id for step in compared.steps if step.fate is Fate.GONE and step.before])
    new: list[Claim] = []
    for step in compared.steps:
        if step.after is None or step.fate is Fate.DECIDED:
            continue
        more = restated[place[id(step.after)]]
        if step.before is not None:
            store.readings.replace(step.before.claim_id, replace(step.after, converts=None), more)
        else:
            at = len(new)
            new += [step.after, *(replace(one, converts=at) for one in more)]
    store.claims.add(article_id, new)
    store.readings.finish(article_id, rules)
    if any(step.fate is Fate.GONE or (step.after and step.fate is not Fate.DECIDED) for step in compared.steps):
        versions.resettle(store, article_id)
        disputes.measure(store)


def compared(store: Store, record: ArticleRecord, claims: Sequence[Claim]) -> ArticleSteps:
    """The fate of each claim of an article under a new reading of it."""
    kept = store.claims.of_article(record.article_id)
    settled, filed = store.readings.settled(kept), store.readings.filed(kept)
    free = [claim for claim in claims if claim.converts is None]
    partners = _partners(kept, free)
    settled |= {one.claim_id for one in kept if one.claim_id in filed and _is_lost(one, partners.get(one.claim_id))}
    steps = [_step(one, partners.get(one.claim_id), settled=one.claim_id in settled) for one in kept]
    taken = {id(claim) for claim in partners.values()}
    held = [one.claim.span for one in kept if one.claim_id in settled]
    for claim in free:
        if id(claim) not in taken and not any(claim.span.overlaps(span) for span in held):
            steps.append(Step(fate=Fate.NEW, after=claim))
    return ArticleSteps(record=record, claims=tuple(claims), steps=tuple(sorted(steps, key=_place)))


def _place(step: Step) -> Span:
    claim = step.before.claim if step.before else step.after
    return claim.span if claim else Span(0, 0)


def _partners(kept: Sequence[ClaimRecord], free: Sequence[Claim]) -> dict[str, Claim]:
    """What each claim is read as now: the figure of its own words, else one of its kind that overlaps them."""
    found: dict[str, Claim] = {}
    left = {claim.span: claim for claim in free}
    for one in kept:
        if (same := left.pop(one.claim.span, None)) is not None:
            found[one.claim_id] = same
    for one in kept:
        if one.claim_id in found:
            continue
        near = (
            claim
            for claim in left.values()
            if claim.span.overlaps(one.claim.span) and claim.figure.kind is one.claim.figure.kind
        )
        if (other := next(near, None)) is not None:
            found[one.claim_id] = left.pop(other.span)
    return found


def _is_lost(before: ClaimRecord, after: Claim | None) -> bool:
    """Whether a topic would lose the claim: it is read no more, or as a figure of another kind."""
    return after is None or after.figure.kind is not before.claim.figure.kind


def _step(before: ClaimRecord, after: Claim | None, *, settled: bool) -> Step:
    own = told(before.claim, before.edited_fields)
    if before.claim.rule == pointed.BY_HAND or (after is not None and own == told(after, before.edited_fields)):
        stays = settled or after is None or replace(after, converts=None) == before.claim
        return Step(fate=Fate.KEPT, before=before, after=None if stays else after)
    if settled:
        return Step(fate=Fate.DECIDED, before=before, after=after)
    return Step(fate=Fate.GONE if after is None else Fate.CHANGED, before=before, after=after)


def told(claim: Claim, edited: Sequence[str] = ()) -> tuple[object, ...]:
    """What somebody who reviews a claim sees of it, but what they set themselves."""
    shown = {"span": claim.span, "figure": claim.figure, "speaker": claim.speaker, "stance": claim.stance}
    basis = tuple((name, said.value) for name, said in claim.basis.stated() if f"basis.{name}" not in edited)
    return basis, *(value for name, value in shown.items() if name not in edited)

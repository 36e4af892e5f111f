"""What the analyst corrects of a claim: its words, its figure, its basis, who says it, what it is about."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from app.domain import edtf
from app.domain.basis import Basis, BasisKind
from app.domain.changes import Changes
from app.domain.claim import Claim, ClaimRecord, Confidence, Stance
from app.domain.errors import UserError
from app.domain.figure import Figure, Kind
from app.domain.span import Span
from app.extraction import exact
from app.extraction.mention import Passage
from app.services import reading
from app.services.claims import prices
from app.store.clock import now
from app.store.project import Project
from app.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What is to be changed of a claim; None leaves a part as it is.

    `figure` is how it should read ("more than £30bn"). `basis` has fields with their new values, None to clear one.
    `price` is as `prices.read` knows it ("2019 prices") and `period` the time that it covers in words ("99 years",
    "2025/2050"), both empty for none; so are `speaker` and `stance` where the article speaks in its own voice. `topics`
    are names.
    """

    figure: str | None = None
    basis: Mapping[str, str | None] = field(default_factory=dict)
    price: str | None = None
    period: str | None = None
    speaker: str | None = None
    stance: str | None = None
    topics: Sequence[str] | None = None


class UnfitError(UserError):
    """What an `Edit` has in one of its fields cannot be taken; `field` names it."""

    def __init__(self, sentence: str, *, reason: str, field: str) -> None:
        super().__init__(sentence, reason=reason)
        self.field = field


class Editing:
    """The corrections in one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def speakers(self) -> list[str]:
        """Everybody who is named as a speaker, by name."""
        with self._project.reading() as store:
            return store.claims.speakers()

    def reread(self, claim_id: str, span: Span) -> Claim:
        """The claim as it would be if these were its words; a `UserError` where they are not one figure."""
        with self._project.reading() as store:
            return _reread(store, claim_id, span)

    def set_span(self, claim_id: str, span: Span) -> Changes:
        """Make these the words of a claim and read its figure from them; what the analyst said of it stays."""
        with self._project.writing("move the edges") as store:
            claim = _reread(store, claim_id, span)
            was = store.claims.get(claim_id).claim
            store.name_act(f"move the edges of {was.surface}")
            if span != was.span:
                edited = ("span", "figure") if claim.figure != was.figure else ("span",)
                store.claims.set_read(claim_id, claim, edited, now())
        return store.changes

    def save(self, claim_id: str, edit: Edit) -> Changes:
        """Take all of an edit as one act, or on an `UnfitError` nothing of it."""
        return self.save_all([claim_id], edit)

    def save_all(self, claim_ids: Sequence[str], edit: Edit) -> Changes:
        """The same for claims that are one figure in several articles."""
        with self._project.writing("edit a claim") as store:
            store.name_act(f"edit {store.claims.get(claim_ids[0]).claim.surface}")
            for claim_id in claim_ids:
                _save(store, claim_id, edit)
        return store.changes


def _save(store: Store, claim_id: str, edit: Edit) -> None:
    kept = store.claims.get(claim_id)
    if edit.figure is not None:
        with _in_field("figure"):
            figure = _typed(store, kept, edit.figure)
        # What the rule doubted is settled now: somebody has looked at the figure and said what it is.
        claim = replace(kept.claim, figure=figure, confidence=Confidence.HIGH, doubt="")
        if claim != kept.claim:
            store.claims.set_read(claim_id, claim, ("figure",), now())
    fields = settled(kept.claim, edit.basis)
    if edit.price is not None:
        with _in_field("price"):
            fields["price"] = prices.read(edit.price)
    if edit.period is not None:
        with _in_field("period"):
            fields |= _period(kept.claim.basis, edit.period)
    if fields:
        store.claims.set_basis(claim_id, fields, now())
    if edit.speaker is not None or edit.stance is not None:
        _set_speaker(store, kept.claim, claim_id, edit)
    if edit.topics is not None:
        with _in_field("topics"):
            _file(store, claim_id, edit.topics)


@contextmanager
def _in_field(name: str) -> Iterator[None]:
    try:
        yield
    except UserError as error:
        raise UnfitError(str(error), reason=error.reason, field=name) from error


def settled(claim: Claim, fields: Mapping[str, str | None]) -> dict[str, str | None]:
    """Fields of the basis that are to be set, and the price cleared where it would contradict them.

    A present value is a total: what is said to be anything else is no present value any more. Prices of a year that
    are said to be real stay those of that year.
    """
    kind, _, year = (claim.basis.value("price") or "").partition(":")
    if kind == "npv" and fields.get("kind", BasisKind.TOTAL) != BasisKind.TOTAL:
        return {"price": None, **fields}
    if year and kind == fields.get("price"):
        return {name: value for name, value in fields.items() if name != "price"}
    return dict(fields)


def _reread(store: Store, claim_id: str, span: Span) -> Claim:
    kept = store.claims.get(claim_id)
    old = kept.claim
    if not (old.sentence.start <= span.start < span.end <= old.sentence.end):
        raise UserError("The words have to stay in their sentence; nothing was changed.", reason="outside")
    for other_id, _, place in store.claims.places(kept.article_id):
        if other_id != claim_id and place.overlaps(span):
            words = store.claims.get(other_id).claim.surface
            raise UserError(
                f"“{words}” is a figure of its own there; nothing was changed: reject it first, then move the edge.",
                reason="taken",
            )
    passage = _passage(store, kept)
    whole = not (_inside_word(passage.text, span.start) or _inside_word(passage.text, span.end))
    read = exact.read(passage, span, old.sentence) if whole else None
    if read is None:
        raise _unreadable(span.of(passage.text))
    own = {name: said for name, said in old.basis.stated() if said.by_analyst}
    cleared = {name.removeprefix("basis."): None for name in kept.edited_fields if name.startswith("basis.")}
    return replace(read, basis=replace(read.basis, **(cleared | own)), speaker=old.speaker, stance=old.stance)


def _passage(store: Store, kept: ClaimRecord) -> Passage:
    return reading.passage(store.articles.get(kept.article_id).article, store.settings.conventions())


def _inside_word(text: str, at: int) -> bool:
    """Whether a word or a number goes on across this place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _typed(store: Store, kept: ClaimRecord, words: str) -> Figure:
    """The figure that was typed, of the kind that the claim has."""
    passage = replace(_passage(store, kept), text=words.strip(), parts=())
    found = exact.figures(passage, Span(0, len(passage.text)))
    if len(found) != 1:
        raise _unreadable(words)
    return found[0].figure


def _unreadable(words: str) -> UserError:
    said = " ".join(words.split())
    return UserError(
        f"“{said}” is not one figure that can be read; nothing was changed. Take in its number and its unit, such as "
        "“£165m a year”, and no second figure.",
        reason="unreadable",
    )


def _period(basis: Basis, words: str) -> dict[str, str | None]:
    """The field of the basis that a period belongs to, and what it says; the one that said it before is cleared."""
    shown = next((name for name in ("horizon", "period", "target_date") if basis.value(name) is not None), None)
    cleared: dict[str, str | None] = {} if shown is None else {shown: None}
    if not words.strip():
        return cleared
    text = words.strip()
    if "/" in text and edtf.days(text) is not None:
        return cleared | {"horizon": text}
    found = exact.figures(Passage(text=text), Span(0, len(text)))
    value = found[0].figure.date if len(found) == 1 else None
    if value is None:
        raise UserError(
            f"“{text}” is no period that can be read; nothing was changed. Write it such as “99 years”, “2025/26” or "
            "“2025/2050”.",
            reason="unreadable",
        )
    lasting = found[0].figure.kind is Kind.DURATION or "/" in value
    return cleared | {"horizon" if lasting else "period": value}


def _set_speaker(store: Store, claim: Claim, claim_id: str, edit: Edit) -> None:
    name = claim.speaker.name if claim.speaker else None
    stance = claim.stance
    if edit.speaker is not None:
        name = edit.speaker.strip() or None
    if edit.stance is not None:
        stance = Stance(edit.stance) if edit.stance else None
    store.claims.set_speaker(claim_id, name, stance, now())


def _file(store: Store, claim_id: str, names: Sequence[str]) -> None:
    """Put a claim under these topics and no others."""
    topics = {topic.name.casefold(): topic for topic, _ in store.topics.list()}
    wanted = {" ".join(name.split()).casefold(): name.strip() for name in names if name.strip()}
    if missing := [name for key, name in wanted.items() if key not in topics]:
        raise UserError(
            f"There is no topic “{missing[0]}”; nothing was changed. Choose one that there is, or make it from the "
            "topic key first.",
            reason="no-topic",
        )
    (line,) = store.claims.lines([claim_id])
    filed = {name.casefold() for name in line.topics}
    for key in filed - wanted.keys():
        store.topics.remove(topics[key].topic_id, [claim_id])
    for key in wanted.keys() - filed:
        store.topics.file(topics[key].topic_id, [claim_id])

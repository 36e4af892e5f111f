"""Claims of a project: what was read, what was decided."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType, SimpleNamespace

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from ulid import ULID

from app.domain.article import Part
from app.domain.basis import FIELDS, Basis, BasisKind, Stated, Status
from app.domain.claim import Claim, ClaimRecord, Stance, State, restatements
from app.domain.figure import Kind
from app.domain.listing import ClaimFacets, ClaimFilter, ClaimLine, ClaimOrder, Facet, Sources
from app.domain.queue import QueueOrder
from app.domain.span import Span
from app.domain.spread import Spread
from app.domain.standings import Standing
from app.store import (
    claim_counts,
    claim_facets,
    claim_heads,
    claim_names,
    claim_order,
    claim_spread,
    likeness,
    lines,
    plain_rows,
    recording,
    review_queue,
    voices,
)
from app.store.by_id import stored
from app.store.nearby import Surroundings
from app.store.rows import fill, record
from app.store.tables import PlainText, StoredArticle, StoredClaim

_TOLD_BY = "SELECT content, parts FROM article JOIN plain_text ON sha256 = text_sha256 WHERE article_id = ?"
NOTHING: Mapping[str, int] = MappingProxyType({})
"""No claim has a stake."""


class Claims:
    """The claims that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, article_id: str, claims: Sequence[Claim], standings: Sequence[Standing] = ()) -> list[str]:
        """Keep the claims of an article, all waiting; gives the ids of those kept.

        A claim that restates another in other units is kept with that one, not beside it. `standings` has one for each
        claim where that is known already; otherwise they are measured later.
        """
        self._session.flush()
        driver = self._session.connection()
        content, placed = driver.exec_driver_sql(_TOLD_BY, (article_id,)).one()
        text: str = plain_rows.read_from(PlainText.content, content)
        parts: tuple[Part, ...] = plain_rows.read_from(StoredArticle.parts, placed)
        around = Surroundings(text, parts)
        restated = restatements(claims)
        ids = _new_ids(len(claims))
        rows = []
        for position, claim in enumerate(claims):
            if claim.span.of(text) != claim.surface:
                raise ValueError(f"the text does not say {claim.surface!r} at {claim.span}")
            if claim.converts is None:
                row = SimpleNamespace(
                    claim_id=ids[position],
                    article_id=article_id,
                    revision=1,
                    comment=around.comment(claim.span),
                    state=State.WAITING,
                    edited_fields=(),
                    restated=tuple(restated[position]),
                )
                fill(row, claim)
                if standings:
                    stands = standings[position]
                    row.measure, row.halo_low, row.halo_high = stands.measure, stands.low, stands.high
                rows.append(row)
        said = voices.of(parts, [(row.comment, row.same_key) for row in rows])
        start = (driver.exec_driver_sql("SELECT max(number) FROM claim").scalar() or 0) + 1
        for number, (row, voice) in enumerate(zip(rows, said, strict=True), start):
            row.number, row.voice = number, voice
        recording.add_all(self._session, StoredClaim, rows)
        return [row.claim_id for row in rows]

    def get(self, claim_id: str) -> ClaimRecord:
        """One claim; a `UserError` where an undo took it away."""
        return record(self._stored(claim_id))

    def of_article(self, article_id: str) -> list[ClaimRecord]:
        """The article's claims in the order of its text, the rejected ones too."""
        found = select(StoredClaim).where(StoredClaim.article_id == article_id)
        return [
            record(row) for row in self._session.scalars(found.order_by(StoredClaim.char_start, StoredClaim.number))
        ]

    def ids(self, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool = False) -> list[str]:
        """The claims that the filter leaves, sorted; what is not stated comes last either way."""
        return claim_order.ids(self._session, narrowed, order, descending=descending)

    def numbers(self, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool = False) -> "array[int]":
        """The same as row numbers, four bytes each."""
        return claim_order.numbers(self._session, narrowed, order, descending=descending)

    def head(
        self, narrowed: ClaimFilter, order: ClaimOrder, count: int, *, descending: bool = False
    ) -> "array[int] | None":
        """The first of these numbers, which an index gives at once; None for an order that has none."""
        return claim_heads.head(self._session, narrowed, order, count, descending=descending)

    def ids_of(self, numbers: Sequence[int]) -> dict[int, str]:
        """Ids by row number; claims that are gone are left out."""
        return claim_order.ids_of(self._session, numbers)

    def numbers_of(self, ids: Sequence[str]) -> "array[int]":
        """Row numbers in the order asked for; an id that is gone is left out."""
        return claim_order.numbers_of(self._session, ids)

    def lines(self, ids: Sequence[str], *, reach: bool = True) -> list[ClaimLine]:
        """One line for each id, in the order asked for; an id that is gone is left out.

        Without `reach`, how many articles and origins print the same figure is not counted but 0.
        """
        return lines.of(self._session, ids, reach=reach)

    def numbered_lines(self, numbers: Sequence[int], *, reach: bool = True) -> dict[int, ClaimLine]:
        """The lines of these row numbers, by number."""
        return lines.numbered(self._session, numbers, reach=reach)

    def each_line(self, ids: Sequence[str]) -> Iterator[ClaimLine]:
        """The same one after another, read by the page; for more than fit in memory."""
        return lines.each(self._session, ids)

    def reaches(self, numbers: Sequence[int]) -> dict[int, tuple[int, int]]:
        """By row number, how many articles and origins print the same figure."""
        return lines.reaches(self._session, numbers)

    def facets(self, narrowed: ClaimFilter, *, topics: bool = True) -> ClaimFacets:
        """Counts over what the filter leaves, each facet with its own choice left out; `topics` may come apart."""
        return claim_facets.of(self._session, narrowed, topics=topics)

    def topics(self, narrowed: ClaimFilter) -> tuple[Facet, ...]:
        """The counts of topics alone."""
        return claim_names.topics(self._session, narrowed)

    def sources(self, narrowed: ClaimFilter) -> Sources:
        """From how many articles and origins the claims are that the filter leaves."""
        return claim_counts.sources(self._session, narrowed)

    def spread(self, narrowed: ClaimFilter, wanted: tuple[Kind, str | None] | None = None) -> Spread:
        """The values of one measure among what the filter leaves, whatever stretch of values it asks for."""
        return claim_spread.of(self._session, narrowed, wanted)

    def count(self, narrowed: ClaimFilter) -> int:
        """How many claims the filter leaves."""
        return claim_counts.count(self._session, narrowed)

    def at_most(self) -> int:
        """How many claims there are at most: the highest number given, 0 for none."""
        return self._session.scalar(select(func.max(StoredClaim.number))) or 0

    def queue(self, order: QueueOrder = QueueOrder.VERDICT, stakes: Mapping[str, int] = NOTHING) -> list[str]:
        """Ids of the claims that wait for a decision; those with a stake come before all others, the lowest first."""
        named = self.ids_of(waiting := self.waiting_numbers(order, stakes))
        return [named[number] for number in waiting]

    def waiting_numbers(self, order: QueueOrder, stakes: Mapping[str, int]) -> "array[int]":
        """The same as row numbers, four bytes each."""
        return review_queue.waiting(self._session, order, stakes)

    def waiting(self) -> int:
        """How many claims wait."""
        return review_queue.count(self._session)

    def same(self, claim_id: str) -> list[str]:
        """The claims that print the same figure, in the order of the texts; the rejected left out."""
        return likeness.same(self._session, claim_id)

    def marked_alike(self, claim_id: str) -> list[Claim]:
        """Figures like this one whose kind of basis the analyst set."""
        return likeness.marked(self._session, claim_id)

    def speakers(self) -> list[str]:
        """Everybody who is named as a speaker, by name."""
        named = select(StoredClaim.speaker).where(StoredClaim.speaker.is_not(None)).distinct()
        return [name for name in self._session.scalars(named.order_by(func.lower(StoredClaim.speaker))) if name]

    def recent(self, count: int) -> list[tuple[ClaimLine, str, str]]:
        """The claims decided or edited last, newest first, each with what was done to it last and when."""
        touched = review_queue.recent(self._session, count)
        found = {line.record.claim_id: line for line in self.lines([claim_id for claim_id, _, _ in touched])}
        return [(found[claim_id], what, at) for claim_id, what, at in touched]

    def of_topic(self, topic_id: str) -> list[ClaimLine]:
        """The claims filed under a topic, the rejected left out, earliest publication first; without their reach."""
        narrowed = ClaimFilter(topic_id=topic_id)
        return self.lines(self.ids(narrowed, ClaimOrder.PUBLISHED), reach=False)

    def states(self) -> dict[str, dict[State, int]]:
        """How many claims of each article are in each state; an article without claims is left out."""
        counts: defaultdict[str, dict[State, int]] = defaultdict(dict)
        found = select(StoredClaim.article_id, StoredClaim.state, func.count())
        for article_id, state, count in self._session.execute(
            found.group_by(StoredClaim.article_id, StoredClaim.state)
        ):
            counts[article_id][State(state)] = count
        return counts

    def places(self, article_id: str) -> list[tuple[str, Kind, Span]]:
        """Id, kind and span of the article's claims in the order of its text, the rejected left out."""
        found = select(StoredClaim.claim_id, StoredClaim.kind, StoredClaim.char_start, StoredClaim.char_end).where(
            StoredClaim.article_id == article_id, StoredClaim.state != State.REJECTED
        )
        rows = self._session.execute(found.order_by(StoredClaim.char_start, StoredClaim.number))
        return [(claim_id, Kind(kind), Span(start, end)) for claim_id, kind, start, end in rows]

    def search_near(self, terms: Sequence[str], kind: Kind | None = None) -> list[tuple[str, Kind]]:
        """Ids and kinds of claims, the rejected left out, near which a term stands, best first.

        Near are the paragraph, the article's title, and for a comment those that it answers.
        """
        return claim_order.near(self._session, terms, kind)

    def search_conversations(self, names: Sequence[str]) -> list[tuple[str, Kind]]:
        """Ids and kinds of the claims of the conversations that hold most of the names, the rejected left out.

        A conversation is an article without its comments, or a reader's comment with all that answer it.
        """
        return claim_order.conversing(self._session, names)

    def in_state(self, ids: Sequence[str], state: State) -> int:
        """How many of these claims are in a state."""
        counts = (
            select(func.count(StoredClaim.number)).where(StoredClaim.claim_id.in_(page), StoredClaim.state == state)
            for page in lines.in_pages(ids)
        )
        return sum(self._session.scalar(count) or 0 for count in counts)

    def set_state(self, ids: Sequence[str], state: State, at: str) -> list[ClaimRecord]:
        """Decide claims; those that were so already are left alone and not among those given back."""
        changed = [row for row in self._several(ids) if row.state != state]
        for row in changed:
            row.state = state
            row.decided_at = None if state is State.WAITING else at
        return [record(row) for row in changed]

    def set_basis(self, claim_id: str, fields: Mapping[str, str | None], at: str) -> None:
        """Set fields of the basis to the analyst's word; None clears one. The words that say the same stay marked."""
        row = self._stored(claim_id)
        basis = _with(row.basis, fields)
        edited = _grown(row.edited_fields, [f"basis.{name}" for name in fields])
        if basis == row.basis and edited == row.edited_fields:
            return
        row.basis, row.basis_kind = basis, basis.value("kind")
        _edited(row, edited, at)

    def set_read(self, claim_id: str, claim: Claim, fields: Sequence[str], at: str) -> None:
        """Put what was read anew from other words in the place of what was read; `fields` say what is different."""
        row = self._stored(claim_id)
        fill(row, claim)
        _edited(row, _grown(row.edited_fields, fields), at)

    def set_speaker(self, claim_id: str, name: str | None, stance: Stance | None, at: str) -> None:
        """Say who speaks and how they stand to the figure; None where the article speaks in its own voice."""
        row = self._stored(claim_id)
        changed = [field for field, value in (("speaker", name), ("stance", stance)) if getattr(row, field) != value]
        if not changed:
            return
        if name != row.speaker:
            row.speaker, row.speaker_span = name, None
        row.stance = stance
        _edited(row, _grown(row.edited_fields, changed), at)

    def _stored(self, claim_id: str) -> StoredClaim:
        return stored(self._session, StoredClaim, claim_id)

    def _several(self, ids: Sequence[str]) -> Iterator[StoredClaim]:
        for page in lines.in_pages(ids):
            some = select(StoredClaim).where(StoredClaim.claim_id.in_(page))
            yield from self._session.scalars(some.order_by(StoredClaim.number))


def _new_ids(count: int) -> list[str]:
    """Ids that follow one another: that of a claim counts on in the last digits of the first one's."""
    start = int(ULID())
    return [f"clm_{ULID.from_int(start + at)}" for at in range(count)]


def _with(basis: Basis, fields: Mapping[str, str | None]) -> Basis:
    values: dict[str, Stated | None] = {name: getattr(basis, name) for name in FIELDS}
    for name, value in fields.items():
        if name not in FIELDS:
            raise ValueError(f"{name} is no field of the basis")
        known = {"kind": BasisKind, "status": Status}.get(name)
        if known is not None and value is not None:
            known(value)
        said = values[name]
        span = said.span if said is not None and said.value == value else None
        values[name] = None if value is None else Stated(value=value, span=span, by_analyst=True)
    return Basis(**values)


def _grown(fields: tuple[str, ...], more: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*fields, *more)))


def _edited(row: StoredClaim, fields: tuple[str, ...], at: str) -> None:
    row.edited_fields = fields
    row.edited_at = at
    row.revision += 1

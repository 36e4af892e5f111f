"""Claims of a project: what was read, what was decided."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, product
from os import urandom
from types import SimpleNamespace

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session
from ulid import ULID
from ulid.base32 import ENCODE

from app.domain.article import Part
from app.domain.basis import FIELDS, Basis, BasisKind, Stated, Status
from app.domain.claim import Claim, ClaimRecord, Stance, State, restatements
from app.domain.disputes import MeasuredRange
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimLine, ClaimOrder
from app.domain.span import Span
from app.store import lines, marks, plain_rows, voices
from app.store.by_id import stored
from app.store.claim_lists import sorting
from app.store.connecting import driver_of
from app.store.history import recording
from app.store.nearby import Surroundings
from app.store.rows import fill, record
from app.store.tables import PlainText, SpeakerCell, SpeakerName, StoredArticle, StoredClaim

_TEXT_OF = "SELECT content, parts FROM article JOIN plain_text ON sha256 = text_sha256 WHERE article_id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClaims:
    """What was read in an article that is kept already; see `Claims.add`."""

    article_id: str
    claims: Sequence[Claim]
    ranges: Sequence[MeasuredRange] = ()


class Claims:
    """The claims that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, article_id: str, claims: Sequence[Claim], ranges: Sequence[MeasuredRange] = ()) -> list[str]:
        """Keep the claims of an article, all waiting; gives the ids of those kept.

        A claim that restates another in other units is kept with that one, not beside it. `ranges` has one for each
        claim where that is known already; otherwise they are measured later.
        """
        (ids,) = self.add_all([NewClaims(article_id=article_id, claims=claims, ranges=ranges)])
        return ids

    def add_all(self, several: Sequence[NewClaims]) -> list[list[str]]:
        """The same for the claims of several articles, in half the time; gives the ids by article."""
        self._session.flush()
        found = [self._rows(new) for new in several]
        if not any(found):
            return [[] for _ in found]
        start = self.at_most() + 1
        for number, row in enumerate(chain.from_iterable(found), start):
            row.number = number
        connection = self._session.connection()
        with marks.filling(driver_of(connection), start):
            plain_rows.of(StoredClaim).put(connection, chain.from_iterable(found))
        recording.keep_added(self._session, StoredClaim, found)
        return [[row.claim_id for row in rows] for rows in found]

    def _rows(self, new: NewClaims) -> list[SimpleNamespace]:
        """The rows of an article's claims, still without their numbers."""
        content, placed = self._session.connection().exec_driver_sql(_TEXT_OF, (new.article_id,)).one()
        text: str = plain_rows.read_from(PlainText.content, content)
        parts: tuple[Part, ...] = plain_rows.read_from(StoredArticle.parts, placed)
        around = Surroundings(text, parts)
        restated = restatements(new.claims)
        ids = _new_ids(len(new.claims))
        rows = []
        for position, claim in enumerate(new.claims):
            if claim.span.of(text) != claim.surface:
                raise ValueError(f"the text does not say {claim.surface!r} at {claim.span}")
            if claim.converts is None:
                row = SimpleNamespace(
                    claim_id=ids[position],
                    article_id=new.article_id,
                    revision=1,
                    comment=around.comment(claim.span),
                    state=State.WAITING,
                    edited_fields=(),
                    restated=tuple(restated[position]),
                )
                fill(row, claim)
                if new.ranges:
                    kept = new.ranges[position]
                    row.measure, row.halo_low, row.halo_high = kept.measure, kept.low, kept.high
                rows.append(row)
        spoken_by = voices.of(parts, [(row.comment, row.same_key) for row in rows])
        for row, voice in zip(rows, spoken_by, strict=True):
            row.voice = voice
        return rows

    def get(self, claim_id: str) -> ClaimRecord:
        """One claim; a `UserError` where an undo took it away."""
        return record(self._stored(claim_id))

    def of_article(self, article_id: str) -> list[ClaimRecord]:
        """The article's claims in the order of its text, the rejected ones too."""
        found = select(StoredClaim).where(StoredClaim.article_id == article_id)
        return [
            record(row) for row in self._session.scalars(found.order_by(StoredClaim.char_start, StoredClaim.number))
        ]

    def ids_of(self, numbers: Sequence[int]) -> dict[int, str]:
        """Ids by row number; claims that are gone are left out."""
        return sorting.ids_of(self._session, numbers)

    def numbers_of(self, ids: Sequence[str]) -> "array[int]":
        """Row numbers in the order asked for; an id that is gone is left out."""
        return sorting.numbers_of(self._session, ids)

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

    def at_most(self) -> int:
        """How many claims there are at most: the highest number given, 0 for none."""
        return self._session.scalar(select(func.max(StoredClaim.number))) or 0

    def speakers(self) -> list[str]:
        """Everybody who is named as a speaker, by name."""
        speaks = exists().where(SpeakerCell.speaker == SpeakerName.number, SpeakerCell.claims > 0)
        named = select(SpeakerName.name).where(speaks, SpeakerName.name != "")
        return list(self._session.scalars(named.order_by(func.lower(SpeakerName.name))))

    def of_topic(self, topic_id: str) -> list[ClaimLine]:
        """The claims filed under a topic, the rejected left out, earliest publication first; without their reach."""
        found = sorting.ids(self._session, ClaimFilter(topic_id=topic_id), ClaimOrder.PUBLISHED, descending=False)
        return self.lines(found, reach=False)

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
        return sorting.near(self._session, terms, kind)

    def search_conversations(self, names: Sequence[str]) -> list[tuple[str, Kind]]:
        """Ids and kinds of the claims of the conversations that hold most of the names, the rejected left out.

        A conversation is an article without its comments, or a reader's comment with all that answer it.
        """
        return sorting.conversing(self._session, names)

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
    """Ids that follow one another: all but the last four digits are those of one ULID of this moment.

    `ULID()` alone counts on too within a millisecond, so that what begins in it would meet what another call gave.
    """
    stem = str(ULID.from_bytes(ULID().bytes[:6] + urandom(10)))[:-4]
    return [f"clm_{stem}{''.join(last)}" for last in islice(product(ENCODE, repeat=4), count)]


def _with(basis: Basis, fields: Mapping[str, str | None]) -> Basis:
    values: dict[str, Stated | None] = {name: getattr(basis, name) for name in FIELDS}
    for name, value in fields.items():
        if name not in FIELDS:
            raise ValueError(f"{name} is no field of the basis")
        known = {"kind": BasisKind, "status": Status}.get(name)
        if known is not None and value is not None:
            known(value)
        stated = values[name]
        span = stated.span if stated is not None and stated.value == value else None
        values[name] = None if value is None else Stated(value=value, span=span, by_analyst=True)
    return Basis(**values)


def _grown(fields: tuple[str, ...], more: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*fields, *more)))


def _edited(row: StoredClaim, fields: tuple[str, ...], at: str) -> None:
    row.edited_fields = fields
    row.edited_at = at
    row.revision += 1

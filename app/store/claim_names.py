"""How many of the claims that a filter leaves each speaker and each topic has."""

from collections import Counter
from collections.abc import Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, case, exists, func, select
from sqlalchemy.orm import Session, aliased

from app.domain.listing import ClaimFilter, Facet
from app.domain.narrowing import Field
from app.store.claim_counts import MANY, MOST, matching, most_first, pieces, ranked
from app.store.claim_filter import Part, on_marks, parts, shown
from app.store.lines import in_pages
from app.store.tables import Filed, Mark, SpeakerCell, SpeakerName, StoredTopic, TopicCell, TopicNumber


def speakers(session: Session, narrowed: ClaimFilter) -> tuple[Facet, ...]:
    """The speakers of the claims that are left, their own choice left out; "" are those of nobody."""
    counts = Counter[int]()
    for piece in pieces(narrowed):
        asked = [part for part in parts(piece) if part.field != Field.SPEAKER]
        left, claims = shown(piece), func.count()
        if not asked:
            cells = select(SpeakerCell.speaker, func.sum(SpeakerCell.claims)).where(SpeakerCell.standing.in_(left))
            counts.update(dict(session.execute(cells.group_by(SpeakerCell.speaker)).all()))
        elif any(part.of is Mark for part in asked):
            marks = select(Mark.speaker, claims).where(*on_marks(asked), Mark.standing.in_(left))
            counts.update(dict(session.execute(marks.group_by(Mark.speaker)).all()))
        else:
            # Along the index that has speakers in order, where most are left: nothing is sorted or looked up.
            every = matching(session, asked, left)
            there = (Mark.speaker > 0, Mark.standing.in_(left), *on_marks(asked, leading=every <= MANY))
            marks = select(Mark.speaker, claims).where(*there).group_by(Mark.speaker)
            found = Counter({row[0]: row[1] for row in session.execute(marks)})
            found[0] = every - found.total()
            counts.update(found)
    most = dict(nlargest(MOST, counts.items(), key=itemgetter(1)))
    names = {0: ""}
    for page in in_pages([number for number in most if number]):
        named = select(SpeakerName.number, SpeakerName.name).where(SpeakerName.number.in_(page))
        names.update(dict(session.execute(named).all()))
    return ranked(Counter({names[number]: claims for number, claims in most.items()}))


def topics(session: Session, narrowed: ClaimFilter) -> tuple[Facet, ...]:
    """A claim under two topics counts under both; "" are those under none."""
    asked = [part for part in parts(narrowed) if part.field != Field.TOPIC]
    left = shown(narrowed)
    named = select(TopicNumber.number, StoredTopic.name).join(StoredTopic, StoredTopic.topic_id == TopicNumber.topic_id)
    names = dict(session.execute(named).all())
    claims = matching(session, asked, left)
    found = _filings(asked, left, several=_are_several(session), most=claims > MANY) if asked else _every_filing(left)
    counts, filed = Counter[str](), 0
    for topic, under, once in session.execute(found):
        filed += once
        if topic and under:  # the count of a topic that is gone stays, as nothing
            counts[names[topic]] += under
    if not filed:
        return ()
    facets = tuple(Facet(value=name, count=under) for name, under in sorted(counts.items(), key=most_first) if under)
    return (*facets, Facet(value="", count=claims - filed)) if claims > filed else facets


def _every_filing(left: Sequence[int]) -> Select[*tuple[Any, ...]]:
    claims = func.sum(TopicCell.claims)
    found = select(TopicCell.topic, claims, case((TopicCell.topic == 0, claims), else_=0))
    return found.where(TopicCell.standing.in_(left)).group_by(TopicCell.topic)


def _are_several(session: Session) -> bool:
    """Whether any claim is under several topics."""
    each = func.sum(TopicCell.claims).filter(TopicCell.topic > 0)
    any_topic = func.sum(TopicCell.claims).filter(TopicCell.topic == 0)
    return bool(session.scalar(select(each > any_topic)))


def _filings(asked: Sequence[Part], left: Sequence[int], *, several: bool, most: bool) -> Select[*tuple[Any, ...]]:
    """Each topic's claims, and how many of these no earlier topic has.

    Where `most` claims are left, all filings are read with the mark of each, and no index is gone through for marks.
    """
    earlier = aliased(Filed)
    again = exists().where(earlier.claim == Filed.claim, earlier.topic < Filed.topic)
    once = func.sum(case((again, 0), else_=1)) if several else func.count()
    marks = (Mark.claim == Filed.claim, *on_marks(asked, leading=not most), Mark.standing.in_(left))
    return select(Filed.topic, func.count(), once).where(*marks).group_by(Filed.topic)

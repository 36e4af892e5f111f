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
from app.store import full_text
from app.store.claim_lists.conditions import FOUND, Part, beside_words, on_marks, searched
from app.store.claim_lists.counts import MANY, MOST, matching, most_first, ranked
from app.store.claim_lists.filters import parts, shown
from app.store.claim_lists.tallies import Tally, tallied
from app.store.row_numbers import among
from app.store.tables import Filed, Mark, SpeakerCell, SpeakerName, StoredTopic, TopicCell, TopicNumber


def speakers(session: Session, asked: Sequence[Part], left: Sequence[int]) -> Counter[int]:
    """The speakers of the claims that are left, by number; 0 are those of nobody."""
    if not asked:
        cells = select(SpeakerCell.speaker, func.sum(SpeakerCell.claims)).where(SpeakerCell.state.in_(left))
        return Counter(dict(session.execute(cells.group_by(SpeakerCell.speaker)).all()))
    if any(part.of is Mark for part in asked):
        return tallied(session, asked, Tally(numbers=(Mark.speaker,), left=left))[0][0]
    # Along the index that has speakers in order, where most are left: nothing is sorted or looked up.
    every = matching(session, asked, left)
    there = (Mark.speaker > 0, *on_marks(asked, left, leading=every <= MANY))
    marks = select(Mark.speaker, func.count()).where(*there).group_by(Mark.speaker)
    found = Counter({row[0]: row[1] for row in session.execute(marks)})
    found[0] = every - found.total()
    return found


def named(session: Session, counts: Counter[int]) -> tuple[Facet, ...]:
    """Speakers by name, the commonest first; "" are those of nobody."""
    most = dict(nlargest(MOST, counts.items(), key=itemgetter(1)))
    found = select(SpeakerName.number, SpeakerName.name).where(SpeakerName.number.in_(among(most)))
    names = {0: "", **dict(session.execute(found).all())}
    return ranked(Counter({names[number]: claims for number, claims in most.items()}))


def topics(session: Session, narrowed: ClaimFilter, claims: int | None = None) -> tuple[Facet, ...]:
    """A claim under two topics counts under both; "" are those under none.

    `claims` is how many the filter leaves, where that has been counted already.
    """
    asked = [part for part in parts(narrowed) if part.field != Field.TOPIC]
    left = shown(narrowed)
    known = select(TopicNumber.number, StoredTopic.name).join(StoredTopic, StoredTopic.topic_id == TopicNumber.topic_id)
    names = dict(session.execute(known).all())
    if claims is None or any(one.field is Field.TOPIC for one in narrowed.chosen):
        claims = matching(session, asked, left)
    by_topic, under_none = _filings(session, asked, left, claims)
    counts = Counter[str]()
    for topic, under in by_topic.items():
        if under:  # the count of a topic that is gone stays, as nothing
            counts[names[topic]] += under
    if not counts:
        return ()
    facets = tuple(Facet(value=name, count=under) for name, under in sorted(counts.items(), key=most_first))
    return (*facets, Facet(value="", count=under_none)) if under_none else facets


def _filings(session: Session, asked: Sequence[Part], left: Sequence[int], claims: int) -> tuple[Counter[int], int]:
    """Each topic's claims, and how many of all the claims are under none."""
    found = _of_marks(asked, left, several=_are_several(session), most=claims > MANY) if asked else _of_cells(left)
    by_topic, filed = Counter[int](), 0
    for topic, under, once in session.execute(found):
        filed += once
        by_topic[topic] += under if topic else 0
    return by_topic, claims - filed


def _of_cells(left: Sequence[int]) -> Select[*tuple[Any, ...]]:
    claims = func.sum(TopicCell.claims)
    found = select(TopicCell.topic, claims, case((TopicCell.topic == 0, claims), else_=0))
    return found.where(TopicCell.state.in_(left)).group_by(TopicCell.topic)


def _are_several(session: Session) -> bool:
    """Whether any claim is under several topics."""
    each = func.sum(TopicCell.claims).filter(TopicCell.topic > 0)
    any_topic = func.sum(TopicCell.claims).filter(TopicCell.topic == 0)
    return bool(session.scalar(select(each > any_topic)))


def _of_marks(asked: Sequence[Part], left: Sequence[int], *, several: bool, most: bool) -> Select[*tuple[Any, ...]]:
    """Each topic's claims, and how many of these no earlier topic has.

    Where `most` claims are left, all filings are read with the mark of each, and no index is gone through for marks.
    """
    earlier = aliased(Filed)
    again = exists().where(earlier.claim == Filed.claim, earlier.topic < Filed.topic)
    once = func.sum(case((again, 0), else_=1)) if several else func.count()
    query, unsaid, unseen = searched(asked, left)
    if query and not unsaid and unseen is None:
        there = [full_text.matches("claim_words", query), Filed.claim == FOUND]
    elif query:
        there = [Mark.claim == Filed.claim, *beside_words(asked, left)]
    elif most:
        there = [Mark.claim == Filed.claim, *on_marks(asked, left, leading=False)]
    else:
        there = [Filed.claim.in_(select(Mark.claim).where(*on_marks(asked, left)).correlate(None))]
    return select(Filed.topic, func.count(), once).where(*there).group_by(Filed.topic)

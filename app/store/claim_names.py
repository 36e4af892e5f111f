"""How many of the claims that a filter leaves each speaker and each topic has."""

from collections import Counter
from collections.abc import Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, case, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from app.domain.listing import ClaimFilter, Facet
from app.domain.narrowing import Field
from app.store import full_text
from app.store.claim_counts import MANY, MOST, matching, most_first, ranked
from app.store.claim_filter import parts, shown
from app.store.claim_parts import FOUND, Part, Standings, beside_words, on_marks, searched
from app.store.row_numbers import among
from app.store.tables import Filed, Mark, SpeakerCell, SpeakerName, StoredTopic, TopicCell, TopicNumber


def speakers(session: Session, asked: Sequence[Part], left: Sequence[int]) -> Counter[int]:
    """The speakers of the claims that are left, by number; 0 are those of nobody."""
    if not asked:
        cells = select(SpeakerCell.speaker, func.sum(SpeakerCell.claims)).where(SpeakerCell.standing.in_(left))
        return Counter(dict(session.execute(cells.group_by(SpeakerCell.speaker)).all()))
    if any(part.of is Mark for part in asked):
        return marked(session, asked, left, Mark.speaker)[0]
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


def marked(
    session: Session, asked: Sequence[Part], left: Standings, *numbers: InstrumentedAttribute[int]
) -> list[Counter[int]]:
    """How many of the claims that are left have each number of a column of `Mark`, in one pass for all the columns.

    SQLite puts a character into one string for every claim and column, which Python counts: to group claims it would
    sort them all, and a row for each takes longer. Nothing that is numbered here comes to a million.
    """
    signs = func.group_concat(func.char(*(_SIGNS + number for number in numbers)), "")
    found = session.scalar(select(signs).where(*beside_words(asked, left))) or ""
    return [
        Counter({ord(sign) - _SIGNS: claims for sign, claims in Counter(found[at :: len(numbers)]).items()})
        for at in range(len(numbers))
    ]


_SIGNS = 0x10000
"""The character for 0: from here on all are there, a million of them."""


def topics(session: Session, narrowed: ClaimFilter) -> tuple[Facet, ...]:
    """A claim under two topics counts under both; "" are those under none."""
    asked = [part for part in parts(narrowed) if part.field != Field.TOPIC]
    left = shown(narrowed)
    known = select(TopicNumber.number, StoredTopic.name).join(StoredTopic, StoredTopic.topic_id == TopicNumber.topic_id)
    names = dict(session.execute(known).all())
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
    query, unsaid, unseen = searched(asked, left)
    if not query:
        there = [Mark.claim == Filed.claim, *on_marks(asked, left, leading=not most)]
    elif unsaid or unseen is not None:
        there = [Mark.claim == Filed.claim, *beside_words(asked, left)]
    else:
        there = [Filed.claim == FOUND, full_text.matches("claim_words", query)]
    return select(Filed.topic, func.count(), once).where(*there).group_by(Filed.topic)

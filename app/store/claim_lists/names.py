"""How many of the claims that a filter leaves each speaker and each topic has."""

from collections import Counter
from collections.abc import Sequence
from heapq import nlargest
from operator import itemgetter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.listing import Facet
from app.store.claim_lists import portions
from app.store.claim_lists.conditions import Part, on_marks
from app.store.claim_lists.counts import MANY, MOST, fewest, matching, most_first, ranked
from app.store.claim_lists.tallies import Tally, tallied
from app.store.row_numbers import among, rows_of
from app.store.tables import Mark, SpeakerCell, SpeakerName, StoredTopic, TopicCell, TopicNumber, TopicSet


def speakers(session: Session, asked: Sequence[Part], left: Sequence[int]) -> Counter[int]:
    """The speakers of the claims that are left, by number; 0 are those of nobody."""
    if not asked:
        cells = select(SpeakerCell.speaker, func.sum(SpeakerCell.claims)).where(SpeakerCell.state.in_(left))
        return Counter(dict(rows_of(session, cells.group_by(SpeakerCell.speaker))))
    if portions.tell(asked) or any(part.of is Mark for part in asked):
        return tallied(session, asked, Tally(numbers=(Mark.speaker,), left=left))[0][0]
    # Along the index that has speakers in order, where most are left: nothing is sorted or looked up.
    every = matching(session, asked, left)
    there = (Mark.speaker > 0, *on_marks(asked, left, leading=fewest(session, asked) if every <= MANY else ()))
    marks = select(Mark.speaker, func.count()).where(*there).group_by(Mark.speaker)
    found = Counter(dict(rows_of(session, marks)))
    found[0] = every - found.total()
    return found


def named(session: Session, counts: Counter[int]) -> tuple[Facet, ...]:
    """Speakers by name, the commonest first; "" are those of nobody."""
    most = dict(nlargest(MOST, counts.items(), key=itemgetter(1)))
    found = select(SpeakerName.number, SpeakerName.name).where(SpeakerName.number.in_(among(most)))
    names = {0: "", **dict(rows_of(session, found))}
    return ranked(Counter({names[number]: claims for number, claims in most.items()}))


def topics(session: Session, asked: Sequence[Part], left: Sequence[int]) -> Counter[int]:
    """The topics of the claims that are left, by number; a claim under two counts under both, and 0 are under none."""
    if asked:
        return of_sets(session, tallied(session, asked, Tally(numbers=(Mark.topics,), left=left))[0][0])
    cells = select(TopicCell.topic, func.sum(TopicCell.claims)).where(TopicCell.state.in_(left))
    found = Counter(dict(rows_of(session, cells.group_by(TopicCell.topic))))
    found[0] = matching(session, (), left) - found[0]
    return found


def of_sets(session: Session, by_set: Counter[int]) -> Counter[int]:
    """The claims of each topic, from those of each set of topics; 0 are still those under none."""
    found = Counter({0: by_set[0]})
    for number, topics in rows_of(session, select(TopicSet.number, TopicSet.topics)):
        for topic in topics.split():
            found[int(topic)] += by_set[number]
    return found


def named_topics(session: Session, counts: Counter[int]) -> tuple[Facet, ...]:
    """Topics by name, the commonest first, and at last as "" the claims under none; nothing where none is under any."""
    known = select(TopicNumber.number, StoredTopic.name).join(StoredTopic, StoredTopic.topic_id == TopicNumber.topic_id)
    by_name = Counter[str]()
    for topic, name in rows_of(session, known):
        by_name[name] += counts[topic]
    facets = tuple(Facet(value=name, count=under) for name, under in sorted(by_name.items(), key=most_first) if under)
    if not facets:
        return ()
    return (*facets, Facet(value="", count=counts[0])) if counts[0] else facets

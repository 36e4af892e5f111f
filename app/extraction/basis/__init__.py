"""What the words around a figure say of it: rate or total, in which prices, over how long, against what.

One sentence is read at a time. Every cue is found once and handed to the figures it can belong to (reach.py), so a cue
in one figure's clause cannot leak to another's; each field of a figure then keeps its best cue (settle.py). The cues
themselves stand in tables: kinds.py, prices.py, statuses.py, scopes.py, baselines.py, assumptions.py, wholes.py,
lengths.py and dates.py, one module a field.
"""

import threading
from bisect import bisect_left
from collections.abc import Sequence

from app.domain.basis import Basis
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.settle import settle
from app.extraction.mention import Mention, Passage

_NOTHING = Basis()


class _Latest(threading.local):
    """The sentence read last, kept because its figures are asked for one after the other."""

    passage: Passage | None = None
    sentence: Span | None = None
    mentions: Sequence[Mention] | None = None
    bases: dict[Span, Basis] = {}  # noqa: RUF012 - replaced, never changed


_latest = _Latest()


def read(passage: Passage, sentence: Span, mention: Mention, mentions: Sequence[Mention]) -> Basis:
    """What the mention's sentence states of its basis, each field with the span of its cue; the rest is None.

    `mentions` are all of the text, in its order.
    """
    same = _latest.passage is passage and _latest.mentions is mentions and _latest.sentence == sentence
    if not same:
        first = bisect_left(mentions, sentence.start, key=lambda one: one.span.start)
        last = bisect_left(mentions, sentence.end, key=lambda one: one.span.start)
        inside = mentions[first:last]
        _latest.bases = settle(
            Clause(passage=passage, span=sentence, figures=inside, near=_near(mentions, first, last))
        )
        _latest.passage, _latest.sentence, _latest.mentions = passage, sentence, mentions
    return _latest.bases.get(mention.span, _NOTHING)


def _near(mentions: Sequence[Mention], first: int, last: int) -> Sequence[Mention]:
    """A few figures on either side: one of them may say how long "the lease" is."""
    return mentions[max(0, first - 12) : last + 12]

"""What the words around a figure say of it: rate or total, in which prices, over how long, against what.

One sentence is read at a time. Every cue is found once and handed to the figures it can belong to (attachment.py), so
that a cue in one figure's clause cannot leak to another's; each field of a figure then keeps its best cue (settle.py).
The cues themselves stand in tables, one module a field: kinds.py, prices.py, statuses.py, scopes.py with parts.py,
baselines.py, assumptions.py, wholes.py, lengths.py, and dates.py with events.py. times.py tells whose date it is where
the nearest figure is not the right one, siblings.py what a figure takes over from the one before it, and notes.py what
one sentence states for others.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from app.domain.basis import Basis
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.settle import settle
from app.extraction.mention import Mention, Passage

_NEAR = 12
"""Figures on either side of a sentence that are looked at: one of them may say how long "the lease" is."""


def read(passage: Passage, sentence: Span, mentions: Sequence[Mention]) -> Mapping[Span, Basis]:
    """What a sentence states of the basis of each figure in it, each field with the span of its cue.

    By the figures' spans; a figure that nothing is said of is left out. `mentions` are all of the text, in its order.
    """
    first = bisect_left(mentions, sentence.start, key=lambda one: one.span.start)
    last = bisect_left(mentions, sentence.end, key=lambda one: one.span.start)
    near = mentions[max(0, first - _NEAR) : last + _NEAR]
    return settle(Clause(passage=passage, span=sentence, figures=mentions[first:last], near=near))

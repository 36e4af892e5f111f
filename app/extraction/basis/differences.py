"""Amounts of a move that no verb leads to: what is added to a bill, and changes in brackets behind a list of names."""

import re
from collections.abc import Iterator

from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import NUMBERS, Hit
from app.extraction.basis.moves import MOVED, NOUN
from app.extraction.mention import Mention
from app.extraction.word_sets import one_of

_ADDS = one_of("add adds added adding")
_ADDED = re.compile(r"\badd(?:s|ed|ing)?(?: up to)? $")
_TO = re.compile(r"(?:\s(?:[a-z][\w'-]*\s){0,3}?)to\s")
_SIGNED = re.compile(r"[-−–+]\d")
# "Thefts rose most in Ely (14%)", "The largest falls were in Oslo (9%)"; in "Turnout rose in Ely (62%)" it is a level.
_MOST = re.compile(
    rf"(?:\b{MOVED} (?:by )?(?:the )?(?:most|least|furthest|[a-z]{{3,}}est)"
    rf"|(?:most|[a-z]est) (?:[a-z-]+ )?{NOUN}(?: (?:was|were|came|is|are))?)"
    r" (?:in|for|at|among) (?:[^;.]|\.\d){0,100}\($"
)


def hits(clause: Clause) -> Iterator[Hit]:
    """A change for each figure that is one by where it stands."""
    adds = not clause.words.isdisjoint(_ADDS)
    for mention in clause.figures:
        if mention.figure.kind in NUMBERS and (
            (adds and _is_added(clause, mention)) or _is_listed(clause, mention) or _is_plus(clause, mention)
        ):
            fits = frozenset({mention.figure.kind})
            yield Hit(name="kind", value=BasisKind.CHANGE, span=_cue(clause, mention), fits=fits, within=1)


def is_added(clause: Clause, summed: Span) -> bool:
    """Whether words that seem to sum up say to what a figure comes: "adds up to £9m | to the bill"."""
    return any(_is_added(clause, one) for one in clause.figures_in(summed.start, summed.end + 2))


def _is_added(clause: Clause, mention: Mention) -> bool:
    """Whether words say to what a figure comes: "adds £9m to the bill", but not "the fees add up to £9m"."""
    return bool(_ADDED.search(clause.before(mention.span.start, 16)) and _TO.match(clause.after(mention.span.end)))


def _is_listed(clause: Clause, mention: Mention) -> bool:
    """Whether a percentage alone in brackets is a change, by its sign or by what leads to the list."""
    if mention.figure.kind is not Kind.PERCENTAGE or clause.after(mention.span.end, 1) != ")":
        return False
    lead = clause.before(mention.span.start, 160)
    return lead.endswith("(") and bool(_SIGNED.match(clause.said(mention.span)) or _MOST.search(lead))


def _is_plus(clause: Clause, mention: Mention) -> bool:
    """Whether a percentage is printed as a rise: "Kell, at a modest +0.9%"."""
    return mention.figure.kind is Kind.PERCENTAGE and clause.before(mention.span.start, 2) in {" +", "(+"}


def _cue(clause: Clause, mention: Mention) -> Span:
    """The word before a figure, or its bracket."""
    lead = clause.before(mention.span.start, 24).rstrip()
    start = mention.span.start - 1 if lead.endswith("(") else mention.span.start - len(lead.rsplit(" ", 1)[-1]) - 1
    return Span(start, mention.span.start - (0 if lead.endswith("(") else 1))

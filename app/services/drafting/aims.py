"""A number that an article only aims at or expects, and a draft tells as reached."""

import re

from app.comparison.statement import Statement
from app.comparison.words.hedges import HEDGES
from app.domain import edtf
from app.domain.basis import Status

_PROMISE = r"(?:targets?|goals?|aims?|ambitions?|pledges?|promises?|vows?|commitments?)"
_HEDGES = r"(?:[\w’'-]+ ){0,3}"
_AIMED_AT = re.compile(
    rf"\b{_PROMISE}(?: is| was)? (?:of|to|at|for)\b[^.;,]{{0,50}}$"
    r"|\b(?:wants?|wanted|hop(?:es?|ed|ing)|aim(?:s|ed|ing)|seeks?|sought|planned|vow(?:s|ed|ing)|pledg(?:es?|ed|ing)"
    r"|promis(?:es?|ed|ing)|committed|intend(?:s|ed)?|plans?(?: is| was)?|expect(?:s|ed)?|forecast|projected|predicted"
    r"|likely|set|due|scheduled|is|are|was|were) to\b[^.;,]{0,40}$"
    r"|\baim(?:s|ed|ing)? for\b[^.;,\d]{0,50}$"
    r"|\b(?:will|would|could|may|might)\b(?! have\b)[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""What leads up to a number that somebody wants to reach, or expects."""
_KEPT = re.compile(
    rf"(?<!\bto )\b(?:hits?|met|reached|achieved|beat|beaten|exceeded|kept|fulfilled|passed|surpassed|delivered on)"
    rf" {_HEDGES}{_PROMISE}\b",
    re.IGNORECASE,
)
"""What says that an aim was reached; "is set to hit its target" does not."""
_DONE = re.compile(
    r"(?<!\bwill )(?<!\bwould )(?<!\bcould )(?<!\bshould )(?<!\bmay )(?<!\bmight )(?<!\bto )\b(?:has|have|had)"
    r"(?: (?!(?:to|not|never|no|yet|a|an|the|its|their)\b)[a-z’'-]+){0,5}"
    rf" {HEDGES}$",
    re.IGNORECASE,
)
"""What leads up to a number in the perfect tense: "has already built"."""
_PERFECT = re.compile(
    r"\b(?:has|have) (?:already |now |also |since )?(?:been )?"
    r"(?:[a-z]+ed|built|brought|bought|cut|put|set|hit|made|met|paid|sold|spent|lost|won|left|sent|led|taken|given|done|risen|fallen|grown|shrunk|driven|come|gone)"
    rf"(?: (?!to\b)[a-z’'-]+){{0,4}} {HEDGES}$",
    re.IGNORECASE,
)
"""The same with its participle: not "has a"."""
_CHANGED_TO = re.compile(
    r"\b(?:has|have|had) (?:[a-z]+ ){0,2}(?:risen|fallen|grown|shrunk|climbed|dropped|increased|gone (?:up|down)"
    rf"|been (?:raised|lifted|cut|reduced))(?: from [^.;,]{{1,20}})? to {HEDGES}$"
    r"|\b(?:has|have|had) (?:[a-z]+ )?(?:raised|lifted|cut|reduced|increased|brought|pushed) [^.;,\d]{1,40}"
    rf" to {HEDGES}$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\bto )(?<!\bbe )(?<!\bhave )(?<!\bhas )(?<!\bhad )\b(?:reached|hit|totalled|exceeded|passed|topped|came to"
    r"|amounted to|(?:rose|fell|grew|climbed|dropped|jumped|increased|went up|went down) (?:by|to)|built|created"
    rf"|delivered|opened|hired|spent|earned|raised|sold|made|received|cut) {HEDGES}$",
    re.IGNORECASE,
)
"""What leads up to a number in the simple past, as of a thing that is over: "the budget reached"."""
_PROMISED = re.compile(
    rf"\b(?:pledge[sd]?|promise[sd]?|offer(?:s|ed)?|earmark(?:s|ed)?|commit(?:s|ted)|vow(?:s|ed)) {HEDGES}$",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"(?<!\bto )(?<!\bbe )\b(?:gave|given|paid|sent|delivered|received|got|spent|handed over|disbursed)\b"
    r"[^.;,\d]{0,40}$",
    re.IGNORECASE,
)
_FIRM = frozenset((Status.TARGET, Status.PLAN, Status.FORECAST))
_FORESEEN = frozenset((Status.TARGET, Status.FORECAST))
_STANDS = re.compile(r"\b(?:stands|stood) at (?:[a-z]+ ){0,2}$", re.IGNORECASE)
_WISHES = re.compile(
    rf"\b(?:{_PROMISE}|want\w*|hope[ds]?|hoping|aim\w*|pledg\w+|promis\w+|vow\w*|plan(?:s|ning)?|planned (?:to|for)"
    r"|committed|intend\w*|sought|agreed|offered|announced|said|ordered|asked|set|demand\w*|propos\w+|called|meant"
    r"|need\w*)\b",
    re.IGNORECASE,
)
"""What is said of an aim, and not of what was done."""
_CLAUSE = re.compile(r"[.;:,](?!\d)|\b(?:and|but|while|whereas)\b")


def is_reached_too_soon(mine: Statement, theirs: Statement) -> bool:
    """Whether the draft tells in the past, or as the level of a day, what the article only aims at or expects.

    The simple past of a report may be told of what was still to come then: it counts where the article's time is ahead.
    """
    told, said = mine.told(), theirs.told()
    if _PROMISED.search(said.before) and _PAID.search(told.before):
        return True
    done = _DONE.search(told.before) or _CHANGED_TO.search(told.before) or _STANDS.search(told.before)
    done = done or (_PAST.search(told.before) if _is_ahead(theirs) else None)
    if done is None or _WISHES.search(_CLAUSE.split(told.before)[-1]):
        return False
    aimed = _AIMED_AT.search(said.before) is not None or (
        theirs.claim.basis.value("status") in _FORESEEN and _PERFECT.search(told.before) is not None
    )
    return aimed and _KEPT.search(theirs.text) is None


def _is_ahead(theirs: Statement) -> bool:
    """Whether an article gives a number as planned or expected, for a time that begins after its own day."""
    basis = theirs.claim.basis
    when = edtf.days(basis.value("target_date") or basis.value("period") or "")
    ahead = when is not None and theirs.published is not None and when[1] > theirs.published
    return ahead and basis.value("status") in _FIRM

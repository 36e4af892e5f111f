"""How firm a figure is by the words about it: what it is, and whether it revises another."""

import re
from dataclasses import dataclass

from app.comparison.statement import Statement, Told
from app.comparison.words import contrasts
from app.comparison.words.hedges import HEDGES
from app.domain.basis import Status
from app.domain.calendar_names import YEAR
from app.domain.currency_signs import SIGNS
from app.domain.figure import Figure, Kind

_ESTIMATE = (
    r"(?:estimates?|forecasts?|projections?|predictions?|figures?|numbers?|counts?|tolls?|totals?|costs?|bills?|prices?|budgets?"
    r"|targets?|deadlines?|dates?|data|growth|outlook|guidance|accounts)"
)
_PUT_ANEW = (
    r"(?:(?:revis|updat|correct|amend|restat|re-?estimat|rais|lift|increas|lower|reduc|upgrad|downgrad|mov|push)ed|cut"
    r"|put (?=back|up|down))"
)
_NO_VERB = r"(?:(?!(?:will|would|could|may|might|is|are|was|were|has|had)\b)[\w’'-]+ )"
_BY = r"(?: ?\b(?:since|again|back|up|down|upwards?|downwards?|sharply|slightly))*(?: by [^.;,#]{1,30}?)?"
_REVISION = re.compile(
    r"\b(?:in|after|following) (?:a|an|the) (?:correction|clarification|revision)\b"
    rf"|\b{_PUT_ANEW}{_BY},? (?:to|from|until|at) (?:[\w’'-]+ ){{0,2}}[#{SIGNS}\d]"
    r"|\b(?:revised|updated|corrected|amended|restated) [^.;,#]{1,80} to (?:[a-z]+ ){0,2}#"
    rf"|\b(?:raise|lift|cut|reduce|upgrade|downgrade|move|push|revise|update|correct|lower)s?d?"
    rf" (?:(?:up|down|back|its|the|their|an?|this|that) )*{_NO_VERB}{{0,3}}{_ESTIMATE}\b"
    rf"|\b(?:revised|updated|corrected|amended|restated|re-?estimated) (?:[a-z]+ )?(?:{_ESTIMATE}\b|#)"
    rf"|\b(?:latest|new) (?:release|{_ESTIMATE})"
    r"|\b(?:has|have|had) (?:since |now |already )?(?:risen|fallen|grown) to\b"
    r"|\bnow\b[^#]*#|#[^#,]*\bnow\b|\b(?:is|are|was|were) no longer\b[^#]*#"
    rf"|#,? (?:and )?no longer (?:the )?[{SIGNS}\d]"
)
"""Words that govern a figure, or name it: an estimate is raised, a toll corrected; something now costs so much."""
_REVISED = r"\b(?:revis|updat|correct|amend|restat|re-?estimat)(?:ed|es|ing)\b(?:[^.;:!?]|\.(?=\d)){0,80}?"
_OR_SHARE = r"(?:[\d.,]+ ?(?:%|per ?cent) ?\()?$"
_REVISED_FROM = re.compile(rf"{_REVISED}\bfrom {HEDGES}{_OR_SHARE}")
_REVISED_TO = re.compile(rf"{_REVISED}\bfrom\b(?:[^.;:!?]|\.(?=\d)){{1,60}}? to {HEDGES}{_OR_SHARE}")
"""Both ends of a revision, the second of which may stand twice: "from 4% (£9m) to 5% (£12m)"."""
_CORRECTION = re.compile(r"\W*(?:correction|clarification)\b")
"""What a correction begins with."""
_THAN_BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|earlier|original(?:ly)?|initial(?:ly)?|first) (?:[a-z]+ )?"
    r"(?:estimate|forecast|thought|expected|plan)"
    r"|\b(?:double|treble|triple|quadruple)s?\b"
)
"""Words by which a figure is told as higher or lower than one before it."""
_PUT_OFF = re.compile(r"\b(?:delayed|postponed|brought forward|slipped to)\b")
"""Of a date: a revision. What is bought sooner or later costs what it did."""
_PAPER = r"(?:treaty|contract|agreement|accord|deal|pact)"
_SIGNED = re.compile(
    rf"\b(?:signed|ratified) {_PAPER}\b"
    rf"|\b{_PAPER}(?:,? (?:which was |as )?|\b[^.;]{{0,60}} (?:was|were|been) )(?:signed|ratified)\b"
)
_FINAL = re.compile(
    r"(?<!possible )(?<!likely )(?<!expected )(?<!estimated )"
    r"\b(?:audited|outturn|out-turn|final (?:accounts?|figures?|cost|bill))\b"
)
_PLANNED_WORDS = re.compile(
    r"\b(?:will|shall|due|planned|(?<!as )expected|aims?|scheduled|to be|should|must|target|deadline|set to|pledged?"
    rf"|forecast)\b|\bby (?:[a-z-]+ ){{0,3}}(?:#|{YEAR})"
)


_SAID = (
    r"wanted|hoped|aimed|planned|offered|estimated|expected|forecasted|promised|pledged|proposed|predicted|projected|demanded"
    r"|asked|needed|agreed|suggested|claimed|reported|announced|valued|priced|backed|supported|named|called|used|based|related"
    r"|budgeted|targeted|set|put|outlined|allocated|provided|need|speed|compared|raised to|increased to|allowed"
    r"|required|considered|intended"
)
_PAST = (
    r"(?<!the )(?<!a )(?<!total )(?<!overall )(?<!true )(?<!its )(?<!estimated )cost(?! (?:of|for|was|is)\b)"
    r"|came (?:in )?(?:to|at)|rose to|fell to|grew to|amounted to|made|lost|took|spent|built|sold|shed|grew|fell"
    r"|rose|drew|paid|gave|won|found|cut|hit|saw|held|got|ran|shut"
)
_HAPPENED = re.compile(
    rf"\b(?:{_PAST}|(?!(?:{_SAID})\b)[a-z]+ed|(?:was|were) (?:growing|rising|falling|running))\b"
    r"(?:(?!\b(?:to|will|would|could)\b)[^.;,]){0,25}$"
)
"""A simple past that leads up to a figure."""
_NOT_YET = re.compile(
    r"\b(?:to|will|would|could|may|might|shall|should|must|can|cannot|not|never|if|being|be|was|were|been|is|are)\b[^.;,]{0,15}$"
)
"""What before a verb makes it no simple past."""
_HOLDS_NOW = re.compile(
    r"\b(?:is|are|stands?)\b(?! to\b)[^.;,]{0,15}$|\bnow\b[^.;,]{0,30}$"
    rf"|(?<!to )\b(?:has|have) {HEDGES}$"
)
_BEGINS_LATER = re.compile(r"\b(?:from|starting|beginning|as of) next (?:[a-z]+)\b")
_FORMER = re.compile(
    r"^[^.;,]{0,20}(?<!\bon )(?<!\bthan )(?<!\bfrom )"
    r"\b(?:a|one|two|three|four|five|six|ten|\d+|several|some) (?:months?|years?|decades?) (?:ago|earlier|before)\b"
    r"|^[^.;,]{0,30}\b(?:at (?:its|their) (?:height|peak)|in (?:its|their) (?:heyday|prime))\b"
)
_PEAK = r"(?:(?:recorded|record|previous|earlier) )*(?:peak|high|low|record) of "
_MOVED_FROM = re.compile(
    r"\b(?:up|down|higher|lower|rise|increase|fall|drop|increased|decreased|risen|fallen|recovered|dropped)"
    r"(?: (?:slightly|sharply|only|by [^.;]{1,20}|[\d.]+ ?(?:%|per cent)))?"
    rf" from {HEDGES}(?:{_PEAK}{HEDGES})?$"
    rf"|\b(?:from|than|on) {HEDGES}{_PEAK}{HEDGES}$"
    r"|\bpreviously (?:hit|stood|peaked|reached|was|were)\b[^.;]{0,60}$"
    r"|\bwhen $|\bwhen\b[^.;]{0,70}\b(?:was|were|peaked|stood)\b[^.;]{0,50}$"
)
"""A value from which something moved."""
_ORIGINAL = re.compile(
    rf"\b(?:original(?:ly)?|initial(?:ly)?|at first|(?:earlier|previous|prior) {_ESTIMATE})\b"
    rf"(?:(?!\bnow\b)[^.;:{SIGNS}]){{0,120}}$"
    rf"|\bhad (?:once |first |previously )?been (?:put|estimated|projected|expected|priced|budgeted|planned)\b"
    rf"[^.;:,{SIGNS}]{{0,30}}$"
    rf"|\bwas (?:once )?to (?:have )?(?:cost|open|be (?:finished|completed|ready))\b[^.;:,{SIGNS}]{{0,20}}$"
)
_MOVED_DATE = re.compile(
    r"\b(?:rather than|instead of) (?:[a-z]+ ){0,3}$"
    rf"|\b(?:{_PUT_ANEW}|delayed|postponed|brought forward|slipped|slid){_BY}(?: to [^.;,#]{{4,20}})?"
    r",? from (?:[a-z]+ ){0,2}$"
)
"""Of a date: the one in whose place another is told."""
_DATED = re.compile(r"\b(?:dates?|deadlines?|timelines?|schedul|due|expected|(?:re-?)?open|complet|finish|to be)")
"""What a recalled date is of: "two weeks after the initial estimate, in March", names no date that was moved."""
_IN_PLACE_OF = re.compile(rf"\b(?:rather than|instead of|from) (?:[a-z]+ ){{0,2}}({YEAR})\b")
_ORIGINAL_AFTER = re.compile(r"^,? (?:(?:that|which) )?(?:was |were |had been )?(?:originally|initially|at first)\b")
_GOES_AHEAD = r"(?:built|approved|passed|adopted|agreed|elected|introduced|carried|implemented|ahead|through|convicted)"
_UNLESS = re.compile(rf"\b(?:without|unless|but for|were it not|if(?! (?:[a-z]+ ){{0,3}}{_GOES_AHEAD}\b))\b")
"""That a plan goes ahead is no condition of its cost."""
_PHRASE = re.compile(r"[^.;]+")
_WOULD = re.compile(r"\bwould\b[^#]*#|# (?:[a-z]+ ){0,3}would\b")
_WITHIN_CONDITION = re.compile(
    r"(?:\A|[.!?] )\W*(?:if|unless|should|were)\b[^.;,#]{0,60}#[^.;,#]{0,25},"
    r"|\b(?:assuming|assume|on the assumption) (?:that )?[^.;,#]{0,40}\bcosts? [^.;,#]{0,30}#"
    r"|(?<=\w )(?:if|unless|in case) [^.;,#]{0,60}#[^.;,#]{0,25}(?:[.;,]|\Z)"
)
"""A figure at which something is to happen is nobody's figure of it: "if it goes beyond £47m, the council pays"."""
_FORESEEN = re.compile(
    r"\b(?<!as )(?:forecasts?|forecasted|expect(?:s|ed)?|project(?:s|ed)|predict(?:s|ed)?|budgeted|planned"
    r"|pencilled in)\b"
)
_WISHED = re.compile(
    r"\b(?:wants?|wanted|hopes?|hoped|hoping|aims?|aimed|aiming|seeks?|sought|planned|committed|promis(?:es|ed)|vow(?:s|ed)"
    r"|pledge[sd]?|calls? for|called for|target(?:s|ed)? of|ambition)\b[^.;,]{0,40}$"
    r"|\bplans?\b(?:(?!\b(?:will|would|could|may|might|costs?|is|are|was|were|forgive|cancel)\b)[^.;,]){0,40}$"
    r"|\b(?:target|goal|ambition)\b[^.;,]{0,50}\b(?:is|was|of|at)\b[^.;,]{0,10}$"
    r"|\brequir(?:es?|ing) (?:a |the )?(?:cut|fall|drop|reduction|rise|increase)[^.;,]{0,20} to $"
)
"""A plan that will cost so much is no aim at that cost."""
_WISHED_AFTER = re.compile(r" (?:[a-z-]+ ){0,2}(?:targets?|goals?|ambition)\b")
_OUGHT = re.compile(
    r"(?:(?!\b(?:say|said|thought?|think|believed?|want(?:ed)?)\b)[^.;,]){0,60}\b(?:should|must|ought to)\b"
)
"""After a share, what is demanded of it."""
_CURRENT = re.compile(r"\b(?:current|present|existing) (?:(?:level|rate|share) of )?$")
_IN_FORCE = re.compile(r"\b(?:is|are|remains?) (?:already )?(?:committed|obliged|bound) to (?:[a-z]+ )?$")
_REACH = 60
"""How many characters before a figure its verb is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmness:
    """How firm a figure is by the words of its text."""

    status: Status | None
    """Signed or outturn, where the sentence is of a signed text or of final accounts."""
    revises: bool
    told_new: bool
    """The words say that it revises another, or is higher or lower than one before it."""
    is_planned: bool
    """The words speak of what is to come."""
    foreseen: bool
    """The words speak of what is expected or planned."""
    happened: bool
    """A verb in the simple past leads up to it."""
    holds_now: bool
    """A verb in the present leads up to it."""
    is_current: bool
    """It is called the current one."""
    in_force: bool
    """Somebody is bound to it already."""
    former: bool
    """It was so some time ago, or at first."""
    original: bool
    """It is called the original estimate, cost or number, or the date that another has taken the place of."""
    withdrawn: bool
    """Its own sentence tells what took its place ("revised from £4m to £5m")."""
    in_place_of: int | None
    """Of a date: the year that its words say it is told in the place of."""
    on_condition: bool
    """It would be so if something else were."""
    begins_later: bool
    """It is to be so from next year, or the like."""
    wished: bool
    """Somebody wants or means it to be so."""


def read(statement: Statement, told: Told) -> Firmness:
    """The firmness of a figure, by its own clause where the words could belong to something else."""
    before, clause = told.before[-_REACH:].lower(), told.clause
    revises = _revises(statement.claim.figure, told)
    return Firmness(
        status=_status(f"{told.before.lower()}#{told.clause_after}"),
        revises=revises,
        told_new=revises or _THAN_BEFORE.search(told.lower) is not None,
        is_planned=_PLANNED_WORDS.search(clause) is not None,
        foreseen=_FORESEEN.search(clause) is not None,
        happened=_happened(before),
        holds_now=_HOLDS_NOW.search(before) is not None,
        is_current=_CURRENT.search(before) is not None,
        in_force=_IN_FORCE.search(before) is not None,
        former=_is_former(statement.claim.figure, told),
        original=_is_recalled(statement.claim.figure, told),
        withdrawn=_is_withdrawn(statement.claim.figure, told),
        in_place_of=_in_place_of(statement.claim.figure, told),
        on_condition=_is_on_condition(told),
        begins_later=_BEGINS_LATER.search(clause) is not None,
        wished=_WISHED.search(before) is not None
        or _WISHED_AFTER.match(told.after.lower()) is not None
        or _is_demanded(statement.claim.figure, told),
    )


def _is_on_condition(told: Told) -> bool:
    if _WITHIN_CONDITION.search(told.around):
        return True
    return _WOULD.search(told.clause) is not None and any(
        _UNLESS.search(phrase) and re.search(r"\bwould\b", phrase) for phrase in _PHRASE.findall(told.lower)
    )


def _revises(figure: Figure, told: Told) -> bool:
    before = told.before.lower()
    if _CORRECTION.match(before) or _REVISION.search(told.clause) or _REVISED_TO.search(before):
        return True
    return figure.kind in (Kind.DATE, Kind.DURATION) and _PUT_OFF.search(told.clause) is not None


def _is_former(figure: Figure, told: Told) -> bool:
    """Whether it was so some time ago: two years before, at first, or as the first of several estimates."""
    if _is_recalled(figure, told) or _MOVED_FROM.search(told.before.lower()):
        return True
    return _FORMER.search(contrasts.clause(told)[1]) is not None


def _is_recalled(figure: Figure, told: Told) -> bool:
    if figure.kind is Kind.DATE:
        if _MOVED_DATE.search(told.clause_before):
            return True
        if not _DATED.search(told.clause_before):
            return False
    if _is_withdrawn(figure, told):
        return True
    return bool(_ORIGINAL.search(told.clause_before) or _ORIGINAL_AFTER.match(told.after.lower()))


def is_revised_from(before: str) -> bool:
    """Whether the words before a number say that it is revised to another: "revised its figure from £4m to £5m"."""
    return _REVISED_FROM.search(before.lower()) is not None


def _is_withdrawn(figure: Figure, told: Told) -> bool:
    return figure.kind is not Kind.DATE and is_revised_from(told.before)


def _in_place_of(figure: Figure, told: Told) -> int | None:
    if figure.kind is not Kind.DATE or not (found := _IN_PLACE_OF.search(told.clause)):
        return None
    return int(found[1])


def _is_demanded(figure: Figure, told: Told) -> bool:
    return figure.kind is Kind.PERCENTAGE and _OUGHT.match(told.after.lower()) is not None


def _happened(before: str) -> bool:
    verb = _HAPPENED.search(before)
    return verb is not None and _NOT_YET.search(before, 0, verb.start()) is None


def _status(text: str) -> Status | None:
    if _FINAL.search(text):
        return Status.OUTTURN
    return Status.SIGNED if _SIGNED.search(text) else None

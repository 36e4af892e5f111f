"""The dates that tell of an event beside a figure, and not of the figure: "set in 2009", "the February release"."""

import re

from app.domain.currency_signs import SIGNS
from app.domain.figure import Kind
from app.extraction.basis.clause import Clause
from app.extraction.basis.moves import HEDGE
from app.extraction.dates.tense import UNPLANNED
from app.extraction.dates.years import YEAR_OF_NAME
from app.extraction.mention import Mention
from app.extraction.word_sets import one_of

_TELLS = (
    r"(?:announced|said|told|heard|warned|wrote|reported|unveiled|(?<!was )(?<!were )(?<!been )(?:confirmed|revealed))"
)
_EVENT_VERB = re.compile(
    rf"\b(?:{_TELLS}|says|releasing|publishing|announcing|signed|published|agreed|set(?: out| up)?|launched|founded"
    r"|introduced|enacted|adopted|unveiled|last (?:met|seen|reached|achieved|hit)"
    r"|approved|passed|released|issued|made|written|began|started|established|elected|appointed|added|born|died"
    r"|opened|closed|drawn up|drafted|paid off|speaking|tweeted|dated|collected|committed|pledged|promised|vowed"
    r"|(?:was|were|been|as) (?:\w+ly |first )?(?:estimated|calculated|costed))\s+"
    r"(?:\w+ly\s+|back\s+|only\s+|earlier\s+|later\s+)?"
    r"(?:(?:for|with|at)\s+(?:the\s+|an?\s+|its\s+)?[\w'-]+\s+"  # "set for the project in 2015"
    r"|by\s+(?:[\w'.-]+\s+){1,4}|(?<=out\s)(?:the|its|an?)\s[\w'-]+\s+)?"
    r"(?:(?:in|on|of|during|at)\s+)?(?:the\s+|year\s+|early\s+|late\s+)*$"
)
# What happens to those that are counted: "900 sheep died in 2024", but not "Hale, who has 40 shops, died in 2024".
_HAPPENED = re.compile(
    r"(?:born|died|opened|closed|began|started|launched|founded|added|collected|built|completed|finished|constructed)\b"
)
_FORMER = re.compile(rf"\b(?:from|against|than|versus|compared (?:with|to))(?: the)?{HEDGE} $")
_THOSE = re.compile(r"\s(?:(?:who|that|which)\s)?(?:(?:have|has|had|were|was|been|also|newly)\s)*")
# "The opening was put back to 2030."
_PUT_OFF = re.compile(
    r"\b(?:slip|slid|delay|postpon|put (?:back|off)|push|mov|defer|shift|extend|brought forward)\w*\b[^,;]{0,30}\sto\s"
    r"(?:early |mid-?|late |the (?:end|start) of )?$"
)
# "The bill that was pulled in March cuts £5m", "before it was pulled in March (£5m)".
_DONE_THEN = re.compile(
    r"\b(?:that|which|who) (?:was|were|had|has) [^,;–—]{3,40}$"
    r"|\b(?:before|after|until|once) (?:[\w-]+ ){1,4}?(?:was|were|goes|go|went|comes?|came|takes|took|starts?)\b"
    r"[^,;–—\d]{0,40}$"
)
_RELATIVE = ("that", "which", "who")
_GOES_ON = re.compile(r"\s\(|\s(?:also |now |then )?[a-z]+\b(?! of\b)")
_WHEN_LEADS = re.compile(r"\W*(?:when|by the time)\b[^,;]*$")
# "It set June as the target": what is set, and not when.
_AS_AIM = re.compile(r"\sas (?:the|its|their|an?) (?:[\w-]+ )?(?:targets?|goals?|deadline|date|aim)\b")
# "Will cost $4bn and open in 2030", "the pier was built in 1977".
_DONE = re.compile(
    r"\b(?:opens?|reopen(?:s|ed)?|built|constructed|erected|finished|completed) (?:in|on|around) "
    r"(?:early |mid-?|late |(?:the )?(?:end|start|middle) of )?$"
)
# "$4bn with an opening date in late 2030", "$4bn, with completion in 2030".
_DAY_OF = re.compile(
    r"\b(?:(?:re-?)?opening|completion|delivery|launch|start|finish|start-up|handover|closure)(?: date)? "
    r"(?:(?:in|by|for|of|set for|due in) )(?:the )?(?:early |mid-?|late |(?:end|start|middle) of )?$"
)
_FINISHING = one_of(
    "open opens reopen reopens reopened built constructed erected finished completed opening reopening completion"
    " delivery launch start finish handover closure"
)
_GAMES = r"(?:games|olympics|paralympics|(?:world )?cup|championships?|festival|expo)"
_EVENT_NOUN = re.compile(
    rf"(?:'s)?\s+(?:(?:olympic|paralympic|commonwealth|asian|summer|winter)\s+)*{_GAMES}\b|"
    r"(?:'s)?\s+(?:(?:quarterly|annual|monthly|yearly|weekly|economic|fiscal)\s+)?(?:release|bulletin|report|statement"
    r"|speech|paper|survey|review|summit|election|deal|agreement|treaty|act|law|conference|meeting|interview"
    r"|referendum|census|edition|article|study|letter|briefing|manifesto|war|invasion|crisis)s?\b"
)
# "Three times the 2018 estimates of another", "pointed to a 2013 pier collapse", but "the 2013 collapse killed 90".
_COMPARED = re.compile(r"\b(?:than|times|like|unlike|after|since|above|below|beyond|(?<!according )to) (?:an?|the) $")
_OTHER_EVENT = re.compile(rf"\s+(?:[a-z-]+\s){{0,2}}?(?:{UNPLANNED}|estimates?)\b")
_YEAR = re.compile(r"\d{4}(?:-\d\d/\d{4}-\d\d)?")
_NAMED_FOR_YEAR = re.compile(rf"\b(?:{_GAMES}|summit|conference|review|census|treaty)\s$")
# "The May budget", but not "the 2025 budget", which is for that year.
_OF_MONTH = re.compile(r"(?:'s)?\s+(?:budget|forecast|update|outlook|estimate|projection|prediction|score)s?\b")
_MONTH = len("2035-01")
# "£5m, not the £4m forecast in May" is what was said in May; "£4m is forecast in 2035" is of that year.
_FORECAST_IN = re.compile(
    r"\d\S*\s(?:[mb]illion\s)?(?:(?P<estimated>estimated)|forecast|projected|predicted|pencilled in) (?:back )?in $"
)
# "It was projected in 2019 to cost £4m".
_WAS_TO = re.compile(
    r"\b(?:was|were|been) (?:projected|forecast|expected|predicted|thought|supposed|meant|planned|budgeted)"
    r" (?:back )?in $"
)
_TO_DO = re.compile(r" to [a-z]")
# "9,000 hurt since the war began in 2019", "more than 4,000 dead since launching it in 2019".
_SINCE_IT = re.compile(r"\bsince (?:[\w'-]+ ){1,9}?(?:in|on) (?:early |mid-?|late )?$")
# "40%, double that in 2018".
_THAT_OF = re.compile(
    r"\b(?:double|twice|triple|half|than|above|below|times|from|as|against|with) (?:that|those) (?:in|of|for) $"
)
# "A tenth of their 2019 level", "above the 2019 average".
_OF_ITS = re.compile(r"\b(?:of|below|above|than|over|under|to|from|on|against) (?:its|their|the|his|her|our) $")
_STANDING = re.compile(r"(?:'s)? (?:levels?|peak|high|low|average|mark)\b(?! (?:of|at) \W?\d)")
# "The forecast last week of 3.8%".
_FORETOLD = re.compile(r"\b(?:forecasts?|predictions?|estimates?|projections?)\s+(?P<within>in\s+)?$")
# "The range set out in a report by the board in May".
_IN_PAPER = re.compile(
    rf"\b(?:set out|given|quoted|published|outlined|put forward)\s(?:in|by)\s[^,;:.{SIGNS}]{{3,80}}\s$"
)
# "The minister last week confirmed £40bn".
_THEN_TOLD = re.compile(rf"\s(?:\w+ly )?(?:{_TELLS}|promised|pledged|estimated|predicted|projected)\b")
# "Last week the envoy announced that aid will rise": the day of the announcement, which opens the sentence.
_OPENS_TELLING = re.compile(
    rf"^,?(?: [\w'’.-]+,?){{0,14}}? (?:{_TELLS}|claimed|admitted|estimated)"
    r"(?: [\w'’-]+){0,4} (?:that|“|\"|(?:it|they|he|she|we) (?:would|will)\b)"
    r"|^,?(?: [\w'’.-]+,?){1,8}? (?:committed|pledged|promised|vowed|agreed|set) (?:to|an?|the|its)\b"
    r"|^,?(?: [\w'’.()-]+,?){1,8}? (?:shared|gave|issued|released|published|presented|updated|revised|raised|cut) "
    r"(?:an?|its|the|their) (?:[\w-]+ ){0,2}(?:estimate|forecast|projection|outlook|costing)s?\b"
)
# "In October the board was told that £5m a day was being spent": what was told is of then.
_GOING_ON = re.compile(r"\b(?:was|were) (?:being|costing|spending|running|losing|paying)\b")
_ASIDE_BEFORE = re.compile(r",\s(?:who|whose)\s[^,;\d]*$")
_ASIDE_AFTER = re.compile(r"[^,;\d]{0,60},\s[a-z]")
_HEAD, _OPENING = 24, 160
# "Up 0.2% after a similar gain in August", "back to its level in 2020".
_OF_OTHER = re.compile(
    r"\b(?:(?:after|following) (?:an?|the|its|their) [^,;:.\d]{1,40}|"
    r"(?:to|from|since|below|above) (?:its|their|the) (?:[\w-]+ ){1,2}(?:levels?|peak|low|high|rate)"
    r"|\b(?:back|return(?:s|ed|ing)?) to (?:its|their|the) (?:[\w-]+ ){0,2}[\w-]+"
    r"|(?:on|at|using|by|with) (?:the |its )?(?:[\w-]+ ){0,2}(?:indices|index|prices|rates?|data))"
    r" (?:in|of|for|during|at|from) (?:the )?(?:early |mid |late )?$"
)


def is_event(clause: Clause, mention: Mention) -> bool:
    """Whether the date is that of an event ("set in 2009", "the February release") and not of the figure."""
    if mention.rule == YEAR_OF_NAME:  # "London 2012"
        return True
    before, after = clause.before(mention.span.start, 60), clause.after(mention.span.end, 160)
    opening = mention.span.start - clause.span.start
    if after.startswith(",") and opening < _OPENING and _WHEN_LEADS.match(clause.low[:opening]):
        return False  # "When it opened in 2020, it had 90 beds"
    if _AS_AIM.match(after):
        return False
    if before.endswith("budget ") and _YEAR.fullmatch(mention.figure.date or ""):
        return True
    if _NAMED_FOR_YEAR.search(before):  # "the Spending Review 2015"
        return True
    if _EVENT_NOUN.match(after) or (len(mention.figure.date or "") == _MONTH and _OF_MONTH.match(after)):
        return True
    if before.endswith((" the ", " a ", " an ")) and _COMPARED.search(before) and _OTHER_EVENT.match(after):
        return True
    verb = _EVENT_VERB.search(before)
    if verb and not _happened(clause, opening + clause.span.start - len(before) + verb.start(), verb[0]):
        return True
    if _OF_OTHER.search(before) or _PUT_OFF.search(before):
        return True
    if _SINCE_IT.search(clause.before(mention.span.start, 90)) or _THAT_OF.search(before):
        return True
    if (_OF_ITS.search(before) and _STANDING.match(after)) or (_WAS_TO.search(before) and _TO_DO.match(after)):
        return True
    forecast = _FORECAST_IN.search(before)
    if forecast and (forecast["estimated"] or len(mention.figure.date or "") == _MONTH):
        return True
    if (done := _DONE_THEN.search(before)) and not _is_of_head(clause, mention.span.start - len(before), done, after):
        return True
    # A date in an aside is what the aside tells of: "the boss, who has led it since 2019, warned".
    if _ASIDE_BEFORE.search(clause.before(mention.span.start, 140)) and _ASIDE_AFTER.match(after):
        return True
    foretold = _FORETOLD.search(before)
    if foretold and (not foretold["within"] or after.startswith(" of ")):  # "the estimate in May of £5m"
        return True
    if _THEN_TOLD.match(after) or _IN_PAPER.search(clause.before(mention.span.start, 120)):
        return True
    return len(before) < _HEAD and _OPENS_TELLING.search(after) is not None and _GOING_ON.search(after) is None


def is_finish(clause: Clause, mention: Mention) -> bool:
    """Whether something is done or opens on the date, which no sum beside it is for."""
    if _FINISHING.isdisjoint(clause.words):
        return False
    before = clause.before(mention.span.start, 60)
    done = _DONE.search(before)
    if done is None:
        return _DAY_OF.search(before) is not None
    return not _happened(clause, mention.span.start - len(before) + done.start(), done[0])


def _happened(clause: Clause, start: int, verb: str) -> bool:
    """Whether a verb tells of the figure before it: "900 sheep died in 2024", "up from the 800 reported in 2023"."""
    if verb.startswith("reported"):
        given = [one for one in clause.figures_in(start - 60, start) if start - one.span.end <= 1]
        return bool(given) and _FORMER.search(clause.before(given[-1].span.start)) is not None
    counted = clause.figures_in(start - 60, start) if _HAPPENED.match(verb) else ()
    return (
        bool(counted)
        and _THOSE.fullmatch(clause.low, counted[-1].span.end - clause.span.start, start - clause.span.start)
        is not None
        and counted[-1].figure.kind is Kind.QUANTITY
    )


def _is_of_head(clause: Clause, start: int, done: re.Match[str], after: str) -> bool:
    """Whether a relative clause tells of a figure right before it ("900 people who died in May"), or ends all."""
    if not done[0].startswith(_RELATIVE):
        return False
    head = start + done.start()
    counted = [one for one in clause.figures_in(head - 60, head) if one.span.end >= head - 1]
    return bool(counted) or _GOES_ON.match(after) is None

"""How firm a figure is said to be: from a report to the final account."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.basis import Status
from app.domain.currency_signs import SIGNS
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import ANYTHING, NUMBERS, QUANTITIES, Cue, Hit, Side, Table, look
from app.extraction.word_sets import one_of

_TARGET, _PLAN, _FORECAST = Status.TARGET, Status.PLAN, Status.FORECAST
_ESTIMATE, _REPORTED, _SIGNED, _OUTTURN = Status.ESTIMATE, Status.REPORTED, Status.SIGNED, Status.OUTTURN
_G, _A, _B = Side.GOVERNS, Side.AFTER, Side.BEFORE

TABLE = Table(
    Cue(
        _TARGET,
        r"pledg(?:e|ed|es|ing)|vow(?:s|ed)?|promis(?:e|ed|es|ing)|commit(?:s|ted|ting|ment|ments)?(?: to)?\b",
        "pledge pledged pledges pledging vow vows vowed promise promised promises promising commit"
        " commits committed committing commitment commitments",
        ANYTHING,
        _G,
    ),
    Cue(
        _TARGET,
        r"aim(?:s|ed|ing)? (?:to|for|of|is)\b|aim\b|(?:target(?:s|ing)?|goals?)\b(?!,? with\b)"
        r"|targeted(?= (?:at|by|for|to|in|about|around|nearly|over|some)\b| [^a-z])"  # but "a targeted scheme"
        r"|ambitions?\b|aspir(?:es?|ation)",
        "aim aims aimed aiming target targets targeted targeting goal goals ambition ambitions aspire"
        " aspires aspiration",
        ANYTHING,
        _G,
    ),
    Cue(
        _TARGET,
        r"(?:must|(?:has|have|needs?|required|is|are|be) to|should) (?:be )?(?:reach|hit|meet|get(?= to| back)|rise"
        r"|raise|fall|spend|cut|reduce)\w*",
        "must should to",
        NUMBERS,
        _G,
        rank=1,
        also=one_of("must should has have need needs required is are be"),
    ),
    Cue(
        _TARGET,
        r"(?<!not )want(?:s|ed)? (?:to (?:cut|raise|build|reach|reduce|spend|invest|recruit|hire|plant|double|halve"
        r"|lift|increase|lower|bring|train|create|add)|(?:[\w'-]+ ){1,4}?(?:cut|reduced|raised|increased|lowered"
        r"|lifted|halved|built|spent|to (?:be|fall|rise|reach|cut|raise|pay|spend|build)))\b",
        "want wants wanted",
        NUMBERS,
        _B,
        within=20,
        rank=1,
    ),
    Cue(
        _TARGET,
        r"(?:spending |emissions? |funding )?(?:target|goal|pledge|commitment|ambition|floor|ceiling"
        r"|objective)s?\b",
        "target targets goal goals pledge pledges commitment commitments ambition ambitions floor"
        " floors ceiling ceilings objective objectives",
        ANYTHING,
        _A,
        within=22,
    ),
    Cue(
        _PLAN,
        r"plan(?:s|ned|ning)?\b|intends? to|intended to|(?<!not )budgeted"
        r"|earmark(?:s|ed)|sets? aside"
        r"|scheduled(?! (?:air(?:lines?)?|flights?|services?|passengers?|carriers?|trains?|ferr(?:y|ies)|buses"
        r"|(?:commercial )?banks?|castes?|tribes?|drugs?|substances?|monuments?)\b)|allocat(?:ed|es)"
        r"|draft (?:\w+ )?(?:budget|plan|bill|estimate|proposal|agreement|programme|settlement|spending|version)s?\b",
        "plan plans planned planning intend intends"
        " intended budgeted earmark earmarks earmarked scheduled set sets allocated allocates"
        " draft",
        ANYTHING,
        _G,
    ),
    Cue(
        _PLAN,
        # "Due to rise", but "due to two mistakes", "due to the strike".
        r"(?:is|are|was|were) (?:set to|due to(?= (?:be|have|begin|start|open|close|rise|fall|grow|expire|end|arrive"
        r"|take|reach|cost|get|go|come|run|pay|receive|increase|make|become|launch|complete|finish|move|leave|retire"
        r"|meet|vote|report|publish|build|spend|drop|double|return|cut|lose|replace|join|enter|add|cover|hit|create"
        r"|sell|buy|host|last|total|hire|carry|produce|deliver|supply|treble|triple|climb|shrink|settle|stand|serve)\b))",
        "set due",
        ANYTHING,
        _G,
    ),
    Cue(
        _FORECAST,
        r"expect(?:s|ed|ing|ation|ations)?\b|(?<!short of )project(?:ed|ions?)\b"
        rf"|projects (?=(?:that|an?|its|total|annual|\d+|spending|growth|revenues?|output|inflation)\b|[{SIGNS}])"
        r"|forecast(?:s|ed|ing)?\b|predict(?:s|ed|ing|ions?)?\b|anticipat(?:es?|ed|ing)\b|foresees?\b|envisag(?:es?"
        r"|ed)\b",
        "expect expects expected expecting expectation expectations projected projects projection"
        " projections forecast forecasts forecasted forecasting predict predicts predicted predicting"
        " prediction predictions anticipate anticipates anticipated anticipating foresee foresees envisage"
        " envisages envisaged",
        ANYTHING,
        _G,
    ),
    Cue(
        _FORECAST,
        r"would (?:likely|probably) |(?:could|might|may|likely to|on course to|on track to)"
        r" (?:yet |well |eventually |soon )?(?:be|have|cost|reach|rise|climb|fall|hit|exceed|top|total|lose|need|owe"
        r"|grow|shrink|amount|take|add|save|raise|swell|come|run|double|bring|generate|mean|see|go|face)"
        r"|(?:could|might) (?:yet |well |eventually |soon )?(?!not\b|only\b|never\b)[a-z]+",
        "could might may likely probably course track",
        ANYTHING,
        _G,
        rank=1,
    ),
    Cue(
        _FORECAST,
        r"(?:is|are) seen (?:lower|higher|rising|falling|growing|reaching|slowing|easing|widening|narrowing|at)\b",
        "seen",
        NUMBERS,
        _G,
    ),
    Cue(
        _FORECAST,
        r"(?:forecast|projection|prediction)s?\b",
        "forecast forecasts projection projections prediction predictions",
        ANYTHING,
        _A,
        within=12,
    ),
    Cue(
        _ESTIMATE,
        r"(?:an? )?estimat(?:ed?|es|ing|ions?)\b|reckon(?:s|ed)?\b|(?:is|are|was|were|been) put at"
        r"|puts? (?!(?:back|off|up|down|out|forward)\b)\S.{0,60}? at\b|calculat(?:es|ed)\b|best guess|ballpark",
        "estimate estimated estimates estimating estimation estimations reckon reckons reckoned put"
        " puts calculates calculated guess ballpark",
        ANYTHING,
        _G,
    ),
    Cue(
        _ESTIMATE,
        r"according to (?:(?:an?|the|its|their|new|latest|recent|official|early|preliminary|initial|internal) )*"
        r"estimates?\b",
        "estimate estimates",
        NUMBERS,
        _A,
        within=40,
        rank=2,
    ),
    Cue(_ESTIMATE, r"estimates?\b", "estimate estimates", ANYTHING, _A, within=2),
    Cue(
        _ESTIMATE,
        r"(?:(?:on|by|in|at) )?(?:the|its|their|an?|[\w'-]+'s?) (?:[\w'-]+ ){0,3}?estimates?\b",
        "estimate estimates",
        ANYTHING,
        _A,
        within=3,
    ),
    Cue(_ESTIMATE, r"as (?:\w+ly )?estimated\b", "estimated", ANYTHING, _A, within=30, rank=1),
    Cue(
        _ESTIMATE,
        r"(?:[\w'.-]+ ){1,6}(?:estimated|estimates|reckons|reckoned|calculates)(?=[.,;]| *$)",
        "estimated estimates reckons reckoned calculates",
        ANYTHING,
        _A,
        within=3,
    ),
    Cue(
        _REPORTED,
        r"reportedly|allegedly|(?:was|were|is|are|been|widely) (?:widely )?reported\b|reported(?="
        r" \S*\d)|rumou?red|(?:is|are|was|were) (?:widely )?(?:said|understood|thought|believed"
        r"|alleged) to|(?:media|press|newspaper) reports?|according to reports|reports (?:say|said"
        r"|suggest|suggested|claim|claimed)",
        "reportedly allegedly reported rumoured rumored said understood thought believed alleged reports report",
        ANYTHING,
        _G,
    ),
    Cue(
        _REPORTED,
        r"reportedly|it (?:is|was|has been) reported|according to (?:media |press |newspaper )?reports",
        "reportedly reported reports",
        ANYTHING,
        _A,
        within=60,
    ),
    Cue(_SIGNED, r"(?:newly |now )?signed(?! up| off)", "signed", ANYTHING, _B),
    Cue(_SIGNED, r"(?:is|was|were|been) signed(?! up| off)", "signed", ANYTHING, _A, within=40),
    Cue(
        _SIGNED,
        r"(?:treaty|contract|agreement|deal|accord|act|law)"
        r" (?:sets?|provides?|requires?|stipulates?|fixes|commits?|obliges?)|ratified|legally binding",
        "treaty contract agreement deal accord act law ratified binding",
        ANYTHING,
        _G,
    ),
    # What is forecast under a contract is a forecast; a "contract for difference" is a thing that is traded.
    Cue(
        _SIGNED,
        r"under the (?:terms of the )?(?:signed )?(?:treaty|contract|agreement|accord)\b(?! for differences?\b)",
        "treaty contract agreement accord",
        ANYTHING,
        _G,
        rank=2,
    ),
    Cue(
        _OUTTURN,
        r"out-?turns?\b|actual(?:ly)? (?:spen[dt]|spending|cost|paid|outlay|total|figure)\w*|audited"
        r"|(?:final|annual|published) accounts (?:show|record|put|give)|final figures?|provisional"
        r" actuals?",
        "outturn turn turns outturns actual actually audited accounts final provisional",
        NUMBERS,
        _G,
    ),
    Cue(
        _OUTTURN, r"(?:has|have|had) (?:already )?been (?:spent|disbursed)\b", "spent disbursed", NUMBERS, _A, within=5
    ),
)


_TOPICS = one_of("plan plans proposal proposals pledge promise commitment target targets goal")
# The first verb behind a plan: what it will do or cost is no longer planned, but "the plan is that it will".
_FINITE = re.compile(
    r"\b(?:(?P<own>(?:will|would|could|may|might|can)(?: be)?|costs|cuts|saves|raises|adds|cancels|gives|means"
    r"|brought|led|delivered|saved|achieved|produced|resulted|yielded)"
    r"|is|are|was|were|has|have|had|sets?|calls?|foresees?|envisages?|includes?|involves?|that|[;:])(?!\w)"
)
_WHICH = re.compile(r"\b(?:which|who) $")
_NEXT = 10
_THAN = re.compile(
    r"\bthan (?:(?:was|were|had been) )?(?:previously |originally |first |initially )?$"
    r"|\b(?:since|beyond) (?:the |its |their )?(?:initial |original |first |earlier |previous )?$"
)
# "Two exceeded their cost estimates, 11 did not", but "above forecasts of £4m".
_BEATEN = re.compile(
    r"\b(?:exceed(?:s|ed|ing)?|beat(?:s|en|ing)?|miss(?:es|ed|ing)?|surpass(?:es|ed|ing)?|above|below)"
    r" (?:the |its |their |all |an? )?(?:[\w-]+ ){0,2}$"
)
# "Confirmed preliminary projections that sales fell by 9%".
_CONFIRMED = re.compile(r"\bconfirm(?:s|ed|ing) (?:[\w'-]+ ){0,3}$")
_OF_FIGURE = re.compile(r"\s(?:of|for|that|at)\b")
_NAMED = re.compile(
    r"\]|\s(?:care|treatments?|surgery|operations?|admissions?|procedures?|obsolescence|economy|parenthood|giving)\b"
)
_PLANNING = re.compile(r"\b(?:is|are|was|were|been|be|starts?|began)(?: \w+)? \||\|(?: to\b| an?\b| for\b)")
# "A price tag on the plan: £5m", but "part of the plan" and "opposed to the plan to spend £5m".
_TOPIC = re.compile(
    r"(?<!part )\b(?:on|of|over|to|into|about|behind|against|from)"
    r" (?:the|an?|its|his|her|their|this|that|any) (?:[\w'-]+ ){0,3}?$"
)
# "Committed a further offence", "the thefts that were committed".
_WRONG = re.compile(
    r"\b(?:re-?)?(?:offen[cs]es?|crimes?|murders?|killings?|frauds?|thefts?|robber(?:y|ies)|burglar(?:y|ies)|assaults?"
    r"|attacks?|rapes?|arson|suicides?|perjury|treason|atrocit(?:y|ies)|genocide|abuses?|violations?|breach(?:es)?"
    r"|acts?|errors?|mistakes?|fouls?|sins?)\b"
)
# "Voters backed the plan by 52% to 48%": what a vote is won by is not planned.
_VOTED = re.compile(
    r"\b(?:back|reject|approv|pass|support|oppos|defeat|endors|adopt|carri|ratifi)(?:e?d|es|s|ing)? (?:the|an?|its|his"
    r"|her|their|this|that|[\w-]+'s?) (?:[\w'-]+ ){0,3}?$"
)
_WON_BY = re.compile(
    r"(?:\s[a-z'-]+){0,3}?\s(?:by|with)\s(?:an? (?:margin|majority|vote) of |only |just |about |nearly )?\d"
)
_CLAUSE = re.compile(r"[;:.()–—]")
_GOAL = re.compile(r"\s(?:to|of|for|that)\b")
# "The estimate leaves out a cut from 10% to 5%", "the new estimate will add fuel to the dispute over £5m".
_SILENT = re.compile(
    r"\s(?:(?:does|do|did) not|excludes?|excluded|ignores?|ignored|omits?|omitted|leaves? out|left out"
    r"|(?:will|would|could|may)(?! be\b)|comes?|came|follows|followed)\b"
)


# "It met its target of 90 homes": what is reached is aimed at no more, unlike "aims to meet its target".
_REACHED = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!must )(?<!should )(?<!may )(?<!might )(?<!can )(?<!not )(?<!n't )"
    r"\b(?:met|hit|reached|achieved|fulfilled|attained) (?:its|their|the|his|her|our|an?|[\w-]+'s?) (?:[\w-]+ ){0,2}?$"
)
_WAS_REACHED = re.compile(
    r"s? of [^,;]{1,50} (?:was|were|has been|have been|had been) (?:met|hit|reached|achieved|fulfilled|attained)\b"
)
# "The estimates were drawn up two weeks after the fire": what time and days tell is not estimated.
_MADE = re.compile(
    r"\s(?:(?:was|were|is|are|has been|have been|had been) )(?:\w+ly |first |only )?(?:prepared|issued|released|created"
    r"|published|presented|submitted|unveiled|completed|drawn up|finali[sz]ed|drafted|announced|made|given|sent)\b"
)
# "The estimated cost of a 900-seat hall is £5m": no seats are estimated.
_COST = re.compile(r"\s(?:total |overall |final |annual |construction )?(?:costs?|price|bill|spending|budget)\b")


def hits(clause: Clause) -> Iterator[Hit]:
    """Every cue of the status."""
    for hit in look(clause, "status", TABLE):
        if not _only_names(clause, hit):
            until = _end(clause, hit)
            after = clause.after(hit.span.end)
            fits = NUMBERS if _MADE.match(after) else hit.fits
            if clause.said(hit.span).endswith("ed") and _COST.match(after):
                fits -= QUANTITIES
            yield hit if until is None and fits is hit.fits else replace(hit, until=until, fits=fits)


def _only_names(clause: Clause, hit: Hit) -> bool:
    """Whether the words name a thing, or something measured against: "planned care", "higher than expected"."""
    word, before, after = clause.said(hit.span), clause.before(hit.span.start), clause.after(hit.span.end)
    if hit.side is Side.GOVERNS and _THAN.search(before):
        return True
    if hit.side is Side.GOVERNS and hit.value == _FORECAST and _CONFIRMED.search(before):
        return True
    if hit.side is Side.AFTER and " than " in f" {word}":
        return True
    if hit.side is Side.GOVERNS and _BEATEN.search(before) and not _OF_FIGURE.match(after):
        return True
    if hit.value == _TARGET and (_REACHED.search(before) or _WAS_REACHED.match(clause.after(hit.span.end, 90))):
        return True
    if word.startswith("plan") and _NAMED.match(after):
        return True
    if word.startswith("commit") and not word.endswith(" to"):
        around = _CLAUSE.split(before)[-1], _CLAUSE.split(clause.after(hit.span.end, 60))[0]
        return any(_WRONG.search(words) for words in around)
    if word == "planning":
        return _PLANNING.search(f"{before}|{after}") is None
    if word in _TOPICS and hit.side is Side.GOVERNS:
        if _GOAL.match(after) is None and _TOPIC.search(before):
            return True
        return _VOTED.search(before) is not None and _WON_BY.match(after) is not None
    return word.startswith("estimate") and _SILENT.match(after) is not None


def _end(clause: Clause, hit: Hit) -> int | None:
    """Where a plan ends and what it will do begins: "the plan to hire 50 nurses | will cost £5m"."""
    if hit.side is not Side.GOVERNS or clause.said(hit.span).rsplit(" ", 1)[-1] not in _TOPICS:
        return None
    after = clause.after(hit.span.end, 240)
    for verb in _FINITE.finditer(after):
        if verb["own"] is None or (verb["own"].endswith(" be") and hit.value == _TARGET):
            return None
        if verb.start() < _NEXT or not _WHICH.search(after[: verb.start()]):
            return hit.span.end + verb.start()
    return None

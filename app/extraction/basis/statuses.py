"""How firm a figure is said to be: from a report to the final account."""

from collections.abc import Iterator

from app.domain.basis import Status
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import ANYTHING, NUMBERS, Cue, Hit, Side, Table, look

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
        r"aim(?:s|ed|ing)? (?:to|for|of|is)\b|aim\b|(?:target(?:s|ed|ing)?|goals?)\b(?!,? with\b)"
        r"|ambitions?\b|aspir(?:es?|ation)",
        "aim aims aimed aiming target targets targeted targeting goal goals ambition ambitions aspire"
        " aspires aspiration",
        ANYTHING,
        _G,
    ),
    Cue(
        _TARGET,
        r"(?:must|(?:has|have|needs?|required|is|are|be) to|should) (?:be )?(?:reach|hit|meet|get|rise"
        r"|raise|fall|spend|cut|reduce)\w*",
        "must has have need needs required is are be should",
        NUMBERS,
        _G,
        rank=1,
    ),
    Cue(
        _TARGET,
        r"(?:spending |emissions? |funding )?(?:target|goal|pledge|commitment|ambition|floor|ceiling"
        r"|objective)s?\b",
        "target targets goal goals pledge pledges commitment commitments ambition ambitions floor"
        " ceiling objective objectives",
        ANYTHING,
        _A,
        within=22,
    ),
    Cue(
        _PLAN,
        r"plan(?:s|ned|ning)?\b|propos(?:e|ed|es|als?|ing)\b|intends? to|intended to|budgeted"
        r"|earmark(?:s|ed)|scheduled|sets? aside|allocat(?:ed|es)"
        r"|draft (?:\w+ )?(?:budget|plan|bill|estimate|proposal|agreement|programme|settlement|spending|version)s?\b",
        "plan plans planned planning propose proposed proposes proposal proposals proposing intend"
        " intends intended budgeted earmark earmarks earmarked scheduled set sets allocated allocates"
        " draft",
        ANYTHING,
        _G,
    ),
    Cue(_PLAN, r"(?:is|are|was|were) (?:set|due) to\b", "set due", ANYTHING, _G),
    Cue(
        _FORECAST,
        r"expect(?:s|ed|ing|ation|ations)?\b|(?<!short of )project(?:ed|ions?)\b"
        r"|projects (?=(?:that|an?|its|total|annual|\d+|spending|growth|revenues?|output|inflation)\b|[£$€₹])"
        r"|forecast(?:s|ed|ing)?\b|predict(?:s|ed|ing|ions?)?\b|anticipat(?:es?|ed|ing)\b|foresees?\b|envisag(?:es?"
        r"|ed)\b",
        "expect expects expected expecting expectation expectations projected projects projection"
        " projections forecast forecasts forecasted forecasting predict predicts predicted predicting"
        " prediction predictions anticipate anticipates anticipated foresee foresees envisage"
        " envisages envisaged",
        ANYTHING,
        _G,
    ),
    Cue(
        _FORECAST,
        r"(?:could|might|may|likely to|on course to|on track to) (?:yet |well |eventually |soon"
        r" )?(?:be|have|cost|reach|rise|climb|fall|hit|exceed|top|total|lose|need|owe"
        r"|grow|shrink|amount|take|add|save|raise|swell|come|run|double|bring|generate|mean|see|go|face)"
        r"|(?:could|might) (?:yet |well |eventually |soon )?(?!not\b|only\b|never\b)[a-z]+",
        "could might may likely course track",
        ANYTHING,
        _G,
        rank=1,
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
        r"|puts? \S.{0,60}? at\b|calculat(?:es|ed)\b|best guess|ballpark",
        "estimate estimated estimates estimating estimation estimations reckon reckons reckoned put"
        " puts calculates calculated guess ballpark",
        ANYTHING,
        _G,
    ),
    Cue(_ESTIMATE, r"estimates?\b|projected cost", "estimate estimates", ANYTHING, _A, within=12),
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
        r" (?:sets?|provides?|requires?|stipulates?|fixes|commits?|obliges?)|under the (?:terms of the"
        r" )?(?:signed )?(?:treaty|contract|agreement|accord)|ratified|legally binding",
        "treaty contract agreement deal accord act law ratified binding",
        ANYTHING,
        _G,
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
)


def hits(clause: Clause) -> Iterator[Hit]:
    """Every cue of the status."""
    yield from look(clause, "status", TABLE)

"""Whether the words around a date speak of the past or of the future."""

import re

_AUXILIARY = r"(?:will|won['’]t|shall|would|could|might|may|must|should|can)"
_BE = r"(?:is|are|be|been|being|was|were|am)"
_PLAN = (
    "due|scheduled|slated|set|expected|poised|likely|planning|plans?|planned|intends?|intended|hopes?|hoping|aims?|"
    "wants?|agreed|promised|pledged|vowed|ready|preparing|about|going|supposed|obliged|required|proposes?|proposed|"
    "forecast|projected"
)
_PRESENT = (
    "is|are|am|takes?|comes?|start|open|votes?|expire|enters?|resume|holds?|hosts?|publishes|"
    "releases|reports|says?|faces|runs|goes|gets|makes|remains?|stands?|stay|plays?|falls?|rises?"
)
# "Was due on Friday" leaves open whether that day has come.
_DUE = "due|expected|scheduled|set|planned|slated"
# The present tense of a timetable.
_TIMETABLE = (
    r"begins?|starts|opens|expires|resumes|closes|ends|kicks?\soff|takes?\s(?:effect|place|office)|comes?\sinto|"
    r"runs?\sout|meets?|(?<!the\s)(?:start|begin|open|close|end|resume|expire|return)s?(?=\s(?:in|on|from)\s)|"
    r"go(?:es)?\s(?:up|down|live|ahead|on\ssale)|(?:chances?|odds|probability|likelihood)\sof"
)
_PAST = (
    "was|were|had|did|has|have|been|became|began|bought|broke|brought|built|burned|came|caught|chose|cost|cut|died|"
    "drew|drove|fell|fled|flew|fought|found|froze|gave|got|grew|held|hit|kept|knew|laid|led|left|lent|lost|made|met|"
    "paid|put|ran|rose|sang|sank|sat|saw|sent|shot|shrank|shut|slid|sold|sought|spent|split|spoke|spread|stood|stole|"
    "struck|swore|swept|swung|threw|told|took|said|tore|understood|went|withdrew|woke|won|wore|wrote|slept|ate|died|"
    "dealt|felt|heard|meant|overtook|rang|read|rode|showed|shook|taught|thought|upheld|undertook|broadcast|burst|beat|"
    r"(?:(?<=%\s)|(?<=\d\s)|(?<=\dm\s)|(?<=\dbn\s)|(?<=illion\s))forecast|projected|(?:up|down)\sfrom|compared\s(?:with|to)|than\s(?:in|on)|as\sin|(?:(?<=[,–—]\s)against|versus)(?=\s(?:[a-z]+\s){0,2}[^\w\s]?\d)|set(?!\s(?:to|for)\b)"
)
_CUE = re.compile(
    rf"""(?<=\w)['’](?P<will>ll)\b
    | (?<![\w’'])(?=[a-z])(?:
      (?P<future>
          (?:{_AUXILIARY}\b(?!\shave)|(?<!waiting\s)(?<!yet\s)to\sbe\b)(?:\s(?:not|also|be|to|\w+ly)){{0,4}}(?:\s(?:stay|remain)\b)?(?:\s[a-z]+\b)?
        | (?:{_PLAN})\sto\b(?!\sthe\b)(?:\sbe)?(?:\s[a-z]+\b)?
        | (?!was|were){_BE}\s(?:{_DUE}|upcoming|forthcoming)(?:\s(?:on|in|by|for|at))?\b
        | (?:has|have)\suntil\b
        | (?<!was\s)(?<!were\s)due\b(?!\sto\b) | (?:{_TIMETABLE})\b
      )
      | (?P<ahead>(?:upcoming|forthcoming|coming|ahead\sof)\b)
      | (?P<open>(?:was|were)\s(?:{_DUE})\b)
      | (?P<past>(?:{_PAST}|agreed|[a-z]+[^e\W]ed)\b(?!\sto\sbe\b))
      | (?P<present>(?:(?:which|that|who|it|he|she)\s[a-z]{{2,}}[^s\W]s|{_PRESENT})\b)
    )""",
    re.VERBOSE,
)
# A participle after one of these is an adjective ("the proposed tax"), but "halted on 25 April" tells of that day.
_DETERMINER = re.compile(r"(?:\b(?:the|a|an|its|their|his|her|our|this|that|of|any|some|newly)|,)\s$", re.IGNORECASE)
# "The fund, worth £4m, returned 5%".
_OBJECT = re.compile(r"\s(?:[^\w\s]?\d|(?:the|an?|its|their|his|her)\s)")
_NOUNS = ("cut", "cost", "hit", "spread", "split", "set", "burst", "broadcast", "left", "read", "put")
_PAID = re.compile(r"\b(?:lowest|highest|best|worst|better|well|poorly|low|high)[ -]$")
_BEFORE_NOUN = re.compile(r"\b(?:a|an|the|its|their|his|her|our|another|further|rate|tax|deeper|first|second|new)\s$")
_DATED, _PLANNED = (" on ", " in ", " at ", " last "), ("scheduled", "expected", "planned")
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Rev))[.!?…][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n\s*\n"
)
_BEFORE, _AFTER = 220, 160

_PREPOSITION = re.compile(
    r"\b(?P<word>until|till|through|to|for|from|by)\s(?:at\sleast\s)?(?:the\s(?:end\sof\s)?)?(?:noon\s|midnight\s)?$",
    re.IGNORECASE,
)
# "It expected margins for the year to March 31st to be lower".
_FORETOLD = re.compile(r"(?:expect|forecast|predict|anticipat|project)\w*$")
_TO_COME = re.compile(r"\s(?:to\s[a-z]|would\b|will\b)")
_OVERTAKEN = re.compile(r",\s(?:was|were|had)\b")  # "the flight, due to leave on 14 June, was grounded"
_DAY = re.compile(r"\d|day\b", re.I)
_PUT_OFF = re.compile(
    r"\b(?:adjourned|postponed|delayed|deferred|extended|prolonged|suspended|remanded|paused|put\s(?:off|back)|"
    r"pushed\s(?:back|off|it)|rescheduled|moved|blocked|barred|banned|frozen|closed|shut|cancelled|canceled|halted|"
    r"grounded|renewed|delays|extends|suspends|postpones|(?:is|are|stays?|remains?)\s(?:\w+\s)?\w+ed)\b[^.;,]{0,60}$"
)
_CALLED = re.compile(
    r"\b(?:called|calls|scheduled|schedules|planned|plans|listed|booked|fixed|arranged|slated|due|convened|"
    r"pencilled\sin|penciled\sin)\b[^.;,]{0,40}$"
)
RESCHEDULED = (
    r"\b(?:push\w*|put(?:s|ting)?|mov(?:ed|es|ing)|shift\w*|slip\w*|bring\w*|brought|postpon\w+|delay\w*|deferr\w*|"
    r"resched\w+|revis(?:ed|es|ing)|chang(?:ed|es|ing)|extend\w*)\b[^.;:!?\n]{0,70}?"
)
"""What tells that a date is moved, up to the "from" or "by" of how far."""
_MOVED = re.compile(r"\b(?:brought\sforward|put\sback|moved|postponed|delayed|rescheduled)\s$")
_SHIFTED = re.compile(r"\b(?:(?:put|pushed)\s(?:off|back)|postponed|deferred|rescheduled|adjourned)\s$")
UNPLANNED = (
    "(?:collapse|crash|(?:earth)?quake|flood|fire|blaze|wildfire|storm|hurricane|typhoon|cyclone|tornado|tsunami|disaster"
    "|attack|explosion|blast|outbreak|derailment|spill|riot|coup|eruption|accident|sinking|shooting|bombing|massacre"
    "|murder|killing|raid)s?"
)
"""What nobody announces, so that its day is past."""
# "To pay for the collapse of the pier in March", "will look into the fire last May".
_CAME = re.compile(
    rf"\b(?:[Tt]he|an?|its|their|this|that)\s(?:[\w-]+\s){{0,2}}{UNPLANNED}(?:\sof\s[^.;,]{{2,40}})?\s(?:in|on|last)\s$"
)
# "The audit, issued late Friday, comes as", "the Tuesday statement that prices could rise".
_RELEASED = re.compile(
    r"(?:,|\b(?:report|figures|data|estimates?|analysis|study|letter|memo|statement|poll|survey|documents?|paper|"
    r"forecasts?|accounts|results|statistics|footage))\s(?:released|published|issued|unveiled|posted|announced|filed|"
    r"disclosed|obtained)\s(?:late\s|early\s|on\s)*$"
)
# "The sixth rise, after a 3% cut in May and a 4% rise in June".
_FOLLOWED = re.compile(
    r"\b(?:[Aa]fter|[Ff]ollowing|[Dd]espite)\s(?:an?|its|their|the|\d)(?:[^.;:!?\n]|\.\d){2,80}?"
    r"\b(?:rise|increase|hike|cut|fall|drop|decline|gain|jump|surge|decrease|slump|loss|dip|reduction)s?\s(?:each\s)?in\s$"
)
_THE = re.compile(r"\b[Tt]he\s$")
# "Up 5m from the May forecast".
_MADE = re.compile(
    r"\s(?:forecast|projection|prediction|estimate|report|survey|census|figure|reading|statement|budget|meeting|poll|tally|count)s?\b"
    r"(?!\s(?:is|are|will|to)\b)"
)
_THAN = re.compile(r"\b(?:from|than|in|with|to|on|since)\s(?:the|its|their)\s$")
_HAPPENED = re.compile(rf"\s(?:announcement|statement|disclosure|revelations?|{UNPLANNED})\b")
_ORDERED = re.compile(
    r"\b(?:told|ordered|asked|directed|instructed|required|urged|given|gave|warned|advised|invited|obliged|wants?|"
    r"needs?)\b[^.;!?]{0,100}?\bto\s(?!have\b)[a-z]+\b[^.;!?]{0,100}$"
)


def tense(text: str, start: int, end: int) -> str | None:
    """`past`, `future` or None, from the nearest verb before the date in its sentence, else the first one after it."""
    left = text[max(0, start - _BEFORE) : start]
    stops = list(_END.finditer(left))
    if stops:
        left = left[stops[-1].end() :]
    came = left.endswith((" in ", " on ", " last ")) and _CAME.search(left)
    told = left.endswith(" ") and _MADE.match(text, end) and _THAN.search(left)
    if told or came or _RELEASED.search(left) or (_THE.search(left) and _HAPPENED.match(text, end)):
        return "past"
    cues = [cue for cue in _CUE.finditer(left) if not _adjective(left, cue)]
    nearest = _group(cues[-1]) if cues else None
    if nearest != "future" and left.endswith(" in ") and _FOLLOWED.search(left):
        return "past"
    preposition = _PREPOSITION.search(left)
    if preposition and _looks_ahead(left[: preposition.start()], preposition["word"].lower(), nearest, text[start:end]):
        return "future"
    if cues and cues[-1][0].startswith("due ") and _OVERTAKEN.match(text, end):
        return None
    set_in = nearest == "present" and text.startswith(",", end) and _SET_IN.search(left)
    if set_in and _first(_clause(text, end)) == "past":  # "This is why, in October, we sold it"
        return "past"
    if cues and nearest == "past" and _FORETOLD.match(cues[-1][0]) and _TO_COME.match(text, end):
        return "future"
    said = nearest or _first(_clause(text, end))
    if said == "past" or said == "future":
        return said
    return "future" if preposition and preposition["word"].lower() == "by" else None


_SET_IN = re.compile(r",\s(?:in|on)\s\Z")


def is_perfect(text: str, start: int) -> bool:
    """Whether the verb before a date is in the present perfect, which tells of no day or month gone by.

    "It has ordered cuts in September": the cuts are then, the order is not.
    """
    return _PERFECT.search(text, max(0, start - _BEFORE), start) is not None


_PERFECT = re.compile(
    r"\b(?:has|have)\s(?:(?:now|also|already|since|just)\s)?(?:sanctioned|approved|authori[sz]ed|ordered|announced|"
    r"scheduled|promised|pledged|planned|agreed|called|arranged|proposed|accepted|ruled out|banned|cancelled)"
    r"(?:\s(?!(?:and|but|that|when|after|since|which|who)\b)[\w’'-]+(?:,\d+)*){1,9}\s(?:in|on|for)\s"
    r"(?:[A-Z][a-z]+\s(?:and|or)\s)?\Z"
)


def _looks_ahead(left: str, preposition: str, nearest: str | None, date: str) -> bool:
    """Whether something was put off until the date, called for it or ordered by it, though the verb is of the past."""
    if preposition in ("until", "till", "through") and (nearest == "present" or _PUT_OFF.search(left)):
        return True
    if preposition == "to" and _SHIFTED.search(left):
        return True
    if not _DAY.search(date):
        return False
    looks = {"to": _PUT_OFF, "for": _CALLED, "by": _ORDERED, "from": _MOVED}.get(preposition)
    return looks is not None and looks.search(left) is not None


def _clause(text: str, end: int) -> str:
    right = text[end : end + _AFTER]
    stop = _END.search(right)
    return right[: stop.start()] if stop else right


def _first(text: str) -> str | None:
    """The first cue after a date; "ahead of" and "coming" tell there of what follows them."""
    found = (match for match in _CUE.finditer(text) if match.lastgroup != "ahead" and not _adjective(text, match))
    return next((_group(match) for match in found), None)


def _group(match: re.Match[str]) -> str:
    return "future" if match.lastgroup in ("will", "ahead") else match.lastgroup or ""


def _adjective(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a verb of the past is an adjective or a noun ("a cut")."""
    if match.lastgroup == "past" and match[0] in _NOUNS:
        return bool(_BEFORE_NOUN.search(text[max(0, match.start() - 12) : match.start()]))
    if match[0] == "paid" and _PAID.search(text[max(0, match.start() - 8) : match.start()]):
        return True
    if match.lastgroup != "past" or not match[0].endswith("ed"):
        return False
    if text[match.end() :] in _DATED and match[0] not in _PLANNED:
        return False
    determined = _DETERMINER.search(text[max(0, match.start() - 8) : match.start()])
    return determined is not None and not (determined[0] == ", " and _OBJECT.match(text, match.end()))

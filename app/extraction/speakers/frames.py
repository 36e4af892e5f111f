"""What has to follow a verb before it counts as one of speech: "put the cost [at]", "disputed [the claim that]"."""

import re

from app.domain.currency_signs import SUM_OPENS
from app.extraction.speakers.falsehoods import AMOUNT, CLAIM
from app.extraction.speakers.verb_table import Frame

_OBJECT = r"[^;:.\n“”]{0,90}?"
_AT = (
    rf"{_OBJECT}\bat\b(?!\s(?:least|most|all|this|that|the|times|night|home|work|any|risk"
    r"|an? \w+ cost|(?:an?|the) (?:cost|price|expense|rate))\b)"
)
_THAT = (
    r"\s*(?:(?:\w+ly|blind|outright|again)\s*)?(?:(?:on|in|to|at|last|this|after|during)\s[\w' ]{2,28}?\s*)?"
    r"(?:that\b|[:,.]|[“\"‘]|how\b|$|(?:it|he|she|they|there)\s(?:is|was|were|has|had|would|will|could|may"
    r"|might)\b)"
)
_SUM = (
    r"\s+(?:an? |about |at least |up to |another |a further |(?:an? )?(?:[a-z-]+ ){1,2}of )?"
    rf"{SUM_OPENS}?(?:\d|a million\b|half\b)"
)
_FRAMES = {
    Frame.FREE: re.compile(""),
    Frame.THAT: re.compile(_THAT),
    Frame.AT: re.compile(rf"{_AT}|\s+it\s*(?:[,:]|[“\"‘])"),
    Frame.OUTLOOK: re.compile(
        rf"{_AT}|\s+an? (?:[\w-]+ ){{0,2}}?(?:surplus|deficit|hole|shortfall|gap|loss|profit|rise|fall|growth"
        r"|increase|drop|decline|chance|risk) of\b"
    ),
    Frame.TO: re.compile(r"\s+(?:to|for|towards)\b"),
    Frame.FORECAST: re.compile(
        r"\s+(?:its|their|his|her)\s(?:[\w-]+\s){0,4}?(?:forecast|estimate|projection|prediction|guidance|outlook)s?\b"
        r"|\s+(?:it|(?:this|that|the)(?:\s(?:estimate|figure|total))?)\s(?:up|down)(?:wards?)?\s(?:to|by|from)\b"
    ),
    Frame.CLAIM: re.compile(
        r"\s+that\b(?! \w+ (?:that|to|of)\b)"
        r"|\s+(?:(?!false|untrue|bogus|baseless|debunked|discredited|misleading)\w+\s){0,3}?(?:claim|pledge|promise"
        r"|warning|assertion|commitment|prediction|allegation|case)s?"
        r"\s(?:that|to|of)\b"
    ),
    Frame.OF: re.compile(rf"{_OBJECT}\bof\b"),
    Frame.AS: re.compile(rf"{_OBJECT}\b(?:as|of)\b"),
    Frame.IT: re.compile(
        r"\s+(?:(?:it|this|that|them|these|those)\b(?!\s+(?:off|in|back|up|out)\b)|(?!(?:for|on|off|up|in|to"
        r"|at) )(?:[^\s,;:]+ ){0,4}?(?:claims?|reports?|suggestions?|rumours?|rumors?|allegations?|figures?"
        rf"|estimates?|numbers?|totals?|forecasts?)\b|(?:[^,;:.\n“”]|[.,]\d){{0,60}}?{SUM_OPENS}\s?\d(?:[^,;:.\n“”]"
        r"|[.,]\d){1,60}?\s[“\"])"
    ),
    Frame.BACK: re.compile(r"\s+back\b[^.;:“\"]{0,40}?\s(?:at|against|over|on)\b"),
    Frame.CLAIMED: re.compile(
        r"\s+(?:(?:on|last|this) \w+ )?(?:that\b|whether\b|it\b|this\b(?!\s\w+ing)|[“\"]|as\s[“\"]?\w+"
        rf"|(?:[^,;:.\n“”]|[.,]\d){{0,70}}?(?<!\bhave )(?<!\bwould )\b(?:{CLAIM}|{AMOUNT}|analys[ie]s|statistics?"
        rf"|data|papers?|stud(?:y|ies)|articles?|version|accounts?"
        r"|assumptions?|arithmetic|offers?|award|deal)\b"
        rf"|(?:the|that|this) (?:[a-z-]+ )?{SUM_OPENS}?\d)"
    ),
    Frame.FIGURE: re.compile(
        r"\s+(?:out\s+)?(?:an?|the|its|their|his|her)\s(?:[\w-]+\s){0,2}?(?:figure|number|toll|total|tally|estimate"
        r"|count|price|price tag)s?\s(?:of|as|at)\s(?:(?:about|some|around|between|up to|over|at least|more than"
        rf"|nearly|almost|just|under|only)\s){{0,2}}{SUM_OPENS}?\d"
    ),
    Frame.IN: re.compile(r"\s+(?:in|on|for)\b"),
    Frame.ON: re.compile(r"\s+on\b(?=\s*[,:“\"]|\s+to say\b)"),
    Frame.DROP: re.compile(
        rf"\s+(?:its|their|his|her|the|an?)\s(?:\w+\s){{0,2}}?(?:{CLAIM}|statement)\s(?:that|of|about|it|he|she|they"
        rf"|to)\b"
    ),
    Frame.BY: re.compile(rf"\s+by\s(?:the|its|their|his|her)\s(?:[\w-]+\s){{0,2}}?{AMOUNT}\b"),
    Frame.ISSUE: re.compile(r"\s+(?:\w+\s)?(?:issue\swith|exception\sto)\b"),
    Frame.SCOFF: re.compile(rf"\s+(?:out\s)?(?:at|against)\s(?:[\w'’-]+\s){{1,3}}?{CLAIM}\b"),
    Frame.SORRY: re.compile(
        r"\s+(?:for\s)?(?:wrongly\s|falsely\s)?(?:saying|claiming|reporting|suggesting|stating|alleging)\b"
    ),
    Frame.APART: re.compile(r"\s+(?:\w+ly\s)?(?:with|(?:him|her|it|them)sel(?:f|ves)\s(?:\w+\s)?from)\b"),
    Frame.SUM: re.compile(_SUM),
    Frame.THAT_OR_SUM: re.compile(rf"{_THAT}|{_SUM}"),
    Frame.OUT: re.compile(
        r"\s+out\b(?:\s+(?:that|how|the|its|their|his|her|it|they)\b|[:,.]|\s*$|\s(?:on|in|last|this|yesterday)\s)"
    ),
    Frame.ASIDE: re.compile(
        r"\s+(?:(?:aside|away|off|down|out)\b|(?:cold water|scorn|doubt) on\b"
        r"|(?:\w+\s+){0,2}?(?:claim|suggestion|report|rumour|rumor|talk|idea|speculation|figure|estimate)s?\b)"
    ),
}


def holds(frame: Frame, text: str, end: int) -> bool:
    """Whether the words that a frame demands follow a verb that ends at `end`."""
    return _FRAMES[frame].match(text, end) is not None

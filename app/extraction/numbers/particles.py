"""Words that look like a hedge but belong to what stands before: "hand over £5m", "add up to £5m", "a row over £5m"."""

import re

from app.domain.currency_signs import SUM_OPENS
from app.extraction.numbers import spoken

_NUMBER = (
    rf"(?:\d[\d.,]*|{'|'.join((*spoken.SMALL_WORDS, *spoken.LARGE_WORDS, 'a', 'an', 'half', 'and', 'to', 'few'))})"
)
_LENGTH = (
    rf"{_NUMBER}(?:[\s-]{_NUMBER})*[\s-](?:second|minute|hour|day|night|week|fortnight|month|year|decade|term|"
    r"parliament|quarter|season|session|round|auction|instalment|installment|stage|phase|sitting)s?\b"
)
_FIRMS = (
    r"(?:firms?|compan(?:y|ies)|business(?:es)?|shops?|stores?|branches|sites?|contracts?|schools?|hospitals?|leases?|"
    r"plants?|factories|clubs?|banks?|farms?|buildings?|loans?|debts?|mortgages?|pensions?|assets|liabilities|"
    r"practices|pubs?|routes?|stations?|outlets|restaurants|franchises|accounts|policies)"
)
_FOLK = (
    r"(?:voters?|sceptics?|skeptics?|critics?|rebels?|mps|lawmakers|delegates|doubters|senators|people|pedestrians?|"
    r"children|men|women|protesters|bystanders|undecided\w*)"
)
_QUARREL = (
    r"row|disputes?|battles?|fights?|fighting|clash\w*|anger|fury|outrage|concerns?|fears?|worries|doubts?|questions?|"
    r"protests?|controversy|scandal|backlash|outcry|stand-?off|talks|negotiations|war|wars|lawsuits?|argu\w+|tensions|"
    r"alarm|split|debates?|feud|spat|uproar|inquiry|probe|strikes?|sue[sd]?|suing|wrangl\w+|haggl\w+|disagree\w*|"
    r"control|power|influence|authority|victory|advantage|edge|priority|premium|monopoly|jurisdiction|sovereignty|"
    r"preference|rights?|watch|preside[sd]?"
)
_AMOUNT = (
    rf"~?{SUM_OPENS}?~?\d[\d.,]*\s?(?:[kmb]n?|tn|million|billion|trillion|thousand|lakh|crore"
    r"|%|per ?cent|percent|p|bps?)?"
)
_ADD = r"(?<!could )(?<!would )(?<!may )(?<!might )(?<!can )add(?:s|ed|ing)?"
# After these a length of time is asked for: "for over five years".
_ASK = "for in of after last lasts lasted lasting take takes took taken taking within wait waited waiting served lived"
_NO_ASK = "".join(rf"(?<!\b{word})" for word in (*_ASK.split(), "was", "is", "were", "and", "than", "since", "every"))
_IT = r"(?:it|that|this|them|the\s\w+)"
_ABOUT = (
    r"complain\w*|worr(?:y|ies|ied|ying)|concern(?:s|ed)?|talk(?:s|ed|ing)?|warn(?:s|ed|ing|ings?)?|sp(?:oke|eak)\w*|"
    r"lied|boast\w*|brag\w*|forg[eo]t\w*|questions?|details?|doubts?|information|stor(?:y|ies)|claims?|what"
)
_AROUND = r"revolv\w+|cent(?:re|er)\w*|based|built|turn(?:s|ed|ing)?|pass(?:ed|ing)|scattered|dotted|wrapped|gathered"
_DEEP = r"la(?:y|in)|lies?|lying|buried|trapped|submerged|hidden|s[au]nk"
_ALONE = r"went|gone|ticked|edged|crept|inched|nudged|bumped|rounded|revis\w+(?:\s+[a-z][\w’'-]*){0,5}"
# "The toll has passed 90", but "she passed 90 cars", "the motion passed 90-72": what is no gauge passes no mark.
_GAUGES = (
    r"toll|dead|deaths?|cases?|numbers?|totals?|tally|count|figures?|population|turnout|membership|attendance|debts?|"
    r"deficit|sales|revenues?|turnover|profits?|loss(?:es)?|costs?|prices?|spending|investment|damage|inflation|rates?|"
    r"unemployment|shares?|temperatures?|mercury|highs?|speeds?|gusts?|levels?|output|demand|capacity|donations|pledges|"
    r"signatures|subscribers|users|viewers|downloads|births|arrivals|crossings|index"
)
_NO_GAUGE = rf"(?:\A|[.!?;:,]\s)(?![^.!?;:,]*\b(?:{_GAUGES})\b(?![^.!?;:,]*\bwho\b))[^.!?;:,]*"
_PASSED = ((_NO_GAUGE, ""), (r".*", rf"{_AMOUNT}(?:[-–]\d|\sto\s\d|\svotes\b|\s(?:out )?of\b)"))
# For each cue, the words that it belongs to and what must follow it then.
_TABLE: dict[str, tuple[tuple[str, str], ...]] = {
    "over": (
        (r"(?:hand|turn|sign)(?:s|ed|ing)?|(?:roll|carr[yi])(?:s|ed|es|ing)?", ""),
        (r"t(?:ake|akes|aken|aking|ook)", rf"\d[\d,.]*(?:\s\w+)?\s(?:[\w-]+\s){{0,2}}?{_FIRMS}\b"),
        (r"ma(?:ke|kes|de|king)|pass(?:es|ed|ing)?", rf"{_AMOUNT}\sto\s(?:the|a|an|his|her|its|their|(?-i:[A-Z]))"),
        (r"w(?:in|ins|on|inning)|r(?:un|uns|an|unning)", rf"\d[\d,]*\s(?:[\w-]+\s){{0,2}}?{_FOLK}\b"),
        (_QUARREL, ""),
        (rf"\S+{_NO_ASK}(?<![.!?:;(“\"])", _LENGTH),  # "£5m over four years"
        (r"(?:\A|[.!?])", rf"{_LENGTH}(?=,)"),
    ),
    "up to": (
        (r"(?:sum|amount|tot|tott|mount)(?:s|ed|ing)?|com(?:e|es|ing)|came", ""),
        (_ADD, rf"(?!{_AMOUNT}(?:\s[\w-]+){{0,3}}\sto\b)"),  # but "add up to £50 to bills"
        (_ALONE, ""),
        (r"mov(?:e|es|ed|ing)", r"[\d.]+\s?(?:%|per\s?cent\b)"),  # but "moved up to 900 people"
        (r"jumped|shot|leapt|leaped|rocketed|catapulted", ""),
        (rf"(?:bring|brings|bringing|brought|tak(?:e|es|en|ing)|took|push\w*|mov\w+)\s+{_IT}", ""),
        (rf"from\s+(?:(?:about|around|nearly|just|some)\s)?{_AMOUNT}(?:\s[a-z]+){{0,2}}", ""),
    ),
    "short of": ((r"(?:is|are|was|were|be|been|being|left|r[au]n|runs|running)", ""),),
    "around": ((_AROUND, ""),),
    "about": ((_ABOUT, ""),),
    "under": ((rf"{_DEEP}|stuck|crushed", ""),),
    "below": ((rf"{_DEEP}|dived|runs?|dug", ""),),
    **dict.fromkeys(("passed", "passes", "crossed", "crosses", "breached", "breaches"), _PASSED),
}
_RULES = {
    cue: tuple((re.compile(rf"(?<!\w)(?:{words})\s*\Z", re.I), re.compile(follows, re.I)) for words, follows in rows)
    for cue, rows in _TABLE.items()
}
_LOOK = 64


def belongs(text: str, start: int, end: int) -> bool:
    """Whether the cue at `text[start:end]`, with a number right after it, belongs to the words before it."""
    rows = _RULES.get(text[start:end].lower())
    if rows is None:
        return False
    left = text[max(0, start - _LOOK) : start]
    return any(words.search(left) and follows.match(text, end + 1) for words, follows in rows)

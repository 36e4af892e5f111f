"""Words that look like a hedge but belong to what stands before: "hand over £5m", "add up to £5m", "a row over £5m"."""

import re

from app.extraction import spoken

_NUMBER = (
    rf"(?:\d[\d.,]*|{'|'.join((*spoken.SMALL_WORDS, *spoken.LARGE_WORDS, 'a', 'an', 'half', 'and', 'to', 'few'))})"
)
_LENGTH = (
    rf"{_NUMBER}(?:[\s-]{_NUMBER})*[\s-](?:second|minute|hour|day|night|week|fortnight|month|year|decade|term|"
    r"parliament|quarter|season|session)s?\b"
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
    r"[£$€¥₹~]{0,2}\d[\d.,]*\s?(?:[kmb]n?|tn|million|billion|trillion|thousand|lakh|crore|%|per ?cent|percent|p|bps?)?"
)
_ANY = ""
# For each cue, the words that it belongs to and what must follow the number's start ("" where anything may).
_TABLE: dict[str, tuple[tuple[str, str], ...]] = {
    "over": (
        (r"(?:hand|turn|sign)(?:s|ed|ing)?|(?:roll|carr[yi])(?:s|ed|es|ing)?", _ANY),
        (r"t(?:ake|akes|aken|aking|ook)", rf"\d[\d,.]*(?:\s\w+)?\s(?:[\w-]+\s){{0,2}}?{_FIRMS}\b"),
        (r"(?:make|makes|made|making|pass(?:es|ed|ing)?)", rf"{_AMOUNT}\sto\s(?:the|a|an|his|her|its|their|[A-Z])"),
        (r"w(?:in|ins|on|inning)|r(?:un|uns|an|unning)", rf"\d[\d,.]*\s(?:[\w-]+\s){{0,2}}?{_FOLK}\b"),
        (_QUARREL, _ANY),
        # "Over" a length of time is its span, unless the words before ask for a length.
        (
            r"\S+(?<!\bfor)(?<!\bin)(?<!\bof)(?<!\bafter)(?<!\blast)(?<!\blasts)(?<!\blasted)(?<!\blasting)(?<!\btake)"
            r"(?<!\btakes)(?<!\btook)(?<!\btaken)(?<!\btaking)(?<!\bwithin)(?<!\bwaited)(?<!\bwaiting)(?<!\bwait)"
            r"(?<!\bserved)(?<!\blived)(?<!\bwas)(?<!\bis)(?<!\bwere)(?<!\band)(?<!\bthan)(?<!\bsince)(?<!\bevery)"
            r"(?<![.!?:;(“\"])",
            _LENGTH,
        ),
        (r"(?:\A|[.!?])", rf"{_LENGTH}(?=,)"),
    ),
    "up to": (
        (r"(?:sum|amount|tot|tott|mount)(?:s|ed|ing)?|com(?:e|es|ing)|came", _ANY),
        # "It would add up to £50 to bills" bounds, "they add up to £50" sums.
        (
            r"(?<!could )(?<!would )(?<!may )(?<!might )(?<!can )add(?:s|ed|ing)?",
            rf"(?!{_AMOUNT}(?:\s[\w-]+){{0,3}}\s(?:to|on)\b)",
        ),
        (r"went|gone|ticked|edged|crept|inched|nudged|bumped|rounded|revis\w+(?:\s+[a-z][\w’'-]*){0,5}", _ANY),
        (r"(?:bring|brings|bringing|brought|tak(?:e|es|en|ing)|took|push\w*|mov\w+)\s+(?:it|that|this|them|the\s\w+)", _ANY),
        (rf"from\s+(?:(?:about|around|nearly|just|some)\s)?{_AMOUNT}(?:\s[a-z]+){{0,2}}", _ANY),
    ),
    "around": (
        (r"revolv\w+|cent(?:re|er)\w*|based|built|turn(?:s|ed|ing)?|pass(?:ed|ing)|scattered|dotted|wrapped|gathered", _ANY),
    ),
    "about": (
        (
            r"complain\w*|worr(?:y|ies|ied|ying)|concern(?:s|ed)?|talk(?:s|ed|ing)?|warn(?:s|ed|ing|ings?)?|sp(?:oke|eak)\w*|"
            r"lied|boast\w*|brag\w*|forg[eo]t\w*|questions?|details?|doubts?|information|stor(?:y|ies)|claims?|what",
            _ANY,
        ),
    ),
    "under": ((r"la(?:y|in)|lies?|lying|buried|trapped|submerged|hidden|s[au]nk|stuck|crushed", _ANY),),
    "below": ((r"la(?:y|in)|lies?|lying|buried|trapped|submerged|hidden|s[au]nk|dived|runs?|dug", _ANY),),
}  # fmt: skip
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
    after = end + 1
    return any(words.search(left) and follows.match(text, after) for words, follows in rows)

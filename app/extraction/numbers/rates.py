"""The period or thing of a rate: "a year", "-a-year", "per annum", "annually", "a litre", "/MWh"."""

import re
from dataclasses import dataclass

from app.domain.currency_signs import SIGNS
from app.extraction.word_sets import any_of

_PERIODS = {
    "year": "year", "yr": "year", "annum": "year", "annual": "year", "month": "month", "mth": "month", "week": "week",
    "wk": "week", "fortnight": "fortnight", "day": "day", "night": "night", "hour": "hour", "hr": "hour",
    "minute": "minute", "min": "minute", "second": "second", "sec": "second", "quarter": "quarter",
    "decade": "decade", "season": "season", "weekend": "weekend", "shift": "shift", "term": "term",
}  # fmt: skip
_THINGS = {
    "litre": "litre", "liter": "litre", "gallon": "gallon", "barrel": "barrel", "bbl": "barrel", "tonne": "tonne",
    "ton": "ton", "kilo": "kilogram", "kg": "kilogram", "kilogram": "kilogram", "pound": "pound", "lb": "pound",
    "ounce": "ounce", "oz": "ounce", "gram": "gram", "head": "head", "person": "person", "share": "share",
    "mile": "mile", "km": "kilometre", "kilometre": "kilometre", "kilometer": "kilometre", "bottle": "bottle",
    "unit": "unit", "ticket": "ticket", "pint": "pint", "piece": "piece", "dozen": "dozen", "child": "child",
    "pupil": "pupil", "student": "student", "household": "household", "home": "home", "family": "family",
    "worker": "worker", "employee": "employee", "patient": "patient", "visit": "visit", "trip": "trip",
    "journey": "journey", "bushel": "bushel", "quintal": "quintal", "acre": "acre", "hectare": "hectare",
    "megalitre": "megalitre", "megaliter": "megalitre", "gigalitre": "gigalitre", "acre-foot": "acre foot",
    "acre foot": "acre foot", "cubic metre": "cubic metre", "cubic meter": "cubic metre",
    "mwh": "megawatt hour",
    "kwh": "kilowatt hour", "gwh": "gigawatt hour", "therm": "therm", "mmbtu": "million BTU", "t": "tonne",
    "l": "litre", "h": "hour", "d": "day", "m²": "square metre", "m2": "square metre", "sq ft": "square foot",
    "pack": "pack", "packet": "packet", "seat": "seat", "vehicle": "vehicle", "car": "car", "passenger": "passenger",
    "adult": "adult", "loaf": "loaf", "tank": "tank", "bag": "bag", "room": "room", "vote": "vote",
    "missile": "missile", "round": "round", "drone": "drone", "word": "word", "call": "call", "minute": "minute",
    "game": "game", "match": "match", "book": "book", "cup": "cup", "can": "can", "copy": "copy", "coin": "coin",
    "meal": "meal", "bed": "bed", "pair": "pair", "ride": "ride", "session": "session", "lesson": "lesson",
    "download": "download", "tree": "tree", "cow": "cow", "pig": "pig", "lamb": "lamb", "parcel": "parcel",
    "stamp": "stamp", "prescription": "prescription", "customer": "customer",
    "subscriber": "subscriber", "user": "user", "voter": "voter", "taxpayer": "taxpayer",
    "resident": "resident", "inmate": "inmate", "prisoner": "prisoner", "claimant": "claimant",
    "flight": "flight", "token": "token", "spin": "spin", "dose": "dose", "plate": "plate", "jab": "jab",
    "pop": "piece", "throw": "piece",
    "square foot": "square foot", "square metre": "square metre", "square meter": "square metre",
    "megawatt-hour": "megawatt hour", "kilowatt-hour": "kilowatt hour", "gigabyte": "gigabyte",
}  # fmt: skip
_ADVERBS = {
    "annually": "year", "yearly": "year", "per annum": "year", "p.a.": "year", "pa": "year", "pcm": "month",
    "monthly": "month", "weekly": "week", "daily": "day", "nightly": "night", "hourly": "hour",
    "quarterly": "quarter", "fortnightly": "fortnight",
}  # fmt: skip
_IRREGULAR = {"people": "person", "children": "child", "households": "household", "men": "man", "women": "woman"}

_A = any_of({*_PERIODS, *_THINGS} - {"annual", "m2", "m²", "t", "l", "h", "d", "min", "sec"})
_SORT = "(?:academic|financial|fiscal|calendar|school|tax|domestic|average|eligible|registered)"
# "A year ago", "a week later" and "a quarter of" are no rates; "£92 a month after tax" and "£9m a year after 2030" are.
_LESS = r"(?:tax|deductions|costs|inflation|interest|the (?:[\w-]+ ){0,2}(?:cut|rise|increase|change|reform))"
_THEN = r"(?:that|(?:the |its )?(?:first|opening|initial) (?:[\w-]+ )?years?|(?:19|20)\d\d)(?![\w-]|\.\d)"
LEAVES = rf"(?:{_LESS}|{_THEN})"
"""What "after" may name behind the period of a rate, which stays one."""
_FORMER = (
    r"(?:tax|deductions|costs|inflation|interest|covid|the (?:[\w-]+ )?(?:pandemic|war|crisis|invasion|lockdowns?))\b"
)
_NOT_AFTER = (
    rf"(?![\s-]+(?:ago|earlier|before(?! {_FORMER})|later|previously|prior|on[\s-](?:year|month|quarter|week)|"
    rf"after(?! {LEAVES})|into|or so ago|older|younger|early|late|from now|in advance|sooner|away|"
    rf"old)\b)(?!(?<=quarter)[\s-]+of\b)(?![\s-]half)"
)
_CHANGE = "(?:rise|increase|fall|drop|decline|growth|gain|decrease|jump|dip)"
_RATE = re.compile(
    r"(?:\s*[—–]\s*|,?\s+(?:(?:net|gross)\s+(?=per\s))?|-)?(?:"
    rf"(?:(?:an?|in every|every|each|per|for each|for every)[\s-](?:single |{_SORT} |(?:fully )?diluted |ordinary |"
    rf"common |basic |troy |metric )?(?P<thing>{_A})(?!\w){_NOT_AFTER})"
    r"|per[\s-](?!cent\b|(?:thousand|million)\s[A-Za-z])(?:(?:fully )?diluted |ordinary |common |basic |troy |metric )?"
    r"(?P<any>capita|(?:square |"
    r"cubic |nautical |kilowatt[ -]|megawatt[ -])?[A-Za-z]{2,20}²?)\b"
    r"|per[\s-](?P<many>\d[\d,]*(?<!,)|thousand|million)(?:\s(?P<those>(?:live )?[A-Za-z]{3,20})\b|"
    r"\s?(?P<measure>k?g|m[lL]|[lL]|km)\b|(?=\s*[.,;:)]|\s*\Z))"
    rf"|(?:for|in)[\s-](?:every|each)[\s-](?P<coin>(?:[A-Z]{{1,3}})?[{SIGNS}]1)(?![\d.,]*\d|\s?(?:k|m|bn|million|billion|thousand)\b)"
    rf"|(?P<adverb>{'|'.join(re.escape(word) for word in _ADVERBS)})(?!\w)(?!\s{_CHANGE}\b)"
    r")",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"\s*[,—–]\s*an?\s")  # "it cost £5m, a person at the bank said"
_SLASH = re.compile(r"\s?/\s?(?P<thing>[A-Za-z]{1,8}[²2]?|sq ft)(?!\w)")
_FILLER = re.compile(
    r"\s+(?:extra|more|less)(?=\s+(?:a|per|each|every)\s+(?:year|month|week|day)\b)|"
    r"\s+(?:of|in|on|to)(?:\s+(?!(?:once|twice|times|one|two|three|four|five|"
    r"six|within|in|after|over|for|by|during|at|on|than|nearly|almost|about)\b)[A-Za-z][\w’'-]*){1,3}?\s+(?=(?:a|per|each|every)\s+(?:year|month|week|day)\b|"
    r"per (?:person|head|capita|household|hectare|acre)\b|"
    r"annually\b|per annum\b|daily\b(?!\s(?!(?:in|on|for|to|by|and|from|since|until|at|as|but)\b)[a-z]))",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()\n]{1,48}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What a figure is counted by, and where the words end."""

    per: str
    start: int
    end: int


def after(text: str, end: int, *, filler: bool = False) -> Rate | None:
    """The rate whose words follow a figure that ends at `end`; "each" and "apiece" are none.

    With `filler`, up to three words may stand between, where a period follows them ("£2bn of savings a year").
    """
    if match := _RATE.match(text, end):
        lead = len(match.group()) - len(match.group().lstrip(" ,\n\t—–-"))
        if (
            lead == 0
            and (match["adverb"] or "").lower() not in ("pcm", "pa", "p.a.")
            and not text[end : end + 1].isspace()
            and text[end - 1].isalnum()
        ):
            return None
        if _SET_OFF.match(text, end) and match["thing"] and match["thing"].lower() not in _PERIODS:
            return None
        per, last = _of_both(text, _name(match), match.end())
        return Rate(per=per, start=end + lead, end=last)
    if match := _SLASH.match(text, end):
        known = _known(match["thing"])
        return Rate(per=known, start=match.start(), end=match.end()) if known else None
    if filler and (gap := _FILLER.match(text, end)):
        return after(text, gap.end() - (1 if text[gap.end() - 1].isspace() else 0))
    return None


def _of_both(text: str, per: str, end: int) -> tuple[str, int]:
    """A thing with the period behind it, "person per night" of "£85 per person per night", and where that ends."""
    more = _RATE.match(text, end)
    if more is None or per in _PERIODS.values() or (period := _name(more)) not in _PERIODS.values():
        return per, end
    return f"{per} per {period}", more.end()


def past_aside(text: str, end: int) -> int | None:
    """Where an aside in brackets right after a figure ends, for a rate that follows it; None without one."""
    match = _ASIDE.match(text, end)
    return match.end() if match and any(mark.isdigit() for mark in match.group()) else None


def _name(match: re.Match[str]) -> str:
    if match["adverb"]:
        return _ADVERBS[match["adverb"].lower()]
    if match["thing"]:
        return _known(match["thing"]) or match["thing"].lower()
    if match["coin"]:
        return match["coin"]
    if match["many"]:
        those = (match["those"] or "").lower() or match["measure"]
        return f"{match['many']} {those}" if those else match["many"].lower()
    word = match["any"]
    return _known(word) or _IRREGULAR.get(word.lower(), word.lower())


def _known(word: str) -> str | None:
    return _PERIODS.get(word.lower()) or _THINGS.get(word.lower())

"""Numbers that are names, labels, clock times, scores or page furniture, and so no figures."""

import re
from decimal import Decimal

from app.domain.currency_signs import SIGNS
from app.extraction.legible import lowered
from app.extraction.numbers import qualifiers
from app.extraction.numbers.numbers import Number, is_year
from app.extraction.word_sets import one_of

_LABELS = (
    r"(?:section|sections|article|articles|act|agenda|no|nos|number|numbers|chapter|chapters|page|pages|pp|room|"
    r"flat|apartment|apt|suite|figure|fig|table|footnote|note|item|rule|regulation|resolution|directive|paragraph|"
    r"paragraphs|para|clause|schedule|annex|appendix|part|volume|vol|issue|version|flight|route|runway|highway|"
    r"interstate|motorway|junction|exit|channel|radio|catch|apollo|type|mark|mk|grade|level|phase|stage|tier|step|"
    r"season|episode|round|heat|lap|unit|title|amendment|area|district|ward|line|lane|gate|platform|block|formula|"
    r"psalm|verse|tel|phone|call|dial|text|ext|extension|fax|views|prop|proposition|bill|order|lot|division|company|"
    r"brigade|battalion|regiment|squadron|boeing|airbus|windows|ios|android|iphone|ipad|galaxy|playstation|xbox|"
    r"pixel|model|series|ftse|nasdaq|fortune|cac|dax|nikkei|stoxx|russell|forbes|euro|copa|expo|cop|chatgpt|gpt|"
    r"gemini|llama|claude|covid|storm|base|building|pier|terminal|bay|plot|square|locker|seat|row|question|category|"
    r"class|world war|war|group|pool|week|day|year|key stage|form|code|postcode|zip|box|po box|case|docket|isbn|doi|"
    r"id|ref|serial|license|licence|plate|size|psalms|genesis|matthew|mark|luke|john|hebrews|corinthians|top|big|"
    r"first|next|last|past|aged|age|ages|s&p|bbc|itv|sky|studio|club|camp|sector|zone|quarter|half|vision|mission|"
    r"project|photo|image|picture|slide|man of|woman of|boy of|girl of)"
)
_SHORT = (
    r"(?:no|nos|pp|p|pg|vol|fig|sec|art|arts|para|paras|ch|pt|apt|ext|tel|mk|v|ver|ref|op|cl|s|ss|r|reg|regs|col|cols)"
)
_LABEL_BEFORE = re.compile(rf"(?<![\w-])(?:{_LABELS}|{_SHORT}\.)[ \u00a0-]?#?\Z")
_LISTED = re.compile(r"\d[A-Za-z]?(?:, |,? (?:and|or|to|&) |[-–])\Z")
# "Regulations 28 and 29 of the rules".
_LISTED_LABEL = re.compile(
    r"\b(?:regulations|sections|articles|rules|clauses|paragraphs|paras|chapters|pages|schedules|annexes|appendices|"
    r"items|figures|tables|junctions)[ \u00a0](?:\d{1,4}[A-Za-z]?(?:, |,? (?:and|or|to|&) |[-–])){1,4}\Z",
    re.IGNORECASE,
)
# With a noun after the number these still count: "the top 10 companies", "part 3 men", "the first 200 homes".
_WEAK = one_of(
    "call text views area order series base building square seat case form code key war group line number question "
    "first next photo image picture slide "
    "last past top big top bill part level week day year age company half quarter project class unit call"
)
_GLUED_LEFT = re.compile(r"(?:[A-Za-z_]|[A-Za-z]-|\d[-–:/.]|[/#])\Z")
_LOWER_END = re.compile(r"(?<![\w.,/:-])(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,4})?)[-–]\Z")
_PREFIXED = re.compile(
    r"\b(?:\d[\d.,]*(?:[kmb]|[mbt]n|km|kg|[MG]W|C)|mid|pre|post|sub|non|some|nearly|over|and|or|to|of|than|all)-\Z",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"(?:st|nd|rd|th)\b|['’]?s\b|\s?(?:[ap]\.?m\b\.?)|\s?o['’]clock|:\d|/\d|x\d|\.\d|[-–]\d+[-–/]\d|\s(?:GMT|BST|"
    r"CET|EST|EDT|PST|UTC)\b|[A-Z]\b(?!\$)|-?D\b|G\b|[-–][A-Z]{1,2}\b|\s(?:MAX|Dreamliner|Hz Max|Pro|Plus|Ultra)\b|"
    r"-?(?:up|down|ups|in-one)\b"
)
_GROUPED = re.compile(r"\d{1,3},\d{3}\b")
_PHONE = re.compile(r"(?:\+?\d[\d ()-]{6,}\d)")
_LIST_START = re.compile(r"(?:^|\n)[ \t>*•-]*\(?\Z")
_LIST_END = re.compile(r"[.)](?=\s|$)")
_FOOTNOTE = re.compile(r"\d+(?:[,–-]\s?\d+)*\]")
_FURNITURE = re.compile(
    r"\s*(?:comments?|shares?|views?|likes?|replies|reply|retweets?|reactions?|min(?:ute)?s?(?: read)?|results?|"
    r"photos?|images?|followers?|subscribers?|claps?|points?)[ \t]*(?=\n|$|\|)",
    re.IGNORECASE,
)
_LINE_LEAD = re.compile(r"(?:^|[\n|])[ \t•·|(]*\Z")
_SCORE = re.compile(
    r"(?:\s(?:win|victory|defeat|loss|draw|lead|thrashing|triumph|scoreline|aggregate|at home|away|down|up|to|against|"
    r"in the|on)\b|[.,;)]|\s|$)",
    re.IGNORECASE,
)
_PAIR_AFTER = re.compile(r"[-–](\d{1,2})(?![\d%]|[-–]?[A-Za-z])")
_PAIR_BEFORE = re.compile(rf"(?<![\d,.{SIGNS}])(\d{{1,2}})[-–]\Z")
_SPORT = re.compile(
    r"\s(?:[A-Z]|(?:[a-z]+\s)?(?:wins?|victor\w+|defeats?|loss(?:es)?|draws?|leads?|scores?|sets?|games?)\b)"
)


def is_name(text: str, number: Number, *, has_noun: bool, measured: bool = False) -> bool:
    """Whether a number is no figure. `has_noun` says that a counted noun follows, which outweighs a weak label,
    and `measured` that a unit does, which outweighs every label.
    """
    start = number.start
    if number.shape == "words":
        return not (measured or number.scaled) and _is_label(text, start, has_noun=has_noun)
    left = text[max(0, start - 24) : start]
    if _GLUED_LEFT.search(left) and not _PREFIXED.search(left) and not _ends_range(text, number, measured or has_noun):
        return True
    if text[start] == "0" and number.mantissa != 0 and text[start + 1 : start + 2].isdigit():
        return True
    if not number.scaled and not has_noun and _RIGHT.match(text, number.digits_end):
        return True
    if not (measured or number.scaled) and _is_label(text, start, has_noun=has_noun):
        return True
    if _is_phone(text, number) or _is_list(text, start, number.digits_end):
        return True
    return _is_furniture(text, number)


def is_price_year(text: str, number: Number) -> bool:
    """Whether a number is the year of the money that a sum is told in: "£25bn in 2015 sterling"."""
    return (
        is_year(text, number)
        and _OF_MONEY.match(text, number.end) is not None
        and _IN_CONSTANT.search(text[max(0, number.start - 16) : number.start]) is not None
    )


_IN_CONSTANT = re.compile(r"\bin (?:(?:constant|real|fixed) )?\Z", re.IGNORECASE)
_OF_MONEY = re.compile(r" (?:US |Australian |Canadian )?(?:dollars|pounds|sterling|euros|rupees|rand|francs)\b")


def _ends_range(text: str, number: Number, counts: bool) -> bool:
    """Whether a number that counts or measures something is the upper end of a range ("10-15 km")."""
    match = _LOWER_END.search(text[max(0, number.start - 16) : number.start]) if counts else None
    if match is None or Decimal(match[1].replace(",", "")) >= number.mantissa:
        return False
    return not _is_label(text, number.start - len(match.group()), has_noun=True)


def is_score(text: str, number: Number, *, counts: bool = False) -> bool:
    """Whether a number is one side of a score ("2-1"); one that `counts` may end a range ("15-20 eggs")."""
    if number.low > 99 or number.shape == "words":
        return False
    after = _PAIR_AFTER.match(text, number.end)
    if after is not None and _SCORE.match(text, after.end()):
        return True
    before = _PAIR_BEFORE.search(text[max(0, number.start - 4) : number.start])
    if before is None:
        return False
    rising = int(before[1]) < number.low
    return not (counts and rising and not _SPORT.match(text, number.end))


def _is_label(text: str, start: int, *, has_noun: bool) -> bool:
    match = _LABEL_BEFORE.search(lowered(text[max(0, start - 24) : start]))
    if match is None:
        listed = _LISTED.search(text[max(0, start - 7) : start])
        return listed is not None and _LISTED_LABEL.search(text[max(0, start - 40) : start]) is not None
    label = match.group().strip(" .-#\u00a0")
    if label in ("past", "top") and qualifiers.before(text, start):  # "climbed past 150"
        return False
    if label == "number" and _GROUPED.match(text, start):  # "they number 12,400"
        return False
    return not (has_noun and label in _WEAK)


def _is_phone(text: str, number: Number) -> bool:
    if number.shape == "grouped" or (
        not text[number.end : number.end + 2].strip(" -()")[:1].isdigit() and number.digits_end - number.start < 7
    ):
        return bool(re.search(r"\+\Z", text[max(0, number.start - 1) : number.start]))
    match = _PHONE.match(text, max(0, number.start - (text[number.start - 1 : number.start] == "+")))
    if match is None:
        return False
    said = match.group()
    return sum(mark.isdigit() for mark in said) >= 7 and (" " in said.strip() or "-" in said) and "," not in said


def _is_list(text: str, start: int, end: int) -> bool:
    if text[start - 1 : start] == "[" and _FOOTNOTE.match(text, start):
        return True
    return (
        end - start <= 3
        and _LIST_END.match(text, end) is not None
        and _LIST_START.search(text[max(0, start - 12) : start]) is not None
    )


def _is_furniture(text: str, number: Number) -> bool:
    """Share bars and counters: a line of nothing but a number and its noun ("39 COMMENTS", "8 minutes read")."""
    match = _FURNITURE.match(text, number.end)
    return match is not None and _LINE_LEAD.search(text[max(0, number.start - 6) : number.start]) is not None

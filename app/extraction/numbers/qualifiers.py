"""The words that hedge or bound a number, before it and after it."""

import re
from dataclasses import dataclass

from app.domain.currency_signs import SIGNS
from app.domain.figure import Qualifier
from app.domain.span import Span
from app.extraction.legible import lowered
from app.extraction.numbers import particles

_ADVERBS = (
    r"(?:(?:just|only|well|way|very|slightly|(?<!so )far(?! as)|a little|little|a bit|a fraction|much|significantly|"
    r"considerably|comfortably|barely|marginally|substantially|somewhat|a shade|a touch|not much) )*"
)
# "May top £5m" and "climbed past 150": alone, both words are too common.
_MOVES = (
    "climb climbs climbed climbing rise rose risen rising soar soared surge surged jump jumped go goes went gone shot "
    "grow grew grown push pushed creep crept balloon ballooned swell swelled"
)
_MAY = "may might could will would"
_PAST = "|".join(f"(?<={verb} )past" for verb in _MOVES.split())
_TOP = "|".join(f"(?<={verb} )top" for verb in (*_MAY.split(), "set to", "expected to", "likely to"))
_AT_MOST = (
    r"up to|as much as|as many as|as high as|as far as|no more than|not more than|at (?:the )?most|"
    r"(?:a |the )?maximum(?: of)?|not exceeding|top(?:s|ped|ping)? out at|"
    r"no (?:greater|higher|longer|older|larger|bigger) than|max\.?|capped at"
)
_AT_LEAST = (
    r"at (?:the very )?least|no (?:fewer|less|lower) than|not (?:fewer|less) than|(?:a |the )?minimum(?: of)?|min\.?|"
    r"as (?:little|few|low) as"
)
_OVER = (
    r"more than|above|over|upwards? of|in excess of|exceed(?:s|ed|ing)?|north of|greater than|higher than|"
    r"topp(?:ed|ing)|tops|surpass(?:es|ed|ing)?|larger than|bigger than|longer than|older than|taller than|"
    rf"heavier than|wider than|faster than|beyond|pass(?:ed|es)|cross(?:ed|es)|breach(?:ed|es)|{_PAST}|{_TOP}"
)
_UNDER = (
    r"less than|fewer than|below|under|lower than|south of|smaller than|younger than|shorter than|cheaper than|"
    r"lighter than|shy of|short of"
)
_NEARLY = (
    r"nearly|almost|close to|approach(?:ing|es|ed)|not quite|just shy of|just short of|nearing|virtually|near|"
    r"(?:the )?be(?:st|tter) part of"
)
_ABOUT = (
    r"about|around|roughly|approximately|approx\.?|circa|ca\.?|some|perhaps|maybe|(?:an |the )?estimated|"
    r"in the (?:region|order|neighbou?rhood|range|vicinity|ballpark) of|(?:of|on) the order of|something like|c\."
)
_BEFORE: tuple[tuple[Qualifier, str], ...] = (
    (Qualifier.AT_MOST, _AT_MOST),
    (Qualifier.AT_LEAST, _AT_LEAST),
    (Qualifier.OVER, _OVER),
    (Qualifier.NEARLY, _NEARLY),
    (Qualifier.UNDER, _UNDER),
    (Qualifier.ABOUT, _ABOUT),
)
_GROUPS = "|".join(f"(?P<{name.name}>{_ADVERBS}(?:{words}))" for name, words in _BEFORE)
# Searched in lower case, which is twice as fast as ignoring case.
_WORDS = re.compile(
    rf"(?<![\w{SIGNS}-])(?:{_GROUPS})(?: (?:about|around|roughly|approximately|an estimated|a total of|a further|an "
    rf"additional|another|a record))?(?P<article>(?<=than) an?)?\s+\Z"
)
# How a qualifier may end: a cheap test that spares most numbers the search.
_LAST = (
    "about", "above", "additional", "almost", "another", "approached", "approaches", "approaching", "approx",
    "approx.", "approximately", "around", "as", "at", "below", "beyond", "breached", "breaches",
    "c.", "ca", "ca.", "circa", "crossed", "crosses",
    "estimated", "exceed", "exceeded", "exceeding", "exceeds", "further", "least", "like", "max", "max.",
    "maximum", "maybe", "min", "min.", "minimum", "most", "near", "nearing", "nearly", "of", "over", "passed",
    "passes", "past", "perhaps", "quite", "record", "roughly", "some", "surpass", "surpassed", "surpasses",
    "surpassing", "than", "than a", "than an", "to", "top", "topped", "topping", "tops", "under", "virtually",
)  # fmt: skip
_SIGNS = re.compile(
    r"(?P<OVER>>)\s?\Z|(?P<UNDER><)\s?\Z|(?P<AT_LEAST>≥)\s?\Z|(?P<AT_MOST>≤)\s?\Z|(?P<ABOUT>[~≈∼])\s?\Z|"
    r"(?<!\w)(?P<ABOUT2>c\.?)\s?\Z"
)
# A bound after its number closes the phrase: "and over 400 photos" goes on to the next figure.
_ENDS = (
    r"\b(?=\s*(?:[.,;:)!?—–]|\Z|\n)|\s(?:a|per|each|in|on|for|to|at|by|is|are|was|were|will|can|must|who|have|had)\s"
    r"[a-z])"
)
_AFTER = re.compile(
    r"(?P<AT_LEAST>\+(?![\d\w])|(?:-|(?<=\d))plus\b"
    rf"|\s+or (?:more|above|over|higher|longer|up|upwards)\b(?! (?:to|than)\b)|\s+and (?:above|over|upwards){_ENDS}"
    rf"|\s+(?:and counting|at (?:the very )?least|min(?:imum)?){_ENDS})"
    r"|(?P<AT_MOST>\s+or (?:less|fewer|under|below|lower)\b(?! than)"
    rf"|\s+(?:at (?:the )?most|max(?:imum)?|tops){_ENDS})"
    r"|(?P<ABOUT>\s+or so\b|\s+or thereabouts\b|-odd\b|(?<=[0y]) odd(?= [a-z%])|-ish\b|\s+give or take\b|"
    r",? more or less\b)"
)
_LOOK = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class QualifierCue:
    """A qualifier and the words that say so."""

    qualifier: Qualifier
    span: Span


def before(text: str, start: int) -> QualifierCue | None:
    """The qualifier whose words end right before `start`, unless they belong to a verb before them."""
    left = text[max(0, start - _LOOK) : start]
    if not left:
        return None
    low = lowered(left) if left[-1].isspace() else ""
    match = _WORDS.search(low) if low.rstrip().endswith(_LAST) else None
    match = match or _SIGNS.search(left, len(left) - 3)
    if match is None:
        return None
    name = next(name for name, words in match.groupdict().items() if words is not None)
    at = start - len(left)
    if name == "ABOUT" and match.group().lower().startswith("the estimated"):
        at_start = at + match.start() + 4
    else:
        at_start = at + match.start()
    article = match.groupdict().get("article") or ""  # no part of "more than" in "more than a 10% rise"
    end = at + len(left[: match.end()].rstrip()) - len(article)
    if particles.belongs(text, at_start, end):
        return None
    cue_end = at + match.end(name)
    if cue_end < end and particles.belongs(text, at_start, cue_end):  # "is short of about 85 drivers"
        return QualifierCue(qualifier=Qualifier.ABOUT, span=Span(cue_end + 1, end))
    return QualifierCue(qualifier=Qualifier[name.removesuffix("2")], span=Span(at_start, end))


def after(text: str, end: int) -> QualifierCue | None:
    """The qualifier whose words begin right at `end` ("+", "or more")."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    name = next(name for name, words in match.groupdict().items() if words is not None)
    words = match.group()
    lead = len(words) - len(words.lstrip(" ,-\t\n"))
    return QualifierCue(qualifier=Qualifier[name], span=Span(end + lead, match.end()))

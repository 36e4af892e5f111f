"""Verbs and nouns of change, in all their forms."""

import re

from app.domain import motion
from app.extraction.word_sets import any_of

_REGULAR = (
    "slip slide dive gain widen narrow contract raise lift boost hike advance rocket balloon spiral worsen double halve"
)


def _forms(verb: str) -> list[str]:
    stem = verb.removesuffix("e")
    return [verb, f"{verb}s", f"{stem}ed", f"{stem}ing"]


_FORMS = {*motion.RISING, *motion.FALLING, *motion.LOWERING} | {
    form for verb in _REGULAR.split() for form in _forms(verb)
}
WORDS = " ".join([*sorted(_FORMS), "up", "down", "out"])
"""One blank apart, words of which one must stand in a sentence for `MOVED` to be tried."""

MOVED = (
    "(?:"
    + any_of(_FORMS)
    + "|(?:go|goes|went|gone|going|come|comes|came|coming|(?:edg|inch|tick)(?:e?[sd]?|ing)|creep|creeps|crept|creeping"
    "|shoot|shoots|shot|shooting|driv(?:es?|en|ing)|drove|push(?:ed|es|ing)?|bring(?:s|ing)?|brought) (?:up|down)"
    "|(?:blow|blows|blew|blown|blowing) out)(?: back| again| further| sharply| only| just| slightly)*"
)
"""A verb of change, with the adverb behind it."""

_TAKES_OBJECT = (
    "raise|raises|raised|raising|lift|lifts|lifted|lifting|contract|contracts|boost|boosts|advance"
    "|expand|expands|expanded|expanding|improve|improves|improved|improving"
    "|sank|sunk|sinking"
    "|(?:shoot|shoots|shot|shooting|bring|brings|brought) down"
)
MOVED_BARE = MOVED.replace("(?:", f"(?!(?:{_TAKES_OBJECT})\\b)(?:", 1)
"""A verb of change that needs no "by" before its figure: "grew 3%", but neither "raised £3m" nor "shot down 3"."""

OBJECT = (
    r"(?:(?:(?:the|its|their) )?(?:number|amount|cost|size|value|price|share)s? of (?:[a-z][\w'-]* ){1,6}?"
    r"|(?:(?!(?!un)\w+ed\b|to\b|from\b|and\b|or\b)[a-z][\w'-]* ){1,5})"
)
"""What a verb of change may act on before its "by": "cut its spending by 5%"."""

NOUN = (
    "(?:increase|rise|growth|decrease|decline|fall|drop|cut|reduction|jump|surge|gain|slump|uplift|hike|boost|saving"
    "|contraction|improvement|expansion|dip|plunge|slide|uptick|upturn)s?"
)
NOUNS = " ".join(f"{noun} {noun}s" for noun in re.findall(r"[a-z]{2,}", NOUN))

SAME_TIME = (
    r"(?:the\s)?(?:same|corresponding|equivalent|comparable)\s(?:\w+\s)?"
    r"(?:period|quarter|months?|weeks?|time|point|stage)\b"
)
"""What a move "on the same three months last year" is measured from: a pattern."""
HEDGE = (
    "(?: as much as| up to| about| around| roughly| nearly| almost| more than| less than| over| under"
    "| some| only| just| another| a further| an estimated| at least)*"
)
"""Words that may stand between a verb and its figure."""

COMPARATIVE = "(?:more|less|worse|fewer|(?!rather|other|earlier|later)[a-z]{2,}er)"
"""What may stand before a "than" that compares sizes: "cheaper than", but neither "rather than" nor "later than"."""

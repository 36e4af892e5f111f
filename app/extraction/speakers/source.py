"""A source in a sentence: on which side of it its words stand, and its stance to what they say."""

import re
from dataclasses import dataclass

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.speakers import datelines, words
from app.extraction.speakers.noun_phrases import Subject
from app.extraction.word_sets import one_of


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, what it does, and on which sides of `at` (subject and verb) its words stand."""

    subject: Subject
    stance: Stance
    at: Span
    leftwards: bool
    rightwards: bool
    owned: bool = False
    """The figure is called the source's own ("the party's claim of £9bn"), so that who denies it is somebody else."""


CLOSES = re.compile(r"(?:[,!?—–”\"…]|[.]”|[,.!?…\s][’']|\s-)\s*(?:\bas\s)?$")
BY_SOMEBODY = re.compile(r" by (?:(?:the|an?|its|their) \w|[A-Z]|(?!phone|letter|email|e-mail|post|text)[a-z]+s\b)")
"""What follows a participle that has an agent: "confirmed by ministers", but not "confirmed by letter that"."""
INTRODUCES = re.compile(
    r"(?:No|Not so|Nor|Contrary|Despite|Unlike|If|When|For|By|In|On|At|With|Under|After|Before|Since|Without)\b[^,]*,"
)
"""A clause or phrase that only leads up to another."""
_LISTS = re.compile(r":\s+(?![“\"‘'])\S")
_RESUMES = re.compile(
    r"[^.;\n]{0,80}?(?:[“\"]|\b(?:and|but|adding|compared|with|while)\b|—|–)|\s*,"
    r"|\s(?:[A-Za-z]\w+|the [a-z]+|to [\w ]{2,24})?(?:\s?\b(?:on|in|last|this) \w+)?,\s[a-z]"
)
_OF = re.compile(r"\s(?:of|for|from|by|at)\s")
_NEWS, _OF_NEWS = one_of("news press radio wire agency"), one_of("agency copy site channel service station")
_PRESS_FIRST = one_of("BBC Radio Channel Press")
"""What the name of a broadcaster or an agency may begin with: "Radio Kent", "Press Association"."""
_DIGIT = re.compile(r"\d")
_TRAILS = re.compile(
    r"\s*(?:(?:[a-z]{3,}s|parliament|him|her|me|us|them|the [\w-]+(?:"
    r" [\w-]+)?|(?<=told )(?:an?|its|his|her|their) [\w-]+(?: [\w-]+){0,2}|to (?:(?:the|an?|its|his|her"
    r"|their) )?[\w-]+(?: [\w-]+)?|[A-Z]\w+(?: [A-Z]\w+)*)(?=\s*[.,;](?!\d)|\s*$|\s+(?:on|in|at)\b(?!\s\W?\d"
    r"|\s(?:about|around|over|under|least|more)\b)))?"
    r"\s*(?:[.,;!?)—–]|$|(?:on|in|at|after|during|last|this|yesterday|today|earlier|later|as|when"
    r"|[A-Z][a-z]+day|while|ahead|following|before)\b)"
)


def stance_of(stance: Stance, subject: Subject) -> Stance:
    """Only an outlet reports what others say; a firm that "reported a loss" states it."""
    if stance is Stance.REPORTS and not is_outlet(subject):
        return Stance.STATES
    return stance


def is_outlet(subject: Subject) -> bool:
    """Whether a source is a newspaper, an agency or the like: by the last word of its name, or by what it is called."""
    tokens = _OF.split(subject.text)[0].split()
    if len(tokens) > 1 and tokens[-1] in words.PAPERS:  # "the AFP report"
        tokens = tokens[:-1]
    last = tokens[-1].lower()
    if tokens[-1].islower():
        with_news = len(tokens) > 1 and tokens[-2].lower() in _NEWS
        return last in words.PRESS_NOUNS or last in words.MEDIA or (last in _OF_NEWS and with_news)
    return last in words.PRESS_NAMES or last in words.PRESS_NOUNS or tokens[0] in _PRESS_FIRST


def forward(text: str, match: re.Match[str], subject: Subject, stance: Stance) -> Attribution:
    """A source before its verb. Behind a comma and with nothing to follow it closes what was said: "..., she said."."""
    lead = text[max(0, subject.begin - 6) : subject.begin]
    quoted = re.search(r"[”\"]\s*$", lead) is not None
    if lead.endswith("- ") and datelines.read(text[: subject.begin]):
        lead = ""
    apart = CLOSES.search(lead) is not None
    listed = apart and _LISTS.match(text, match.end()) is not None and INTRODUCES.match(text) is None
    closes = quoted or listed or (apart and _TRAILS.match(text, match.end()) is not None)
    resumes = not closes or listed or _RESUMES.match(text, match.end()) is not None
    at = Span(subject.begin, match.end())
    owned = lead.endswith(" as ")
    # "It was not £9m, as the mayor claimed, but £3m": the mayor's is what stands before.
    resumes = resumes and not (owned and _DIGIT.search(text, 0, subject.begin))
    return Attribution(subject, stance, at, leftwards=closes, rightwards=resumes, owned=owned)

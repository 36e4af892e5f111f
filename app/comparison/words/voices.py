"""Who is named as the source of a figure, and how many independent origins its reports have."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from app.comparison.statement import Statement

_NO_NAMES_LISTED = (
    "the a an of for and mr mrs ms dr sir lord lady minister secretary president prime institute office "
    "government department ministry party spokesman spokeswoman spokesperson official officials"
)
_NO_NAMES = frozenset(_NO_NAMES_LISTED.split())
_ANYBODY_LISTED = "official officials source sources insider insiders people aides diplomats critics experts"
_ANYBODY = frozenset(_ANYBODY_LISTED.split())
_MANY = frozenset(["mp", "mps", "msp", "msps", "peer", "peers"])
"""Written with capitals, and yet the name of nobody."""
_DOCUMENTS_LISTED = (
    "accounts agreement audit bill budget contract letter memo memorandum note paper prospectus report review "
    "statement study treaty"
)
_DOCUMENTS = frozenset(_DOCUMENTS_LISTED.split())
_REPORTS_LISTED = (
    "estimate estimates figure figures forecast forecasts data analysis survey count report study review accounts"
    " statement updated latest new revised own annual"
)
_OF_REPORTS = frozenset(_REPORTS_LISTED.split())
_CITED = r"(?:counts?|surveys?|reports?|figures|data|estimates?|tally|study|found|counted|said|says|reported)"
_TWO = 2
_OF_DOCUMENTS = frozenset(["text", "wording"])
_SAYS = (
    r"(?:said|says?|told|estimate[sd]?|reckon(?:s|ed)?|believe[sd]?|thinks?|thought|claim(?:s|ed)?|warn(?:s|ed)?"
    r"|insist(?:s|ed)?|predict(?:s|ed)?|expects?|forecasts?|calculate[sd]|counted|found|shows?|showed|wrote|argue[sd]?"
    r"|reported|suggests?)"
)
_SOURCE_BEFORE = re.compile(rf"^[^#]*\b{_SAYS}\b(?: that)?")
_SOURCE_AFTER = re.compile(rf"(?:\baccording to\b|(?:(?<!\S)(?:\S+ ){{1,3}})?\b{_SAYS}\b)[^#]*$")

_PUT_BY = re.compile(r"(?<= at)( {1,2}#) {1,3}by\b[^#]*$")
"""Of what is put or valued at so much by somebody."""
_WHO_SAYS = re.compile(rf"(?<![\w’'-])(?:[\w’'-]+ ){{1,3}}{_SAYS}\b|\baccording to (?:[\w’'-]+ ?){{1,3}}")

_NAME = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady) [A-Z][\w’'-]+|[A-Z][\w’'-]+ (?:[A-Z]|of ))")
"""A name of a person, or of a body in two words."""
_ABROAD = r"(?!british\b)(?:[\w-]+(?:ian|ean|ish|ese)|welsh|french|german|dutch|greek|israeli)\b"
"""A country's adjective: a ministry or a treasury without one is not of that country."""
_STATE = re.compile(
    rf"(?:the )?(?!{_ABROAD})(?:[\w-]+ )?(?:government|ministers?|administration|whitehall)", re.IGNORECASE
)
"""A government as a whole, which speaks by its parts."""
_OF_STATE = re.compile(
    r"\b(?:(?:foreign|home|cabinet|war) office|ministry|department|ministers?|secretary|treasury|chancellor"
    r"|(?<!local )government|administration|whitehall|downing street|white house)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
"""What somebody says, in which a name is no source."""


def words(statement: Statement) -> tuple[str, ...]:
    """The words of the speaker's name that tell it from others; none of "officials", who may be anybody."""
    speaker = statement.claim.speaker
    if speaker is None or not _ANYBODY.isdisjoint(speaker.name.split()):
        return ()
    found = [re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w'’-]+", speaker.name.lower())]
    return tuple(word for word in found if word not in _NO_NAMES) or tuple(found)


def named(statement: Statement) -> tuple[str, ...]:
    """The same of a named person, body or document alone: none of "ministers" or "an opposition MP"."""
    speaker = statement.claim.speaker
    if speaker is None:
        return ()
    told = tuple(word for word in words(statement) if word not in _OF_DOCUMENTS)
    capitals = {word.lower() for word in re.findall(r"[\w-]+", speaker.name) if word[:1].isupper()} - _MANY
    return told if (capitals | _DOCUMENTS).intersection(told) else ()


def who(statement: Statement) -> frozenset[str]:
    """The words of the speaker's name without those of a document: an auditor and the auditor's report are one."""
    told = frozenset(words(statement))
    return told - _OF_REPORTS or told


def is_of_a_country(name: Collection[str]) -> bool:
    """Whether a name is no more than a country's adjective ("British")."""
    return all(word == "british" or re.fullmatch(_ABROAD, word) for word in name)


def called(statement: Statement) -> str:
    """The speaker's name as the text has it, without an article; empty where nobody is named."""
    return "" if statement.claim.speaker is None else statement.claim.speaker.name.removeprefix("the ")


def is_short_for(short: str, full: str) -> bool:
    """Whether a name is another's initials, small words counted or not: "CBO", "MOD" of the Ministry of Defence."""
    whole = full.removeprefix("the ")
    capitals, every = ("".join(re.findall(rf"\b[{letters}](?=[a-z])", whole)).lower() for letters in ("A-Z", "A-Za-z"))
    return len(capitals) > 1 and short.removeprefix("the ").lower() in (capitals, every)


def are_one_name(one: str, other: str) -> bool:
    """Whether two names are one: in full, by initials or by the surname."""
    first, second = (name.lower().removeprefix("the ") for name in (one, other))
    ends = f" {first}".endswith(f" {second}") or f" {second}".endswith(f" {first}")
    return ends or is_short_for(one, other) or is_short_for(other, one)


def without_source(text: str) -> str:
    """A sentence with "#" in the place of its figure, without who says so before and after it."""
    return _PUT_BY.sub(r"\1", _SOURCE_AFTER.sub("", _SOURCE_BEFORE.sub("", text)))


def who_say(text: str) -> str:
    """The words of a sentence that tell who says something in it."""
    return " ".join(_WHO_SAYS.findall(text))


def is_cited(name: Sequence[str], text: str) -> bool:
    """Whether a text has something from a source of that name ("the Bat Trust's count found")."""
    words = r"\s".join(map(re.escape, name))
    return len(name) > 1 and re.search(rf"\b{words}(?:['’]s?)? (?:\w+ )?{_CITED}\b", text, re.IGNORECASE) is not None


def are_two(mine: Statement, theirs: Statement, around: Collection[str] = ()) -> bool:
    """Whether a draft's sentence and an article's name two sources, which no sentence `around` the latter joins.

    A source without a proper name ("officers") counts as one of its own where a sentence around names it. A government
    and its ministries are one source.
    """
    one, other = (frozenset(words(side)) for side in (mine, theirs))
    if not one or not other or one & other or not _NAME.search(_speaker(theirs)):
        return False
    names = [_speaker(side) for side in (mine, theirs)]
    if any(map(_STATE.fullmatch, names)) and all(map(_OF_STATE.search, names)):
        return False
    texts = [text.lower() for text in around]
    if not _NAME.search(_speaker(mine)) and not any(all(word in text for word in one) for text in texts):
        return False
    theirs_told, mine_told = (_QUOTED.sub(" ", side.text).lower() for side in (theirs, mine))
    if _calls(theirs_told, one) or _calls(mine_told, other):
        return False
    return not any(all(word in text for word in one | other) for text in texts)


def _calls(text: str, name: Collection[str]) -> bool:
    """Whether a text has a word of a name, or two of a long one, of which one may be said of anything ("rail")."""
    return sum(word in text for word in name) >= (_TWO if len(name) > _TWO else 1)


def independent(statements: Sequence[Statement]) -> int:
    """How many independent origins some reports of a figure have.

    Copies of one story are one origin, and so are reports that have the figure from one named person, body or document:
    five outlets that quote the treaty's text all have it from there. A report of neither kind is one of its own.
    """
    names = [named(statement) for statement in statements]
    known = set(names)
    ended = Counter(name[start:] for name in known for start in range(1, len(name)))
    one_with: dict[object, object] = {}
    for at, (statement, name) in enumerate(zip(statements, names, strict=True)):
        sources: list[object] = [statement.origin] if statement.origin is not None else []
        # A surname alone is that of the one person who is named so in full.
        ends = (name[start:] for start in range(1, len(name)))
        sources += [said for said in (name, *(end for end in ends if end in known and ended[end] == 1)) if said]
        first, *others = (_root(one_with, source) for source in sources or [at])
        one_with.update((other, first) for other in others if other != first)
    return sum(source == other for source, other in one_with.items())


def _root(one_with: dict[object, object], source: object) -> object:
    """What stands for all sources that are one with this."""
    while one_with.setdefault(source, source) != source:
        source = one_with[source]
    return source


def _speaker(statement: Statement) -> str:
    return "" if statement.claim.speaker is None else statement.claim.speaker.name

"""Who stands before or behind a verb of speech: a name, a body, a document, a pronoun or a description."""

import re
from dataclasses import replace

from app.domain.span import Span
from app.extraction.dates.calendar_names import FULL_MONTH
from app.extraction.speakers import acronyms, naming, noun_phrases, words
from app.extraction.speakers.noun_phrases import OBJECTS, PRONOUNS, STOPS, TEMPORAL, TOKEN, Subject
from app.extraction.speakers.verb_table import BY_FORM
from app.extraction.speakers.words import DETERMINERS, INSIDE
from app.extraction.word_sets import any_of, one_of

_ASIDE = re.compile(
    r"(?:\s+(?:has|have|had|also|earlier|now|long|always|later|then|already|recently|repeatedly|previously|himself|often|sometimes|just|simply"
    r"|herself|itself|themselves|still|today|yesterday|since|once|again|will|(?:this|last) (?:morning|afternoon|evening"
    r"|night|week|weekend|month|quarter|year|spring|summer|autumn|winter)|on \w+day|[a-z]\w+ly"
    r"|therefore|for the (?:first|second|third|last|\w+th) time"
    rf"|in (?:\w+ )?(?:19|20)\d\d|in (?:{FULL_MONTH})|further|in turn|meanwhile|ever|first|even|both|all))+\s*$"
)
_BLOCKED = re.compile(
    r"n['’]t\s*$|\b(?:cannot|would|could|may|might|can|should|must|is|are|was|were|be|been|being|to|not|never|by|of"
    r"|at|against|over|about|amid|despite|let's|which|it's|he's|she's)\s*$"
)
_LONGEST_NAME = 110
_LAST_WORD = 12
"""Characters that hold each of these words with the end of the one before it."""
_WHICH = re.compile(r",\s+which\s*$")
_RELATIVE = re.compile(r",?\s+(?:who|which)\s*$")
_PAPER_THAT = re.compile(r"\b(?:an?|the|its|their|this)\s(?:[\w-]+\s){0,3}?(?P<head>\w+)\sthat\s*$")
"""A document that does something: "a brief that puts the cost at"."""
_QUOTED_AS = re.compile(
    r"\s+(?:(?:is|was|were|are|been)\s+)(?:\w+ly\s+)?(?:quoted|cited|reported"
    r"|recorded)\s+(?:(?:on\s+)?\w+day\s+)?as\s*$"
)
# What may stand between the commas of a subject and its verb: "Kevin Stroud, 54, from Hull, said".
_ASIDE_CLAUSE = re.compile(r",\s+(?:who|which|whose|where)\s")
_ASIDE_PHRASE = re.compile(
    r"\d{1,3}|(?:from|of|in|at|based|formerly|now|then|speaking|writing|asked|citing|quoting|himself|herself"
    r"|for (?:his|her|its|their) part)\b.*"
)
_MOST_ASIDES, _BRACKET = 4, 50
_OPENS = re.compile(
    r"\W{0,3}(?P<np>(?:(?:Gov|Sen|Rep|Dr|Mrs?|Ms|Prof|Gen|Rev)\.?\s)?(?:(?:[Tt]he|An?|Its|His|Her|My|Our|Their)\s(?:[a-z-]+(?:['’]s)?\s){0,2}?)?(?P<head>[\w’'&-]+)(?<!['’]s)(?![\w’'])(?:\s(?:(?:of"
    r"|for|and)\s)?[A-Z][\w’'&-]*)*)"
)
_OFFICE_IN = re.compile(r",?\s(?:(?:an?|the|its)\s(?:[\w-]+\s){0,2}?[a-z]+\s)?(?:of|at|from)\s(?:the\s)?\Z")
_WITH_CLAUSE = re.compile(r"\s+who\s+[^,;:.“”\"]{3,60}$")
_INSIDERS = re.compile(
    r"\b(?:people|persons?|sources?|officials?|insiders?|those)\s+(?:familiar|close|briefed|with"
    r" knowledge)\s(?:(?!\b(?:say|says|said|that|believe|expect)\b)[^,;:.]){3,50}$",
    re.IGNORECASE,
)
_NAMED_NEXT = re.compile(
    r",\s+(?P<name>(?:(?:(?:the )?(?:(?:Right|Rt|Most|Very) )?(?:Rev|Revd|Reverend|Hon)\.?"
    r"|Sir|Dame|Dr|Mr|Mrs|Ms|Lord|Lady|Prof|Professor) )?(?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+)"
    r"(?=\s*[,.;:(“\"]|\s*$)"
)
_HANDED_ON = re.compile(
    r"\b(?P<head>[A-Za-z]+)\s(?:based|built|drawn|derived|leaked|released|published|seen|obtained|produced|compiled)\s"
    r"(?:on|from|to|in|using|under|with|at|for)\s(?P<rest>[^,;:.“”\"]{3,60})$"
)
"""A document with what was done with it: "calculations based on the rate of inflation"."""
_GIVEN_BY = re.compile(
    rf"(?:[\w’'-]+\s){{0,6}}?(?P<data>[a-z]+)\s(?:{any_of(naming.GIVEN)})\s"
    r"(?:(?:for|on|in)\s(?:[\w’'-]+\s){1,3}?)?by\s(?!\w+day\b)"
)
"""Data with who gave them out: "official end of year figures released by the port"."""
_IN_SPEECH = re.compile(
    r"(?<=\w)\sin\s(?:his|her|its|their)\s(?:[\w-]+\s){0,2}?(?:speech|address|letter|statement|report|remarks|note|post|email"
    r"|interview|message|testimony|presentation|article|column|blog)$"
)
"""Where somebody says something: "Orme in her speech said"."""
_TIME = rf"(?:[\w’'-]+\s){{0,6}}?(?:{FULL_MONTH}|(?:19|20)\d\d|year|quarter|months?|half|week|period)$"
_OF_TIME = re.compile(rf"\b(?P<head>[a-z]+)\s(?:for|in|of|from|covering)\s{_TIME}")
"""Data with the time that they are of: "figures for the 12 months to March"."""
_GIVER_OF_TIME = re.compile(rf"(?P<giver>\)|\b[A-Z][\w’'&-]*)\s(?:for|covering)\s{_TIME}")
"""Who gave out the data of a time: "figures from the Kell Board (KB) for January"."""
# "Ann Li, a baker, [defended the plan], saying", "KELL, Norvia - [The board released a plan], saying".
_NO_ASIDE = re.compile(r"^[a-z]{3,}ed (?:the|an?|its|his|her|their|that)\b|\s[-–]\s|[.]-\s")
_FULL_NAME = re.compile(r"(?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+")
_ONE_NAME = re.compile(r"[A-Z][\w’'&-]+")
_SENT_OUT = re.compile(
    r"(?:an?|the) (?:[a-z]+ ){0,2}?(?:release|statement|report|letter|notice|note|memo|update|filing|email|post)"
    r" (?:that )?(?P<who>(?:the )?[A-Z][\w’'&-]*(?: (?:(?:of|for) )?[A-Z][\w’'&-]*){0,6})"
    r" (?:has |had )?(?:sent|issued|released|published|put|shared|posted|gave|given|filed|made|wrote)\b"
)
"""A document with who handed it out: "a release the Kell Board sent out"."""
_THE_TIME = re.compile(r"(?:The|(?:It|This|That) (?:is|was) the) (?:last|first|only|next|second|third) time (?:that )?")
_BLANK = re.compile(r"\s*")
# The full stop of a title or of an initial goes on with a name: "said Gov. Ann Li", "said Ann C. Li".
_STOP_AFTER = re.compile(
    r"[,;:()“”\"!?\n—]|(?<!\b[A-Z]\.[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Cr|Lt))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Rev|Col|Sgt|Maj|Adm))"
    r"(?<!\b(?:Prof|Capt|Cllr|Supt|Insp|Pres))\.(?=\s|$)(?!(?<=\s[A-Z]\.)\s[A-Z][a-z])|\s[-–]\s"
)
_OPENING = re.compile(r"(?:^|[.!?”\"\n]\s*)$")
_PREPOSITIONS = one_of("at in on after before during under with for from by since including")
_THEN = re.compile(r"(?:the )?then (?=[A-Za-z])")
_ADVERBS = one_of("Now Then Later Earlier Still Today Yesterday Meanwhile")
_SEASONS = one_of("spring summer autumn winter")
_LEFT_OVER = INSIDE | DETERMINERS | {"last", "next", "late"}


def before(text: str, end: int) -> Subject | None:
    """The subject that ends before a verb at `end`; None where the verb is passive, an infinitive or has none."""
    start = max(0, end - 200)
    lead = text[start:end].rstrip()
    if lead.endswith("which") and (which := _WHICH.search(lead)) is not None:
        return _of_which(text, start, start + which.start())
    if _BLOCKED.search(lead[-_LAST_WORD:]):
        return None
    if (
        lead.endswith("that")
        and (that := _PAPER_THAT.search(lead)) is not None
        and naming.is_paper(that["head"].lower())
    ):
        return noun_phrases.ending(text, start, start + that.end("head"))
    lead = _IN_SPEECH.sub("", lead)
    if (aside := _ASIDE.search(lead)) is not None:
        lead = lead[: aside.start()]
        if lead.endswith("which") and (which := _WHICH.search(lead)) is not None:
            return _of_which(text, start, start + which.start())
        if _BLOCKED.search(lead[-_LAST_WORD:]):
            return None
    if lead.endswith("as") and (quoted := _QUOTED_AS.search(lead)) is not None:
        return noun_phrases.ending(text, start, start + quoted.start())
    if (relative := _RELATIVE.search(lead) or _WITH_CLAUSE.search(lead)) is not None:
        return noun_phrases.ending(text, start, start + relative.start(), nearest=True)
    if (handed := _HANDED_ON.search(lead)) is not None and _is_document(handed):
        return noun_phrases.ending(text, start, start + handed.end("head"))
    if (timed := _OF_TIME.search(lead)) is not None and naming.is_paper(timed["head"]):
        return noun_phrases.ending(text, start, start + timed.end("head"))
    if (given := _GIVER_OF_TIME.search(lead)) is not None:
        lead = lead[: given.end("giver")]
    if (sources := _INSIDERS.search(lead)) is not None:
        span = Span(start + sources.start(), start + sources.end())
        return Subject(span.of(text), span, False, span.start)
    if lead.endswith(")") and (bracket := lead.rfind("(")) > len(lead) - _BRACKET:
        full = acronyms.explained(lead)
        lead = lead[:bracket].rstrip()
        if full is not None:
            return _of_body(text, start, full.shifted(start))
    if lead.endswith(","):
        return _apposed(text, start, start + len(lead) - 1)
    return noun_phrases.ending(text, start, start + len(lead))


def _of_which(text: str, start: int, end: int) -> Subject | None:
    """What a ", which" behind it tells of, where it could speak: "the review of the LRO, which"."""
    named = noun_phrases.ending(text, start, end, nearest=True)
    if named is None or named.head in words.PAPERS or named.head in words.BODIES:
        return named
    return named if named.text.istitle() or named.text.isupper() else None


def _of_body(text: str, start: int, body: Span) -> Subject | None:
    """A body that an acronym explains, or who has an office in it: "Ann Li, the head of the Lake Office (LO)"."""
    office = _OFFICE_IN.search(text, start, body.start)
    holder = noun_phrases.ending(text, start, office.start()) if office else None
    if holder is not None and _FULL_NAME.fullmatch(holder.text):
        return holder
    found = noun_phrases.ending(text, start, body.end)
    if found is not None and found.begin <= body.start:
        return found
    first = body.start - 4 * text.endswith(("the ", "The "), start, body.start)
    return noun_phrases.of_tokens(text, list(TOKEN.finditer(text, first, body.end)))


def _is_document(handed: re.Match[str]) -> bool:
    """Whether what was handed on is a document, and the words behind it hold no clause of their own."""
    rest = handed["rest"].lower().split()
    return naming.is_paper(handed["head"].lower()) and STOPS.isdisjoint(rest) and BY_FORM.keys().isdisjoint(rest)


def after(text: str, start: int) -> Subject | None:
    """The subject that begins right behind a verb or "according to"."""
    match = _BLANK.match(text, start)
    begin = match.end() if match else start
    if (sender := _SENT_OUT.match(text, begin)) is not None:
        return noun_phrases.of_tokens(text, list(TOKEN.finditer(text, *sender.span("who"))))
    if (given := _GIVEN_BY.match(text, begin, begin + 120)) is not None and given["data"] in words.DATA:
        begin = given.end()
    if (former := _THEN.match(text, begin)) is not None:
        begin = former.end()
    if (listed := noun_phrases.LISTED.match(text, begin + 4 * text.startswith("the ", begin))) is not None:
        return noun_phrases.of_tokens(text, list(TOKEN.finditer(text, begin, listed.end())))
    if (explained := _explained(text, begin)) is not None:
        return noun_phrases.of_tokens(text, list(TOKEN.finditer(text, begin, explained)))
    stop = _STOP_AFTER.search(text, begin, begin + 160)
    end = stop.start() if stop else min(len(text), begin + 160)
    tokens: list[re.Match[str]] = []
    for token in TOKEN.finditer(text, begin, end):
        small = token[0].lower()
        determined = len(tokens) > 0 and tokens[-1][0].lower() in DETERMINERS
        if small == "and" and _is_office(tokens) and text[token.end() + 1 : token.end() + 2].isupper():
            tokens = []  # "said Lakes Secretary and Board Chair Ann Li"
            continue
        if (
            small in STOPS
            or small in TEMPORAL
            or token[0] in _SEASONS
            or (token[0] in BY_FORM and tokens and small not in words.PAPERS and not determined)
        ):
            break
        tokens.append(token)
        if len(tokens) == 9:
            break
    if len(tokens) == 1 and tokens[0][0].lower() in OBJECTS:
        span = Span(*tokens[0].span())
        return Subject(span.of(text), span, True, span.start)
    while tokens and tokens[-1][0].lower() in _LEFT_OVER:
        tokens.pop()
    found = noun_phrases.of_tokens(text, tokens)
    post = found is not None and (found.text.islower() or found.text.split()[-1] in words.ROLES)
    named = _NAMED_NEXT.match(text, found.span.end) if found and post else None
    if found is None or named is None:
        return found
    name = noun_phrases.of_tokens(text, list(TOKEN.finditer(text, named.start("name"), named.end("name"))))
    return replace(name, begin=found.begin) if name else found


def _explained(text: str, begin: int) -> int | None:
    """Where a name with an "and" that an acronym explains ends: "the Union of Rowers and Sailors (URS)"."""
    bracket = text.find(" (", begin, begin + _LONGEST_NAME)
    if bracket < 0 or " and " not in text[begin:bracket]:
        return None
    first = begin + 4 * text.startswith("the ", begin)
    spans = acronyms.read(text[first : text.find(")", bracket) + 1]).values()
    return bracket if Span(0, bracket - first) in spans else None


def _is_office(tokens: list[re.Match[str]]) -> bool:
    """Whether words with capitals say what somebody is: "Lakes Secretary"."""
    return bool(tokens) and tokens[-1][0].istitle() and tokens[-1][0].lower() in words.TITLES_AND_ROLES


def opening(text: str) -> Subject | None:
    """What a sentence opens with, for a verb further on that shares it: "The firm cut jobs, saying ..."."""
    match = _OPENS.match(text, _opened(text))
    if match is not None and match["head"].lower() in _PREPOSITIONS:
        match = _OPENS.match(text, comma + 2) if (comma := text.find(", ")) >= 0 else None
    if match is None:
        return None
    if match["head"] in _ADVERBS:
        match = _OPENS.match(text, match.end()) or match
    head = match["head"].lower()
    known = head in words.ROLES or head in words.BODIES or head in words.PAPERS or head in PRONOUNS
    if not known and (head in DETERMINERS or head in STOPS or not match["head"][0].isupper()):
        return None
    named = _NAMED_NEXT.match(text, match.end("np")) if known else None
    listed = noun_phrases.LISTED.match(text, match.start("head"))
    at = named.span("name") if named else (listed or match).span(0 if listed else "np")
    return noun_phrases.of_tokens(text, list(TOKEN.finditer(text, *at)))


def _opened(text: str) -> int:
    """Where what a sentence tells begins behind a "The last time"."""
    when = _THE_TIME.match(text)
    return when.end() if when else 0


def _apposed(text: str, start: int, end: int) -> Subject | None:
    """The name before what the commas hold: "Jane Doe, a fellow at the institute, said", "Ann Li, 54, said"."""
    first = _without_asides(text, start, end)
    comma = text.rfind(",", start, first)
    listed = noun_phrases.LISTED.search(text, start, end) if comma >= 0 else None
    if listed is not None and listed.start() < comma < listed.end():
        return None
    between = text[comma + 1 : first].strip()
    if comma >= 0 and _NO_ASIDE.search(between):
        return None
    role = noun_phrases.ending(text, start, comma) if comma >= 0 else None
    one_word = role is not None and role.definite and role.text.islower() and _ONE_NAME.fullmatch(between)
    if comma >= 0 and (one_word or _FULL_NAME.fullmatch(between)):
        name = noun_phrases.ending(text, comma, first)
        joined = role and (role.head in words.ROLES or _OPENING.search(text[start : role.begin]))
        return replace(name, begin=role.begin) if name and role and joined else name
    if first < end and (role is None or not role.text[0].isupper()):
        return noun_phrases.ending(text, start, first)
    if role is None or not (any(c.isupper() for c in role.text) or _OPENING.search(text[start : role.begin])):
        return None
    return role


def _without_asides(text: str, start: int, end: int) -> int:
    """Where a subject ends once relative clauses, ages and places between commas are taken off."""
    clauses = list(_ASIDE_CLAUSE.finditer(text, start, end))
    if clauses:
        end = clauses[-1].start()
    for _ in range(_MOST_ASIDES):
        comma = text.rfind(",", start, end)
        if comma < 0 or _ASIDE_PHRASE.fullmatch(text[comma + 1 : end].strip()) is None:
            break
        end = comma
    bracket = text.rfind("(", max(start, end - _BRACKET), end) if text[start:end].endswith(")") else -1
    return end if bracket < 0 else start + len(text[start:bracket].rstrip())

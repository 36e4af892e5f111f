"""Of what a percentage is a share: GDP, income, households, teachers."""

import re
from collections.abc import Iterator

from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, NUMBERS, SHARES, Hit, Side
from app.extraction.basis.moves import HEDGE
from app.extraction.mention import Mention
from app.extraction.word_sets import any_of

NAMES = {
    "gross domestic product": "GDP",
    "gdp": "GDP",
    "economic output": "GDP",
    "gross national income": "GNI",
    "gni": "GNI",
    "gross national product": "GNP",
    "gnp": "GNP",
    "national income": "national income",
    "national output": "GDP",
    "national economic output": "GDP",
    "the economy": "economy",
}
"""Wholes with a name that tables use; others keep their words."""

_KNOWN = any_of(NAMES)
_LEAD = (
    r"(?:(?:its|their|our|his|her|his|the|all|this|that|total|uk|us|eu|u\.k\.|u\.s\.|india's|britain's|annual"
    r"|those|number of|(?:(?:an?|average|typical|median|whole|member)\s)*[\w-]+(?:'s|s'))\s+)*"
)
_NOUN = (
    r"(?!(?:on|in|at|with|who|from|to|it|them|those|these|us|which|whom|this|that|what|a|an|the|its|their|our|his|her)\b)"
    r"[a-z][\w'-]*"
)
_STOP = (
    r"(?:of|is|are|was|were|have|has|had|will|would|could|can|may|must|in|on|by|for|to|from|with|at"
    r"|as|and|or|but|who|that"
    r"|which|said|say|says|took|take|live|want|vanished|support|backed|back|voted|think|believe"
    r"|spent|go|goes|went|over|arrives|comes|stays|depends|belongs|gets|flows"
    r"|now|today|last|this|next|since|between|than|into|under|when|while|if|do|did|does|a|the|each"
    r"|every|not|were|being|where)"
)
_PLURAL = r"(?:people|children|women|men|staff|police|(?!(?:was|is|has|does|this|its|as|us|nhs)\b)[\w'-]*[a-rt-z]s)"
# "Gross electricity consumption", "the current loan portfolio": an adjective takes no place of a noun.
_ADJECTIVE = rf"(?:(?:current|gross|net|new|existing|[a-z]{{3,}}(?:al|ic|ive|ary|able|ous|ed))\s(?!{_STOP}\b))"
_AUXILIARY = r"(?!(?:is|are|was|were|have|has|had|will|would|could|can|may|might|must|should|do|did)\b)"
_PHRASE = (
    rf"(?:(?:{_KNOWN})\b|{_AUXILIARY}{_ADJECTIVE}?(?:{_PLURAL}\b|{_NOUN}(?:\s(?!(?:{_STOP}"
    rf"|\w+ed)\b){_NOUN}(?<!s\b)){{0,2}}?(?:\s(?!{_STOP}\b){_PLURAL}\b)|{_NOUN}(?:\s(?!(?:{_STOP}"
    rf"|\w+ed)\b){_NOUN})?))"
)
_OF = re.compile(rf"\s*(?:\([^)]{{1,40}}\)\s*)?,?\s*of\s+(?P<lead>{_LEAD})(?P<whole>{_PHRASE})")
_INSIDE = re.compile(rf"\sof\s+(?P<lead>{_LEAD})(?P<whole>(?:{_KNOWN})\b)")
_OF_DATED = re.compile(r"\s*(?:\([^)]{1,40}\)\s*)?of\s+(?:(?:the|its|their|his|her|our)\s+)?")
_LEVEL = re.compile(r"levels?|average|peak|high|low|total")
_BARE = re.compile(rf"\s*(?P<whole>{_KNOWN})\b")
# "One in four registered voters", but "one in four refused".
_VERB = r"\w+ed(?:[.,;:)]|$|\s(?:the|an?|it|its|their|that|to|in|on|at|by|for|with|from)\b)"
_ONE_IN = re.compile(rf"\s+(?!{_STOP}\b|{_VERB})(?P<whole>{_PHRASE})")
_SHARE_OF = re.compile(rf"\b(?:share|proportion|percentage|portion|slice)s? of\s+(?P<lead>{_LEAD})(?P<whole>{_PHRASE})")
_THE_SHARE = re.compile(r"\b(?:share|proportion)\b")
_MOST = re.compile(r"\b(?:majority|most|half|third|quarter|part|bulk|share|proportion|minority)s? \($")
"""What a share in brackets says in figures: "the majority (94%) of costs"."""
_OF_THESE = re.compile(r"\s*,?\s*of (?:these|those|them|which|whom)\b")
_OF_SUM = re.compile(
    r"\s*,?\s*of\s+(?:(?:the|its|their|our|this|that|all|an?|total|overall|initial|original|[a-z]+ed)\s+)*"
)
# "The fund holds 30 per cent", "hay accounts for 70%"; in "it holds 5% bonds" the percentage tells of the bonds.
_HELD = re.compile(
    r"\b(?:holds?|holding|held|owns?|owned|owning|retain(?:s|ed|ing)?|keeps?|kept|controls?|controlled"
    r"|account(?:s|ed|ing)? for|mak(?:es?|ing) up|made up|tak(?:es?|ing) up|took up"
    r"|(?:stakes?|shareholdings?|holdings?|shares?)(?: (?:in|of) [^,;:.()]{2,40})?"
    rf" (?:is|are|was|were|of|at|to|from)){HEDGE} $"
)
_ENDS = re.compile(
    r"\s*(?:$|[.,;:)—–]|(?!(?:of|more|less|lower|higher)\b)(?:[a-z]{2,3}|while|with|after|when|share)\b)"
)
_STAKE = re.compile(r"[\s-](?:[a-z]+ )?(?:stake|shareholding|holding|share(?! (?:price|issue|sale)))s?\b")
# What belongs to two, with the part of each in brackets: "to the town (60%) and a bank (40%)", "most were from Derby
# (30%) and Leeds (20%)".
_SPLIT = re.compile(
    r"\b(?:belong(?:s|ed|ing)? to|(?:owned|held|shared|controlled) (?:jointly |equally )?(?:by|between|among)"
    r"|(?:split|divided) (?:between|among)"
    r"|(?:most|majority|half|all|those|mainly|mostly|largely)\b"
    r"(?: (?!rises?|falls?|cuts?|increases?|growth)[\w'-]+){0,6}?"
    r" (?:were|was|are|is|came|come|comes) (?:mainly |mostly |largely )?(?:from|in|by))\b(?:[^;.]|\.\d){0,160}\($"
)
# "Ten per cent were from abroad", "one in ten is waiting", "with 39% arriving by ship".
_SUBJECT = re.compile(
    r"(?:^\W*|[,;:.(“\"]\s|\b(?:and|while|but|when|that|whereas|only|a further|another"
    r"|shows?|showed|says?|said|finds?|found|suggests?)\s)$"
)
_PLURAL_VERB = re.compile(r"\s(?:were|are|have|had|said|say|think|believe|want|live|owe|feel|do)\b")
_SINGULAR_VERB = re.compile(r"\s(?:is|was|has)\b(?! (?:a|the|an)\b)")
_PARTICIPLE = re.compile(r"\s(?:[a-z]+ing|built|made|held|born|owned|run)\b")
_OUT_OF = re.compile(r"^\W*of (?:the |its |their |all |these |those )*(?P<whole>(?:[^,;]|,\d){3,90}),\s")
_SCALE = r"(?:hundred|thousand|million|billion|trillion)\b"
_COUNTED = re.compile(rf"(?:\d|{_SCALE})\s+(?P<noun>(?!{_SCALE})[a-z][\w' -]*)$")
_FOR_NOUN = re.compile(rf"\s(?:(?:dollars?|pounds?|euros?|rupees?)\s)?(?:(?:in|of|for)\s)?(?P<noun>{_PHRASE})")
_TURN = re.compile(r"\b(?:in|out of)\s")


def hits(clause: Clause) -> Iterator[Hit]:
    """Every whole that a percentage of the sentence is a share of; each tells the denominator and the kind."""
    for mention in clause.figures:
        if mention.figure.kind is not Kind.PERCENTAGE:
            continue
        if found := _whole(clause, mention):
            span, value = found
            yield Hit(name="denominator", value=value, span=span, fits=SHARES)
            yield Hit(name="kind", value=BasisKind.SHARE, span=span, fits=SHARES)
        elif unnamed := _of_unnamed(clause, mention) or _of_holder(clause, mention):
            yield Hit(name="kind", value=BasisKind.SHARE, span=unnamed, fits=SHARES, within=2, rank=1)
        elif summed := _of_sum(clause, mention):
            span, counted = summed
            yield Hit(name="kind", value=BasisKind.SHARE, span=span, fits=SHARES, within=2)
            if counted:
                yield Hit(name="denominator", value=counted, span=span, fits=SHARES, within=2)
    if "of" in clause.words:
        yield from _out_of(clause)
    if not clause.words.isdisjoint({"share", "proportion", "percentage"}):
        for match in _THE_SHARE.finditer(clause.low):
            span = Span(match.start(), match.end()).shifted(clause.span.start)
            share = BasisKind.SHARE
            yield Hit(name="kind", value=share, span=span, fits=SHARES, side=Side.BEFORE, within=20, rank=2)
        for match in _SHARE_OF.finditer(clause.low):
            span = Span(match.start(), match.end()).shifted(clause.span.start)
            yield Hit(name="denominator", value=name(match["whole"]), span=span, fits=SHARES, rank=1)
            yield Hit(name="kind", value=BasisKind.SHARE, span=span, fits=SHARES, rank=1)


def _of_unnamed(clause: Clause, mention: Mention) -> Span | None:
    """The words that make a percentage a share of what they do not name: "half of those", "a tenth were abroad"."""
    end, after = mention.span.end, clause.after(mention.span.end)
    if match := _OF_THESE.match(after):
        return Span(end + 1, end + match.end())
    before = clause.before(mention.span.start)
    match = _PARTICIPLE.match(after) if before.endswith("with ") else None
    if match is None and _SUBJECT.search(before):
        match = _PLURAL_VERB.match(after) or (_SINGULAR_VERB.match(after) if mention.figure.fraction else None)
    return Span(end + 1, end + match.end()) if match else None


def _of_holder(clause: Clause, mention: Mention) -> Span | None:
    """The words that tell who has a percentage of something: "the fund holds 30%", "a 30% stake", "a bank (30%)"."""
    end, before, after = mention.span.end, clause.before(mention.span.start, 240), clause.after(mention.span.end)
    if stake := _STAKE.match(after):
        return Span(end + 1, end + stake.end())
    held = _HELD.search(before[-60:]) if _ENDS.match(after) else None
    if held or (before.endswith("(") and after.startswith(")") and _SPLIT.search(before)):
        words = held[0].strip() if held else "("
        last = mention.span.start - (1 if held else 0)
        return Span(last - len(words), last)
    return None


def _of_sum(clause: Clause, mention: Mention) -> tuple[Span, str | None] | None:
    """A sum or a number of things of which a percentage is a part: "a third of the £9m bill", with what it is of."""
    nearby = clause.figures_in(mention.span.end, mention.span.end + 40)
    if not nearby or nearby[0].figure.kind not in AMOUNTS:
        return None
    if not _OF_SUM.fullmatch(clause.between(mention.span, nearby[0].span)):
        return None
    of = mention.span.end + clause.after(mention.span.end).index("of")
    return Span(of, nearby[0].span.end), _counted(clause, of, nearby[0].span.end)


def _out_of(clause: Clause) -> Iterator[Hit]:
    """What stands before its share: "Of the 900 homes, a third were empty"."""
    match = _OUT_OF.match(clause.low)
    if match is None:
        return
    start, end = clause.span.start + match.start("whole"), clause.span.start + match.end("whole")
    inside = [one for one in clause.figures_in(start + 1, end) if one.figure.kind is Kind.PERCENTAGE]
    if inside:  # "Of farms 43% do, against 61% in towns"
        return
    span = Span(clause.span.start + match[0].index("of"), end)
    yield Hit(name="kind", value=BasisKind.SHARE, span=span, fits=SHARES, side=Side.BEFORE, within=40, rank=1)
    if value := _counted(clause, start, end):
        yield Hit(name="denominator", value=value, span=span, fits=SHARES, side=Side.BEFORE, within=40, rank=1)


def _counted(clause: Clause, start: int, end: int) -> str | None:
    """The noun of a whole that stands between two offsets, behind its number where it has one."""
    numbers = [one for one in clause.figures_in(start, end) if one.figure.kind in NUMBERS]
    if not numbers:
        noun = re.match(_PHRASE, clause.after(start, end - start))
        return name(noun[0]) if noun and clause.before(start, 6) != "those " else None
    counted = _COUNTED.search(clause.said(numbers[0].span)) if numbers[0].figure.kind is not Kind.MONEY else None
    if counted or numbers[0].figure.kind is Kind.QUANTITY:
        return counted["noun"] if counted else None
    noun = _FOR_NOUN.match(clause.after(numbers[0].span.end))
    return name(noun["noun"]) if noun else None


def name(words: str) -> str:
    """How a whole is written: its usual name, else its own words."""
    plain = " ".join(words.split())
    return NAMES.get(plain, plain)


def _whole(clause: Clause, mention: Mention) -> tuple[Span, str] | None:
    said, after = (
        clause.before(mention.span.end, mention.span.end - mention.span.start),
        clause.after(mention.span.end, 90),
    )
    if inside := _INSIDE.search(said):  # "0.4% of GDP per year"
        return Span(*inside.span("whole")).shifted(mention.span.start), name(inside["whole"])
    if dated := _behind_date(clause, mention.span.end):
        return dated
    after = clause.after(mention.span.end, 90)
    if after.startswith(") of ") and _MOST.search(clause.before(mention.span.start, 24)):
        after = after[1:]
    match = _BARE.match(after) or _OF.match(after)
    if match is None and mention.figure.fraction and _TURN.search(clause.said(mention.span)):
        match = _ONE_IN.match(after)
    if match is None or clause.starts_figure(mention.span.end + match.end(), 2):  # "96% of the projected £627m"
        return None
    start = mention.span.end + match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
    return Span(start, mention.span.end + match.end()), name(match["whole"])


def _behind_date(clause: Clause, end: int) -> tuple[Span, str] | None:
    """The noun of a whole that begins with its date, from the end of a share: "61% of the May 2024 intake"."""
    of = _OF_DATED.match(clause.after(end))
    start = end + of.end() if of else end
    dates = [one for one in clause.figures_in(start, start + 1) if one.figure.kind is Kind.DATE]
    noun = _FOR_NOUN.match(clause.after(dates[0].span.end)) if dates else None
    if noun is None:
        return None
    span = Span(start, dates[0].span.end + noun.end())
    # A level says nothing without its year.
    return span, clause.printed(span) if _LEVEL.fullmatch(noun["noun"]) else name(noun["noun"])

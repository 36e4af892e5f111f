"""What a figure takes in: which years, an average, a part, with or without something.

The values have few forms, so that two can be set against each other: "years 1-3", "year 2", "from year 4",
"from 2027", "until 2030", "initial", "average", "99-year average", "including X", "excluding X", "net of X",
"on top of X", "of which", "net", "gross", "before tax", "after tax", "maximum", "core X", "firm X", "initial X".
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace

from app.domain.currency_signs import SIGNS, SUM_OPENS
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, MONEY, NUMBERS, SHARES, Cue, Hit, Side, Table, look
from app.extraction.basis.numerals import NUMBER, ORDINAL, whole
from app.extraction.word_sets import one_of

_REFERRED = one_of("which whom it them that this")

_NET = "net (?!present|zero|national|worth|lending|of\\b|income|interest|profit|loss|asset|migration)"
_GROSS = "gross (?!domestic|national)"

TABLE = Table(
    Cue(
        "initial",
        r"at first\b|initially(?! (?:estimated|expected|forecast|budgeted|planned|quoted|costed|thought|put|set)\b)"
        r"|to (?:begin|start) with|at the outset",
        "first initially begin start outset",
        within=60,
    ),
    Cue(
        "average",
        r"on average|averag(?:es|ed|ing)(?: out)?(?: at| to)?|an average of|(?:annual|yearly) average"
        r"|average (?:annual|yearly)",
        "average averages averaged averaging",
        within=90,
        rank=1,
    ),
    Cue("net", rf"{_NET}(?=[a-z{SIGNS}\d])|in net terms|\bnet(?=[ .,;]*$)", "net", MONEY, within=40),
    Cue("gross", rf"{_GROSS}(?=[a-z{SIGNS}\d])|\bgross(?=[ .,;)]*$)", "gross", MONEY, within=40),
    # What the sentence is about: "Net bad loans in its books rose 12% to £5m".
    *(
        Cue(value, rf"^\W*(?:the |its )?{words}(?=[a-z])", value, fits, Side.BEFORE, within=120, rank=1)
        for value, words in (("net", _NET), ("gross", _GROSS))
        for fits in (MONEY, SHARES)
    ),
    Cue("before tax", r"before tax|pre-?tax", "tax pretax", MONEY, within=30),
    Cue("after tax", r"after tax|post-?tax", "tax posttax", MONEY, within=30),
    Cue(
        "maximum",
        r"(?:the )?maximum (?:possible )?(?:value|cost|liability|payment|contract|amount|size)",
        "maximum",
        within=40,
    ),
    Cue(
        "of which",
        r"(?:(?<!\w )|(?<=and ))(?:of (?:which|whom)|among (?:them|it))"
        r"|of (?:it|that|this)\b(?=,? \W?\d)"
        r"|(?:as )?part of (?:that|this) (?:figure|sum|total|amount|money|budget|package)",
        "among of",
        NUMBERS,
        Side.BEFORE,
        within=60,
        also=_REFERRED,
    ),
    Cue(
        "of which",
        r"of (?:which|whom|(?:it|this|that)(?= (?:is|was|will|has|had|goes|went|buys)\b))",
        "of",
        NUMBERS,
        Side.AFTER,
        within=1,
        also=_REFERRED,
    ),
    Cue("of which", "of (?:these|those)", "these those", AMOUNTS, Side.AFTER, within=1),
    *(
        Cue(how, rf"(?:that are |who are )?{how}(?:ly)?", f"{how} {how}ly", AMOUNTS, side, within=1)
        for how in ("direct", "indirect")
        for side in (Side.WITHIN, Side.AFTER)
    ),
)

_S = r"(?:in |for |over |during |across |the |its |of |each |all )*"
_NTH = rf"(?!(?:19|20)\d\d){NUMBER}"
"""The number of a year of something, which is none of the calendar's: "year 3", not "the year 2021-22"."""
_THROUGH = r"\s?(?:to|-|–|through|and)\s?"
_LATER = re.compile(
    r"\b(?:after that|after(?:wards?)?(?=[ .,;)]*$|[.,;])|thereafter|from then on|in later years|in the years after"
    rf"|(?:and )?then(?= (?:about |around |roughly )?{SUM_OPENS}?(?!(?:19|20)\d\d\b)\d))"
)

LATER = ("thereafter", "from year ")
"""How the scopes begin that part what comes later from what was named before."""
_SPELL = re.compile(rf"\bfor (?P<n>{NUMBER}) years\b")


def _first_years(match: re.Match[str]) -> str:
    count = whole(match["n"])
    return f"years 1-{count}" if count > 1 else "year 1"


YEARS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"\b{_S}(?:first|opening|initial) (?P<n>{NUMBER})(?: |-)years?\b"), _first_years),
    (re.compile(rf"\b{_S}(?:first|opening) year\b"), lambda _: "year 1"),
    (
        re.compile(rf"\b{_S}years? (?P<a>{_NTH}){_THROUGH}(?:year )?(?P<b>{NUMBER})\b"),
        lambda m: f"years {whole(m['a'])}-{whole(m['b'])}",
    ),
    (
        re.compile(
            rf"\b(?:from|starting (?:in|from)|beginning (?:in|with)) (?:the |its )?(?:year (?P<a>{_NTH})"
            rf"|(?P<b>{ORDINAL})(?: year|(?=[,;.)]| on\b)))\b(?: on(?:wards?)?)?"
        ),
        lambda m: f"from year {whole(m['a'] or m['b'])}",
    ),
    (
        re.compile(
            rf"\bafter (?:the |its )?(?:year (?P<a>{_NTH})|(?P<b>{ORDINAL}) year|(?:first|opening"
            rf"|initial) (?P<c>{NUMBER}) years)\b"
        ),
        lambda m: f"from year {whole(m['a'] or m['b'] or m['c']) + 1}",
    ),
    (
        re.compile(rf"\b(?:in|for|during) (?:the |its )?(?:year (?P<a>{_NTH})|(?P<b>{ORDINAL}) year(?! in a row))\b"),
        lambda m: f"year {whole(m['a'] or m['b'])}",
    ),
)

_WITH = (
    (
        re.compile(
            r"\b(?:not (?:including|counting)|excluding|excludes|leaving out|stripping out|without"
            r" counting|exclusive of|(?<!plus or )minus)\s+(?P<of>\S)"
        ),
        "excluding",
    ),
    (
        re.compile(
            r"(?<!not )(?<!up to and )\b(?:including|inclusive of|counting|which includes"
            r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?<!have )taking in)\s+(?P<of>\S)"
        ),
        "including",
    ),
    (re.compile(r"\bnet of\s+(?P<of>\S)"), "net of"),
    (re.compile(r"\bon top of\s+(?P<of>\S)"), "on top of"),
    (
        re.compile(
            r"\bbefore\s+(?P<of>(?:interest|costs|fees|depreciation|exceptional items|one-offs|housing costs)\b)"
        ),
        "excluding",
    ),
)
_WITH_WORDS = one_of(
    "including counting excluding excludes leaving stripping exclusive inclusive includes minus taking net top before"
)
_SUMS = (
    r"(?:amount|bill|borrowing|budget|charge|compensation|cost|costing|debt|deal|earnings|estimate|expenditure|fee|figure"
    r"|funding|growth|income|inflation|investment|loss|number|output|package|pay|payment|population|price|profit|rate|rent"
    r"|revenue|salary|sale|saving|spend|spending|staff|subsid(?:y|ie)|sum|support|tax|toll|total|trade|turnover|value|wage"
    r"|worth)(?:s|es)?"
)
_TAKES_IN = re.compile(rf"(?:^\W*|[(\[–—-]\s?|\b{_SUMS}\b,?\s)$")
_CLOSE = 30
"""Characters after a figure in which its own noun ends: "£72-78bn for the line, including tax"."""
_WHICH = re.compile(r",? (?:which|that|who|whose)\b")
_ADDED = re.compile(
    r"\b(?:once|when|if|with)\s+(?P<of>(?:the |its |all )?[\w'-]+(?:\s[\w'-]+){0,4}?)\s+(?:is|are|was|were|being)?\s?"
    r"(?P<how>included|counted|added(?: in)?|taken into account|excluded|left out|stripped out)\b"
)
_ADDED_WORDS = one_of("once when if with")
_PART_OF = {
    "core": one_of(
        "business inflation funding spending budget earnings profit profits operations services sales revenue revenues"
        " market contract costs schools cost income prices"
    ),
    "firm": one_of("contract order orders commitment commitments contracts part"),
    "initial": one_of("payment cost costs order tranche contract bill investment phase funding stage sum"),
    "headline": one_of("rate cost inflation"),
}
_PART = re.compile(rf"\b(?P<how>{'|'.join(_PART_OF)})\s+(?P<of>[a-z][\w-]+)")
_OVER_YEARS = re.compile(
    rf"(?:over|across|during)\s+(?:the |its |a )?(?:whole |full |entire )?(?P<n>{NUMBER})[\s-]+years?\b"
)
_FOR_YEARS = re.compile(
    rf"\s*(?P<each>annually|yearly|each year|every year|a year)?,?\s*(?P<cue>for)\s+(?P<n>{NUMBER})\s+years\b"
)
_YEAR_WORDS = one_of("year years")


def hits(clause: Clause) -> Iterator[Hit]:
    """Every cue of the scope."""
    for hit in look(clause, "scope", TABLE):
        if hit.value != "average":
            yield hit
        elif not _is_of_length(clause, hit):
            yield _of_term(clause, hit)
    if not _YEAR_WORDS.isdisjoint(clause.words):
        for pattern, value in YEARS:
            for match in pattern.finditer(clause.low):
                yield _hit(clause, match, value(match), within=60)
        yield from _rates_for_years(clause)
    yield from _later(clause)
    if not _WITH_WORDS.isdisjoint(clause.words):
        yield from _with_and_without(clause)
    if not _ADDED_WORDS.isdisjoint(clause.words):
        yield from _added(clause)
    if not clause.words.isdisjoint(_PART_OF):
        yield from _parts(clause)


def _is_of_length(clause: Clause, hit: Hit) -> bool:
    """Whether it is a length that is averaged: "cost £9m and was late by an average of 28 months"."""
    end = hit.span.end
    behind = clause.figures_in(end, end + 2) if clause.said(hit.span).endswith(" of") else ()
    return any(one.figure.kind is Kind.DURATION for one in behind)


def _of_term(clause: Clause, hit: Hit) -> Hit:
    """An average over a stated term names it: "averaged over the 99-year lease"."""
    match = _OVER_YEARS.search(clause.after(hit.span.end, 60))
    if match is None:
        return hit
    span = Span(hit.span.start, hit.span.end + match.end())
    value = f"{whole(match['n'])}-year average"
    return Hit(name="scope", value=value, span=span, fits=hit.fits, side=hit.side, within=hit.within)


def _rates_for_years(clause: Clause) -> Iterator[Hit]:
    """A rate "for three years" with no other start begins with its first year."""
    for mention in clause.figures:
        if mention.figure.kind not in AMOUNTS:
            continue
        match = _FOR_YEARS.match(clause.after(mention.span.end, 60))
        if match and (mention.figure.per == "year" or match["each"]):
            span = Span(match.start("cue"), match.end()).shifted(mention.span.end)
            fits = frozenset({mention.figure.kind})
            value = _first_years(match)
            yield Hit(name="scope", value=value, span=span, fits=fits, side=Side.AFTER, within=40, rank=2)


def _later(clause: Clause) -> Iterator[Hit]:
    """ "£120m after" the first three years that were named before it."""
    if clause.words.isdisjoint({"after", "afterwards", "afterward", "thereafter", "then", "later"}):
        return
    named = sorted((*YEARS[0][0].finditer(clause.low), *_SPELL.finditer(clause.low)), key=lambda one: one.start())
    for match in _LATER.finditer(clause.low):
        at = bisect_left(named, match.start(), key=lambda one: one.start())
        value = f"from year {whole(named[at - 1]['n']) + 1}" if at else LATER[0]
        yield _hit(clause, match, value, within=25)


def _with_and_without(clause: Clause) -> Iterator[Hit]:
    for pattern, word in _WITH:
        for match in pattern.finditer(clause.low):
            of = clause.span.start + match.start("of")
            named = len(match["of"]) > 1  # "before interest of £3m": the words themselves, not those after them
            if not named and clause.starts_figure(of):
                # The figure that follows is the part, and nothing is said of how the whole was counted.
                if word in {"including", "excluding"}:
                    start = match.start() + clause.span.start
                    span = Span(start, start + len(match[0][:-1].rstrip()))
                    yield Hit(name="scope", value="of which", span=span, fits=NUMBERS, side=Side.BEFORE, within=15)
                continue
            phrase = Span(of, match.end() + clause.span.start) if named else clause.phrase(of, words=7)
            start = match.start() + clause.span.start
            if phrase.start >= phrase.end or (match[0].startswith("including") and not _counts_in(clause, start)):
                continue
            # What a verb leaves out stands behind it: "the estimate excludes a cut from 10% to 5%".
            # Where an amount stands inside ("including the purchase of 50 buses"), the whole can only stand before.
            # The bracket behind a phrase tells of what the phrase leaves out: "excluding sunk costs (£5m)".
            inside = (
                clause.figures_in(of, phrase.end) or clause.after(phrase.end, 2) == " (" or match[0][:8] == "excludes"
            )
            enclosed = f"{clause.before(start, 2)}{clause.after(phrase.end, 1)}".endswith((", ,", "()"))
            opens = clause.before(start).strip(' “"') == ""
            behind = word == "including" and not opens and not enclosed
            side = Side.AFTER if inside or behind else Side.EITHER
            span, value = Span(start, phrase.end), f"{word} {clause.printed(phrase)}"
            # "On top of a state loan, which has reached £4m": what a relative clause says is of the phrase.
            until = phrase.end if _WHICH.match(clause.after(phrase.end)) else None
            yield Hit(name="scope", value=value, span=span, fits=NUMBERS, side=side, until=until)


def _counts_in(clause: Clause, position: int) -> bool:
    """Whether "including" can speak of a sum, not of some other noun: "aid to towns, including Leeds"."""
    behind = clause.before(position, _CLOSE)
    near = clause.figures_in(position - len(behind), position)
    return bool(near) or _TAKES_IN.search(behind) is not None


def _added(clause: Clause) -> Iterator[Hit]:
    """ "Once the purchase is included"."""
    for match in _ADDED.finditer(clause.low):
        word = "excluding" if match["how"] in {"excluded", "left out", "stripped out"} else "including"
        yield _hit(clause, match, f"{word} {_of(clause, match)}")


def _parts(clause: Clause) -> Iterator[Hit]:
    for match in _PART.finditer(clause.low):
        if match["of"] in _PART_OF[match["how"]]:
            # "The headline rate of inflation" is a rate, and no part of a sum beside it.
            fits = NUMBERS - MONEY if match["of"] in {"rate", "inflation"} else NUMBERS
            yield replace(_hit(clause, match, f"{match['how']} {_of(clause, match)}"), fits=fits)


def _of(clause: Clause, match: re.Match[str]) -> str:
    """What a cue takes in or leaves out, as it is printed."""
    return clause.printed(Span(*match.span("of")).shifted(clause.span.start))


def _hit(clause: Clause, match: re.Match[str], value: str, *, within: int = 400) -> Hit:
    span = Span(match.start(), match.end()).shifted(clause.span.start)
    return Hit(name="scope", value=value, span=span, fits=NUMBERS, within=within)

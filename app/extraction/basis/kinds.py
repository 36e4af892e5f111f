"""Total, one-off, level or change: the words that say which. A rate is read in rates.py, a share in wholes.py."""

import re
from collections.abc import Iterator

from app.domain.basis import BasisKind
from app.domain.currency_signs import SIGNS
from app.domain.span import Span
from app.extraction.basis import differences
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, MONEY, NUMBERS, SHARES, Cue, Hit, Side, Table, look
from app.extraction.basis.moves import COMPARATIVE, HEDGE, MOVED, MOVED_BARE, NOUN, NOUNS, OBJECT, WORDS
from app.extraction.mention import Mention
from app.extraction.word_sets import one_of

SUMMED = -1
"""The rank of words that add up rates, so that "the yearly payments add up to" is no rate."""
COMPARED = 2
"""The rank of the words right behind an amount that make it one of a move, even in a total: "£67bn higher than"."""
WEAK_LEVEL = 1
"""The rank of a level that holds for money only where a period is stated: "was £5bn in 2023"."""

_C, _L, _T, _O = BasisKind.CHANGE, BasisKind.LEVEL, BasisKind.TOTAL, BasisKind.ONE_OFF


def _not_behind(verbs: str) -> str:
    return "".join(rf"(?<!{verb} )" for verb in verbs.split())


# "Made up 18% of them", "turned down 30 offers", "locking up 90 men" are no moves, "shares closed up 2%" is one.
_PARTICLE_OF_SHARE = _not_behind("make makes made making take takes took taking use uses used using")
_PARTICLE = _PARTICLE_OF_SHARE + _not_behind(
    "ed ing set sets give gives gave break breaks broke shut shuts put puts pay pays paid buy buys bought build builds"
    " built hold holds held lay lays laid write writes wrote shoot shoots shot bring brings brought tear tears tore"
)

_SORT = "real-terms|annual|cash|pay|budget|tax|price|annualised|yearly|monthly|quarterly|weekly|daily|sharp|steep"
_ON = "(?:year|month|quarter|week)[- ]o(?:n|ver)[- ](?:year|month|quarter|week)|yoy"
"""What a rise is from: "a 5% year-on-year rise"."""
_BY, _ENDS_OF_MOVE = one_of("by"), one_of("from to")
_BROUGHT = (
    r"(?:tak(?:es?|ing)|took|bring(?:s|ing)?|brought|rais(?:es?|ed|ing)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)"
    r" (?:the|its|their) (?:[\w-]+ ){0,2}?"
)

TABLE = Table(
    Cue(
        _O,
        r"one[ -]off|one[ -]time|single (?:payment|lump)|lump[ -]sum|up[- ]?front",
        "off time single lump upfront front",
        AMOUNTS,
        within=45,
    ),
    Cue(
        _O, r"(?:paid|payable|just|only) once|once only|once(?=[ .,;]*$| in (?:year|the) )", "once", AMOUNTS, within=30
    ),
    Cue(
        _T,
        r"(?:in total|in all|all told)(?! (?:[\w'-]+ ){1,8}?(?:said|says|warned|found|believes?|that)\b)"
        r"|all in(?! addition)|cumulative(?:ly)?|in aggregate|combined",
        "total all cumulative cumulatively aggregate combined",
        AMOUNTS,
        within=40,
    ),
    # "Forty shops closed altogether": behind a verb it says for good.
    Cue(_T, r"(?<!\w )altogether", "altogether", AMOUNTS, Side.BEFORE, within=60),
    Cue(_T, "altogether", "altogether", AMOUNTS, Side.AFTER, within=1),
    Cue(
        _T,
        r"add(?:s|ed|ing)? up(?: to)?|sum(?:s|med|ming)? to|the sum of|summing|added together",
        "add adds added adding sum sums summed summing",
        AMOUNTS,
        within=60,
        rank=SUMMED,
    ),
    Cue(
        _T,
        r"(?:grand |combined |cash |overall )?(?<!in )total(?:s|led|ling|ed|ing)?(?: cost| bill| value|"
        r" price)?(?: of| is| was| comes?| to)*",
        "total totals totalled totalling totaled totaling",
        AMOUNTS,
        within=60,
    ),
    Cue(
        _T, rf"{_BROUGHT}total(?: [^,;.{SIGNS}]{{1,60}}?)? to{HEDGE}(?: the)?", "total", AMOUNTS, Side.BEFORE, within=1
    ),
    Cue(
        _T,
        r"(?:whole|entire)(?= (?:bill|cost|price|budget|programme|program|project|sum|package|contract|scheme|term"
        r"|period|life|deal)\b)|whole-life|lifetime|overall (?:bill|cost|price|value|package)|over its life",
        "whole entire lifetime overall life",
        AMOUNTS,
        within=60,
        rank=1,
    ),
    Cue(
        _C,
        r"(?:(?<=\d )|(?<=[lr]ion )|(?<=sand ))(?:more|fewer|less)(?= (?!than\b)[a-z])",
        "more fewer less",
        AMOUNTS,
        Side.WITHIN,
        rank=COMPARED,
    ),
    Cue(
        _C,
        rf"revis(?:e|ed|es|ing) (?:[\w']+ ){{0,3}}?(?:up|down)(?:wards?)? by{HEDGE}|additions? of{HEDGE}",
        "revise revised revises revising addition additions",
        NUMBERS,
        Side.BEFORE,
        within=4,
    ),
    Cue(_T, rf"(?:comes?|coming|came) to{HEDGE}", "come comes coming came", AMOUNTS, Side.BEFORE, within=4, rank=1),
    Cue(
        _C,
        rf"{MOVED_BARE}{HEDGE}(?! (?:above|below|past|beyond)\b)",
        WORDS,
        NUMBERS,
        Side.BEFORE,
        within=1,
    ),
    Cue(_C, rf"{MOVED} by{HEDGE}(?: an?| one| half)?", WORDS, NUMBERS, Side.BEFORE, within=4, also=_BY),
    Cue(_C, rf"{MOVED} from (?:[a-z-]+ ){{1,8}}?by{HEDGE}", WORDS, NUMBERS, Side.BEFORE, within=1, also=_BY),
    Cue(_C, rf"{MOVED} {OBJECT}by{HEDGE}(?: an?| one| half)?", WORDS, NUMBERS, Side.BEFORE, within=4, also=_BY),
    Cue(_C, rf"{_PARTICLE_OF_SHARE}(?:up|down)(?: by)?{HEDGE}", "up down", SHARES, Side.BEFORE, within=1),
    Cue(_C, rf"{_PARTICLE}(?:up|down)(?: by)?{HEDGE}", "up down", AMOUNTS, Side.BEFORE, within=1),
    Cue(
        _C,
        rf"{NOUN} (?:(?:in|to|on) (?!(?:the )?(?:face|light|spite|view|case) )(?:[\w'-]+ ){{1,3}})?(?:of|by){HEDGE}",
        NOUNS,
        NUMBERS,
        Side.BEFORE,
        within=4,
    ),
    Cue(_C, rf"{NOUN}(?: (?:from|since|in|on) [\w' -]{{1,24}})?, at{HEDGE}", NOUNS, NUMBERS, Side.BEFORE, within=1),
    # "A 14% same-store sales increase", "a near £5m in-year cost rise"; but "25% fear job cuts" is a share.
    Cue(
        _C,
        rf"an?(?= (?:near |nearly |roughly )?[{SIGNS}]?[\d.,]+ ?(?:%|per ?cent|percent|m|bn|million|billion) "
        r"(?:(?!(?:of|in|on|for|to|and|or|more|less|by|from|at|with|was|is|are|than)[ .,])[a-z][a-z-]* ){1,2}"
        rf"{NOUN}\b)",
        NOUNS,
        SHARES | MONEY,
        Side.BEFORE,
        within=1,
        rank=1,
    ),
    Cue(_C, rf"(?:(?:{_SORT}|{_ON}) )?{NOUN}", NOUNS, NUMBERS, Side.AFTER, within=1),
    Cue(
        _C,
        rf"sav(?:e|es|ed|ing|ings)(?: of)?(?: (?:the|its|an?|us|it|them)(?: [a-z]+)?)?{HEDGE}"
        rf"|(?:over|under|below) (?:the |its )?budget by{HEDGE}",
        "save saves saved saving savings budget",
        MONEY,
        Side.BEFORE,
        within=1,
        rank=COMPARED,
    ),
    Cue(
        _C,
        r"(?:(?:(?:will|would|could|can|might|may|should|to) be|is|are|was|were|been|being) )?saved(?! up)"
        r"|(?:in|of) (?:annual |cost |efficiency |expected |further |possible |potential |projected )?savings?\b"
        r"(?! (?:account|bond|product|deposit|plan|scheme)s?\b)"
        r"|(?:under|over|below) (?:the |its )?budget\b|(?:in |of )?headroom\b",
        "saved saving savings budget headroom",
        MONEY,
        Side.AFTER,
        within=1,
        rank=COMPARED,
    ),
    Cue(
        _C,
        # Behind a comma, a dash or "is" it speaks of the whole: "€480m, higher than the estimate" is no move of €480m.
        rf"(?<![,–—-] )(?<!\bis )(?<!\bare )(?<!\bwas )"
        rf"(?:{COMPARATIVE} than|(?:higher|lower)(?=[ .,;]*$| (?:compared|relative)\b))",
        "than higher lower",
        NUMBERS,
        Side.AFTER,
        within=4,
        rank=COMPARED,
    ),
    Cue(
        _C,
        r"(?:less|fewer|up|down)(?=[.,;:)]| *$)|(?:up|down)(?= on\b)|(?:more|higher|lower)(?=\))",
        "less fewer up down more higher lower",
        SHARES | MONEY,
        Side.AFTER,
        within=1,
        rank=COMPARED,
    ),
    Cue(
        _C,
        r"(?:higher|lower|bigger|smaller|larger|(?:more|fewer|less) (?!than|likely)[a-z]+)\b",
        "higher lower bigger smaller larger more fewer less",
        SHARES,
        Side.AFTER,
        within=1,
        rank=COMPARED,
    ),
    Cue(
        _C,
        r"(?:above|below)(?= \S)"
        r"|(?:over|under) (?:(?:the|its|their) )?(?:[\w-]+ )?(?:capacity|budget|target|quota|limit|estimates?|par)\b",
        "above below capacity budget target quota limit estimate estimates par",
        SHARES | MONEY,
        Side.AFTER,
        within=1,
        rank=COMPARED,
    ),
    Cue(
        _C,
        rf"(?:the|this|that|its|their|an?) (?:[\w-]+ ){{0,2}}?{NOUN}(?: (?:in|for|on) (?:[\w'-]+ ){{0,3}}?[\w'-]+)?"
        rf" (?:is|was|are|were|(?:has|have|will|would|could) (?:be|been)|comes? to|came to|amount(?:s|ed) to){HEDGE}",
        NOUNS,
        NUMBERS,
        Side.BEFORE,
        within=1,
        rank=COMPARED,
    ),
    Cue(
        _L,
        rf"{MOVED} (?:back )?(?:to|from){HEDGE}",
        WORDS,
        NUMBERS,
        Side.BEFORE,
        within=3,
        rank=WEAK_LEVEL,
        also=_ENDS_OF_MOVE,
    ),
    Cue(
        _L,
        rf"{MOVED} [^,;{SIGNS}]{{0,40}}?(?:beyond|above) (?:the|its|their|an? earlier)(?: \w+)?{HEDGE}",
        WORDS,
        NUMBERS,
        Side.BEFORE,
        within=1,
        also=one_of("beyond above"),
    ),
    Cue(
        _L,
        rf"(?:stand|stood|stands|standing|runs|ran|remain(?:s|ed)?|held|stayed) (?:steady |unchanged "
        rf"|currently |now )?at{HEDGE}",
        "stand stood stands standing runs ran remain remains remained held stayed",
        NUMBERS,
        Side.BEFORE,
        within=3,
    ),
    Cue(
        _L,
        rf"(?:reach(?:es|ed|ing)?|hit){HEDGE}",
        "reach reaches reached reaching hit",
        SHARES,
        Side.BEFORE,
        within=1,
        rank=WEAK_LEVEL,
    ),
    Cue(
        _L,
        rf"(?:is|was|were|are|came to|comes to|amounted to|(?:is|was|were|are) at){HEDGE}(?<!another)(?<!further)",
        "is was were are came comes amounted",
        NUMBERS,
        Side.BEFORE,
        within=1,
        rank=WEAK_LEVEL,
    ),
)

_BROUGHT_TO = re.compile(rf"\b{_BROUGHT}$")
_PART_OF = re.compile(r"(?:^\W*|[,;.] )of (?:the|that|this|its|their) $")
_OF_ITS = re.compile(r"\bof (?:the|such an?|its|their|an?) (?:[\w-]+ )?[\w-]+'s $")
_ENDS = re.compile(r"(?P<word>from|to)\s*$")
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)) from\b")
_MOVED_EARLIER = re.compile(rf"\b(?:{MOVED}|moving|moved|{NOUN})\b")


def hits(clause: Clause) -> Iterator[Hit]:
    """Every cue of the kind."""
    yield from differences.hits(clause)
    for hit in look(clause, "kind", TABLE):
        if hit.value != _T or not _is_of_whole(clause, hit):
            yield hit
    if not clause.words.isdisjoint(_ENDS_OF_MOVE):
        for mention in clause.figures:
            if mention.figure.kind in NUMBERS:
                yield from _end_of_move(clause, mention)


def _is_of_whole(clause: Clause, hit: Hit) -> bool:
    """Whether a total is that of which a figure is a part: "Of that total, £5m", "£5m of the total bill"."""
    before = clause.before(hit.span.start)
    if _BROUGHT_TO.search(
        before
    ):  # "takes the total for the pier to £5m": the cue that holds the verb says whose it is
        return True
    if hit.rank == SUMMED and differences.is_added(clause, hit.span):
        return True
    if _PART_OF.search(before[-12:]) and not clause.starts_figure(hit.span.end):
        return True
    return clause.said(hit.span) == "total" and _OF_ITS.search(before) is not None


def _end_of_move(clause: Clause, mention: Mention) -> Iterator[Hit]:
    """One end of a move: "go up by one point, from 2.5% to 3.5%"."""
    lead = clause.before(mention.span.start, 100)
    match = _ENDS.search(lead)
    if match and _MOVED_EARLIER.search(lead) and not _RANGING.search(lead):
        start = mention.span.start - len(lead) + match.start()
        span = Span(start, start + len(match["word"]))
        fits = frozenset({mention.figure.kind})
        yield Hit(name="kind", value=_L, span=span, fits=fits, side=Side.BEFORE, within=2, rank=WEAK_LEVEL)

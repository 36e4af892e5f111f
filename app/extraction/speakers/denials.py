"""Figures that the words around them deny: "not £5m but £3m", "no truth in claims of £5m", "did not sell 40%".

falsehoods.py holds the words for what is false, negations.py says what a negation reaches. A figure is denied by what
stands before it ("no evidence that"), or by what is said of the claim that holds it ("the £5m figure is nonsense").
"""

import re

from app.domain.currency_signs import SIGNS
from app.extraction.speakers import negations
from app.extraction.speakers.falsehoods import ABSURD, AMOUNT, CLAIM, DEGREE, FALSE, INVENTED, PREDICATE, REFUSED, TRUE
from app.extraction.word_sets import one_of

_NOT = re.compile(
    r"(?:(?:\b(?:not|never|hardly|scarcely|no such(?: [a-z]+ of)?)|n['’]t)\s+|\bno\s+(?=$))(?:(?:be|been|going to be"
    r"|cost|costing|worth|amount to|total|come to|equal)\s+){0,2}"
    r"(?:the |an? )?$"
)
_SINGLE = re.compile(r"(?:more|less|fewer|only|just|even|at|over|above|below|under|exceed|surpass|pass|top|reach)")
"""What a negation before a figure only bounds: "not more than £5m", "never exceeded 12,000"."""
# What comes before a figure that is denied: "no evidence that", "the false claim that", "does not accept that".
_DENIED_THAT = re.compile(
    rf"\b(?:(?:no (?:evidence|truth|proof|suggestion|basis)|{FALSE})(?:,[^,;.]{{3,50}},)?"
    r" (?:(?<!wrong )that|to (?:say|suggest|claim|think|imply))\b|no way (?:on earth |at all )?(?:that|this|it|he"
    r"|she|they|we|i|the)\b|further from the truth than\b"
    rf"|it (?:is|was|would be|['’]s) (?:\w+ly |quite )?{FALSE} (?:it|he|she|they|we|there|the)\b"
    r"|nothing to (?:suggest|show|indicate|support|back)\b|(?:wrongly|falsely|incorrectly|mistakenly|erroneously)"
    r" (?:claim|report|sa(?:y|id)|stat|suggest|assert|told|put)\w*\b"
    r"|(?:never|(?:did|has|have|had)(?: not|n['’]t)) (?:(?:tell|told) \w+"
    r"|sa(?:y|id)|claim(?:ed)?|suggest(?:ed)?|promised?)"
    r" (?:that|it|he|she|they|we|i|to)\b"
    rf"|(?:no (?:evidence|truth|proof|basis)(?: (?:whatsoever|whatever|at all))? (?:for|in|of|behind|to)|{FALSE})"
    rf" (?:the |these |those |its |their |an? |any )?(?:[\w-]+ )?{CLAIM}\b"
    r"|no (?:record|trace|knowledge) of\b|nor (?:is|was) it (?:true|right|the case) that\b"
    r"|at no (?:point|time|stage) (?:did|has|have|had|was|were)\b"
    r"|no truth (?:in|to) (?:the )?$|(?:whoever|any(?:one|body) who) (?:tells?|told|says?|said)\b"
    r"|no question of\b|(?:(?:do|does|did)(?:n['’]t| not) know|no idea) where [\w ]{2,24} g[eo]ts?\b"
    rf"|(?!ma[dk])(?:{INVENTED}) (?=(?:the|that|this|those|these|an?|some) |$)(?!that )"
    r"|(?:wrong|mistaken|erred) (?:in|when|by) (?:report|claim|say|suggest|stat|estimat|put)\w*\b"
    r"|(?:whoever|wherever|(?:know|see|understand|imagine|explain|think) (?:how|where|who|why))\b[^,;.]{0,40}\b"
    r"(?:came up with|g[eo]t(?! (?:it|this|that|things|them) (?:so )?wrong)|arrived? at|reached|conjured|came by)"
    r"(?: to)?\b"
    r"|(?:not|never|n['’]t|cannot|refus(?:es|ed) to) (?:\w+ly )?(?:(?:accept|agree)(?:ed)? that"
    r"|(?:believe|think)(?: that)?(?! (?:\w+ ){0,3}(?:enough|more|only)\b))(?= ))"
    r"|n['’]t (?:true|right|correct|accurate|the case) that\b"
)
_WORD = re.compile(r"[a-z]+")
_CUES = one_of(
    "no not never nobody nor nowhere nothing none hardly scarcely cannot refuse refuses refused far well fraction cry"
    " let much contrary truth wrong wrongly falsely incorrectly mistakenly erroneously mistaken erred whoever wherever"
    " how where why who forget false untrue bogus baseless misleading debunked discredited disproved unfounded"
    " groundless incorrect inaccurate fanciful fictitious spurious unsubstantiated implausible dishonest disingenuous"
    " invented fabricated exaggerated inflated overstated overblown outdated flawed alarmist meaningless nonsense"
    " rubbish fiction fictions fantasy lie lies myth myths hoax invention fabrication exaggeration smear smears"
    " guesswork garbage dreamt dreamed made making conjured cooked cooking invent inventing concoct concocted fabricate"
    " fabricating pluck plucked plucking pulled pulling up joke figment"
)
"""A figure that the words before it deny has at least one of these, or an "n't", before it."""
_FAR_FROM = re.compile(
    r"\bfar from (?:the|being|an?|[a-z]+ing)\b[^,;.]{0,24}$|\ba far cry from (?:the |an? )?$"
    r"|\b(?:nowhere|nothing (?:like|close to|approaching)|can forget(?: about)?|(?:not|n['’]t) (?:anywhere|remotely"
    r"|close to)) (?:near )?(?:the |an? )?$"
)
_SHORT_OF = re.compile(
    r"\b(?:(?:far|well|nothing|nowhere|way) (?:below|above|short of|(?:less|lower|fewer|higher|more) than)"
    r"|fraction of) (?:the |an? )?$"
)
_ALLEGED = re.compile(
    r"\s*(?:figure |total |sum |bill |cost )?(?:claimed|quoted|reported|cited|alleged|suggested|touted|bandied"
    r"|headline)\b"
)
# What is owed is taken for granted: "did not pay £4m in tax".
_OWED = re.compile(
    r"\s(?:in|of)\s(?:\w+\s)?(?:tax(?:es)?|fines|rent|fees|debts?|arrears|wages)\b"
    r"|\s(?:that\s|which\s)?(?:(?:we|it|they|he|she)\s(?:is|are|was|were|had)\b|owed\b|due\b)"
)
_CLAIM_LED = re.compile(
    rf"(?:\b{CLAIM} (?:that|of|about|he|she|it|they|we|i)\b|(?:^|[:,“\"] )(?:to|that) (?:say|claim|suggest|imply)\b)"
    r"[^.;]{0,160}$"
)
_CLAIM_WORDS = one_of(
    "claim claims suggestion suggestions assertion assertions report reports rumour rumours rumor rumors allegation"
    " allegations idea ideas notion story stories speculation accusation accusations contention insistence boast boasts"
    " argument arguments talk theory narrative belief perception impression fears conclusion conclusions finding"
    " findings figure figures estimate estimates say suggest imply"
)
"""`_CLAIM_LED` holds one of these."""
_CALLED = re.compile(r"\b(?:call|brand|label|term|describ|denounc|dismiss)\w* (?!for\b|on\b)[^.;]{0,160}$")
_CALLED_FALSE = re.compile(rf"[^.;:]{{0,120}}?\s{DEGREE}(?:{FALSE}|{ABSURD})\b")
_CONTRARY = re.compile(rf"\bcontrary to (?:[\w'’-]+ ){{0,4}}?(?:{CLAIM}|what)\b[^,;.]*$")
_CLAIM_ENDS = re.compile(rf"[^.;:]{{0,120}}? (?:{PREDICATE}|{REFUSED})")
# The figure's own noun phrase goes on to its verb: "the £5m [costing of the scheme] is a lie".
_PHRASE_GOES_ON = re.compile(
    r"(?P<phrase>(?:[\s-](?!(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|does|do|did"
    r"|and|but|or|while|because|as|if|when|who|where|after|before|said|says|told|isn['’]t|wasn['’]t"
    rf"|doesn['’]t)\b)[\w'’“”\"‘%{SIGNS}-]+){{0,9}}?)(?P<aside>,[^,;.]{{2,50}},)?\s(?:(?P<false>"
    rf"{PREDICATE})|{REFUSED})"
)
_AMOUNT = re.compile(rf"\b{AMOUNT}\b")
_BARE = re.compile(
    r"(?:\s(?!that\b|which\b|who\b|for\b|of\b)[a-z’'-]+){0,2}$|\s(?:quoted|cited|claimed|reported|mentioned"
    r"|given)(?:\s[\w’'-]+){0,5}$|\sthat (?:[\w’'-]+ ){1,4}(?:claims?|claimed|quotes?|quoted|cites?|cited|says?)$"
)
_TURNS = re.compile(r";|\s(?:but|while|whereas|although|though)\s|,\s(?:and|which)\s")
_TAKEN_BACK = re.compile(
    rf"[^.!?”\"]{{0,80}}(?:[.!?;]\s+|,?\s(?:and|but)\s)(?:(?:(?:it|that|this|they|those)|(?:the|that"
    rf"|this) {CLAIM}) {PREDICATE}|(?:it|that|this)['’]s {DEGREE}{FALSE}\b"
    r"|(?:they|he|she|the \w+)(?:['’]re|['’]s| are| is| was| were) (?:\w+ly |just |plain )?(?:wrong|mistaken|lying"
    r"|deluded)\b|(?:i|we) (?:do not|don['’]t|cannot|can['’]t) (?:believe|accept|recogni[sz]e) (?:it|that|this"
    r"|them)\b|(?:it|that|this|they|we|i) (?:(?:does|do|did) nothing of the (?:sort|kind)|(?:is|was|are|were|has"
    r"|have|did|does|do|will)(?: not|n['’]t)[.,”\"!]))"
)
_UNKNOWN = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\b(?:fail(?:s|ed)?|refus(?:es?|ed)) to)\s+(?:\w+ly\s+)?(?:(?P<own>recogni[sz]ed?"
    r"|believe|buy|credit)|accept(?:ed)?)\s+(?:(?:the|an?|this|that|any|such|those|these|his|her|its"
    r"|their)\s+)?(?:(?:[\w'’-]+\s+){0,3}(?P<named>figures?|numbers?|claims?|estimates?|totals?|sums?|costs?|bills?"
    r"|prices?|valuations?|amounts?)\s+(?:of\s+)?(?:the |an? )?)?(?P<loose>(?:[\w'’-]+\s+){0,2})$"
)
_UNKNOWN_AFTER = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?(?:is|was|are|were)(?:\s+not|n['’]t)\s+(?:recogni[sz]ed\b"
    r"|(?:an?|the|one|any)\s+(?:\w+\s+){0,2}?(?:that\s+)?(?:we|i|it|he|she|they|the [\w'’-]+|[\w'’-]+)"
    r"(?:\s+(?:can|would))?\s+recogni[sz]es?\b)"
)
_WHERE = re.compile(
    r"\b(?:(?:(?:do|does|did)(?:n['’]t| not) know|no idea|cannot think|can['’]t think) (?:where|how|who)"
    r"|wherever) (?:the |that |this |those )?$"
)
_CAME_FROM = re.compile(
    r"\s*(?:[a-z]+ ){0,2}(?:came|comes|come|originated|arose|has come|was (?:got|plucked|taken)) (?:from|about|up)\b"
)
_WITHHELD = one_of("not never fail fails failed refuse refuses refused")
"""`_UNKNOWN` holds one of these, or an "n't"."""
_RATHER = re.compile(r"\b(?:rather than|instead of|as opposed to)\s+(?:the |an? )?$")


_TO_MY_MIND = re.compile(
    r", (?:to (?:my|our|his|her|its|their) [a-z]+|as far as [\w ]{3,30}|in (?:my|our|his|her|their) view),(?= )"
)
_NEITHER = re.compile(r"\bneither [^,;.]{0,80}$")
_IS_TRUE = re.compile(rf"[^,;.]{{0,80}}?\s(?:is|are|was|were|looks?|seems?)\s(?:\w+ly\s)?{TRUE}\b")
"""Of "neither the £9m figure nor the £3m bill is right" the end."""
_JUDGED = re.compile(
    r"(?P<phrase>[^,;:.“”\"]{0,90}?)\s(?:(?:would|will|could|can|should) (?:be|have been)|is|are|was|were) (?:\w+ly )?"
    r"(?:un)?(?:fair|just|reasonable|appropriate|proportionate|justified|justifiable|acceptable|affordable|sensible"
    r"|wise|necessary|needed|desirable|practical|feasible|worthwhile|enough|sufficient|adequate)\b"
)
_QUESTIONED = re.compile(r"\W*(?:asked|pressed|challenged|quizzed|questioned)\b")
_TOLD_FALSE = re.compile(
    rf"[^.;:]{{0,60}}?, [^.;:]{{3,80}}?\b(?:said|says|replied|insisted|told \w+)(?: that)? (?:it|that|this|they"
    rf"|the figure) {PREDICATE}"
)
"""Of "asked to confirm that £5m was lost, a spokesman said that was wrong" the end."""
_SAID_BETWEEN = re.compile(r"[,.]?[”\"’] [^“”\".!?]{3,90}[.,] [“\"‘]")
"""Who speaks, between two halves of a quotation."""


def denied(lead: str, figure: str, rest: str) -> bool:
    """Whether the words around a figure deny it: "not £5m but £3m", "we do not recognise £5m"."""
    if _ALLEGED.match(rest) and (_RATHER.search(lead) or _SHORT_OF.search(lead)):
        return True
    said = frozenset(_WORD.findall(lead))
    negated = "n't" in lead or "n’t" in lead
    if negated or not _CUES.isdisjoint(said):
        lead = _TO_MY_MIND.sub("", lead)
        if _NOT.search(lead) and not _SINGLE.match(figure):
            return True
        if _FAR_FROM.search(lead) or _CONTRARY.search(lead) or _undone(lead, figure, rest):
            return True
        if _denied_that(lead) and not judged(rest):
            return True
    unknown = _UNKNOWN.search(lead) if negated or not _WITHHELD.isdisjoint(said) else None
    if unknown and (unknown["named"] or _AMOUNT.match(rest.lstrip()) or (unknown["own"] and not unknown["loose"])):
        return True
    if _CAME_FROM.match(rest) and _WHERE.search(lead):
        return True
    if _QUESTIONED.match(lead) and _TOLD_FALSE.match(rest):
        return True
    if "neither" in said and _NEITHER.search(lead) and _IS_TRUE.match(rest):
        return True
    return _called_false(lead, said, rest) or _UNKNOWN_AFTER.match(rest) is not None


def _called_false(lead: str, said: frozenset[str], rest: str) -> bool:
    """Whether the claim that holds a figure is said to be false by what stands behind it; `said` are `lead`'s words."""
    behind = _PHRASE_GOES_ON.match(rest)
    if behind is not None and _AMOUNT.search(behind["phrase"]):
        return True
    if behind is not None and behind["false"] and _BARE.match(behind["phrase"]):
        return True
    if not _CLAIM_WORDS.isdisjoint(said) and _CLAIM_LED.search(lead) and _CLAIM_ENDS.match(rest):
        return True
    return _CALLED.search(lead) is not None and _CALLED_FALSE.match(rest) is not None


def _denied_that(lead: str) -> bool:
    last = None
    for match in _DENIED_THAT.finditer(lead):
        last = match
    return last is not None and _TURNS.search(lead, last.end()) is None


def _undone(lead: str, figure: str, rest: str) -> bool:
    """Whether the words before a figure say that what it counts was not done."""
    return not _OWED.match(rest) and not _SINGLE.match(figure) and negations.reaches(lead)


def contradicted(lead: str) -> bool:
    """Whether a figure stands in what opens a sentence that goes against it: "Contrary to claims of £5m, she said"."""
    if _QUESTIONED.match(lead):
        return True
    return lead.lstrip(' “"').startswith("contrary to") and _CONTRARY.search(lead) is not None


def judged(rest: str) -> bool:
    """Whether what is denied is that a thing would be fair or the like, not the figure in it: "£5m would be fair"."""
    match = _JUDGED.match(rest)
    return match is not None and _AMOUNT.search(match["phrase"]) is None


def taken_back(rest: str) -> bool:
    """Whether what goes on after a quoted figure calls it false: "£50m in the papers. It is nonsense"."""
    return _TAKEN_BACK.match(_SAID_BETWEEN.sub(". ", rest)) is not None

"""Figures that the words around them deny: "not £5m but £3m", "no truth in claims of £5m", "did not sell 40%"."""

import re

from app.extraction.speakers import words

_NOT = re.compile(r"(?:\bnot|n['’]t|\bnever)\s+(?:(?:be|cost|worth|amount to|total|come to|equal)\s+)?(?:the |an? )?$")
_FALSE = (
    r"(?:false|untrue|bogus|baseless|misleading|debunked|discredited|unfounded|incorrect|wrong|nonsense|inaccurate"
    r"|rubbish|fanciful|not (?:true|right|correct|accurate|the case)|a (?:lie|myth|fiction|fantasy))"
)
_ABSURD = (
    rf"(?:{_FALSE}|fiction|fantasy|lies|wide of the mark|smears?|groundless|unsubstantiated"
    r"|ludicrous|absurd|ridiculous|preposterous|laughable|made up|invented|fabricated"
    r"|exaggerated|exaggeration|without foundation|plucked (?:out of|from) )"
)
_UTTERLY = (
    r"[“\"‘']?(?:(?:\w+ly|just|all|also|plain|pure|complete|total|utter|absolute|sheer|gross|wild|an?) )*[“\"‘']?"
)
_UNFOUNDED = r"(?:has|have|had) (?:absolutely )?no (?:basis|foundation|substance|truth)\b"
_CLAIM = (
    r"(?:claims?|suggestions?|assertions?|reports?|rumou?rs?|allegations?|idea|notion|story|stories"
    r"|speculation|accusations?|figures?|estimates?)"
)
# What comes before a figure that is denied: "no evidence that", "the false claim that", "does not accept that".
_DENIED_THAT = re.compile(
    rf"\b(?:no (?:evidence|truth|proof|suggestion|question|basis)|{_FALSE})(?:,[^,;.]{{3,50}},)?"
    r" (?:(?<!wrong )that|to (?:say|suggest|claim|think))\b"
    r"|\b(?:never|(?:did|has|have|had)(?: not|n['’]t)) (?:(?:tell|told) \w+"
    r"|sa(?:y|id)|claim(?:ed)?|suggest(?:ed)?|promised?)"
    r" (?:that|it|he|she|they|we|i|to)\b"
    rf"|\b(?:no (?:evidence|truth|proof|basis) (?:for|in|of|behind)|{_FALSE})"
    rf" (?:the |these |those |its |their )?(?:[\w-]+ )?{_CLAIM}\b"
    r"|\bno (?:record|trace|knowledge) of\b|\bnor (?:is|was) it (?:true|right|the case) that\b"
    r"|\b(?:not|never|n['’]t|cannot|refus(?:es|ed) to) (?:\w+ly )?(?:(?:accept|agree) that|(?:believe|think)(?: that)?"
    r"(?! (?:\w+ ){0,3}(?:enough|more|only)\b))(?= )"
)
_DENIAL_WORDS = (
    *("no ", "not ", "n't", "n’t", "never", "cannot", "refus", "false", "untrue", "bogus", "baseless", "misleading"),
    *("debunked", "discredited", "unfounded", "incorrect", "wrong", "nonsense", "inaccurate", "rubbish", "fanciful"),
    *(
        "a lie",
        "a myth",
        "a fiction",
        "a fantasy",
        "contrary to",
        "nobody",
        "nor ",
        "nowhere",
        "nothing like",
        "far from",
    ),
)
_FAR_FROM = re.compile(
    r"\bfar from (?:the|being|an?|[a-z]+ing)\b[^,;.]{0,24}$"
    r"|\b(?:nowhere|nothing like|(?:not|n['’]t) (?:anywhere|remotely|close to)) (?:near )?(?:the |an? )?$"
)
# What did not happen: "did not sell 40%", "has never paid him £50,000", "nobody has been paid £4m". "The" and what is
# owed ("did not pay £4m in tax") are taken for granted, and what is wanted or not yet done is not denied.
_NO_DEED = re.compile(
    r"(?:\b(?:(?:did|does|do|has|have|had|was|were|is|are)(?: not|n['’]t)|never)"
    r"|\b(?:nobody|no one|none of [\w ]{2,20})\b[^,;.:]{0,40}? (?:has|have|had|was|were))"
    r" (?:(?:ever|actually|simply|been|planning to|proposing to|agree to|offer to|promise to) )*"
    r"(?!(?:want|need|expect|know|think|believ|sa[iy]|see|mind|lik|find|found|includ|count|cover|meet|met\b|disclos"
    r"|mention|reveal|us(?:e|ing)\b|hav(?:e|ing)\b|pa(?:y|id) back|reach|exceed|(?:yet|even|only|just|about|quite)\b)"
    r"|\w+ly\b)"
    r"[a-z]+ (?:(?:him|her|it|them|us|me|you|anyone|anybody|(?:the|its|their|his|our) [a-z]+"
    r"|(?!(?:less|as|is|was|has|unless|always|perhaps|plus|minus)\b)[a-z]+s) )?(?:an? |some )?$"
)
_GRANTED = words.one_of("who which if unless should could would will might must because why admits admitted")
_OWED = re.compile(
    r"\s(?:in|of)\s(?:\w+\s)?(?:tax(?:es)?|fines|rent|fees|debts?|arrears|wages)\b"
    r"|\s(?:that\s|which\s)?(?:(?:we|it|they|he|she)\s(?:is|are|was|were|had)\b|owed\b|due\b)"
)
_CLAIM_LED = re.compile(rf"\b{_CLAIM} (?:that|of|about|he|she|it|they|we|i)\b[^.;]{{0,160}}$")
_CALLING = ("call", "brand", "label", "termed")
_CALLED = re.compile(
    rf"\b(?:call|brand|label|termed)\w* (?:[\w-]+ ){{0,3}}?{_CLAIM} (?:that|of|about)\b[^.;]{{0,160}}$"
)
_CALLED_FALSE = re.compile(rf"[^.;:]{{0,120}}?\s{_UTTERLY}{_ABSURD}\b")
_CONTRARY = re.compile(rf"\bcontrary to (?:[\w'’-]+ ){{0,4}}?(?:{_CLAIM}|what)\b[^,;.]*$")
_CLAIM_ENDS = re.compile(
    rf"[^.;:]{{0,120}}? (?:(?:is|are|was|were) {_UTTERLY}{_ABSURD}\b|{_UNFOUNDED})"
    r"|[^.;:]{0,120}? (?:has|have|had) (?:since |long |now |\w+ly )*been (?:\w+ly )?(?:debunked|disproved|discredited"
    r"|refuted|denied|rejected|withdrawn|retracted)\b"
)
_TURNS = re.compile(r";|\s(?:but|while|whereas|although|though)\s|,\s(?:and|which)\s")
# "It will not raise taxes by £9bn, as the paper claims".
_NEGATED = re.compile(r"(?:\bnot|n['’]t|\bnever)\s[^,;:.]{0,40}$")
_AS_CLAIMED = re.compile(r",? as (?:[\w'’-]+ ){1,4}?(?:alleg|claim|suggest|report|assert)")
_TAKEN_BACK = re.compile(
    rf"[^.!?”\"]{{0,60}}[.!?]\s+(?:(?:it|that|this|they|those)(?:['’]s| is| was| are| were)"
    r" (?:\w+ly |just |all |pure |total )?"
    rf"{_FALSE}\b|(?:i|we) (?:do not|don['’]t|cannot|can['’]t) (?:believe|accept|recogni[sz]e) (?:it|that|this|them)\b)"
)
_BUT_FIRST = re.compile(r"^(?:more|less|fewer|only|just|even|at|exceed|over|above|below|under)\b")
_UNKNOWN = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\b(?:fail(?:s|ed)?|refus(?:es?|ed)) to)\s+(?:\w+ly\s+)?recogni[sz]e\s+"
    r"(?:(?:the|an?|this|that|any|such|those|these|his|her|its|their)\s+)?"
    r"(?:(?:[\w'’-]+\s+){0,3}(?P<named>figures?|numbers?|claims?|estimates?|totals?|sums?|costs?|bills?|prices?"
    r"|valuations?|amounts?)\s+(?:of\s+)?(?:the |an? )?)?(?P<loose>(?:[\w'’-]+\s+){0,2})$"
)
_AMOUNT_NOUN = re.compile(r"\s*(?:[\w-]+\s+){0,2}?(?:figure|number|claim|estimate|total|sum|cost|bill|price)")
_UNKNOWN_AFTER = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?(?:is|was|are|were)(?:\s+not|n['’]t)\s+(?:recogni[sz]ed\b"
    r"|(?:an?|the|one|any)\s+(?:\w+\s+){0,2}?(?:that\s+)?(?:we|i|it|he|she|they|the [\w'’-]+|[\w'’-]+)"
    r"(?:\s+(?:can|would))?\s+recogni[sz]es?\b)"
)
_RATHER = re.compile(r"\b(?:rather than|instead of|as opposed to)\s+(?:the |an? )?$")
_WRONG = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?(?:figure|number|claim|estimate|total|sum|cost|bill|price tag|headline)?\s*"
    r"(?:(?:quoted|cited|claimed|reported|mentioned|given)\s(?:[a-z]+\s){0,4}?)?"
    rf"(?:{_UNFOUNDED}|(?:does|do|did)(?: not|n['’]t) (?:stand|hold|add) up\b|(?:is|was|are|were)\s+[“\"‘']?"
    r"(?:simply |completely |just |plain |flat |totally |entirely |utterly |also )?"
    r"(?:wrong|false|untrue|nonsense|incorrect|inaccurate|misleading|not (?:true|right|correct"
    r"|accurate|the real)|a (?:lie|myth|fiction|fantasy)"
    r"|an? (?:gross |wild |huge )?exaggeration|plucked (?:out of|from) (?:thin )?air|without foundation"
    r"|made up|invented|rubbish|baseless|exaggerated|unfounded))\b"
)


def denied(lead: str, figure: str, rest: str) -> bool:
    """Whether the words around a figure deny it: "not £5m but £3m", "we do not recognise £5m"."""
    if _RATHER.search(lead) and re.match(r"\s*(?:claimed|quoted|reported|cited|alleged|suggested)\b", rest):
        return True
    if any(word in lead for word in _DENIAL_WORDS):
        if _NOT.search(lead) and not _BUT_FIRST.match(figure):
            return True
        if _denied_that(lead) or _FAR_FROM.search(lead) or _CONTRARY.search(lead) or _undone(lead, rest):
            return True
        if _AS_CLAIMED.match(rest) and _NEGATED.search(lead):
            return True
    if any(word in lead for word in _CALLING) and _CALLED.search(lead) and _CALLED_FALSE.match(rest):
        return True
    if _CLAIM_ENDS.match(rest) and _CLAIM_LED.search(lead):
        return True
    unknown = _UNKNOWN.search(lead) if "recogni" in lead else None
    if unknown and (unknown["named"] or not unknown["loose"] or _AMOUNT_NOUN.match(rest)):
        return True
    return _WRONG.match(rest) is not None or _UNKNOWN_AFTER.match(rest) is not None


def _denied_that(lead: str) -> bool:
    last = None
    for match in _DENIED_THAT.finditer(lead):
        last = match
    return last is not None and _TURNS.search(lead, last.end()) is None


def _undone(lead: str, rest: str) -> bool:
    """Whether the words right before a figure say that the deed of which it tells was not done."""
    match = _NO_DEED.search(lead)
    if match is None or _OWED.match(rest):
        return False
    clause = re.split(r"[,;:.]", lead[: match.start()])[-1]
    return _GRANTED.isdisjoint(clause.split()[-5:])


def contradicted(lead: str) -> bool:
    """Whether a figure stands in what opens a sentence that goes against it: "Contrary to claims of £5m, she said"."""
    return lead.lstrip(' “"').startswith("contrary to") and _CONTRARY.search(lead) is not None


def taken_back(rest: str) -> bool:
    """Whether the sentence after a quoted figure calls it false: "£50m in the papers. It is nonsense"."""
    return _TAKEN_BACK.match(rest) is not None

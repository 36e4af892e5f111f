"""What a negation reaches: "did not sell 40%", "never lost anything like £5m", but not "will not rest until £5m"."""

import re

from app.extraction.word_sets import one_of

_CLAUSE_BEFORE = 120
_CLAUSE = re.compile(
    r"[,;:.“”\"—]|\b(?P<opener>that|but|because|who|which|if|unless|until|when|while|why|how|whether|where|as|so|than"
    r"|without|before|after)\b"
)
_NEGATION = re.compile(
    r"\b(?:(?P<is>was|were|is|are|be|been)(?: not|n['’]t)|(?P<can>can['’]t|cannot|can not|could(?: not|n['’]t))"
    r"|(?:did|does|do|has|have|had|will|would)(?: not|n['’]t)|won['’]t|never|nobody|no one|not (?:one|a single)|none of"
    r"|at no (?:time|point|stage)|not(?= \w+(?:en|ed) )"
    r"|no (?:such )?(?:plans?|intention|proposals?|agreement|deal|decision|promise|commitment|offer)s? (?:to|of|for)"
    r")(?= )"
)
_FARTHEST = 7
"""Words between a negation and the figure that it denies."""
_DONE = re.compile(r"\w+(?:ing|ed|en)\b|(?:paid|sold|made|lost|spent|built|cut|hit|sent|put|told|borne|owed)\b")
_FEW_LY = one_of("actually simply possibly ever finally")
_POSSIBLY = one_of("possibly be have been cost come to reach a the")
_DEFINITE = one_of("the this that these those its their his her our my your whose")
"""What takes a figure for granted: "has not spent the £5m"."""
_STOPS = one_of(
    "just only even yet quite more less fewer enough much many always perhaps plus minus all every each both unusual"
    " uncommon alone and or back for is was has have unless against about over should must could might may"
)
_NOT_OF_THE_FIGURE = re.compile(
    r"(?:want|recogni[sz]e?|accept|need|expect|know|think|believe?|say|said|see|mind|find|found|includ|count|cover"
    r"|meet|met|disclose?|declare?|mention|reveal|use|using|having|exceed|surpass|top|reach|pass|rest|get|keep"
    r"|afford|stop|matter|care|answer|comment|respond|understand|remember|recall|realise?|den|dispute?|doubt"
    r"|question|contest|quarrel|argue?|hesitate?|forget|miss|object|seen|known|thought|understood|kept|got|forgotten"
    r"|meant)(?:e?s|e?d|e|ies|ied|y|p?ing|ping|ting)?"
)
"""What is denied with these verbs is that somebody wants, knows or counts, not the figure."""
_GRANTED = one_of("who which if unless should could would will might must because why admits admitted fewer less few")
_LET_ALONE = re.compile(r"\b(?:not|n['’]t|never|no|nobody)\b.{0,60}\b(?:let alone|much less) (?:the |an? )?$")


def reaches(lead: str) -> bool:
    """Whether the words before a figure, in lower case, say that what it counts was not done or is not so."""
    if lead.endswith(("let alone ", "much less ", "let alone the ", "let alone a ")):
        return _LET_ALONE.search(lead) is not None
    near = lead[-_CLAUSE_BEFORE:]
    opener, start = None, 0
    for match in _CLAUSE.finditer(near):
        opener, start = match, match.end()
    clause = near[start:]
    found = list(_NEGATION.finditer(clause))
    if not found:
        return False
    negation = found[-1]
    before = [*(near[: opener.end()].split()[-2:] if opener else ()), *clause[: negation.start()].split()[-5:]]
    return _GRANTED.isdisjoint(before) and _carries(negation, clause[negation.end() :].split())


def _carries(negation: re.Match[str], between: list[str]) -> bool:
    """Whether the words between a negation and a figure let it through."""
    if not between or len(between) > _FARTHEST or between[-1] in _DEFINITE or between[0] == "like":
        return False
    if negation["can"]:
        return _POSSIBLY.issuperset(between)
    if negation["is"] and not any(map(_DONE.fullmatch, between[:2])):
        return False
    stops = _STOPS - {"is", "was", "has", "have"} if len(between) > 1 else _STOPS
    return stops.isdisjoint(between) and not any(
        not word.replace("’", "").replace("'", "").replace("-", "").isalpha()
        or (word != "have" and _NOT_OF_THE_FIGURE.fullmatch(word))
        or (word.endswith("ly") and word not in _FEW_LY)
        for word in between
    )

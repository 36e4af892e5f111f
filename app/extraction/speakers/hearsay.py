"""Figures that are passed on without a source, and figures that are denied."""

import re

_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|reported(?=\s*$)|rumou?red(?: to)?|(?:is|are|was|were"
    r"|been) (?:widely )?(?:said|understood|reported"
    r"|thought|believed|alleged|claimed) to|it (?:is|was|has been) (?:widely )?(?:reported|claimed"
    r"|said|understood|rumou?red|alleged)(?: that)?"
    r"|(?:media|press|newspaper|unconfirmed|some)? ?reports (?:say|said|suggest|suggested|claim|claimed|put)"
    r"|according to (?:media |press |newspaper |unconfirmed |some )?(?:reports|rumou?rs)|word is|rumou?r has it)\b"
)
_HEARSAY_AFTER = re.compile(
    r"[^.;:]{0,60}?(?:,\s*(?:reportedly|allegedly|it is (?:said|reported|claimed)|reports (?:say"
    r"|said))|\baccording to (?:media |press |newspaper )?reports)\b"
)
_IN_OUTLET = re.compile(r"[^.;,]{0,24}?\b(?:on the front page of|in|by) (?:the |Britain's )?(?=[A-Z])")
_NOT = re.compile(r"(?:\bnot|n['’]t|\bnever)\s+(?:(?:be|cost|worth|amount to|total|come to|equal)\s+)?(?:the |an? )?$")
_BUT_FIRST = re.compile(r"^(?:more|less|fewer|only|just|even|at)\b")
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
    r"(?:(?:is|was|are|were)\s+(?:simply |completely |just |plain |flat |totally |entirely |utterly |also )?"
    r"(?:wrong|false|untrue|nonsense|incorrect|inaccurate|misleading|not (?:true|right|correct"
    r"|accurate|the real)|a (?:lie|myth|fiction|fantasy)"
    r"|made up|invented|rubbish|baseless|exaggerated|unfounded))\b"
)


def passed_on(lead: str, rest: str) -> int | None:
    """How many characters before the figure its hearsay begins, 0 where it stands behind, None where there is none.

    `lead` and `rest` are the words of its sentence before and behind it, in small letters.
    """
    last = None
    for match in _HEARSAY.finditer(lead):
        last = match
    if last is not None and not re.search(r";|\s(?:but|while|whereas)\s", lead[last.end() :]):
        return len(lead) - last.start()
    return 0 if _HEARSAY_AFTER.match(rest) else None


def outlet(rest: str) -> int | None:
    """Where the outlet begins that "the reported £5m in the Herald" names, counted from the figure's end."""
    match = _IN_OUTLET.match(rest)
    return match.end() if match else None


def denied(lead: str, figure: str, rest: str) -> bool:
    """Whether the words around a figure deny it: "not £5m but £3m", "we do not recognise £5m"."""
    if _RATHER.search(lead) and re.match(r"\s*(?:claimed|quoted|reported|cited|alleged|suggested)\b", rest):
        return True
    if _NOT.search(lead) and not _BUT_FIRST.match(figure):
        return True
    unknown = _UNKNOWN.search(lead) if "recogni" in lead else None
    if unknown and (unknown["named"] or not unknown["loose"] or _AMOUNT_NOUN.match(rest)):
        return True
    return _WRONG.match(rest) is not None or _UNKNOWN_AFTER.match(rest) is not None

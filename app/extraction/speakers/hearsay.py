"""Figures that are passed on without a source: "reportedly", "is said to", "according to reports"."""

import re

_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|reported(?=\s*$)|rumou?red(?: to)?|(?:is|are|was|were|been) (?:widely "
    r"|now |also |still |generally |then )*(?:said|understood|reported|thought|believed|alleged|claimed) to|it (?:is"
    r"|was|has been) (?:widely )?(?:reported|claimed|said|thought|believed|understood|rumou?red"
    r"|alleged)(?: that)?|(?:media|press|newspaper|unconfirmed|some)? ?reports "
    r"(?:say|said|suggest|suggested|claim|claimed|put)|said to (?:have|be)\b|confirm (?:or"
    r"|nor) deny (?:[\w-]+ ){0,3}(?:reports?|claims?|rumou?rs?)(?: that| of)?|reports? (?:originating |published "
    r"|carried |circulating )?(?:in|from|on) [\w ]{2,24}? (?:say|said|suggest|suggested|claim|claimed|put)"
    r"|according to (?:media |press |newspaper |unconfirmed |some )?(?:reports|rumou?rs)|word is|rumou?r has it\b"
    r"|(?:on|about|over|amid) reports (?:that )?(?:the|it|he|she|they)\b|there (?:are|were|have been"
    r"|had been) (?:\w+ )?(?:reports|rumou?rs|claims|suggestions|allegations) (?:that|of)\b|(?:was|were"
    r"|been) told (?!to\b|of\b|by\b|off\b|about\b)(?:that )?(?=\w)|(?:court|jury|jurors|inquest|inquiry|tribunal"
    r"|magistrates|hearing|mps|lawmakers|senators) (?:has |have |had )?(?:heard|was told|were told"
    r"|been told)(?= (?:that|how|[a-z]+ (?:had|was|were|would))\b)\b)"
)
_CUE = re.compile(
    "report|said to|is said|was said|been said|widely said|claim|told|heard|alleg|supposedly|rumo|understood|thought"
    "|believed|word is|suggestions"
)
"""Hearsay before a figure holds at least one of these."""
_HEARSAY_AFTER = re.compile(
    r"\s(?:widely |being )?(?:reported|rumou?red|mooted)\s(?:in|by|elsewhere)\b"
    r"|[^.;:]{0,60}?(?:,\s*(?:reportedly|allegedly|it is (?:said|reported|claimed)|reports (?:say"
    r"|said))|\baccording to (?:media |press |newspaper )?reports)\b"
)
_IN_OUTLET = re.compile(r"[^.;,]{0,24}?\b(?:on the front page of|in|by) (?:the |Britain's )?(?=[A-Z])")


def passed_on(lead: str, rest: str) -> int | None:
    """How many characters before the figure its hearsay begins, 0 where it follows the figure, None without any.

    `lead` and `rest` are the words of its sentence before and behind it, in lower case.
    """
    last = None
    for match in _HEARSAY.finditer(lead) if _CUE.search(lead) else ():
        last = match
    if last is not None and not re.search(r";|\s(?:but|while|whereas)\s", lead[last.end() :]):
        return len(lead) - last.start()
    return 0 if _HEARSAY_AFTER.match(rest) else None


def outlet(rest: str) -> int | None:
    """Where the outlet begins that "the reported £5m in the Herald" names, counted from the figure's end."""
    match = _IN_OUTLET.match(rest)
    return match.end() if match else None

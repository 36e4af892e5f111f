"""Whether the words around a date speak of the past or of the future."""

import re

_AUXILIARY = r"(?:will|won['’]t|shall|would|could|might|may|must|should|can)"
_BE = r"(?:is|are|be|been|being|was|were|am)"
_PLAN = (
    "due|scheduled|slated|set|expected|poised|likely|planning|plans?|planned|intends?|intended|hopes?|hoping|aims?|"
    "wants?|agreed|promised|pledged|vowed|ready|preparing|about|going|supposed|obliged|required|proposes?|proposed|"
    "forecast|projected"
)
_PRESENT = (
    "is|are|am|takes?|comes?|begins?|starts?|opens?|meets?|votes?|expires?|enters?|resumes?|holds?|hosts?|publishes|"
    "releases|reports|says?|faces|runs|goes|gets|makes|remains?|stands?|stay|plays?|falls?|rises?|ends"
)
_PAST = (
    "was|were|had|did|has|have|been|became|began|bought|broke|brought|built|burned|came|caught|chose|cost|cut|died|"
    "drew|drove|fell|fled|flew|fought|found|froze|gave|got|grew|held|hit|kept|knew|laid|led|left|lent|lost|made|met|"
    "paid|put|ran|rose|sang|sank|sat|saw|sent|shot|shrank|shut|slid|sold|sought|spent|split|spoke|spread|stood|stole|"
    "struck|swore|swept|swung|threw|told|took|said|tore|understood|went|withdrew|woke|won|wore|wrote|slept|ate|died|"
    "dealt|felt|heard|meant|overtook|rang|read|rode|showed|shook|taught|thought|upheld|undertook|broadcast|burst|beat|"
    r"(?<=%\s)forecast|projected|(?:up|down)\sfrom|compared\s(?:with|to)|than\sin|as\sin"
)
_CUE = re.compile(
    rf"""(?<=\w)['’](?P<will>ll)\b
    | (?<![\w’'])(?=[a-z])(?:
      (?P<future>
          (?:{_AUXILIARY}\b(?!\shave)|to\sbe\b)(?:\s(?:not|also|be|to|\w+ly)){{0,4}}(?:\s[a-z]+\b)?
        | (?:{_PLAN})\sto\b(?!\sthe\b)(?:\sbe)?(?:\s[a-z]+\b)?
        | {_BE}\s(?:due|expected|scheduled|set|planned|slated|upcoming|forthcoming)(?:\s(?:on|in|by|for|at))?\b
        | (?:has|have)\suntil\b
        | (?:upcoming|forthcoming|coming|ahead\sof)\b
      )
      | (?P<past>(?:{_PAST}|agreed|[a-z]+[^e\W]ed)\b(?!\sto\sbe\b))
      | (?P<present>(?:{_PRESENT})\b)
    )""",
    re.VERBOSE,
)
# A participle after one of these is an adjective: "the proposed tax".
_DETERMINER = re.compile(r"(?:\b(?:the|a|an|its|their|his|her|our|this|that|of|any|some|newly)|,)\s$", re.IGNORECASE)
_END = re.compile(r"[.!?…][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n\s*\n")
_BEFORE, _AFTER = 220, 160


def tense(text: str, start: int, end: int) -> str | None:
    """`past`, `future` or None, from the nearest verb before the date in its sentence, else the first one after it."""
    left = text[max(0, start - _BEFORE) : start]
    stops = list(_END.finditer(left))
    if stops:
        left = left[stops[-1].end() :]
    cues = _cues(left)
    if cues:
        return None if cues[-1] == "present" else cues[-1]
    cue = _first(_clause(text, end))
    return None if cue == "present" else cue


def _clause(text: str, end: int) -> str:
    right = text[end : end + _AFTER]
    stop = _END.search(right)
    return right[: stop.start()] if stop else right


def _cues(text: str) -> list[str]:
    return [_group(match) for match in _CUE.finditer(text) if not _adjective(text, match)]


def _first(text: str) -> str | None:
    return next((_group(match) for match in _CUE.finditer(text) if not _adjective(text, match)), None)


def _group(match: re.Match[str]) -> str:
    return "future" if match.lastgroup == "will" else match.lastgroup or ""


def _adjective(text: str, match: re.Match[str]) -> bool:
    if match.lastgroup != "past" or not match[0].endswith("ed"):
        return False
    return bool(_DETERMINER.search(text[max(0, match.start() - 8) : match.start()]))

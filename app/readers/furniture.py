"""Lines of a saved page that are not the article: share bars, counters, prompts, lists of other headlines."""

import re

_BARE = frozenset(
    """
    twitter|x|youtube|instagram|facebook|telegram|whatsapp|linkedin|pinterest|reddit|tiktok|threads|bluesky|messenger
    email|e-mail|mail|print|share|share this|share article|share this article|copy link|link copied|copy url|save
    apple store|app store|play market|google play|night_theme|dark mode|search|menu|home|log in|login|log out|sign in
    sign up|register|subscribe|subscribe now|newsletter|newsletters|skip to content|skip to main content
    advertisement|advert|a+|a-|loading|loading...|loading…|close|bookmark|follow|like|next|previous|back to top
    read more|read more...|read more…|more insights|featured image|view comments|show comments|cookie settings
    accept cookies|accept all|contact us|about us|privacy policy|terms of use|ссылка скопирована
    """.replace("\n", "|").split("|")
)
_NAMES = frozenset(name.strip() for name in _BARE if name.strip())
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"what are you looking for\W*",
        r"views?\s*:?\s*[\d,.]+k?",
        r"[\d,.]+k?\s+(views?|shares?|likes?|reads?|reactions?)",
        r"\d+\s*min(ute)?s?\s+read",
        r".*(all rights reserved|any use of materials|^©|\s©\s*\d{4}).*",
        r"follow us( on \w+| here)?",
        r".*\b(liked the story\?|share it on social media).*",
        r"please enter your (comment|name)( here|!)*",
        r"\W+",
    )
)
_TAIL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(latest|related|recommended|trending|popular)( (insights?|news|stor(y|ies)|articles?|posts?|content))?",
        r"(most (read|popular|viewed|shared)|editors?['’]s? picks?|top stories)",
        r"more (insights|news|stories|articles|on this story|like this)",
        r"more from [\w .&’'-]{1,40}",
        r"you (may|might) also (like|enjoy|be interested in).{0,20}",
        r"(read next|up next|see also)\W*",
        r"(leave a (reply|comment)|post a comment|add a comment|join the (conversation|discussion))\W*",
        r"share[- ]?(this|line|on)\b.{0,80}",
        r"views?\s*:?\s*[\d,.]+k?",
        r"(tags|filed under|topics)\s*:.{0,200}",
        r"(sign up|subscribe) (to|for) .{0,60}newsletter.{0,20}",
    )
)
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")
_STATEMENT_END = re.compile(r"[.…]['\"”’)\]]*$")
_PROSE_WORDS = 12
_LONG_LINE_WORDS = 35


def is_furniture(line: str) -> bool:
    """Whether a whole line is one of the words and phrases that page frames are made of, whatever the page."""
    words = line.strip().casefold()
    return words in _NAMES or (len(words) < 200 and any(pattern.fullmatch(words) for pattern in _PATTERNS))


def is_prose(line: str) -> bool:
    """Whether a line reads as a paragraph of the article: a full sentence, or very long."""
    count = len(line.split(None, _LONG_LINE_WORDS + 6))
    return count > _LONG_LINE_WORDS + 5 or (count >= _PROSE_WORDS and bool(_SENTENCE_END.search(line.rstrip())))


def is_sentence(line: str) -> bool:
    """Whether a line ends as a statement does, however short it is."""
    return len(line.split(None, 3)) > 2 and bool(_STATEMENT_END.search(line.rstrip()))


def cut_tail(lines: list[str]) -> list[str]:
    """The lines without what follows the article: from the first tail heading after which no prose stands.

    Single lines of furniture among the rest go too; every other line is kept, because a lost figure cannot be found
    again and a stray headline can be seen.
    """
    # A headline can be a long question, so in the tail only statements and very long lines count as prose.
    last_prose = max((place for place, line in enumerate(lines) if _is_statement(line)), default=-1)
    for place in range(last_prose + 1, len(lines)):
        if any(pattern.fullmatch(lines[place].strip()) for pattern in _TAIL):
            lines = lines[:place]
            break
    return [line for line in lines if not line.strip() or not is_furniture(line)]


def cut_navigation(head: list[str]) -> list[str]:
    """The lines above the title without share bars and menus.

    One- and two-word lines that are in no vocabulary ("WORLD", a section's name) go only where at least three lines
    of plain furniture show that a menu was saved with the text.
    """
    known = sum(is_furniture(line) for line in head if line.strip())
    return [line for line in head if not is_furniture(line) and (known < 3 or len(line.split()) > 2)]


def _is_statement(line: str) -> bool:
    count = len(line.split(None, _LONG_LINE_WORDS + 1))
    return count > _LONG_LINE_WORDS or (count >= _PROSE_WORDS and bool(_STATEMENT_END.search(line.rstrip())))

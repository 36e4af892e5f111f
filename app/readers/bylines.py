"""Lines that name who wrote or printed an article: "By Ada Lind, Harbour Post", "Evening Mail, 5 March 2026"."""

import re

from app.readers import dates

_CAPITAL = r"[A-ZÀ-ÖØ-ÞČŁŚŠŽ][\w.'’-]*"
_JOINER = r"de|da|di|van|von|der|la|le|al|bin|and|in|for|&"
_ROLE_WORDS = (
    r"(?:editor|correspondent|reporter|writer|columnist|contributor|critic|analyst|photographer|producer|presenter"
    r"|journalist|researcher)s?"
)
_BYLINE = re.compile(
    r"(?i:(?:words |report |story |written )?by):? "
    rf"(?P<name>{_CAPITAL},?(?: (?:{_CAPITAL}|{_JOINER}),?){{0,9}}(?:(?<=,)(?: [\w.'’&-]+){{0,4}} {_ROLE_WORDS})?)"
)
_NO_OUTLET = re.compile(
    rf"\b(?:{_ROLE_WORDS}|and|in|for|staff|chief|head|director|professor|prof|dr|fellow|lecturer|minister|secretary"
    r"|president|chair(?:man|woman)?|founder|partner|manager|officer|deputy|senior|political|bureau|desk|lawyer"
    r"|barrister|author|ambassador|lord|sir|university|college|institute|phd|jr|sr"
    r"|new york|los angeles|san francisco|hong kong|port louis|washington dc|new delhi|tel aviv|cape town|abu dhabi)\b",
    re.IGNORECASE,
)
"""What stands after a writer's name and is a role, a place of work or a dateline."""

_PRESS = re.compile(
    r"\b(?:\w*(?:news|wire|post|press|media|radio)|(?:evening|daily|sunday|morning|weekly|financial) \w+|times|mail"
    r"|telegraph|guardian|independent|observer|express|mirror|herald|gazette|chronicle|tribune|journal|courier|echo"
    r"|argus|examiner|inquirer|mercury|standard|star|sun|ledger|review|record|register|bulletin|dispatch|despatch"
    r"|messenger|monitor|advertiser|globe|world|today|daily|weekly|magazine|reuters|bloomberg"
    r"|politico|economist|spectator|broadcasting|television|tv|bbc|itv|cnn|afp|ap|pa|dpa|npr|abc|cbs|nbc)\b",
    re.IGNORECASE,
)
"""What the names of papers, agencies and broadcasters are made of; other names may be a person's or a place's."""

_BODY = re.compile(
    r"\b(?:trust|foundation|institute|institution|university|college|centre|center|department|ministry|office|agency"
    r"|commission|committee|council|authority|association|federation|union|parliament|treasury|house|group|network"
    r"|alliance|bureau)\b",
    re.IGNORECASE,
)
"""What the names of bodies that publish are made of, and no writer's."""

_INITIALS = re.compile(r"(?!(?:NEWS|LIVE|BRIEF|UPDATE|VIDEO|WORLD|SPORT|HEALTH|MONEY|USA)$)[A-Z]{3,6}")
"""Of a body; a kicker in capitals is none."""
_DOMAIN = re.compile(r"(?:www\.)?[\w-]{3,}(?:\.[\w-]+)*\.[A-Za-z]{2,6}")
_PLACE_BEHIND = re.compile(r"\s+\([^()]{2,40}\)$")

_SECTION = re.compile(
    r"(?:the )?(?:world|today|news|daily|weekly|star|standard|review)"
    r"|(?:uk|us|world|latest|breaking|top|local|business|political|defence|sports?|money) news",
    re.IGNORECASE,
)
_OUTLET = re.compile(rf"(?:The )?{_CAPITAL}(?: (?:{_CAPITAL}|of|the|and|de|&|\d)){{0,5}}")
_ROLE = re.compile(rf"(?:{_CAPITAL} (?:(?:and|&|of) )?){{0,4}}(?i:{_ROLE_WORDS})")
_NAME = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{1,3}}")
_DATED = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}(?:\s+[|·•–—-]\s+|,\s+)(?P<day>\S.*)")
_AGENCY = re.compile(r"\((?P<agency>[^()]{2,40})\),?\s+(?P<after>.+)|(?P<before>.+?),?\s+\((?P<behind>[^()]{2,40})\)")
_DIVIDER = re.compile(r"\s+[|·•–—-]\s+|,\s+")


def byline(line: str) -> tuple[str, str | None] | None:
    """The author of a line that is nothing but a byline, and the outlet after the comma where one stands there.

    What stands after the last comma is an outlet if the names of papers are made of such words, or if it is the only
    comma and two capitalised words that are no role; all else stays with the author ("Ada Lind, Political Editor").
    """
    match = _BYLINE.fullmatch(line)
    if match is None:
        return None
    name = match["name"].rstrip(",")
    author, _, outlet = name.rpartition(", ")
    can_be_outlet = author and _OUTLET.fullmatch(outlet) and not _NO_OUTLET.search(outlet)
    if can_be_outlet and (_PRESS.search(outlet) or (" " in outlet and "," not in author)):
        return author, outlet
    return name, None


def is_writer(name: str, role: str) -> bool:
    """Whether two lines, one above the other, name a writer and what this one does: "Ada Lind", "Political Editor"."""
    return _NAME.fullmatch(name) is not None and not is_outlet(name) and _ROLE.fullmatch(role) is not None


def is_name(words: str) -> bool:
    """Whether words can be the name of a person, as a document's properties give it; "Admin" and "user01" are none."""
    return _NAME.fullmatch(words) is not None


def is_outlet(name: str) -> bool:
    """Whether a name is surely a paper's, an agency's or a broadcaster's, and not a section's of one."""
    if _OUTLET.fullmatch(name) is None or _SECTION.fullmatch(name):
        return False
    return _PRESS.search(name) is not None


def is_domain(line: str) -> bool:
    """Whether a line is the bare domain of a site ("www.harbour.org")."""
    return _DOMAIN.fullmatch(line) is not None


def is_publisher(line: str) -> bool:
    """Whether a line beside the date names who published: an outlet, a body, its initials or its domain.

    "The Harbour Times (Port Isle)" is one; "Ada Lind" may be the writer and "London" the place.
    """
    name = _PLACE_BEHIND.sub("", line)
    if is_domain(name) or _INITIALS.fullmatch(name) or is_outlet(name):
        return True
    return _OUTLET.fullmatch(name) is not None and _BODY.search(name) is not None


def outlet_and_date(line: str) -> tuple[str, str] | None:
    """The outlet and the date's words of a line that is nothing else: "(Nordwire) 3 March 2026".

    Outside brackets the outlet needs a word that the names of papers are made of: "Ada Lind, 3 March 2026" names a
    writer and "London, 3 March 2026" a place.
    """
    if len(line) > 120:
        return None
    if match := _AGENCY.fullmatch(line):
        outlet, day = match["agency"] or match["behind"], match["after"] or match["before"]
        if _OUTLET.fullmatch(outlet) and (written := dates.in_line(day)):
            return outlet, written
    for divider in _DIVIDER.finditer(line):
        first, second = line[: divider.start()], line[divider.end() :]
        for outlet, day in ((first, second), (second, first)):
            if is_outlet(outlet) and (written := dates.in_line(day)):
                return outlet, written
    return None


def name_and_date(line: str) -> str | None:
    """The date's words of a line that is a name of whatever kind and a date: "London, 3 March 2026"."""
    match = _DATED.fullmatch(line) if len(line) <= 120 else None
    return dates.in_line(match["day"]) if match else None

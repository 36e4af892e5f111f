"""Places, where the words tie a figure to one: "unemployment in France" and "German unemployment" differ in place.

Where a thing is measured counts, and who acts, where both sentences begin with it. Who pays and who is paid are both
part of one payment, so a giver in one sentence and a receiver in the other are left alone.
"""

import re
from dataclasses import dataclass

from app.comparison.statement import Told
from app.comparison.words.hedges import HEDGES
from app.domain.calendar_names import MONTH, WEEKDAY
from app.domain.currency_signs import SIGNS

_PLACES: dict[str, str] = {
    "UK": r"uk|u\.k\.|united kingdom|britain|great britain|british",
    "England": r"england|english",
    "Scotland": r"scotland|scottish",
    "Wales": r"wales|welsh",
    "Northern Ireland": r"northern ireland|northern irish",
    "Ireland": r"(?<!northern )ireland|(?<!northern )irish",
    "EU": r"eu|european union",
    "Europe": r"europe|european(?! union)(?! commission)(?! parliament)",
    "euro area": r"eurozone|euro zone|euro area",
    "France": r"france|french",
    "Germany": r"germany|german",
    "Italy": r"italy|italian",
    "Spain": r"spain|spanish",
    "Poland": r"poland|polish",
    "Ukraine": r"ukraine|ukrainian",
    "Russia": r"russia|russian",
    "China": r"china|chinese",
    "India": r"india|indian(?! ocean)",
    "Japan": r"japan|japanese",
    "Canada": r"canada|canadian",
    "Australia": r"australia|australian",
    "Netherlands": r"netherlands|dutch",
    "Belgium": r"belgium|belgian",
    "Sweden": r"sweden|swedish",
    "Norway": r"norway|norwegian",
    "Denmark": r"denmark|danish",
    "Finland": r"finland|finnish",
    "Greece": r"greece|greek",
    "Turkey": r"turkey|turkish",
    "Israel": r"israel|israeli",
    "Gaza": r"gaza",
    "Iran": r"iran|iranian",
    "Brazil": r"brazil|brazilian",
    "South Africa": r"south africa|south african",
    "London": r"london",
    "NATO": r"nato",
    "world": r"world|worldwide|global|globally",
}
_STATES_LISTED = (
    "Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois"
    ", Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi"
    ", Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Ohio"
    ", Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont"
    ", Virginia, West Virginia, Wisconsin, Wyoming, Bavaria, Saxony, Hesse, Ontario, Quebec, Alberta, Queensland"
    ", New South Wales, Catalonia, Andalusia, Lombardy, Kerala, Punjab, Bihar"
)
_STATES = "|".join(_STATES_LISTED.split(", "))
_STATE = re.compile(
    rf"\b(?:in|across|throughout|around) (?:(?:north|south|east|west|central)\w* )?({_STATES})\b"
    rf"|^({_STATES})(?= (?:state )?(?:officials|authorities|police|counted|reported|lost)\b)"
)
"""States and provinces of which the news counts the dead and the damage beside those of their countries."""
_WIDE = re.compile(
    r"\b(?:in|across|over|throughout) (?:at least )?(?:two|three|four|five|six|seven|eight|nine|ten|several|many"
    r"|\d+|all) (?:[a-z]+ )?(?:states|countries|counties|provinces|regions|cities|towns|districts)\b"
    r"|\bnationwide\b|\b(?:across|throughout) the (?:whole )?(?:country|nation)\b"
    r"|\b(?:cost|costs) the (?:country|nation)\b"
)
_SEVERAL = re.compile(r"\bin (?:[A-Z]\w+(?: [A-Z]\w+)*, )+(?:[A-Z]\w+(?: [A-Z]\w+)*,? )?and [A-Z]")
"""A row of places."""
_FOUND = re.compile(rf"\b(?:{'|'.join(_PLACES.values())})\b")
"""For text in lower case."""
_BY_WORDS = {
    re.sub(r"\(\?[^)]*\)|\\", "", words): place for place, listed in _PLACES.items() for words in listed.split("|")
}
_US = re.compile(r"\b(?:US|U\.S\.|USA|United States|America|American)\b")
"""As printed: "us" is a word of its own."""
_IN = r"(?:in|across|throughout|within|around) (?:the )?(?:whole (?:of )?)?(?:the )?"
_MEASURED = (
    r"(?:[a-z-]+ ){0,2}(?:inflation|unemployment|growth|gdp|spending|population|output|exports?|imports?|debt|deficit|"
    r"borrowing|emissions?|wages?|prices?|deaths?|crime|turnout|aid|budget|forces?|army|casualties|households"
    r"|schools|hospitals)"
)
_TRADED = (
    r"(?:exports?|imports?|shipments?|sales|trade|flights|aid|arms|deliveries|arrivals) (?:to|from|with) (?:the )?"
)
_IN_PLACE = re.compile(rf"\b(?:{_IN}|{_TRADED}|{_MEASURED} of (?:the )?)$")
_ALL_OVER = re.compile(r"worldwide|globally")
"""Adverbs of place."""
_PLACE_OF = re.compile(rf"(?:['’]s?)? {_MEASURED}\b")
_NEAR = 40
"""How many characters before a place are read."""
_NO_TOWN = rf"(?!Parliament|Congress|Commons|Lords|{MONTH}|{WEEKDAY}|Mr|Mrs|Ms|Dr|Brexit|English|French|German|I\b)"
_TOWN_ENDS = (
    rf"(?=[.,;:)]|$| [{SIGNS}\d]| (?:an?|the|and|or|now|alone|with|by|for|to|on|at|from|of|last|this|next|since|during"
    r"|between|after|before|over|is|are|was|were|has|have|had|will|would|could|can|may|must|should|still|also|who|which"
    r"|that|it|there|rose|fell|went|came|grew|stood|climbed|dropped|jumped|reached|hit|got|saw|costs?|employs?|employed"
    r"|makes?|made|produces?|sells?|sold|pays?|paid|holds?|houses|needs?|lost|took)\b)"
)
_TOWN = re.compile(rf"\b[Ii]n ({_NO_TOWN}[A-Z][a-zé-]+(?: [A-Z][a-zé-]+)*){_TOWN_ENDS}")
"""As printed: a place that no list holds ("in Pune", "in West Yorkshire"), and no name before a noun
("in Treasury papers")."""
_HAS = re.compile(rf"^({_NO_TOWN}[A-Z][a-zé-]+(?: [A-Z][a-zé-]+)*) ha[sd] {HEDGES}$")
"""The owner of what is counted, beside a place as good as one ("Kent has 14")."""
_SAID_THERE = re.compile(
    r"\b(?:said|says|told|speaking|spoke|signed|announced|unveiled|met|meeting|talks|conference|summit|speech|court|"
    r"reporters|journalists|interview)\b[^.;]{0,30}$"
)
"""Words were spoken there; what they speak of may be anywhere."""

_CAPITALS: dict[str, str] = {
    "Washington": "US",
    "London": "UK",
    "Whitehall": "UK",
    "Westminster": "UK",
    "Kyiv": "Ukraine",
    "Moscow": "Russia",
    "Beijing": "China",
    "Paris": "France",
    "Berlin": "Germany",
    "Rome": "Italy",
    "Madrid": "Spain",
    "Warsaw": "Poland",
    "Brussels": "EU",
    "Tokyo": "Japan",
    "Delhi": "India",
    "Ottawa": "Canada",
    "Canberra": "Australia",
}
"""Capitals that speak for their governments, where a sentence begins with them."""
_CAPITAL = re.compile(rf"({'|'.join(_CAPITALS)})\b(?! (?:Post|Times|accord|treaty|agreement))")
_OPENING = re.compile(r"(?:The |In all,? |So far,? )?")
_GETS = re.compile(
    r"\b(?:gets?|got|gotten|receiv\w+|gain\w*|earn\w*|accept\w*|obtain\w*|win|wins|won|(?:is|are|was|were|be|been) "
    r"(?:paid|given|offered|sent|promised|owed)|ask\w*|demand\w*|want\w*|seek\w*|sought)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """Where a thing is measured ("in France", "German spending"), and which country acts."""

    places: frozenset[str]
    actor: str | None
    """The country with which the sentence begins ("Germany has given", "Washington offered")."""
    gets: bool
    """The sentence speaks of receiving or asking."""
    is_wide: bool
    """It names several places, or says that a whole country is meant."""


def read(told: Told) -> Geography:
    """The places to which a text ties its figure."""
    actor = _actor(told.text)
    gets = actor is not None and _GETS.search(told.lower) is not None
    is_wide = _WIDE.search(told.lower) is not None or _SEVERAL.search(told.text) is not None
    return Geography(places=_places(told), actor=actor, gets=gets, is_wide=is_wide)


def named(words: str) -> str | None:
    """The place that some words name, a capital as what it speaks for; None where they name no place of the lists."""
    if _US.fullmatch(words):
        return "US"
    bare = words.removesuffix("'s").removesuffix("’s")
    return _BY_WORDS.get(bare.lower(), _CAPITALS.get(bare))


def differs(one: Geography, other: Geography) -> bool:
    """Whether the words tie the figures to different places, or to different countries that act."""
    if one.places and other.places and not one.places & other.places:
        return True
    if one.actor is None or other.actor is None or one.actor == other.actor:
        return False
    return one.gets == other.gets


def is_part(one: Geography, other: Geography) -> bool:
    """Whether one is of a single town or state, and the other of several or of a whole country."""
    local, wide = (other, one) if one.is_wide else (one, other)
    return wide.is_wide and not local.is_wide and not (local.places <= {*_PLACES, "US"})


def _actor(text: str) -> str | None:
    opening = _OPENING.match(text)
    rest = text[opening.end() if opening else 0 :]
    if capital := _CAPITAL.match(rest):
        return _CAPITALS[capital[1]]
    match = _US.match(rest) or _FOUND.match(rest.lower())
    if match is None or rest[match.end() :][:1] not in " ’'":
        return None
    return _name(match)


def _places(told: Told) -> frozenset[str]:
    matches = [*_FOUND.finditer(told.lower), *_US.finditer(told.text)]
    listed = {match.start() for match in matches}
    towns = {
        match[1]
        for match in _TOWN.finditer(told.text)
        if match.start(1) not in listed
        and _SAID_THERE.search(told.lower, max(0, match.start() - _NEAR), match.start()) is None
    }
    if owner := _HAS.search(told.before):
        towns.add(_BY_WORDS.get(owner[1].lower(), owner[1]))
    towns |= {match[1] or match[2] for match in _STATE.finditer(told.text)}
    return frozenset(_name(match) for match in matches if _is_measured(match)) | towns


def _name(match: re.Match[str]) -> str:
    return _BY_WORDS.get(match[0], "US")


def _is_measured(match: re.Match[str]) -> bool:
    if _ALL_OVER.fullmatch(match[0]):
        return True
    text = match.string.lower()
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() :]
    return _IN_PLACE.search(before) is not None or _PLACE_OF.match(after) is not None

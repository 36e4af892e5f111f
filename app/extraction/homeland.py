"""Which country with a dollar of its own a text is of, told by the places and public bodies that it names."""

import re
from dataclasses import dataclass
from functools import lru_cache

# Names that hardly stand for anything elsewhere; "Labor" is a party in Australia, and a department in America.
_NAMES = {
    "AU": (
        r"Australia(?:ns?)?|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Queensland|NSW|New South Wales|"
        r"Victorian|Tasmanian?|Northern Territory|ASX|RBA|ACCC|APRA|CSIRO|NDI[AS]|TAFE|Centrelink|Albanese|"
        r"Labor(?!,? (?:Day|Department|Secretary|Statistics|Relations|Organi[sz]ation|and))"
    ),
    "CA": (
        r"Canadians?|Canada|Ottawa|Toronto|Vancouver|Montreal|Calgary|Edmonton|Winnipeg|Alberta|Ontario|Quebec|"
        r"British Columbia|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|TSX|RCMP|Carney"
    ),
    "NZ": (
        r"New Zealanders?|New Zealand|Auckland|Wellington|Christchurch|Dunedin|Hamilton|Otago|Waikato|NZX|RBNZ|"
        r"Kiwis?|M[āa]ori"
    ),
    "HK": r"Hong Kong(?:ers?)?|Kowloon|HKEX|HKMA|Hang Seng|New Territories",
    "SG": r"Singapore(?:ans?)?|HDB|SGX|Temasek",
}
_AMERICA = (
    r"U\.S\.(?:A\.)?|USA?(?! ?\$)|American?s?|Washington|New York|Wall Street|White House|Pentagon|Nasdaq|Trump|"
    r"Californian?|Texas|Florida|Chicago|Silicon Valley"
)
_COUNTRIES = "|".join(rf"(?P<{country}>{names})" for country, names in (*_NAMES.items(), ("US", _AMERICA)))
_NAMED = re.compile(rf"\b(?=[A-Z])(?:{_COUNTRIES})(?!\w)")
_SET_IN = {
    country: re.compile(rf"(?:^(?:{names.upper()})\b|\b(?:in|across) (?:{names})\b)", re.MULTILINE)
    for country, names in _NAMES.items()
}
_FIRST_SENTENCE = re.compile(r"\s*(?:[^.!?\n]|[.!?](?!\s)){1,400}")
_SPELT_AS_IN_BRITAIN = re.compile(r"\b(?:defence|programmes?|per cent|labour|centres?|[a-z]{3,}isations?)\b")
_ENOUGH = 3
"""How often a country is named by a text that is of it, though others are named as well."""


@dataclass(frozen=True, slots=True)
class _Named:
    """The country of these that is named most, how often, and how often another of them and America are."""

    country: str
    often: int = 0
    names: int = 0
    others: int = 0
    america: int = 0


@lru_cache(maxsize=8)
def _named(text: str) -> _Named:
    found: dict[str, list[str]] = {}
    for match in _NAMED.finditer(text):
        found.setdefault(match.lastgroup or "", []).append(match[0])
    america = len(found.pop("US", ()))
    most = sorted(found.items(), key=lambda item: -len(item[1]))
    if not most:
        return _Named("", america=america)
    country, names = most[0]
    return _Named(country, len(names), len(set(names)), len(most[1][1]) if most[1:] else 0, america)


@lru_cache(maxsize=8)
def of(text: str) -> str | None:
    """ISO 3166 of the one such country that a text is of; None for America, and where nothing tells.

    Two of its names are enough where no other country is named, or one where the first sentence says that its news is
    from there ("Nurses in Queensland will strike"). Else it must be named more often than the others: twice as often as
    America, or half as often where the spelling is not American.
    """
    told = _named(text)
    if not told.often:
        return None
    if not told.others and not told.america:
        opening = _FIRST_SENTENCE.match(text)
        there = opening and _SET_IN[told.country].search(opening.group())
        return told.country if there or told.names > 1 or told.often >= _ENOUGH else None
    if told.often < _ENOUGH or told.often < 2 * told.others:
        return None
    apart = told.often >= 2 * told.america
    apart = apart or (2 * told.often >= told.america and _SPELT_AS_IN_BRITAIN.search(text) is not None)
    return told.country if apart else None


def is_doubtful(text: str) -> bool:
    """Whether a text names such a country often enough to be of it, though nothing says that it is."""
    told = _named(text)
    return 2 * told.often >= told.america and told.often > (told.america > 0)

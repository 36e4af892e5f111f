"""Languages and countries as far as an address or a page names them."""

import re
from urllib.parse import urlsplit

MONTH_FIRST = frozenset({"US", "PH"})
"""Countries that print the month before the day."""

# Country domains that are sold to the whole world, so that they name no country.
_SOLD_LISTED = "ai as bz cc cd co cx dj fm gg gl im io la li ly me ms nu pw sc sh so st su tk to tv vc vu ws"
_SOLD = frozenset(_SOLD_LISTED.split())
_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?(?P<country>[A-Za-z]{2}))?\b.*")

# What a "$" is depends on these; a paper's name says nothing more of its country that a text would need.
_OUTLETS = {
    "AU": "Australian?|Sydney|Melbourne|Brisbane|Canberra|Adelaide|Perth|Hobart|Queensland|Tasmanian?",
    "CA": "Canadian|Canada|Toronto|Ottawa|Montreal|Calgary|Edmonton|Vancouver|Winnipeg|Globe and Mail",
    "NZ": "New Zealand|NZ|Otago|Auckland|Waikato|Christchurch|Dunedin",
    "HK": "Hong Kong|South China",
    "SG": "Singapore|Straits",
}
_OUTLET = re.compile("|".join(rf"\b(?P<{country}>{names})\b" for country, names in _OUTLETS.items()))


def of_outlet(name: str) -> str | None:
    """ISO 3166 of a country with a dollar of its own that an outlet is named after ("Australian Financial Review")."""
    found = {match.lastgroup for match in _OUTLET.finditer(name)}
    return found.pop() if len(found) == 1 else None


def of_address(address: str) -> str | None:
    """ISO 3166 of a web address's country domain, None for general ones and those sold to everybody."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    domain = host.rpartition(".")[2]
    if len(domain) != 2 or not domain.isalpha() or domain in _SOLD or domain == "eu":
        return None
    return "GB" if domain == "uk" else domain.upper()


def language_of(tag: str) -> str | None:
    """The language of a tag such as `en-GB` or `en_GB`, in ISO 639."""
    match = _TAG.fullmatch(tag.strip())
    return match["language"].lower() if match else None


def country_of(tag: str) -> str | None:
    """The country of a tag such as `en-GB` or `en_GB`, in ISO 3166."""
    match = _TAG.fullmatch(tag.strip())
    return match["country"].upper() if match and match["country"] else None

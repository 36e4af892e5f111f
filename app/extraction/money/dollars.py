"""Which dollar a bare "$" is by the text itself, and what a cent is a hundredth of."""

import re
from functools import lru_cache

from app.extraction.money.currency_table import DOLLARS, OF

_STATED = re.compile(
    r"\bin (Australian|Canadian|New Zealand|Hong Kong|Singapore) dollars\b(?=[^\n]{0,40}(?:unless|otherwise|\)))"
)
_VARIANT = re.compile(r"(?<![A-Za-z])(A|AU|C|CA|NZ|HK|S)\$(?=\d)")
_AMERICAN = re.compile(r"US ?\$|\bUSD\b|U\.S\. dollar|\bUS dollar|American dollar")
_CONVERTED = re.compile(r"(?:A|AU|C|CA|NZ|HK|S)\$[^()\n]{1,24}\([^()$\n]{0,12}(?<![A-Za-z])\$")
_PLACES = {
    "AUD": (
        r"Australians?|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Queensland|NSW|New South Wales|"
        r"Victorian|"
        r"Tasmanian?|Western Australia|South Australia|Northern Territory|ASX|RBA|Albanese"
    ),
    "CAD": (
        r"Canadians?|Canada|Ottawa|Toronto|Vancouver|Montreal|Calgary|Edmonton|Winnipeg|Alberta|Ontario|Quebec|"
        r"British Columbia|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|TSX|Carney"
    ),
    "NZD": r"New Zealanders?|New Zealand|Auckland|Wellington|Christchurch|Dunedin|Hamilton|Otago|Waikato|NZX|Kiwis?|"
    "Māori|Maori",
    "HKD": r"Hong Kong(?:ers?)?|Kowloon|HKEX|Hang Seng|New Territories",
    "SGD": r"Singapore(?:ans?)?|HDB|SGX|Temasek",
}
_IN_PLACE = {code: re.compile(rf"\b(?:{places})\b") for code, places in _PLACES.items()}
_SET_IN = {
    code: re.compile(rf"(?:^(?:{places.upper()})\b|\b(?:in|across) (?:{places})\b)", re.MULTILINE)
    for code, places in _PLACES.items()
}
_FIRST_SENTENCE = re.compile(r"\s*(?:[^.!?\n]|[.!?](?!\s)){1,400}")
# Where America is in the text too, nothing is settled.
_IN_AMERICA = re.compile(
    r"\bU\.?S\.?A?\b|\bAmerican?s?\b|\bWashington\b|\bNew York\b|\bWall Street\b|\bWhite House\b|\bPentagon\b|"
    r"\bNasdaq\b|"
    r"\bTrump\b|\bCalifornian?\b|\bTexas\b|\bFlorida\b|\bChicago\b|\bSilicon Valley\b"
)
_DOLLAR, _EURO = re.compile(r"\$\s?\d|\bdollars?\b"), re.compile(r"€\s?\d|\beuros?\b")


@lru_cache(maxsize=8)
def stated(text: str) -> str | None:
    """The code of a bare "$" as the text says, or the one kind it names where it sets no other against it."""
    if said := _STATED.search(text):
        return OF[said[1].lower()]
    kinds = {DOLLARS[match[1]] for match in _VARIANT.finditer(text)}
    if len(kinds) == 1 and not _AMERICAN.search(text) and not _CONVERTED.search(text):
        return kinds.pop()
    return None


@lru_cache(maxsize=8)
def by_place(text: str) -> str | None:
    """The code of a bare "$" in a text with two places or more of one country with a dollar, and none in America.

    One place is enough where the first sentence says that its news is from there ("Nurses in Queensland will strike").
    """
    if _AMERICAN.search(text) or _IN_AMERICA.search(text):
        return None
    found = {code: len(set(places.findall(text))) for code, places in _IN_PLACE.items()}
    told = [code for code, places in found.items() if places]
    if len(told) != 1:
        return None
    opening = _FIRST_SENTENCE.match(text)
    there = opening and _SET_IN[told[0]].search(opening.group())
    return told[0] if there or found[told[0]] > 1 else None


@lru_cache(maxsize=8)
def has_cents_of(text: str) -> str | None:
    """The sign of the one currency with cents that a text names, "$" or "EUR"; None where it names both or neither."""
    if "eurocent" in text:
        return "EUR"
    dollars, euros = _DOLLAR.search(text), _EURO.search(text)
    if dollars and not euros:
        return "$"
    return "EUR" if euros and not dollars else None

"""Which dollar a bare "$" is by the text itself, and what a cent is a hundredth of."""

import re
from functools import lru_cache

from app.extraction import homeland
from app.extraction.money.currency_table import DOLLARS, HOME, OF

_STATED = re.compile(
    r"\bin (Australian|Canadian|New Zealand|Hong Kong|Singapore) dollars\b(?=[^\n]{0,40}(?:unless|otherwise|\)))"
)
_VARIANT = re.compile(r"(?<![A-Za-z])(A|AU|C|CA|NZ|HK|S)\$(?=\d)")
_AMERICAN = re.compile(r"US ?\$|\$US\d|\bUSD\b|U\.S\. dollar|\bUS dollar|American dollar")
_CONVERTED = re.compile(r"(?:A|AU|C|CA|NZ|HK|S)\$[^()\n]{1,24}\([^()$\n]{0,12}(?<![A-Za-z])\$")
_COUNTRY = {HOME[country]: country for country in ("AU", "CA", "NZ", "HK", "SG")}
_LETTERED = re.compile(r"(?<![A-Za-z])(US|A|AU|C|CA|NZ|HK|S)\$(\d[\d,.]+\d)")
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
    """The code of a bare "$" in a text that is of one country, and does not set its dollars apart from bare ones."""
    if _CONVERTED.search(text) or (_VARIANT.search(text) and _AMERICAN.search(text)):
        return None
    country = homeland.of(text)
    return HOME[country] if country else None


def country(text: str) -> str | None:
    """ISO 3166 of the one country with a dollar that a text is of, by its places or by the dollars that it names."""
    return homeland.of(text) or _COUNTRY.get(stated(text) or "")


@lru_cache(maxsize=8)
def lettered(text: str) -> dict[str, str]:
    """The codes of amounts that a text writes with letters somewhere, by their digits: "$394.5bn (NZ$394.5bn)"."""
    codes: dict[str, str] = {}
    for letters, digits in _LETTERED.findall(text):
        codes[digits] = DOLLARS[letters] if codes.get(digits, DOLLARS[letters]) == DOLLARS[letters] else ""
    return codes


@lru_cache(maxsize=8)
def has_cents_of(text: str) -> str | None:
    """The sign of the one currency with cents that a text names, "$" or "EUR"; None where it names both or neither."""
    if "eurocent" in text:
        return "EUR"
    dollars, euros = _DOLLAR.search(text), _EURO.search(text)
    if dollars and not euros:
        return "$"
    return "EUR" if euros and not dollars else None

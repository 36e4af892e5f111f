"""Places, where the words tie a figure to one: "unemployment in France" and "German unemployment" differ in place.

Where a thing is measured counts, and who acts, where both sentences begin with it. Who pays and who is paid are both
part of one payment, so a giver in one sentence and a receiver in the other are left alone.
"""

import re

from app.comparison.statement import Statement

_PLACES: dict[str, str] = {
    "UK": r"uk|u\.k\.|united kingdom|britain|great britain|british",
    "England": r"england|english",
    "Scotland": r"scotland|scottish",
    "Wales": r"wales|welsh",
    "Northern Ireland": r"northern ireland|northern irish",
    "Ireland": r"(?<!northern )ireland|(?<!northern )irish",
    "US": r"us|u\.s\.|usa|united states|america|american",
    "EU": r"eu|european union",
    "Europe": r"europe|european(?! union| commission| parliament)",
    "euro area": r"euro ?zone|euro area",
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
    "world": r"world(?:wide)?|global(?:ly)?",
}
_CASED = {"US": re.compile(r"\b(?:US|U\.S\.|USA|United States|America|American)\b")}
_FOUND = {name: _CASED.get(name) or re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _PLACES.items()}
_IN = r"(?:in|across|throughout|within|around) (?:the )?(?:whole (?:of )?)?(?:the )?"
_MEASURED = (
    r"(?:[a-z-]+ ){0,2}(?:inflation|unemployment|growth|gdp|spending|population|output|exports?|imports?|debt|deficit|"
    r"borrowing|emissions?|wages?|prices?|deaths?|crime|turnout|aid|budget|forces?|army|casualties|households|schools|hospitals)"
)


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
_GETS = re.compile(
    r"\b(?:gets?|got|gotten|receiv\w+|gain\w*|earn\w*|accept\w*|obtain\w*|win|wins|won|(?:is|are|was|were|be|been) "
    r"(?:paid|given|offered|sent|promised|owed)|ask\w*|demand\w*|want\w*|seek\w*|sought)\b",
    re.IGNORECASE,
)


def differs(a: Statement, b: Statement) -> bool:
    """Whether the words tie the figures to different places, or to different countries that act."""
    first, second = places(a.text), places(b.text)
    if first and second and not first & second:
        return True
    one, other = actor(a.text), actor(b.text)
    if one is None or other is None or one == other:
        return False
    return bool(_GETS.search(a.text)) == bool(_GETS.search(b.text))


def actor(text: str) -> str | None:
    """The country with which a sentence begins ("Germany has given", "Washington offered"), None where with none."""
    opening = re.match(r"(?:The |In all,? |So far,? )?", text)
    rest = text[opening.end() if opening else 0 :]
    for capital, country in _CAPITALS.items():
        if re.match(rf"{capital}\b(?! (?:Post|Times|accord|treaty|agreement))", rest):
            return country
    found = [(match.end(), name) for name, words in _FOUND.items() if (match := words.match(rest))]
    return max(found)[1] if found and rest[max(found)[0] :][:1] in " ’'" else None


def places(text: str) -> frozenset[str]:
    """The places in which something is measured ("in France", "German spending", "the UK's deficit")."""
    return frozenset(name for name, words in _FOUND.items() if any(_is_measured(text, m) for m in words.finditer(text)))


def _is_measured(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() :]
    if re.search(rf"\b(?:{_IN}|{_MEASURED} of (?:the )?)$", before, re.IGNORECASE):
        return True
    return re.match(rf"(?:['’]s?)? {_MEASURED}\b", after, re.IGNORECASE) is not None

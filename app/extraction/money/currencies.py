"""Currencies as texts write them: signs, codes, names, and what a bare sign means in which country."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from app.domain import currency_signs
from app.extraction.legible import lowered
from app.extraction.mention import Passage
from app.extraction.money import dollars
from app.extraction.money.currency_table import (
    AFTER,
    CENT,
    CODES,
    COINS,
    DOLLARS,
    HOME,
    NAMES,
    NEED_SIZE_BEFORE,
    NEEDS_SIZE,
    OF,
    PLACES,
    PLURALS,
    PREFIXES,
    SHARED,
)
from app.extraction.numbers.numbers import ONE, SPACE
from app.extraction.word_sets import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """A currency as named at one place: its code, None where the name does not settle it, and the span of the name."""

    code: str | None
    start: int
    end: int
    factor: Decimal = ONE
    shared: bool = False
    """The name is that of several currencies, and only the country or nothing chose."""
    opened: bool = False
    """An accounting bracket opens after the sign: "$(12.4) million"."""


_SIGNS = "".join(currency_signs.MEANS)
# "US $5m", but a letter is a word or a label where it stands apart ("A $5m grant", "Plan B $20m").
_LETTERS = (
    rf"(?:{any_of(DOLLARS)})\$|(?:{any_of(letters for letters in DOLLARS if len(letters) > 1)}) \$"
    r"|(?i:usd|aud|cad|nzd|mxn|sgd|hkd) ?\$|\$(?:US|A|NZ|C)|c \$(?= )"
)
_PREFIX = re.compile(
    rf"(?:(?<![^\W\d_])(?:(?P<million>M)?(?P<code>{any_of(CODES)}|(?:usd|gbp|eur|rmb)(?=[ $]))"
    rf"|(?P<short>{any_of(PREFIXES)})|(?P<letters>{_LETTERS}))"
    rf"|(?P<sign>[{_SIGNS}])|\b(?P<word>dollar)(?= ))"
    r"(?:[\s\u00a0]?(?P<minus>[-−]))?[ \u00a0\u2009\u202f]?(?P<open>\()?\Z"
)
_SUM_BEHIND = re.compile(r"(?:\d[a-z]{0,2}|illion)\s\Z")
# The only lower-case words among them: after any other there is nothing to search for.
_SMALL_BEFORE = frozenset(("usd", "gbp", "eur", "rmb", "kr", "zł", "dollar"))
_CODE_AFTER = re.compile(rf"{SPACE}?(?P<million>M)?(?P<code>{any_of(CODES)}|usd|gbp|eur|btc)(?![A-Za-z])(?! ?\d)")
_SIGN_AFTER = re.compile(
    rf"{SPACE}?(?P<sign>(?:(?:US|A|C|HK|NZ|S)?\$|[{_SIGNS}])(?! ?\.?\d)|(?:{any_of(AFTER)})(?![A-Za-z]))"
)
_NAME_FORMS = {name: name for name in (*NAMES, *COINS)}
_NAME_FORMS |= {f"{name}s": name for name in (*NAMES, *COINS) if not name.endswith("s")}
_NAME_FORMS |= PLURALS
_NAME = re.compile(
    rf"(?:{SPACE}|-)?(?:more )?(?:(?P<of>{any_of(OF)})[ -])?(?P<name>{any_of(_NAME_FORMS)})\b(?:{SPACE}sterling\b)?"
    r"(?!(?<=grand)[\s-](?:slams?|pianos?|jur\w+|finals?|prix|old|total|plans?|designs?|houses?|hotels?|masters?|"
    r"dukes?))"
)
_NAME_AHEAD = 64
"""Characters behind a number in which its currency's name is looked for, in lower case."""
_LETTERS_OF = {
    # "N841" in Nigeria; but "N95 masks"
    "N": ("NG", re.compile(r"\d{3}|\d{1,3},\d{3}"), re.compile(r"\b(?:Nigerian?|Lagos|Abuja|naira)\b")),
    # "R3.48" in South Africa; but "the R61 road"
    "R": (
        "ZA",
        re.compile(r"(?!\d+ (?:road|highway|route)\b)\d"),
        re.compile(
            r"\b(?:South African?s?|Johannesburg|Pretoria|Cape Town|Durban|rands?"
            r"|R\d[\d.,]* ?(?:bn|[mb]illion|trillion))\b"
        ),
    ),
}
"""Single letters that are a currency before small amounts too, where the outlet's country or the text says whose."""
_BRITAIN = re.compile(r"£|\b(?:Britain|British|England|Scotland|Wales|London|UK|Whitehall|Westminster)\b")
_OTHER_POUNDS = re.compile(r"\b(?:Egypt|Cairo|Leban|Beirut|Syria|Damascus|Sudan|Khartoum)")
_GRAND = Decimal(1000)
_ONLY_TOLD = frozenset("KP")
"""Letters that are a currency only where the country or the text says whose."""
_OF_DOLLARS = frozenset(DOLLARS.values())
_AMOUNT = re.compile(r"\d[\d,.]+\d")
_COIN_LETTER = re.compile(r"(?P<letter>[pc¢])(?![A-Za-z0-9])|\s?(?P<cents>cts?)(?=\s?/\s?[A-Za-z])")


def settled(passage: Passage, name: str) -> str | None:
    """The code of a shared name; None where nothing settles it."""
    country = passage.country
    default, homes = SHARED[name]
    if country in homes:
        return HOME[country]
    if found := _by_place(passage.text, name):
        return found
    if name == "$" and country is None and (found := dollars.by_place(passage.text)):
        return found
    chosen = passage.conventions.currency
    if country is None and chosen and chosen in (default, *(HOME[home] for home in homes)):
        return chosen
    if name in ("franc", "kr", "peso", "dinar", "shilling") and country and country in HOME and not default:
        return None
    return default or None


@lru_cache(maxsize=8)
def _by_place(text: str, name: str) -> str | None:
    if name == "$":
        return dollars.stated(text)
    if name == "Rs" and re.search(r"\bIndian?\b|New Delhi|Mumbai|Bengaluru", text):
        return "INR"
    named = {country: len(re.findall(places, text)) for country, places in PLACES.get(name, ())}
    most = max(named, key=lambda country: named[country], default="")  # of several the one that is named most
    return HOME[most] if named.get(most) else None


@lru_cache(maxsize=8)
def is_british(text: str) -> bool:
    """Whether a text tells of Britain and of no other country that has pounds, so that its pounds are in no doubt."""
    return _BRITAIN.search(text) is not None and _OTHER_POUNDS.search(text) is None


def _at_home(passage: Passage, letter: str, start: int) -> bool:
    """Whether a letter before a number at `start` is the currency of the country that the passage is of."""
    if letter not in _LETTERS_OF:
        return False
    country, amounts, _ = _LETTERS_OF[letter]
    if amounts.match(passage.text, start) is None:
        return False
    return passage.country == country or (passage.country is None and _names_home(passage.text, letter))


@lru_cache(maxsize=8)
def _names_home(text: str, letter: str) -> bool:
    return _LETTERS_OF[letter][2].search(text) is not None


def before(passage: Passage, start: int, *, large: bool) -> Currency | None:
    """The currency that stands right before a number; `large` lets codes through that are also words."""
    text = passage.text
    left = text[max(0, start - 14) : start]
    if not left or (left[-1].isspace() and len(left) > 1 and left[-2].isspace()):
        return None
    word = left.rstrip().rpartition(" ")[2]
    if word.isalpha() and word.islower() and word not in _SMALL_BEFORE:
        return None
    match = _PREFIX.search(left)
    if match is None:
        return None
    offset = start - len(left)
    said = match["code"] or match["letters"] or match["sign"] or match["short"] or "$"
    if said in NEED_SIZE_BEFORE and not large and not _at_home(passage, said, start):
        return None
    code, shared = _prefix_code(passage, said)
    if said in _ONLY_TOLD and code is None:
        return None
    if said == "$" and (amount := _AMOUNT.match(text, start)) and (named := dollars.lettered(text).get(amount[0])):
        code, shared = named, False
    return Currency(
        code=code,
        start=offset + match.start(),
        end=start,
        factor=(Decimal("1E6") if match["million"] else ONE) * (-1 if match["minus"] else 1),
        shared=shared,
        opened=match["open"] is not None,
    )


def settles(passage: Passage, ahead: Currency, behind: Currency) -> bool:
    """Whether a code after the number says which dollar the bare sign before it is: "$5m AUD"."""
    bare = ahead.shared and passage.text[ahead.start] == "$"
    return bare and not behind.shared and behind.code in _OF_DOLLARS


def is_written(text: str, start: int, end: int) -> bool:
    """Whether letters are those of a sum that stands beside them: "AU$", "CHF5m", "CHF 5m", "5m CHF"."""
    if text[end : end + 1] in currency_signs.MEANS:
        return True
    if text[start : start + 3] in CODES and text[start + 3 : end].isdigit():
        return True
    return text[start:end] in CODES and (
        text[end : end + 2].strip()[:1].isdigit() or _SUM_BEHIND.search(text, max(0, start - 9), start) is not None
    )


def of_sign(passage: Passage, sign: str) -> str | None:
    """The code that a sign or a code stands for where it has no number beside it, as in the head of a column."""
    return _prefix_code(passage, sign)[0]


def _prefix_code(passage: Passage, said: str) -> tuple[str | None, bool]:
    if said in CODES or said.upper() in CODES:
        return said.upper(), False
    if "$" in said and len(said) > 1:  # "A$5m", "$A5m"
        letters = said.replace("$", "").rstrip()
        return DOLLARS.get(letters) or letters.upper(), False
    name = said if said in SHARED else currency_signs.MEANS.get(said) or PREFIXES.get(said) or said
    if name == "rmb":
        return "CNY", False
    if name in SHARED:
        return settled(passage, name), True
    return name, False


def after(passage: Passage, end: int, *, large: bool) -> Currency | None:
    """The currency that stands right after a number; `large` lets names through that are common words."""
    text = passage.text
    if match := _CODE_AFTER.match(text, end):
        factor = Decimal("1E6") if match["million"] else ONE
        return Currency(code=match["code"].upper(), start=end, end=match.end(), factor=factor)
    if match := _SIGN_AFTER.match(text, end):
        sign = match["sign"]
        code, shared = (AFTER[sign], False) if sign in AFTER else _prefix_code(passage, sign)
        if code == "kr":
            code, shared = settled(passage, "kr"), True
        return Currency(code=code, start=end, end=match.end(), shared=shared)
    if match := _NAME.match(lowered(text[end : end + _NAME_AHEAD])):
        return _named(passage, match, end, large=large)
    if match := _COIN_LETTER.match(text, end):
        code = "GBP" if match["letter"] == "p" else _home(passage, "cent")  # "7.2 ct/kWh" too
        return Currency(code=code, start=end, end=match.end(), factor=CENT, shared=match["letter"] != "p")
    return None


def _named(passage: Passage, match: re.Match[str], end: int, *, large: bool) -> Currency | None:
    """The currency whose name was found behind a number that ends at `end`."""
    form = match["name"]
    name = _NAME_FORMS[form]
    if name in NEEDS_SIZE and not large and not match["of"] and form not in ("reais", "bucks", "rand"):
        return None
    if form == "rand" and passage.text[end : end + match.end()].strip(" -")[:1] == "R":  # the institute
        return None
    factor = CENT if name in COINS else _GRAND if name == "grand" else ONE
    base = COINS.get(name) or NAMES[name]
    if match["of"]:
        code: str | None = OF[re.sub(r"\s+", " ", match["of"])]
        shared = code in SHARED
        code = settled(passage, code) if code in SHARED else code
    elif base in ("cent", "grand"):
        code, shared = _home(passage, base), True
    elif base in SHARED:
        code, shared = settled(passage, base), True
    else:
        code, shared = base, False
    return Currency(code=code, start=end, end=end + match.end(), factor=factor, shared=shared)


def _home(passage: Passage, coin: str) -> str | None:
    """The currency of the outlet's country, or of the text where a cent is none of it: a pound has no cents."""
    code = HOME.get(passage.country or "") or None
    if coin != "cent" or code not in (None, "GBP"):
        return code
    base = dollars.has_cents_of(passage.text)
    return settled(passage, base) if base == "$" else base

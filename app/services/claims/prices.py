"""The prices of a sum as an analyst types them, and as they are shown: "2024/25 prices" is "real:2024/25"."""

import re

from app.domain.errors import UserError

OFFERED = ("not stated", "cash", "nominal", "real terms", "present value")
"""Words for every base that needs no year, in the order in which they are offered."""
_YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:\s?[-/–]\s?(?:(?:19|20)(?=\d\d\b))?(?P<last>\d\d))?\b")
_WORD = re.compile(r"[a-z]+|\d+|\?")
_FILLING = frozenset(
    (
        "in",
        "at",
        "on",
        "as",
        "a",
        "the",
        "of",
        "for",
        "and",
        "price",
        "prices",
        "terms",
        "money",
        "basis",
        "constant",
        "net",
    )
)
_BASES: dict[frozenset[str], str | None] = {
    frozenset(words.split()): base
    for words, base in {
        **dict.fromkeys(("not stated", "unstated", "unknown", "none", "?")),
        "cash": "cash",
        **dict.fromkeys(("nominal", "undiscounted"), "nominal"),
        **dict.fromkeys(("real", "inflation adjusted"), "real"),
        **dict.fromkeys(("npv", "present value", "discounted"), "npv"),
    }.items()
}


def read(words: str) -> str | None:
    """The base in the spelling of a basis ("real:2019"), None for none; a `UserError` for words that say no prices.

    A year alone, or prices of it, are real terms: money of that year's worth.
    """
    text = " ".join(words.lower().split())
    found = _YEAR.search(text)
    rest = text if found is None else f"{text[: found.start()]} {text[found.end() :]}"
    said = frozenset(_WORD.findall(rest)) - _FILLING
    if not text:
        return None
    base = "real" if not said and (found or "constant" in text) else _BASES.get(said, "")
    if base == "" or (base is None and found):
        raise UserError(
            f"“{words.strip()}” says no prices; nothing was changed. Write such as “2024/25 prices”, “real terms”, "
            "“nominal”, “cash”, “present value” or “not stated”.",
            reason="unreadable",
        )
    if base is None or found is None:
        return base
    return f"{base}:{found['first']}" + (f"/{found['last']}" if found["last"] else "")


def said(base: str | None) -> str:
    """A base in plain words, which `read` understands: "2024/25 prices", "real terms"; empty for none."""
    family, _, year = (base or "").partition(":")
    if family == "real" and year:
        return f"{year} prices"
    named = {"real": "real terms", "npv": "present value"}.get(family, family)
    return f"{named}, {year} prices" if year else named

"""Amounts of money: a number with a currency sign, code or name before or after it."""

import re
from dataclasses import replace
from decimal import Decimal

from app.domain.claim import Confidence
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import figures, homeland
from app.extraction.mention import Mention, Passage, Taken
from app.extraction.money import currencies
from app.extraction.money.currencies import Currency
from app.extraction.money.currency_table import CENT
from app.extraction.money.spending import is_spending
from app.extraction.numbers import anchors, decoys, numbers
from app.extraction.numbers.numbers import ONE, Number
from app.extraction.numbers.ranges import Atom, Reading, link, readings

_OF = re.compile(r"\s+of(?=\s)")
_COMPOUND = re.compile(r",?(?: and)? ")
_ODD_CENTS = re.compile(r"[1-9]\d(?=[.,;)]?(?:\s*$|\s+more\b))", re.MULTILINE)
_CENTS = re.compile(r"(?:c|ct|¢)(?=/[A-Za-z])")
_VIDEO = frozenset(("240", "360", "480", "720", "1080", "1440", "2160", "4320"))
_WEIGHT = re.compile(
    r"\b(?:weigh\w*|weights?|heav\w+|lift\w*|lbs?|payloads?|overweight|bench|thrust|lighter|heavier|bombs?|warheads?|"
    r"munitions?)\b",
    re.IGNORECASE,
)
_THRUST = re.compile(r"\b(?:of thrust|weighs?|weighing|payload|of (?:beef|pork|chicken|explosives|cocaine))\b")
_HEAT = re.compile(r"\b(?:temperatures?|heatwaves?|hottest|hot|cold|warmer|celsius|degrees|weather)\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|lose|losing|shed|gained|gaining)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
_OF_GOODS = re.compile(r"\s+of (?!aid|debt|cash|public|tax|government|savings|investment|spending|income)[a-z]")
_LOSS = re.compile(r"\b(?:loss(?:es)?|outflows?|deficit|ebitda)(?: of| was)? ?\(?\Z", re.IGNORECASE)
_NO_CURRENCY = "the text names no currency"
_PROJECT_CURRENCY = "the text names no currency; the project's is taken"
_TWO_CURRENCIES = "two currencies are named at the number"
_CONTRADICTED = re.compile(r" (?:euros|dollars|pounds|yen|rupees)\b")
_CURRENCY_BESIDE = "the text names no currency; that of the sum before it is taken"
BY_CONTEXT = "money-by-context"
_BESIDE = 120
"""Characters that may part a sum without a currency from the one that lends it its own."""
_STOPS = re.compile(r"[.;!?\n]\s|\n")
_LARGE = Decimal(1000)


def read(passage: Passage, taken: Taken) -> list[Mention]:
    """Every amount of money, ranges as one; without a currency only where the words speak of money."""
    text = passage.text
    listed = [number for number in anchors.scan(text).numbers if not taken.meets(number.start, number.end)]
    atoms: list[Atom] = []
    named: dict[int, Currency] = {}
    for number in listed:
        atom, currency = _atom(passage, number)
        if atoms and (whole := _compound(text, atoms[-1], atom)):
            named[id(whole)] = named[id(atoms[-1])]
            atoms[-1] = whole
            continue
        if atoms and atoms[-1].unit and atom.unit is None and link(text, atoms[-1].end, atom.start):
            atom = replace(atom, named=False)  # "£5-6bn a year": the currency of the first end is the second's as well
        atoms.append(atom)
        if currency:
            named[id(atom)] = currency
    found = [
        _mention(passage, reading, named.get(id(reading.atom))) for reading in readings(text, atoms, open_end=True)
    ]
    return _carried(text, found)


def _carried(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, a sum without a currency in that of the sum right before it: "£12m, more than the 9m budget"."""
    carried = mentions[:1]
    for mention in mentions[1:]:
        last = carried[-1]
        between = text[last.span.end : min(mention.span.start, last.span.end + _BESIDE)]
        beside = last.span.end + len(between) == mention.span.start and _STOPS.search(between) is None
        if mention.rule == BY_CONTEXT and last.figure.unit and last.rule != BY_CONTEXT and beside:
            figure = replace(mention.figure, unit=last.figure.unit)
            mention = replace(mention, figure=figure, doubt=_CURRENCY_BESIDE)
        carried.append(mention)
    return carried


def _atom(passage: Passage, number: Number) -> tuple[Atom, Currency | None]:
    """A number with its currency, or bare; bare numbers count as money where the words around them do."""
    text = passage.text
    large = abs(number.low) >= _LARGE and (number.scale != ONE or number.shape != "plain")
    ahead = currencies.before(passage, number.start, large=large)
    if ahead and ahead.opened:
        number, ahead = _bracketed(text, number, ahead)
    behind = _behind(passage, number, ahead, large=large)
    named = ahead or behind
    if ahead and behind and currencies.settles(passage, ahead, behind):
        named = replace(ahead, code=behind.code, shared=False)
    if named is None:
        spends = is_spending(text, number)
        return Atom(number=number, start=number.start, end=number.end, named=spends), None
    start, end = (ahead.start if ahead else number.start), number.end
    if ahead and number.low >= ONE and (cents := _CENTS.match(text, end)):  # "€7.1c/kWh"
        end, named = cents.end(), replace(ahead, factor=ahead.factor * CENT)
    elif behind:
        end = behind.end
        scale, letter, scale_end = numbers.scale_at(text, end)  # "75 USD million"
        if not number.scaled and scale >= _LARGE and not letter:
            number, end = _rescaled(number, scale), scale_end
    factor, signed = named.factor, figures.minus(text, start)
    if signed < start or _is_loss(text, start, end):
        factor, start = -factor, signed
    return Atom(number=number, start=start, end=end, unit=named.code, factor=factor), named


def _behind(passage: Passage, number: Number, ahead: Currency | None, *, large: bool) -> Currency | None:
    """The currency named after a number, where it is one and does not contradict the one before."""
    text, country, end = passage.text, passage.country, number.end
    behind = currencies.after(passage, end, large=large or number.shape == "words")
    if behind is None and number.vague and (of := _OF.match(text, end)):
        behind = currencies.after(passage, of.end(), large=True)
    if behind is None or not _is_money(text, number, behind, country):
        return None
    if ahead and behind.code != ahead.code and not currencies.settles(passage, ahead, behind):
        return None
    return behind


def _bracketed(text: str, number: Number, ahead: Currency) -> tuple[Number, Currency | None]:
    """A negative amount in an accounting bracket after the sign, with the scale after it: "$(12.4) million"."""
    if text[number.end : number.end + 1] != ")":
        return number, None
    scale, _, end = numbers.scale_at(text, number.end + 1)
    if scale == ONE:
        return replace(number, end=end), replace(ahead, factor=-ahead.factor)
    return replace(_rescaled(number, scale), end=end), replace(ahead, factor=-ahead.factor)


def _rescaled(number: Number, scale: Decimal) -> Number:
    value = number.mantissa * scale
    return replace(number, low=value, high=value, scale=scale, letter="")


def _is_loss(text: str, start: int, end: int) -> bool:
    return (
        text[start - 1 : start] == "("
        and text[end : end + 1] == ")"
        and bool(_LOSS.search(text[max(0, start - 24) : start]))
    )


def _is_money(text: str, number: Number, currency: Currency, country: str | None) -> bool:
    """Whether a name after a number means money: not a weight in pounds, a screen of 1080p or a day of 35c."""
    name = text[currency.start : currency.end].strip(" -\n").lower()
    around = text[max(0, number.start - 48) : currency.end + 32]
    if decoys.is_price_year(text, number):
        return False
    if name in ("p", "c") and decoys.is_name(text, number, has_noun=False):
        return False
    if name == "p":
        return text[number.start : number.end] not in _VIDEO and number.end == currency.start
    if name == "c":
        return not _HEAT.search(around)
    if name in ("pound", "pounds") and (country == "US" or _THRUST.search(around)):
        return False
    if name in ("pound", "pounds") and number.scale == ONE:
        lost = _LOST.search(text[max(0, number.start - 24) : number.start])
        heavy = lost or _WEIGHT.search(around) or _OF_GOODS.match(text, currency.end)
        return not heavy
    return True


def _compound(text: str, first: Atom, second: Atom) -> Atom | None:
    """Both as one amount, where the second gives the cents of the first: "3 dollars 50 cents"."""
    if not (first.named and first.factor == ONE and first.number.scale == ONE and first.end > first.number.end):
        return None
    if not _COMPOUND.fullmatch(text, first.end, second.start):
        return None
    if second.factor == CENT:
        cents = second.low
    elif second.named or text[first.end : second.start] != " " or not _ODD_CENTS.match(text, second.start):
        return None
    else:
        cents = second.low * CENT
    value = first.low + cents
    number = replace(first.number, low=value, high=value, mantissa=value)
    return replace(first, number=number, end=second.end)


def _mention(passage: Passage, reading: Reading, currency: Currency | None) -> Mention:
    """The claim that a reading makes."""
    doubt, confidence, unit = "", Confidence.HIGH, reading.unit
    if currency is None:
        rule, doubt, confidence = BY_CONTEXT, _NO_CURRENCY, Confidence.LOW
        if unit is None and passage.conventions.currency:
            unit, doubt = passage.conventions.currency, _PROJECT_CURRENCY
    else:
        rule = "money-prefixed" if currency.start < reading.atom.number.start else "money-suffixed"
        if currency.code is None:
            doubt, confidence = _NO_CURRENCY, Confidence.MEDIUM
        elif _CONTRADICTED.match(passage.text, reading.end) and rule == "money-prefixed":
            doubt, confidence = _TWO_CURRENCIES, Confidence.MEDIUM
        elif currency.shared and passage.country is None and _is_guessed(passage, currency):
            doubt, confidence = (
                f"several countries share this currency's name; read as {currency.code}",
                Confidence.MEDIUM,
            )
    if reading.ranged:
        rule = "money-range"
    elif reading.low != reading.high:
        rule = "money-vague"
    return figures.mention(
        passage.text,
        Kind.MONEY,
        span=Span(reading.start, reading.end),
        low=reading.low,
        high=reading.high,
        unit=unit,
        rule=rule,
        vague=reading.atom.number.vague,
        doubt=doubt,
        confidence=confidence,
    )


def _is_guessed(passage: Passage, currency: Currency) -> bool:
    """Whether a name that several countries share could be another one's than its code says."""
    if currency.code == "GBP" and currencies.is_british(passage.text):
        return False
    if _words(passage, currency)[-1:] in "$£p" and currency.code in ("USD", "GBP"):
        return currency.code == "USD" and homeland.is_doubtful(passage.text)
    return True


def _words(passage: Passage, currency: Currency) -> str:
    """The words that name a currency."""
    return passage.text[currency.start : currency.end].strip(" (-\u00a0")

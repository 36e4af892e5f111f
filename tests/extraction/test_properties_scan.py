"""The cheap scans miss nothing: trying the whole grammar at every word and number finds the same figures."""

import datetime
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from app.extraction import dates
from app.extraction.dates import scan
from app.extraction.dates.calendar_names import DECADES, MONTHS, ORDINALS, SEASONS, WEEKDAYS
from app.extraction.dates.reading import Rule
from app.extraction.mention import Mention, Passage, Taken
from app.extraction.numbers import anchors, numbers, spoken
from app.extraction.numbers.numbers import Number
from tests.extraction.arbitrary_texts import FIGURES, WORDS

QUALITY = Path(__file__).parents[1] / "quality"
PASSAGES = (QUALITY / "passages.txt", QUALITY / "date_passages.txt")
MARK = re.compile(r"\[\[([^|\]]+)\|[^\]]+\]\]")
NUMERALS = (
    *spoken.SMALL_WORDS, *spoken.LARGE_WORDS, *spoken.VAGUE_WORDS, *numbers.VULGAR_SIGNS, "5", "12,000", "3.4", ".5",
    "1,23,456", "2.000.000", "1 234 000", "1\u2009234", "7m", "bn", "k", "3/4", "half", "quarter", "third", "a",
    "a few", "and", "of", "in", "per cent", "%", "£", "Rs", "x", "@a1", "#5", "https://a.b/10", "www.one.com", "1.",
    "1.2.3", "-", ",", "(", "everyone", "often",
)  # fmt: skip
TIMES = (
    *MONTHS, *WEEKDAYS, *SEASONS, *ORDINALS, *DECADES, "the", "of", "to", "and", "in", "last", "next", "this", "end",
    "start", "early", "mid", "by", "since", "year", "years", "months", "week", "day", "quarter", "half", "fiscal", "FY",
    "Q3", "H2", "3Q24", "ago", "earlier", "later", "today", "yesterday", "weekend", "Christmas", "1", "3", "12",
    "24-25", "2024", "2025/26", "1990s", "'82", "14th", "03/04/2025", "2025-06-08", "three", "two and a half", "a", "-",
    "–", ",", ".", "BC", "century", "19th", "10:30", "mai", "Juni",
    "this weekend", "last spring", "at Christmas", "in the early nineties", "the year to March 2024", "opening quarter",
)  # fmt: skip
DAY = datetime.date(2025, 6, 8)
few = settings(derandomize=True, deadline=None, max_examples=150)


def soup(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Words of a grammar in any order, small or capital, set close or apart."""
    cased = st.sampled_from(words).flatmap(lambda word: st.sampled_from((word, word.capitalize(), word.upper())))
    joined = st.tuples(cased, st.sampled_from((" ", " ", " ", "-", "", "\n", "\u00a0")))
    return st.lists(joined, min_size=8, max_size=24).map(lambda pairs: "".join(word + joint for word, joint in pairs))


def own_passages() -> list[str]:
    """The project's own passages, without their marks."""
    whole = "".join(path.read_text(encoding="utf-8") for path in PASSAGES)
    return [MARK.sub(r"\1", passage) for passage in re.split(r"^@ .*\n", whole, flags=re.MULTILINE) if passage]


def numbers_anywhere(text: str) -> list[Number]:
    """The numbers of a text, looked for at every character."""
    found: list[Number] = []
    at = 0
    while at < len(text):
        if skip := re.compile(r"(?:https?://|www\.)\S+|[@#][A-Za-z_]\w*").match(text, at):
            at = skip.end()
            continue
        number, end = number_at(text, at)
        if number is not None:
            found.append(number)
        at = max(end, number.end if number else end)
    return found


def number_at(text: str, at: int) -> tuple[Number | None, int]:
    """The number that begins with the digits, the sign or the word at a place, and where those end."""
    if digits := re.compile(r"(?:\d|(?<![\w.])\.(?=\d))\d*(?:[.,'’]\d+)*").match(text, at):
        return numbers.in_digits(text, at, digits.end()), digits.end()
    if text[at] in numbers.VULGAR_SIGNS:
        return numbers.vulgar(text, at), at + 1
    word = re.compile(r"\b\w+\b").match(text, at)
    if word is None:
        return None, at + 1
    said = word.group().lower()
    if said in spoken.SMALL_WORDS:
        return spoken.small(text, at), word.end()
    if said in spoken.LARGE_WORDS:
        return spoken.large(text, at, word.end()), word.end()
    if said in spoken.VAGUE_WORDS:
        return spoken.vague(text, at), word.end()
    if said.removesuffix("s") in ("half", "quarter", "third"):
        return spoken.part(text, at), word.end()
    return None, at + 1


def dates_anywhere(text: str) -> list[Mention]:
    """The dates of a text, every rule tried at every word and number."""

    class Every(dict[str, tuple[Rule, ...]]):
        def get(self, *_: object) -> tuple[Rule, ...]:
            return RULES

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "_STARTS", Every())
        patch.setattr(scan, "_FIRST", re.compile(r"[a-z]+|[0-9]+"))
        patch.setattr(scan, "_DIGIT_RULES", RULES)
        return scan.read(Passage(text=text, published=DAY, country="GB"), Taken())


def every_rule() -> tuple[Rule, ...]:
    """The rules of all modules of dates."""
    modules = [importlib.import_module(f"{dates.__name__}.{one.name}") for one in pkgutil.iter_modules(dates.__path__)]
    tables = [rules for module in modules for name, rules in vars(module).items() if name.startswith("FROM_")]
    return tuple({id(rule): rule for rules in tables for rule in rules}.values())


RULES = every_rule()


@given(soup(NUMERALS + FIGURES + WORDS))
@few
def test_the_scan_finds_the_numbers_that_stand_anywhere(text: str) -> None:
    assert list(anchors.scan(text).numbers) == numbers_anywhere(text)


@given(soup(TIMES + WORDS))
@few
def test_the_scan_finds_the_dates_that_stand_anywhere(text: str) -> None:
    assert scan.read(Passage(text=text, published=DAY, country="GB"), Taken()) == dates_anywhere(text)


def test_the_scans_miss_nothing_in_news() -> None:
    for text in own_passages():
        assert list(anchors.scan(text).numbers) == numbers_anywhere(text)
        assert scan.read(Passage(text=text, published=DAY, country="GB"), Taken()) == dates_anywhere(text)

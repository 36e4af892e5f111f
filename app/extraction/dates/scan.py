"""One pass over a text: the few words at which a date can begin, and the longest form that stands there."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from app.domain.claim import Confidence
from app.domain.currency_signs import SIGNS
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.span import Span
from app.extraction.dates import (
    away,
    day_lists,
    days,
    durations,
    feasts,
    fiscal,
    numeric,
    quarters,
    relative,
    seasons,
    stretches,
    weekdays,
    years,
)
from app.extraction.dates.calendar_names import DECADES, MONTHS, ORDINALS, SEASONS, WEEKDAYS
from app.extraction.dates.modifiers import approximation, widened
from app.extraction.dates.ranges import joined
from app.extraction.dates.reading import Reading, Rule, Scene
from app.extraction.legible import lowered
from app.extraction.mention import Mention, Passage, Taken
from app.extraction.word_sets import any_of

_UNITS = "second sec minute min hour hr day night week fortnight month year yr decade century quarter half"
_STEPS = "last this next past previous preceding prior following coming current present same that"
_UNIT_WORDS = frozenset(word for unit in _UNITS.split() for word in (unit, f"{unit}s")) | {"centuries"}

_DIGIT_RULES = (
    *numeric.FROM_DIGITS,
    *days.FROM_DIGITS,
    *day_lists.FROM_DIGITS,
    *fiscal.FROM_DIGITS,
    *quarters.FROM_DIGITS,
    *years.FROM_DIGITS,
    *numeric.FROM_FOREIGN,
)


def _starts() -> dict[str, tuple[Rule, ...]]:
    starts: dict[str, tuple[Rule, ...]] = {}

    def add(words: Iterable[str], rules: tuple[Rule, ...]) -> None:
        for word in words:
            starts[word] = starts.get(word, ()) + rules

    add(MONTHS, days.FROM_MONTHS)
    add(WEEKDAYS, weekdays.FROM_WEEKDAYS)
    add(SEASONS, seasons.FROM_SEASONS)
    add(("q", "h"), (*fiscal.FROM_QUARTERS, *quarters.FROM_LETTERS))
    add(
        (*ORDINALS, "twenty", "opening"),
        (
            *fiscal.FROM_QUARTERS,
            *quarters.FROM_ORDINALS,
            *days.FROM_ORDINALS,
            *weekdays.FROM_ORDINALS,
            *years.FROM_ORDINALS,
        ),
    )
    add(DECADES, years.FROM_DECADES)
    add(("ad",), years.FROM_ERAS)
    add(("fy", "fye", "fiscal", "financial", "tax", "budget"), fiscal.FROM_WORDS)
    add(
        _STEPS.split(),
        (*fiscal.FROM_STEPS, *stretches.FROM_STEPS, *relative.FROM_STEPS),
    )
    add(stretches.SAME[1:], stretches.FROM_STEPS)
    add(("yesterday", "today", "tonight", "tomorrow"), relative.FROM_DAYS)
    add(("end", "close", "start", "beginning", "middle", "earlier", "later"), relative.FROM_PARTS)
    add(("end", "close", "start", "beginning", "middle"), fiscal.FROM_PARTS)
    add(("weekend",), relative.FROM_WEEKENDS)
    add(_UNIT_WORDS, (*stretches.FROM_UNITS, *away.FROM_UNITS, *relative.FROM_UNITS))
    add(("week", "weekend", "night", "evening", "morning", "afternoon"), stretches.FROM_TIMES)
    add(feasts.FIRST_WORDS, feasts.FROM_FEASTS)
    return starts


_STARTS = _starts()
_FIRST = re.compile(rf"[0-9]+|(?<![a-z])(?:{any_of(_STARTS)})(?![a-z])")
"""What may begin a date, in lower case: a number, or one of those words."""
_TOKEN = re.compile(r"[A-Za-z]+|[0-9]+")


def read(passage: Passage, taken: Taken) -> list[Mention]:
    """Every date and duration of a text that no earlier stage has claimed, in the order of the text."""
    scene = _scene(passage)
    text, readings, lengths = scene.text, [], []
    free = 0
    for token in _FIRST.finditer(lowered(text)):
        word, start = token[0], token.start()
        if start < free or taken.holds(start):
            continue
        reading = _longest(scene, start, word)
        if reading is not None and not taken.overlaps(reading.span) and reading.span.start >= free:
            if _ASIDE.search(scene.before(reading.span.start, 32)):
                reading = replace(reading, compares=True)
            wide = widened(scene, reading, free)
            reading = reading if taken.overlaps(wide.span) else wide
            readings.append(reading)
            if reading.value.date:
                scene.said.append(reading)
            free = reading.span.end
            continue
        if word in _UNIT_WORDS:
            length = durations.read_at(scene, start)
        else:
            length = durations.lettered_at(scene, start) if word[0].isdigit() else None
        if length is not None and length.span.start >= free and not taken.overlaps(length.span):
            lengths.append(length)
            free = length.span.end
    return _mentions(scene, joined(scene, readings), lengths)


def _longest(scene: Scene, start: int, word: str) -> Reading | None:
    rules = _DIGIT_RULES if word[0].isdigit() else _STARTS.get(word, ())
    matches = []
    for rule in rules:
        if match := rule.pattern.match(scene.text, start):
            matches.append((match.end(), rule, match))
    matches.sort(key=lambda found: -found[0])
    best: Reading | None = None
    for end, rule, match in matches:
        if best is not None and best.span.end >= end:
            continue
        reading = rule.read(scene, match)
        if reading is not None and (best is None or reading.span.end > best.span.end):
            best = reading
    return best


def _mentions(scene: Scene, readings: list[Reading], lengths: list[Mention]) -> list[Mention]:
    dates = [_mention(scene, reading) for reading in readings]
    starts = [date.span.start for date in dates]
    apart = []
    for length in lengths:
        at = bisect_right(starts, length.span.start)
        near = dates[max(0, at - 1) : at + 1]
        if not any(date.span.overlaps(length.span) for date in near):
            apart.append(length)
    return sorted(dates + apart, key=lambda mention: mention.span)


def _mention(scene: Scene, reading: Reading) -> Mention:
    value = reading.value
    about = approximation(scene, reading)
    cue = about.span if about else None
    return Mention(
        span=Span(cue.start, reading.span.end) if cue else reading.span,
        figure=Figure(
            kind=Kind.DATE,
            date=value.date,
            modifier=reading.modifier,
            fiscal=value.fiscal,
            readings=value.readings,
            anchor=value.anchor,
            qualifier=about.qualifier if about else Qualifier.EXACT,
            qualifier_words=cue.of(scene.text) if cue else "",
        ),
        rule=reading.rule,
        qualifier_cue=cue,
        confidence=Confidence.LOW if value.date is None else value.confidence,
        doubt=value.doubt,
    )


# "Higher than in 2018", "since records began in 2010": nothing told later is reckoned from there.
_ASIDE = re.compile(
    r"\b(?:(?:than|compared (?:with|to)|versus) (?:in |for |the |those in |that of |at )*|"
    r"(?:records?|statistics|figures|data|series|measurements?|surveys?|counts?|monitoring|polling) "
    r"(?:began|begun|started) (?:in )?)$"
)
_FULL_YEAR = re.compile(rf"(1[5-9]\d\d|20\d\d)(?<![\w{SIGNS}.,/–-]\d{{4}})(?![\w%]|[.,]\d|[/–-]\d\d\b)")
# A report of the day has such words; a history has one for very many years.
_NEWS = re.compile(
    r"\b(?:(?:on|by|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tomorrow|"
    r"(?:last|next) (?:week|month|year)|(?:has|have) now|now (?:stands?|has|have)"
    r"|(?:latest|newest) (?:[A-Z]+ )?(?:[a-z]+ )?(?:figures|data|numbers|statistics|results))\b"
)
_THIS_WEEK = re.compile(r"\b[Tt]his (?:week|month)\b")
_YEARS_TO_NEWS = 15
# Without a publication day, the years of a report of a few years ago look gone by as well.
_ENOUGH_YEARS_UNDATED = 12
_ENOUGH_YEARS, _MOST_RECENT, _MOST_CURRENT = 6, 0.6, 0.25


def _is_narrative(text: str, published: int | None) -> bool:
    """Whether a text tells of years gone by: many years are named, and few of them are those around its publication."""
    told = [int(year) for year in _FULL_YEAR.findall(text)]
    now = published or 9999
    recent, current = sum(year >= now - 1 for year in told), sum(year >= now for year in told)
    enough = _ENOUGH_YEARS if published else _ENOUGH_YEARS_UNDATED
    if len(told) < enough or recent > _MOST_RECENT * len(told) or current > _MOST_CURRENT * len(told):
        return False
    news = len(_NEWS.findall(text)) + (len(_THIS_WEEK.findall(text)) if published else 0)
    return news * _YEARS_TO_NEWS <= len(told)


def _scene(passage: Passage) -> Scene:
    text, published = passage.text, passage.published
    scene = Scene(
        text=text,
        published=published,
        country=passage.country,
        fiscal_start=passage.conventions.fiscal_start,
        month_first=numeric.month_first(passage),
        narrative=_is_narrative(text, published.year if published else None),
    )

    def read_at(start: int) -> Reading | None:
        token = _TOKEN.match(text, start)
        # A period cannot end at a period: without this "Year to Year to Year to ..." would nest without end.
        if token is None or token[0].lower() in _UNIT_WORDS:
            return None
        return _longest(scene, start, token[0].lower())

    scene.read_at = read_at
    return scene

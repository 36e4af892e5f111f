"""Numbers that a draft says of the other of two things: of the north for the south, of one firm for its rival."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from app.comparison import respectively
from app.comparison.statement import Statement, Told
from app.comparison.words import contrasts, likeness, neighbours
from app.comparison.words.lexicon import Lexicon
from app.domain.calendar_names import MONTH
from app.domain.currency_signs import SIGNS
from app.domain.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PREPOSITIONS = frozenset(["of", "in", "on", "at", "by", "for", "from", "to", "with", "among", "under", "over"])
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her"])
_NAME = rf"(?!{MONTH}\b)[A-Z][\w’-]+"
_BEHIND = re.compile(rf"[^.;:,\d]{{0,20}}?\b(?P<way>in|at|for|from) (?P<name>{_NAME})")
_NAMED_THING = re.compile(rf"\d[^A-Z]*\b({_NAME})")
_OF_WHICH = re.compile(r"[^.;,\d]{0,40}, of (?:which|whom) (?P<part>(?:[^.;]|\.(?=\d)){3,80})")
_NTH = re.compile(r"\b(first|second|third|fourth|fifth) ([a-z]+)", re.IGNORECASE)
_OF_ONE_NUMBER = frozenset(
    ["stage of a deal", "capacity", "order", "stage of a purchase", "money", "cover", "request", "stock", "justice"]
)
"""Contrasts whose sides two writers may say of one number: what a hall "seats" another says that it "can hold"."""
_SETS = (
    {
        "the north": r"north(?:ern)?",
        "the south": r"south(?:ern)?",
        "the east": r"east(?:ern)?",
        "the west": r"west(?:ern)?",
    },
    {"exports": r"export(?:s|ed|ing)?", "imports": r"import(?:s|ed|ing)?"},
    {"the day": r"(?:by|during the) day|daytime", "the night": r"(?:by|at|during the) night"},
    {
        "the city": r"cit(?:y|ies)|municipal",
        "the county": r"count(?:y|ies)",
        "the state": r"(?:the|a) state|states",
        "the federal government": r"federal",
    },
    {"the government": r"the government", "the opposition": r"the opposition"},
    {"landlords": r"landlords?", "tenants": r"tenants?|renters"},
    {"buyers": r"buyers", "sellers": r"sellers"},
    {"teachers": r"teachers", "pupils": r"pupils|students"},
    {"doctors": r"doctors", "nurses": r"nurses"},
    {"drivers": r"drivers|motorists", "passengers": r"passengers", "cyclists": r"cyclists", "walkers": r"pedestrians"},
    {"births": r"births?|born", "deaths": r"deaths?|died"},
    {"arrivals": r"arrivals|arrived", "departures": r"departures|departed"},
    {"loans": r"loans|lending", "deposits": r"deposits"},
    {"assets": r"assets", "liabilities": r"liabilities"},
    {"primary schools": r"primary(?: schools?)?", "secondary schools": r"secondary(?: schools?)?"},
    {"undergraduates": r"undergraduates?", "postgraduates": r"postgraduates?"},
    {"new ones": r"new (?:cars|homes|vehicles)", "used ones": r"(?:used|second-hand) (?:cars|homes|vehicles)"},
    {"those at home": r"domestic", "those abroad": r"international|foreign|overseas"},
    {
        "coal": r"coal",
        "gas": r"(?:natural )?gas",
        "oil": r"oil",
        "nuclear power": r"nuclear",
        "wind": r"wind",
        "the sun": r"solar",
        "water power": r"hydro(?:power|electric)?",
    },
    {
        "wheat": r"wheat",
        "barley": r"barley",
        "maize": r"maize|corn",
        "rice": r"rice|paddy",
        "oats": r"oats",
        "soya": r"soya|soybeans?",
        "cotton": r"cotton",
        "coffee": r"coffee",
        "tea": r"tea",
        "cocoa": r"cocoa",
        "sugar": r"sugar",
    },
    {"cattle": r"cattle|cows|beef", "sheep": r"sheep|lambs?", "pigs": r"pigs|pork", "poultry": r"chickens?|poultry"},
)
_STAGES = Lexicon(
    {
        "as it stood in a draft": r"draft|provisional|interim|preliminary",
        "as it was decided in the end": r"final (?:decision|ruling|report|version|settlement|plan|figures?|deal)",
    }
)
"""What a sentence says of how far a thing has come, wherever it says so."""
_MEASURED = re.compile(
    rf"\W*(?:[a-z]+ ){{0,2}}(?:on|from|than|over|against|compared (?:with|to)) (?:the |its |their )?"
    rf"(?:[{SIGNS}]\d|[\d.,]+ (?:million |billion )?(?:hours|days|minutes|lit(?:re|er)s|gallons|tonnes|tons|miles"
    r"|kilomet(?:re|er)s|barrels|acres|hectares))"
)
"""After a change of what is measured or paid, and not counted: "rose 105% on the 1.7m hours of 2022"."""
_COUNTED = re.compile(r"\bnumber of (?!hours|days|minutes)")
_PARTS = tuple(Lexicon({f"for {side}": words for side, words in sides.items()}) for sides in _SETS)
"""Words that exclude each other as those of `contrasts` do, but by themselves tell no two figures apart."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a figure's clause, with the places at which only one of several things is named.

    These are beside another word ("stand took"), and behind a preposition as the first, second … word on its side.
    """

    text: str
    stem: str
    places: frozenset[tuple[str | int, ...]]
    opens: bool
    """It begins the clause, where it has a capital whether it is a name or not."""
    stands_alone: bool
    """Nothing stands between it and its figure, nor a preposition before it."""


_Sides = tuple[Sequence[_Word], Sequence[_Word]]


def counterpart(mine: Statement, theirs: Statement) -> str:
    """What an article says its number of, where the draft says it of what the article sets beside that.

    Empty where the draft names nothing else, or names the article's thing as well.
    """
    told, said = mine.told(), theirs.told()
    if name := _other_name(told, said):
        return f"of “{name}”"
    if excluded := _excluded(_nearest(told), _nearest(said)):
        return excluded
    if stage := _other_stage(told, said):
        return stage
    if _COUNTED.search(_nearest(told).lower) and _MEASURED.match(said.after) and not _COUNTED.search(said.lower):
        return "of what is measured, not of how many there were"
    here, around = likeness.stems(neighbours.nearest(told)), likeness.stems(told.text)
    if place := _other_place(told, said):
        return f"of “{place}”"
    if other := _paired_name(theirs, here, around):
        return f"of “{other}”"
    if part := _part_named(told, said):
        return f"for all, of which “{part}” is a part"
    counted = likeness.stems(said.surface)
    own = _sides(said.text, neighbours.place_of(said), counted)
    for span in neighbours.beside(said):
        against = _sides(said.text, span, counted)
        for pairs in ([*_counterparts(own, against)], [*_names(own, against)]):
            taken = [word.text for word, other in pairs if other.stem in here and word.stem not in around]
            if any(word.stem in around for word, _ in pairs):
                break
            if taken:
                return f"of “{taken[0]}”"
    return ""


def _paired_name(theirs: Statement, here: Set[str], around: Set[str]) -> str:
    """The name that an article pairs its number with, where the draft has the name of another number of the pairs."""
    own = respectively.paired(theirs.text, theirs.place) if theirs.place else None
    if own is None or likeness.stems(own.name) & around:
        return ""
    return own.name if any(likeness.stems(name) & here for name in own.others) else ""


def _other_name(mine: Told, theirs: Told) -> str:
    """The name in an article's own figure ("42 Airbus jets"), where the draft's has another that the article lacks."""
    first, last = (_NAMED_THING.findall(told.surface) for told in (mine, theirs))
    if not first or not last or any(name in theirs.text for name in first) or any(name in mine.text for name in last):
        return ""
    return str(last[0])


def _part_named(mine: Told, theirs: Told) -> str:
    """The name of the part that an article says its number holds, where the draft says the number of that part."""
    part = _OF_WHICH.match(theirs.after)
    if part is None or _OF_WHICH.match(mine.after):
        return ""
    names = (name for name in re.findall(_NAME, part["part"]) if name not in theirs.before)
    return next((name for name in names if re.search(rf"\b{name}\b[^\d.;]*\Z", mine.before)), "")


def _other_place(mine: Told, theirs: Told) -> str:
    """The place right behind an article's number, where the draft names another one of its sentence instead."""
    own = _BEHIND.match(theirs.after)
    if own is None or own["name"] in mine.text:
        return ""
    elsewhere = re.findall(rf"\b{own['way']} ({_NAME})", f"{theirs.before} # {theirs.after[own.end() :]}")
    return own["name"] if any(re.search(rf"\b{name}\b", mine.text) for name in elsewhere) else ""


def _excluded(mine: Told, theirs: Told) -> str:
    """What the article's words call its number, where the draft's call it what that excludes."""
    one, other = contrasts.read(mine).sides, contrasts.read(theirs).sides
    sides = [other[row] for row in one if row in other and row not in _OF_ONE_NUMBER and other[row] != one[row]]
    named = ((words.named(mine.lower), words.named(theirs.lower)) for words in _PARTS)
    sides += [min(last) for first, last in named if len(first) == len(last) == 1 and first != last]
    first, last = _numbered(mine), _numbered(theirs)
    sides += [f"for the {last[noun]} {noun}" for noun in first if last.get(noun, first[noun]) != first[noun]]
    return next(iter(sides), "")


def _other_stage(mine: Told, theirs: Told) -> str:
    """How far an article says that its number had come, where the draft says that it had come elsewhere."""
    own, other = (_STAGES.named(told.lower) for told in (mine, theirs))
    return min(other) if len(own) == len(other) == 1 and own != other else ""


def _numbered(told: Told) -> Mapping[str, str]:
    """Which one of several a text names, by what they are ("the second heat")."""
    return {match[2]: match[1] for match in _NTH.finditer(told.lower)}


def _nearest(told: Told) -> Told:
    """The words up to the next break on each side of a figure alone."""
    before, after = neighbours.BREAKS.split(told.before)[-1], neighbours.BREAKS.split(told.after)[0]
    text = f"{before}{told.surface}{after}"
    return replace(told, text=text, lower=text.lower(), before=before, after=after)


def _counterparts(own: _Sides, theirs: _Sides) -> Iterator[tuple[_Word, _Word]]:
    """Words of a figure's phrases, each with one of another's that stands in its place there."""
    stems, others = ({word.stem for side in sides for word in side} for sides in (own, theirs))
    for side, against in zip(own, theirs, strict=True):
        for one in (word for word in side if word.stem not in others):
            for other in (word for word in against if word.stem not in stems):
                is_alone = len(against) == 1 and other.stands_alone and one is side[0]  # "ropes cost £6, sails £9"
                if one.places & other.places or is_alone:
                    yield one, other


def _names(own: _Sides, theirs: _Sides) -> Iterator[tuple[_Word, _Word]]:
    """Names in a figure's phrases with those in another's; a word that begins a sentence has a capital anyway."""
    mine, others = ([word for side in sides for word in side if word.text[0].isupper()] for sides in (own, theirs))
    stems, against = ({word.stem for side in sides for word in side} for sides in (own, theirs))
    named = [word for word in mine if not word.opens] or mine
    yield from ((one, other) for one in named for other in others if {one.stem} - against and {other.stem} - stems)


def _sides(text: str, place: Span, counted: Set[str]) -> _Sides:
    """The words right before and after a figure that belong to it alone, without those for what it counts."""
    before, after = neighbours.phrases(text, place)
    return _read(before if text.endswith(before, 0, place.start) else "", counted), _read(after, counted)


def _read(phrase: str, counted: Set[str]) -> Sequence[_Word]:
    words = [match[0] for match in _WORD.finditer(phrase)]
    stems = [next(iter(likeness.ordered(word)), "") for word in words]
    found: list[_Word] = []
    for at, (word, stem) in enumerate(zip(words, stems, strict=True)):
        if not stem or stem in counted:
            continue
        places: set[tuple[str | int, ...]] = set()
        if at + 1 < len(words) and stems[at + 1]:
            places.add(("before", stems[at + 1]))
        if at and stems[at - 1]:
            places.add(("after", stems[at - 1]))
        behind = next((each.lower() for each in reversed(words[:at]) if each.lower() not in _DETERMINERS), "")
        if behind in _PREPOSITIONS:
            places.add((behind, len(found)))
        stands_alone = at + 1 == len(words) and behind not in _PREPOSITIONS
        found.append(_Word(word, stem, frozenset(places), at == 0, stands_alone))
    return found

"""What the claims grid is narrowed to, as conditions in SQL on the marks of claims.

Each condition is on what it is about: on the few traits, editions and speakers that claims have in common where it can
be, so that names are looked for among them and claims are found by number.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, and_, exists, false, func, not_, or_, select, true, union_all
from sqlalchemy.orm import InstrumentedAttribute, aliased

from app.domain.basis import BasisKind
from app.domain.claim import Confidence
from app.domain.listing import ClaimFilter
from app.domain.narrowing import PER, Between, Chosen, Field
from app.store import full_text, words
from app.store.claim_lists.conditions import BETWEEN, KINDS, WORDS, Condition, Part, Shared, on_marks
from app.store.mark_states import shown_in
from app.store.tables import (
    Cell,
    Edition,
    Filed,
    Mark,
    SpeakerCell,
    SpeakerName,
    StoredArticle,
    StoredClaim,
    StoredTopic,
    TopicNumber,
    Trait,
)

WORDS_IN = ("sentence", "speaker", "title", "outlet", "author")
STATES = "states"
YEAR = len("2026")
_YEARS = 12
"""Years that the index of words is asked for; of more it is as quick to look at the claims."""
_SURENESS = {one.value: at for at, one in enumerate(Confidence)}


def conditions(narrowed: ClaimFilter) -> list[Condition]:
    """All conditions of a filter on `Mark`."""
    return on_marks(parts(narrowed), shown(narrowed))


def shown(narrowed: ClaimFilter) -> list[int]:
    """Each `Mark.state` that a filter leaves."""
    return shown_in(narrowed.states, every_version=narrowed.article_id is not None)


def parts(narrowed: ClaimFilter) -> Iterator[Part]:
    """Every condition of a filter but that on states, which is `shown`."""
    if query := _asked_for(narrowed.words):
        found = full_text.rows_of("claim_words", query)
        yield Part(field=WORDS, of=Mark, condition=Mark.claim.in_(found), query=query)
    for typed in narrowed.without_words:
        if query := _asked_for(typed):
            found = full_text.rows_of("claim_words", query)
            without = Mark.claim.not_in(found)
            yield Part(field="without_words", of=Mark, condition=without, query=query, excluded=True)
    if narrowed.kinds:
        yield Part(field=KINDS, of=Trait, condition=Trait.kind.in_(sorted(narrowed.kinds)))
    if narrowed.topic_id is not None:
        filed = _under(select(StoredTopic.topic_id).where(StoredTopic.topic_id == narrowed.topic_id))
        yield Part(field="topic_id", of=Mark, condition=Mark.claim.in_(filed))
    if narrowed.article_id is not None:
        one = select(StoredArticle.number).where(StoredArticle.article_id == narrowed.article_id)
        yield Part(field="article_id", of=Mark, condition=Mark.article.in_(one))
    for chosen in narrowed.chosen:
        yield _chosen(chosen)
    yield from _reaching(narrowed.between)
    if narrowed.after or narrowed.before:
        yield _published("published", narrowed.after, narrowed.before)


def _asked_for(typed: str) -> str | None:
    """What the index of words is asked; its other columns hold nothing but years and an x, and need not be left out."""
    return words.query(typed, WORDS_IN if _ELSEWHERE.search(words.spelled(typed)) else ())


_ELSEWHERE = re.compile(r" (?:x|\d{1,4}) ")
_SHARED: dict[Field, Shared] = dict.fromkeys((Field.BASIS, Field.PRICE, Field.PER, Field.UNIT, Field.STANCE), Trait)


def _chosen(chosen: Chosen) -> Part:
    field = chosen.field
    if field is Field.YEAR:
        stretches = [_published(field, *value.split("/")) if value else _undated() for value in chosen.values]
        of: Shared | type[Mark] = Edition if all(one.of is Edition for one in stretches) else Mark
        any_of = or_(*(one.condition if one.of is of else on_marks([one])[0] for one in stretches))
        if all(one.query for one in stretches):
            query = " OR ".join(one.query for one in stretches)
            condition = not_(any_of) if chosen.excluded else any_of
            return Part(field=field, of=of, condition=condition, query=query, excluded=chosen.excluded)
    elif field is Field.OUTLET:
        of, any_of = Edition, or_(*(_named(Edition.outlet, value) for value in chosen.values))
    elif field in _SHARED:
        of, any_of = Trait, or_(*(_is(field, value) for value in chosen.values))
    else:
        of, any_of = Mark, _of_claim(field, chosen.values)
    return Part(field=field, of=of, condition=not_(any_of) if chosen.excluded else any_of)


def _is(field: Field, value: str) -> Condition:
    match field:
        case Field.BASIS:
            return Trait.basis.startswith(PER, autoescape=True) if value == BasisKind.RATE else Trait.basis == value
        case Field.PRICE if ":" in value or not value:
            return Trait.price == value
        case Field.PRICE:
            return or_(Trait.price == value, Trait.price.startswith(f"{value}:", autoescape=True))
        case Field.PER:
            return Trait.per.collate("NOCASE") == value
        case Field.UNIT:
            return _named(Trait.unit, value)
    return Trait.stance == value


def _of_claim(field: Field, values: tuple[str, ...]) -> Condition:
    match field:
        case Field.SPEAKER:
            return _spoken_by(values)
        case Field.TOPIC:
            return or_(*(_filed(value) for value in values))
        case Field.ARTICLE:
            return Mark.article.in_(union_all(*(one for value in values for one in _articles(value))))
        case Field.EDITED:
            return Mark.claim.in_(select(StoredClaim.number).where(StoredClaim.edited_at.is_not(None)))
    return Mark.sureness.in_([_SURENESS[value] for value in values if value in _SURENESS])


def _named(spelt: InstrumentedAttribute[Any], value: str) -> Condition:
    """A whole name where some claim has it, else every name with this part; an empty one where nothing is typed."""
    if not value:
        return spelt == ""
    named = aliased(spelt.class_)
    same = getattr(named, spelt.key).collate("NOCASE") == value
    whole = exists().where(same, *_is_used(spelt.class_, named)).correlate(None)
    part = and_(spelt != "", spelt.contains(value, autoescape=True))
    return or_(spelt.collate("NOCASE") == value, and_(not_(whole), part))


def _is_used(of: Any, named: Any) -> list[Condition]:
    """Whether some claim has it, as what none has any more is still known by its number."""
    used: dict[type[Any], tuple[Condition, ...]] = {
        SpeakerName: (SpeakerCell.speaker == named.number, SpeakerCell.claims > 0),
        Trait: (Cell.edition == 0, Cell.trait == named.number, Cell.claims > 0),
        Edition: (Cell.edition == named.number, Cell.trait == 0, Cell.claims > 0),
    }
    return [exists().where(*used[of]).correlate(named)] if of in used else []


def _spoken_by(values: tuple[str, ...]) -> Condition:
    names = [value for value in values if value]
    speakers = select(SpeakerName.number).where(or_(false(), *(_named(SpeakerName.name, name) for name in names)))
    by_name = and_(Mark.speaker > 0, Mark.speaker.in_(speakers)) if names else false()
    return by_name if len(names) == len(values) else or_(Mark.speaker == 0, by_name)


def _filed(name: str) -> Condition:
    if not name:
        return Mark.topics == 0
    return Mark.claim.in_(_under(select(StoredTopic.topic_id).where(_named(StoredTopic.name, name))))


def _under(topic_ids: Select[Any]) -> Select[Any]:
    """The claims that are under any of these topics."""
    topics = select(TopicNumber.number).where(TopicNumber.topic_id.in_(topic_ids))
    return select(Filed.claim).where(Filed.topic.in_(topics)).correlate(None)


def _articles(value: str) -> Iterator[Select[Any]]:
    """The articles of this id, and those of this title: apart, since an index leads to either."""
    if not value:
        yield select(StoredArticle.number).where(StoredArticle.title.is_(None))
        return
    yield select(StoredArticle.number).where(StoredArticle.article_id == value)
    yield select(StoredArticle.number).where(_named(StoredArticle.title, value))


def _published(field: str, start: str, end: str) -> Part:
    """Whole years are those of editions; days are looked up among the articles."""
    if all(len(one) in (0, YEAR) for one in (start, end)):
        within = and_(Edition.year != "", *from_to(Edition.year, start, end))
        return Part(field=field, of=Edition, condition=within, query=_years(start, end))
    days = select(StoredArticle.number).where(*from_to(StoredArticle.published, start, end)).correlate(None)
    return Part(field=field, of=Mark, condition=Mark.article.in_(days))


def _years(start: str, end: str) -> str:
    """Each of a few years as the index of words has it; nothing for more."""
    if not (_is_year(start) and _is_year(end)):
        return ""
    return of_years([f"{year:04}" for year in range(int(start), int(end))]).query


def of_years(years: Sequence[str]) -> Part:
    """The claims of exactly these years; "" are those without any."""
    known = len(years) <= _YEARS and all(map(_is_year, years))
    query = " OR ".join(f'year : "{year}"' for year in years) if known else ""
    return Part(field=Field.YEAR, of=Edition, condition=Edition.year.in_(years), query=query)


def _is_year(typed: str) -> bool:
    return len(typed) == YEAR and typed.isascii() and typed.isdecimal()


def from_to(at: InstrumentedAttribute[Any], start: str, end: str) -> list[Condition]:
    """From one year or day to before another, each empty for none."""
    return [*([at >= start] if start else []), *([at < end] if end else [])]


def _undated() -> Part:
    return Part(field=Field.YEAR, of=Edition, condition=Edition.year == "")


def _reaching(stretches: tuple[Between, ...]) -> Iterator[Part]:
    """All stretches of one kind, and any of the kinds; what is excluded narrows whatever is asked for."""
    asked = [one for one in stretches if not one.excluded]
    kinds = dict.fromkeys(one.kind for one in asked)
    if len(kinds) == 1:
        # Apart, so that an index leads from the traits of one kind to the values.
        yield Part(field=BETWEEN, of=Trait, condition=and_(*(_measures(one) for one in asked)))
        within = and_(*(_reaches(one) for one in asked))
        yield Part(field=BETWEEN, of=Mark, condition=within, between=tuple(asked))
    elif kinds:
        each = (and_(*(_stands_in(one) for one in asked if one.kind is kind)) for kind in kinds)
        yield Part(field=BETWEEN, of=Mark, condition=or_(*each))
    for one in stretches:
        if one.excluded:
            yield Part(field=BETWEEN, of=Mark, condition=func.coalesce(not_(_stands_in(one)), true()))


def _measures(one: Between) -> Condition:
    return and_(Trait.kind == one.kind, true() if one.unit is None else Trait.unit == one.unit)


def _stands_in(one: Between) -> Condition:
    return and_(Mark.trait.in_(select(Trait.number).where(_measures(one)).correlate(None)), _reaches(one))


def _reaches(one: Between) -> Condition:
    reaches: list[Condition] = []
    if one.low is not None:
        reaches.append(Mark.high > float(one.low) if one.past_low else Mark.high >= float(one.low))
    if one.high is not None:
        reaches.append(Mark.low < float(one.high) if one.past_high else Mark.low <= float(one.high))
    return and_(true(), *reaches)

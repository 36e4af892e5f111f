"""A topic's figures in the order of time, one basis at a time: amounts of money compare within a basis alone."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.comparison.amounts import interval
from app.domain import edtf, wording
from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.interval import Interval
from app.domain.labels import GroupLabel
from app.domain.listing import ClaimLine
from app.domain.topic import Topic
from app.domain.verdict import Judgement, Verdict
from app.domain.version import CARRIED, Fate, Point
from app.services.articles import versions
from app.services.topics.comparing import Comparison, Group, Row
from app.store.project import Project

_ALL = GroupLabel(kind="All bases", detail="", key=(1, "", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A figure as it was printed on one day, by one outlet or more.

    `line` is the first report of the day; `published` and `event` are the days of the article and of what the figure
    is for (its period, else its deadline), None where they are not known. `judgement` is None for the reference.
    """

    row: Row
    line: ClaimLine
    outlets: tuple[str, ...]
    published: edtf.Days | None
    event: edtf.Days | None
    value: Decimal | None
    """The printed value, the middle of a range; durations in years."""
    became: str
    """What became of it in words ("changed to £101m on 3 June 2025"), empty where it stands."""
    superseded: bool
    """A later version of its article prints another figure or none, or the reference has replaced it."""
    successor: str | None
    """The claim of the next version that prints another figure."""

    @property
    def claim_id(self) -> str:
        """The claim that stands for the moment."""
        return self.line.record.claim_id

    @property
    def interval(self) -> Interval | None:
        """What the figure can mean."""
        return self.row.interval

    @property
    def judgement(self) -> Judgement | None:
        """The verdict against the topic's reference."""
        return self.row.judgement

    @property
    def waiting(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.line.record.state is State.WAITING

    def day(self, *, of_event: bool) -> datetime.date | None:
        """The day it is drawn at: the first of the event, or of the article."""
        days = self.event if of_event else self.published
        return days[0] if days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The moments of one basis in one unit, by the day of the article; those without a day come last."""

    label: GroupLabel
    unit: str | None
    moments: tuple[Moment, ...]

    @property
    def has_values(self) -> bool:
        """Whether there is a value to draw; dates have none."""
        return any(moment.value is not None for moment in self.moments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A topic's figures through time, the basis of the reference first, then as the comparison has them.

    Last come the units other than money that several bases have, each with all of its figures.
    """

    topic: Topic
    courses: tuple[Course, ...]


class Timelines:
    """The timelines of one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def of(self, compared: Comparison) -> Timeline:
        """The figures of a comparison through time."""
        topic_id = compared.topic.topic_id
        with self._project.reading() as store:
            lines = {line.record.claim_id: line for line in store.claims.of_topic(topic_id)}
            steps = _steps(versions.runs(store, topic_id))
        courses = [course for group in compared.groups for course in _courses(group, compared, lines, steps)]
        courses.sort(key=lambda one: not any(moment.row is compared.pinned for moment in one.moments))
        return Timeline(topic=compared.topic, courses=(*courses, *_together(courses)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """A figure in the versions that print it alike: when the first of them came, and what the next one made of it."""

    since: str | None
    words: str = ""
    successor: str | None = None


def _steps(figures: Sequence[Sequence[Point]]) -> dict[str, _Step]:
    """By the claim of the last version that prints the figure alike, which is the one that lists show."""
    found: dict[str, _Step] = {}
    for points in figures:
        stretches: list[list[Point]] = [[]]
        for point in points:
            stretches[-1].append(point)
            if point.fate not in CARRIED:
                stretches.append([])
        alike = [stretch for stretch in stretches if stretch]
        for run, after in zip(alike, [*alike[1:], None], strict=True):
            later = after[-1].claim.claim_id if after else None
            found[run[-1].claim.claim_id] = _Step(
                since=run[0].published, words=_made_of(run[-1], after[0] if after else None), successor=later
            )
    return found


def _made_of(point: Point, after: Point | None) -> str:
    if after is None:
        return f"dropped by version {point.version + 1}" if point.fate is Fate.GONE else ""
    figure = after.claim.claim.figure
    when = f" on {wording.date(after.published[:10])}" if after.published else f" by version {after.version}"
    same = wording.say(figure) == wording.say(point.claim.claim.figure)
    return f"reworded{when}" if same else f"changed to {wording.say(figure)}{when}"


def _courses(
    group: Group, compared: Comparison, lines: Mapping[str, ClaimLine], steps: Mapping[str, _Step]
) -> list[Course]:
    """One course for each unit of a basis; a bare amount takes the topic's currency."""
    by_unit: dict[str | None, list[Moment]] = {}
    for row in group.rows:
        figure = row.line.record.claim.figure
        unit = figure.unit or (compared.currency if figure.kind is Kind.MONEY else None)
        held = by_unit.setdefault("year" if figure.kind is Kind.DURATION else unit, [])
        held += _moments(row, compared, [lines[one] for one in row.claim_ids if one in lines], steps)
    return [
        Course(label=group.label, unit=unit, moments=tuple(sorted(moments, key=_when)))
        for unit, moments in by_unit.items()
    ]


def _together(courses: Sequence[Course]) -> list[Course]:
    """The figures of a unit whatever their basis: one queue is a level here, a total there, and bare in a headline."""
    by_unit: dict[str | None, list[Course]] = {}
    for course in courses:
        if course.has_values and course.moments[0].line.record.claim.figure.kind is not Kind.MONEY:
            by_unit.setdefault(course.unit, []).append(course)
    return [
        Course(label=_ALL, unit=unit, moments=tuple(sorted((each for one in some for each in one.moments), key=_when)))
        for unit, some in by_unit.items()
        if len(some) > 1
    ]


def _moments(
    row: Row, compared: Comparison, reports: Sequence[ClaimLine], steps: Mapping[str, _Step]
) -> Iterator[Moment]:
    """The reports of one figure, those of one day with one future together."""
    pinned, became = compared.pinned, _became(row, compared)
    by_day: dict[tuple[str, str, State], list[ClaimLine]] = {}
    for line in reports:
        step = steps.get(line.record.claim_id)
        since = (step.since if step else None) or line.published or ""
        by_day.setdefault((since[:10], step.words if step else "", line.record.state), []).append(line)
    for (since, _, _), held in by_day.items():
        step = steps.get(held[0].record.claim_id)
        basis = held[0].record.claim.basis
        event = basis.value("period") or basis.value("target_date")
        replaced = _is_replaced(row, pinned)
        yield Moment(
            row=row,
            line=held[0],
            outlets=tuple(dict.fromkeys(line.outlet for line in held if line.outlet)),
            published=edtf.days(since) if since else None,
            event=edtf.days(event) if event else None,
            value=interval.value_of(row.line.record.claim.figure),
            became=(step.words if step else "") or became,
            superseded=replaced or held[0].superseded_by is not None,
            successor=step.successor if step else None,
        )


def _is_replaced(row: Row, pinned: Row | None) -> bool:
    """Whether the reference is the later figure that took this one's place."""
    if pinned is None or row.judgement is None or row.judgement.verdict is not Verdict.SUPERSEDED:
        return False
    return (row.line.published or "") < (pinned.line.published or "")


def _became(row: Row, compared: Comparison) -> str:
    if row.denied:
        return "denied"
    judged = row.judgement
    if judged is None:
        newer = [one for one in compared.rows if one.supersedes]
        last = max(newer, key=lambda one: one.line.published or "", default=None)
        return f"replaced by {last.figure}" if last else ""
    return judged.short if judged.verdict is Verdict.SUPERSEDED else ""


def _when(moment: Moment) -> tuple[bool, datetime.date, float]:
    day = moment.day(of_event=False)
    return day is None, day or datetime.date.max, -float(moment.value or 0)

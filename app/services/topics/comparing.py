"""A topic's figures side by side: rows by basis, one pinned, a verdict with a sentence on every row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from app.comparison.amounts import interval
from app.comparison.pair import side
from app.comparison.statement import Statement
from app.comparison.topics import basis, grouping, reports
from app.domain import edtf, wording
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.interval import Interval
from app.domain.labels import Chip, GroupLabel
from app.domain.listing import ClaimLine
from app.domain.topic import Topic
from app.domain.verdict import Judgement, Reason, Severity, Verdict
from app.services.topics import measured, reach, references
from app.services.topics.conversions import Conversions, Means
from app.services.topics.measured import Measure
from app.store.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure on one basis, as printed by one or more articles.

    `judgement` is None on the pinned row. `line` is the claim that was pinned, else the one that says most of its
    basis; `claim_ids` are all of them, earliest first.
    """

    line: ClaimLine
    first: ClaimLine
    """The claim that printed it first."""
    claim_ids: tuple[str, ...]
    figure: str
    """The figure in words ("nearly £200m a year"), with the period that its sentence alone may state."""
    speaker: str
    """Who says it, "not stated" where the words do not say."""
    outlets: tuple[str, ...]
    chips: tuple[Chip, ...]
    interval: Interval | None
    interval_text: str
    articles: int
    origins: int
    denied: bool
    judgement: Judgement | None
    comments: int = 0
    """How many readers' comments print it, beside the articles."""
    supersedes: bool = False
    """It is the later figure, which took the reference's place."""

    @property
    def claim_id(self) -> str:
        """The claim that stands for the row."""
        return self.line.record.claim_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The rows that share a basis, and what they measure: figures of two measures are not set against each other."""

    label: GroupLabel
    rows: tuple[Row, ...]
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A topic's figures set against the pinned one.

    `neediest` is the row that most needs a person, None where there is nothing to judge; `counts` has the rows of each
    verdict that occurs.
    """

    topic: Topic
    groups: tuple[Group, ...]
    pinned: Row | None
    neediest: Row | None
    counts: tuple[tuple[Verdict, int], ...]
    articles: int
    origins: int
    comments: int = 0
    """How many readers' comments print figures of it, beside the articles."""
    currency: str | None = None
    """The currency of most amounts, to which the others are converted."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in the order of the groups."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def headline(self) -> Judgement | None:
        """The judgement of the neediest row."""
        return self.neediest.judgement if self.neediest is not None else None


class Comparing:
    """The comparisons of one open project."""

    def __init__(self, project: Project, conversions: Conversions) -> None:
        self._project = project
        self._conversions = conversions

    def compare(self, topic_id: str, pin: str | None = None) -> Comparison:
        """The topic's comparison, against `pin` if given, else against the topic's own reference.

        Where no claim is pinned, `references` chooses one. A claim that is not filed under the topic cannot be pinned:
        UserError.
        """
        with self._project.reading() as store:
            topic = store.topics.get(topic_id)
            lines = store.claims.of_topic(topic_id)
            means = self._conversions.means(store)
        currency = _currency(lines)
        statements = [statement(line, currency) for line in lines]
        wanted = pin or topic.pinned
        pinned = next((at for at, line in enumerate(lines) if line.record.claim_id == wanted), None)
        grouped = grouping.rows(statements, pinned)
        reference = next((row for row in grouped if row.pinned is not None), None)
        if pin is not None and reference is None:
            raise UserError(
                f"The claim {pin} is not filed under “{topic.name}”; nothing was compared. “counterclaim claims” "
                "lists the ids, which begin with clm_.",
                reason="not-in-topic",
            )
        if reference is None:
            in_force = [row for row in grouped if _superseded(row, lines) is None]
            reference = references.choose(in_force or grouped, topic.name)
        rows = [self._row(row, lines, reference, means) for row in grouped]
        judgements = [row.judgement for row in rows if row.judgement is not None]
        counted = Counter(judgement.verdict for judgement in judgements)
        return Comparison(
            topic=topic,
            groups=_groups(grouped, rows, lines),
            pinned=next((row for row in rows if row.judgement is None), None),
            neediest=_neediest(grouped, rows, reference),
            counts=tuple((verdict, counted[verdict]) for verdict in Verdict if counted[verdict]),
            articles=reach.articles(lines),
            origins=len({line.origin_id for line in lines}),
            comments=reach.comments(lines),
            currency=currency,
        )

    def all(self) -> list[Comparison]:
        """Every topic's comparison against its own reference, the fullest topic first."""
        with self._project.reading() as store:
            topic_ids = [topic.topic_id for topic, _ in store.topics.list()]
        return [self.compare(topic_id) for topic_id in topic_ids]

    def _row(self, row: grouping.Row, lines: Sequence[ClaimLine], reference: grouping.Row | None, means: Means) -> Row:
        line = lines[row.positions[row.speaking]]
        claim = line.record.claim
        width = interval.of(claim.figure)
        said = [lines[at] for at in row.positions]
        judged, takes_over = None, False
        if reference is not None and row is not reference:
            judged, takes_over = self._judge(row, reference, lines, means)
        return Row(
            line=line,
            first=said[0],
            claim_ids=tuple(one.record.claim_id for one in said),
            figure=side(row.statements[row.speaking]).reading.said,
            speaker=claim.speaker.name if claim.speaker else NOT_STATED if line.comment is None else A_READER,
            outlets=tuple(dict.fromkeys(one.outlet for one in said if one.outlet)),
            chips=basis.chips(claim),
            interval=width,
            interval_text=wording.bounds(width.halo, claim.figure.unit) if width else "",
            articles=reach.articles(said),
            origins=row.origins,
            denied=row.denied,
            judgement=judged,
            comments=reach.comments(said),
            supersedes=takes_over,
        )

    def _judge(
        self, row: grouping.Row, reference: grouping.Row, lines: Sequence[ClaimLine], means: Means
    ) -> tuple[Judgement, bool]:
        """The verdict on a row, and whether its figure took the reference's place."""
        if (version := _superseded(row, lines)) is not None:
            said = f"Superseded by version {version} of its article, which prints another figure or none."
            short = f"superseded by version {version}"
            reasons = (Reason.REVISED,)
            return Judgement(verdict=Verdict.SUPERSEDED, reasons=reasons, sentence=said, short=short), False
        found = reports.judge(row, reference, means.rates, means.prices)
        if not found.takes_over:
            return found.judgement, False
        # The row is the new figure; what it says must not read as if it were the old one.
        return replace(found.judgement, short=f"replaces {wording.say(found.other.claim.figure)}"), True


def _superseded(row: grouping.Row, lines: Sequence[ClaimLine]) -> int | None:
    """The version that changed or dropped a figure which no article prints in its newest version any more."""
    versions = [lines[at].superseded_by for at in row.positions]
    return None if None in versions else max(version for version in versions if version is not None)


def _neediest(grouped: Sequence[grouping.Row], rows: Sequence[Row], reference: grouping.Row | None) -> Row | None:
    """The row that most needs a person: the worst verdict, nearest to the reference in basis, most printed.

    A count in another unit or a figure many times as large is more often another thing than a conflict, so among equals
    they come last.
    """

    def need(pair: tuple[grouping.Row, Row]) -> tuple[int, bool, bool, bool, bool, int, int]:
        group, row = pair
        assert row.judgement is not None
        size = row.judgement.size
        return (
            row.judgement.verdict.rank,
            reference is not None and group.label != reference.label,
            reference is not None and group.label.kind != reference.label.kind,
            reference is not None and _counts_other(group, reference),
            size is not None and size.severity is Severity.ORDER_OF_MAGNITUDE,
            -row.origins,
            -row.articles,
        )

    judged = [pair for pair in zip(grouped, rows, strict=True) if pair[1].judgement is not None]
    return min(judged, key=need)[1] if judged else None


def _counts_other(row: grouping.Row, reference: grouping.Row) -> bool:
    one, other = row.first.claim.figure, reference.first.claim.figure
    return one.kind is Kind.QUANTITY and one.unit != other.unit


NOT_STATED = "not stated"
A_READER = "a reader’s comment"


def statement(line: ClaimLine, currency: str | None) -> Statement:
    """A claim as a verdict takes it; `currency` is the topic's. A reader's comment is an article of its own."""
    article = line.record.article_id
    return Statement(
        claim=line.record.claim,
        published=edtf.day(line.published),
        text=line.sentence,
        origin=line.origin_id,
        currency=currency,
        article=article if line.comment is None else f"{article}/{line.comment}",
    )


def _currency(lines: Sequence[ClaimLine]) -> str | None:
    """The currency that most of the topic's amounts name, of equals the first by name; a bare "200m" takes it."""
    named = Counter(
        line.record.claim.figure.unit
        for line in lines
        if line.record.claim.figure.kind is Kind.MONEY and line.record.claim.figure.unit
    )
    return min(named, key=lambda unit: (-named[unit], unit), default=None)


def _groups(grouped: Sequence[grouping.Row], rows: Sequence[Row], lines: Sequence[ClaimLine]) -> tuple[Group, ...]:
    """Rows with one basis side by side; they come sorted by it."""
    found = []
    for label, pairs in groupby(zip(grouped, rows, strict=True), key=lambda pair: pair[0].label):
        reports, shown = zip(*pairs, strict=True)
        found.append(Group(label=label, rows=shown, measures=measured.of(reports, lines)))
    return tuple(found)

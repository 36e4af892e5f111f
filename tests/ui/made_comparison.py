"""Comparisons made by hand: the figures of a lease, each on its own basis."""

from decimal import Decimal

from app.comparison.amounts import interval
from app.domain import wording
from app.domain.claim import Claim, ClaimRecord, Speaker, Stance, State
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.labels import Chip, GroupLabel
from app.domain.listing import ClaimLine
from app.domain.span import Span
from app.domain.topic import Topic
from app.domain.verdict import Judgement, Reason, Severity, Size, Verdict
from app.services.topics.comparing import Comparison, Group, Row

SCALES = {"m": "1E6", "bn": "1E9"}


def money(digits: str, scale: str = "m", *, unit: str = "GBP", per: str | None = None, words: str = "") -> Figure:
    value = Decimal(digits) * Decimal(SCALES[scale])
    qualifier = {"nearly": Qualifier.NEARLY, "more than": Qualifier.OVER, "up to": Qualifier.AT_MOST}
    return Figure(
        kind=Kind.MONEY,
        low=value,
        high=value,
        unit=unit,
        per=per,
        qualifier=qualifier.get(words, Qualifier.EXACT),
        qualifier_words=words,
    )


def row(
    name: str,
    figure: Figure,
    judgement: Judgement | None,
    *,
    speaker: str | None = "Foreign Office",
    outlets: tuple[str, ...] = ("Harbour Daily",),
    origins: int = 1,
    denied: bool = False,
    chips: tuple[Chip, ...] = (Chip(text="per year"), Chip(text="prices?", known=False)),
) -> Row:
    said = wording.say(figure)
    claim = Claim(
        span=Span(10, 10 + len(said)),
        surface=said,
        figure=figure,
        sentence=Span(0, 60),
        rule="made",
        speaker=Speaker(name=speaker) if speaker else None,
        stance=Stance.DENIES if denied else None,
    )
    record = ClaimRecord(claim_id=name, article_id="art_1", revision=1, claim=claim, state=State.ACCEPTED)
    line = ClaimLine(
        record=record,
        title="What the lease costs",
        outlet=outlets[0] if outlets else None,
        published="2025-05-23",
        origin_id="org_1",
        before="Britain pays ",
        after=" for the base",
    )
    width = interval.of(figure)
    return Row(
        line=line,
        first=line,
        claim_ids=(name,),
        figure=said,
        speaker=speaker or "not stated",
        outlets=outlets,
        chips=chips,
        interval=width,
        interval_text=wording.bounds(width.halo, figure.unit) if width else "",
        articles=len(outlets),
        origins=origins,
        denied=denied,
        judgement=judgement,
    )


CONFLICT = Judgement(
    verdict=Verdict.CONFLICT,
    reasons=(Reason.MAGNITUDE,),
    sentence="Conflict: nearly £200m a year is twice £100m a year; neither states years or prices.",
    short="£100m apart as printed",
    size=Size(
        ratio=Decimal(2),
        gap=Decimal(100_000_000),
        unit="GBP",
        severity=Severity.MAJOR,
        least=Decimal(65_000_000),
    ),
    question="Which years, and which prices, does each speaker mean?",
)
BASIS = Judgement(
    verdict=Verdict.DIFFERS_BY_BASIS,
    reasons=(Reason.RATE_VS_TOTAL,),
    sentence="Different bases: £34.7bn is a total over 99 years, £100m a year a rate.",
    short="total against a rate",
)
FX = Judgement(
    verdict=Verdict.COMPATIBLE,
    reasons=(Reason.FX_CONVERTED,),
    sentence="$136m a year is £100m a year at the rate of 23 May 2025.",
    short="at a dated rate",
    conversion="$136m / 1.36 = £100m",
)


def group(kind: str, detail: str, *rows: Row) -> Group:
    return Group(label=GroupLabel(kind=kind, detail=detail, key=(0, kind, detail)), rows=rows)


def lease() -> Comparison:
    """Six figures on three bases, the first pinned."""
    pinned = row("c1", money("100", per="year"), None, outlets=("Meridian Post", "Civic Review"), origins=2)
    nearly = row("c2", money("200", per="year", words="nearly"), CONFLICT, speaker="Opposition MP")
    dollars = row("c3", money("136", unit="USD", per="year"), FX, speaker=None)
    total = row("c4", money("34.7", "bn"), BASIS, speaker="Government Actuary")
    over = row("c5", money("30", "bn", words="more than"), BASIS, speaker="Opposition MP")
    denied = row("c6", money("30", "bn"), BASIS, denied=True, outlets=("Tidewater",))
    groups = (
        group("Per year", "price base not stated", pinned, nearly, dollars),
        group("Total, 99 years", "nominal", total, over),
        group("Total", "price base not stated", denied),
    )
    return Comparison(
        topic=Topic(topic_id="top_1", name="UK payments to Mauritius"),
        groups=groups,
        pinned=pinned,
        neediest=nearly,
        counts=((Verdict.CONFLICT, 1), (Verdict.DIFFERS_BY_BASIS, 3), (Verdict.COMPATIBLE, 1)),
        articles=7,
        origins=5,
    )

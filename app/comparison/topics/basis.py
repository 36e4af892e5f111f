"""A claim's basis as a table shows it: the group it stands in, and its chips."""

from app.comparison.explaining import naming
from app.comparison.words import facts
from app.comparison.words.facts import Facts
from app.domain.basis import BasisKind, Stated
from app.domain.claim import Claim
from app.domain.figure import Kind
from app.domain.labels import Chip, GroupLabel
from app.domain.wording import date

_KINDS: dict[str, str] = {
    BasisKind.RATE: "Rate",
    BasisKind.ONE_OFF: "One-off",
    BasisKind.TOTAL: "Total",
    BasisKind.LEVEL: "Level",
    BasisKind.SHARE: "Share",
    BasisKind.CHANGE: "Change",
    BasisKind.OTHER: "Other",
}
_RANKS = (
    "Per", "One-off", "Total", "Present value", "Share", "Level", "Change", "Other", "Date", "Duration", "Not stated",
)  # fmt: skip


def label(claim: Claim) -> GroupLabel:
    """The group in which a claim stands beside those of its basis: "Per year", "real, 2025/26 prices"."""
    said = facts.read(claim)
    kind = _kind(claim, said)
    detail = _detail(claim, said)
    rank = next((at for at, name in enumerate(_RANKS) if kind.startswith(name)), len(_RANKS))
    return GroupLabel(kind=kind, detail=detail, key=(rank, kind, detail))


def measures(claim: Claim) -> str:
    """What the figure measures: "per year", "total", "present value"; empty where the words do not say."""
    return _kind_chip(claim, facts.read(claim))


def prices(claim: Claim) -> str:
    """In which prices it is: "real, 2019 prices", "discounted"; empty where the words do not say."""
    said = facts.read(claim)
    return _price(said) if said.price else ""


def years(claim: Claim) -> str:
    """Which years of a schedule it is for: "years 1–3", "from year 4 on"; empty where the words name none."""
    return naming.years(facts.read(claim))


def chips(claim: Claim) -> tuple[Chip, ...]:
    """The slots of a claim's basis: its kind, how many years, which prices, the rest, and then what is not stated."""
    said = facts.read(claim)
    basis = claim.basis
    known = [
        _chip(_kind_chip(claim, said), basis.kind or basis.per),
        _chip(naming.length(said), basis.horizon),
        _chip(_price(said) if said.price else "", basis.price),
        _chip(_scope(claim, said), basis.scope),
        _chip(_of(claim, said), basis.denominator),
        _chip(_time("for", basis.period), basis.period),
        _chip(_time("by", basis.target_date), basis.target_date),
        _chip(f"against {basis.baseline.value}" if basis.baseline and said.baseline else "", basis.baseline),
        _chip(f"if {basis.assumption.value}" if basis.assumption else "", basis.assumption),
        _chip(said.status or "", basis.status),
    ]
    return (*(chip for chip in known if chip is not None), *_unknowns(claim, said))


def _chip(text: str, stated: Stated | None) -> Chip | None:
    return Chip(text=text, by_analyst=stated is not None and stated.by_analyst) if text else None


def _unknowns(claim: Claim, said: Facts) -> list[Chip]:
    missing = []
    if claim.figure.kind is Kind.MONEY:
        if said.price is None:
            missing.append("prices?")
        if not (said.horizon or said.years or said.average or said.period) and said.kind != BasisKind.ONE_OFF:
            missing.append("years?")
    if claim.figure.kind is Kind.PERCENTAGE and said.kind in (BasisKind.SHARE, None) and said.denominator is None:
        missing.append("of what?")
    if said.kind is None and claim.figure.kind in (Kind.MONEY, Kind.PERCENTAGE):
        missing.append("basis?")
    return [Chip(text=text, known=False) for text in missing]


def _kind_chip(claim: Claim, said: Facts) -> str:
    if said.kind is None and said.per is None:
        return ""
    kind = _kind(claim, said).partition(",")[0]
    return kind[:1].lower() + kind[1:]


def _kind(claim: Claim, said: Facts) -> str:
    if claim.figure.kind in (Kind.DATE, Kind.DURATION):
        return claim.figure.kind.value.capitalize()
    if said.price is not None and said.price.family == "npv":
        return "Present value"
    if said.kind == BasisKind.RATE or said.per is not None:
        return f"Per {said.per or 'period'}"
    if said.kind == BasisKind.SHARE or (said.denominator and not facts.settled(claim)):
        return f"Share of {said.denominator}" if said.denominator else "Share"
    if said.kind == BasisKind.TOTAL or (said.kind is None and said.horizon is not None and not facts.settled(claim)):
        return ", ".join(filter(None, ("Total", naming.length(said))))
    return _KINDS.get(said.kind or "", "Not stated")


def _price(said: Facts) -> str:
    if said.price is None:
        return "price base not stated"
    return naming.prices(said.price, total=said.kind == BasisKind.TOTAL)


def _scope(claim: Claim, said: Facts) -> str:
    return naming.years(said) or claim.basis.value("scope") or ""


def _of(claim: Claim, said: Facts) -> str:
    """Of what it is, where its kind has not said that already."""
    words = f"of {said.denominator}" if said.denominator else ""
    return "" if words and _kind_chip(claim, said).endswith(words) else words


def _time(word: str, stated: Stated | None) -> str:
    return f"{word} {date(stated.value)}" if stated is not None else ""


def _detail(claim: Claim, said: Facts) -> str:
    """Prices and years in words; what is left open is said, never left out."""
    if claim.figure.kind is Kind.MONEY:
        parts = [_price(said)]
        if said.years is not None:
            parts.append("years stated")
        elif said.average:
            parts.append("an average")
        return ", ".join(parts)
    if claim.figure.kind is Kind.PERCENTAGE:
        target, period = claim.basis.value("target_date"), claim.basis.value("period")
        if target:
            return f"by {date(target)}"
        return f"for {date(period)}" if period else "period not stated"
    return ""

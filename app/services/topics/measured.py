"""The camps within each basis of a comparison, and the words for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.comparison.pair import side
from app.comparison.topics import camps, measures
from app.comparison.topics.grouping import Row
from app.comparison.words import voices
from app.domain import wording
from app.domain.figure import Qualifier
from app.domain.listing import ClaimLine
from app.services.topics import reach

_MANY = 6
"""More camps than that are not told one by one."""

FAR = Decimal(1000)
"""How many times the least the greatest is, beyond which nobody needs the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """Figures of one measure that can all be true together, between `low` and `high`.

    `figure` is the one of most origins, `figures` are all in words, `claim_ids` every claim that prints one. `bounds`
    are open bounds ("more than £30bn") that can be true beside them; they may stand in several camps, so articles and
    origins do not count them.
    """

    figure: str
    figures: tuple[str, ...]
    claim_ids: tuple[str, ...]
    bounds: tuple[str, ...]
    low: Decimal
    high: Decimal
    articles: int
    comments: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What some rows of a basis measure, `words` saying which ("years 1–3"; empty where no more is stated).

    `unmet` are open bounds that can be true in no camp, `left_out` counts figures without a number to compare; denied
    figures stand in no camp. `spread` is the greatest printed value over the least, None for fewer than two.
    """

    words: str
    camps: tuple[Camp, ...]
    unmet: tuple[str, ...]
    left_out: int
    spread: Decimal | None

    @property
    def compares(self) -> bool:
        """Whether more than one figure is set against another here."""
        return self.spread is not None

    @property
    def said(self) -> str:
        """ "2 camps: £100m (3 articles, 2 independent origins) · £200m (1 article); the greatest is twice the least".

        Camps stand from the lowest values up, for their number of origins is no vote; many are told by their ends.
        """
        found = []
        if self.camps:
            told = ": " + " · ".join(map(_said, self.camps))
            if len(self.camps) > _MANY:
                told = f" from {self.camps[0].figure} to {self.camps[-1].figure}"
            found.append(wording.counted(len(self.camps), "camp") + told)
        if self.unmet:
            found.append(f"in no camp: {', '.join(self.unmet)}")
        if self.left_out:
            found.append(f"{self.left_out} without a number")
        if self.spread is not None and self.spread > 1:
            times = wording.times(self.spread) if self.spread <= FAR else f"more than {wording.times(FAR)}"
            found.append(f"the greatest is {times} the least")
        words = "; ".join(found)
        return f"{self.words}: {words}" if self.words and words else words


def of(rows: Sequence[Row], lines: Sequence[ClaimLine]) -> tuple[Measure, ...]:
    """The measures of the rows of one basis; `lines` are the claims that were grouped into rows."""
    return tuple(
        Measure(
            words=measure.words,
            camps=tuple(_camp(camp, rows, lines) for camp in measure.camps),
            unmet=tuple(_figure(rows[at]) for at in measure.unmet),
            left_out=measure.left_out,
            spread=measure.spread,
        )
        for measure in measures.part(rows)
    )


def _camp(camp: camps.Camp, rows: Sequence[Row], lines: Sequence[ClaimLine]) -> Camp:
    members = [rows[at] for at in camp.positions]
    claims = [lines[at] for member in members for at in member.positions]
    return Camp(
        figure=_figure(min(members, key=_rank)),
        figures=tuple(map(_figure, members)),
        claim_ids=tuple(line.record.claim_id for line in claims),
        bounds=tuple(_figure(rows[at]) for at in camp.bounds),
        low=camp.stretch.low,
        high=camp.stretch.high,
        articles=reach.articles(claims),
        comments=reach.comments(claims),
        origins=voices.independent([statement for member in members for statement in member.statements]),
    )


def _rank(row: Row) -> tuple[bool, int, int]:
    """A plain figure before a hedged one, then the one of most origins."""
    return row.first.claim.figure.qualifier is not Qualifier.EXACT, -row.origins, -len(row.statements)


def _figure(row: Row) -> str:
    return side(row.statements[row.speaking]).reading.said


def _said(camp: Camp) -> str:
    printed = reach.said(camp.articles, camp.comments)
    if camp.articles + camp.comments > 1:
        printed += f", {wording.counted(camp.origins, 'independent origin')}"
    more = f"; {', '.join(camp.bounds)} can be true too" if camp.bounds else ""
    return f"{camp.figure} ({printed}{more})"

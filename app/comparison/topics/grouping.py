"""A topic's figures in rows: what several reports say alike stands once."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.comparison.amounts import interval
from app.comparison.amounts.widths import hedge_of
from app.comparison.statement import Statement
from app.comparison.topics import basis
from app.comparison.words import voices
from app.domain.claim import Stance
from app.domain.labels import GroupLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Reports of one figure on one basis. `positions` are those of its statements in the sequence that was grouped."""

    label: GroupLabel
    statements: tuple[Statement, ...]
    positions: tuple[int, ...]
    pinned: int | None = None
    """The position that a person pinned, where it is one of the row's."""

    @property
    def first(self) -> Statement:
        """The earliest report, which stands for the row."""
        return self.statements[0]

    @property
    def speaking(self) -> int:
        """Where the report stands, among `statements`, that speaks for the row: the pinned one, else the fullest.

        A headline prints the same figure with half the words; a verdict is due to the sentence that says most of its
        basis, its speaker included.
        """
        if self.pinned is not None:
            return self.positions.index(self.pinned)
        said = [len(list(one.claim.basis.stated())) + (one.claim.speaker is not None) for one in self.statements]
        return said.index(max(said))

    @property
    def denied(self) -> bool:
        """Whether the row is of those who deny the figure."""
        return self.first.claim.stance is Stance.DENIES

    @property
    def origins(self) -> int:
        """How many independent origins the figure has."""
        return voices.independent(self.statements)


def rows(statements: Sequence[Statement], pinned: int | None = None) -> list[Row]:
    """The statements as rows, by basis and then from the largest value to the smallest; each row earliest first.

    The statement at `pinned` speaks for its row.
    """
    found: dict[object, list[int]] = {}
    labels = [basis.label(statement.claim) for statement in statements]
    for position, statement in enumerate(statements):
        found.setdefault((labels[position].key, *_sameness(statement)), []).append(position)
    grouped = [_row(labels[at[0]], statements, at, pinned) for at in found.values()]
    return sorted(
        grouped, key=lambda row: (row.label.key, row.denied, -(interval.value_of(row.first.claim.figure) or 0))
    )


def _row(label: GroupLabel, statements: Sequence[Statement], positions: list[int], pinned: int | None) -> Row:
    ordered = sorted(positions, key=lambda at: (str(statements[at].published or "9999"), at))
    return Row(
        label=label,
        statements=tuple(statements[at] for at in ordered),
        positions=tuple(ordered),
        pinned=pinned if pinned in ordered else None,
    )


def _sameness(statement: Statement) -> tuple[object, ...]:
    """What two reports must share to be reports of one figure. A bare "200m" takes the topic's currency."""
    claim, figure = statement.claim, statement.claim.figure
    return (
        figure.kind,
        figure.low,
        figure.high,
        figure.date,
        figure.unit or statement.currency,
        hedge_of(figure),
        figure.per,
        claim.basis.value("scope"),
        claim.stance is Stance.DENIES,
    )

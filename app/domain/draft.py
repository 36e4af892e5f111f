"""What a library says of the figures of a draft."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.claim import Claim
from app.domain.listing import ClaimLine
from app.domain.verdict import Judgement, Reason


class Finding(StrEnum):
    """What became of one figure, from what most needs a person to what least does."""

    CONTESTED = "contested"
    """The library holds figures of the same thing that conflict with it."""
    OTHER_BASIS = "other_basis"
    """The library has the thing on another basis only: other years, prices, currency or period; or its number in
    words that may be of something else."""
    ABSENT = "absent"
    """No figure of this thing is in the library."""
    SUPPORTED = "supported"
    """A figure of the same thing agrees or is compatible with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A claim beside a figure of the draft. `likeness` (0 to 1) is how much the words about both share.

    `named` says that the words name one thing, or one year.
    """

    line: ClaimLine
    judgement: Judgement
    likeness: float
    named: bool = False

    @property
    def place(self) -> tuple[str, int]:
        """Where the figure stands: its article and where it begins there."""
        record = self.line.record
        return record.article_id, record.claim.span.start

    @property
    def sentence(self) -> tuple[str, int]:
        """The sentence that the claim stands in: its article and where it begins there."""
        record = self.line.record
        return record.article_id, record.claim.sentence.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One figure of a draft: `evidence` is what decided, the closest first; `others` speak the other way."""

    claim: Claim
    finding: Finding
    evidence: tuple[Evidence, ...] = ()
    others: tuple[Evidence, ...] = ()

    @property
    def closest(self) -> Evidence | None:
        """The claim to look at first."""
        return next(iter(self.evidence), None)

    @property
    def is_worked_out(self) -> bool:
        """Whether no claim prints it, but it follows from several claims by a sum that `why` shows.

        What follows from one claim, a year's rent from a month's, is that claim on another basis.
        """
        closest = self.closest
        return (
            self.finding in (Finding.SUPPORTED, Finding.OTHER_BASIS)
            and closest is not None
            and Reason.DERIVED in closest.judgement.reasons
            and bool(closest.judgement.conversion)
        )

    @property
    def urgency(self) -> tuple[int, bool]:
        """Where it belongs in an order from what most needs a person to what least does."""
        return list(Finding).index(self.finding), self.is_worked_out

    @property
    def why(self) -> str:
        """Why the closest claim does not support the figure, or how it is worked out, in a few words.

        Empty where a claim prints it, or there is none.
        """
        is_silent = self.finding is Finding.SUPPORTED and not self.is_worked_out
        return "" if self.closest is None or is_silent else self.closest.judgement.short

"""What a project takes where a text leaves a figure open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """What holds where neither the words nor the outlet's country say; None leaves it to the program's own habit."""

    month_first: bool | None = None
    """Whether "03/04/2025" is in March."""
    currency: str | None = None
    """ISO 4217 code of a sign that several currencies share ("$") and of an amount without one ("cost 40m")."""
    fiscal_start: int | None = None
    """The month, 1 to 12, in which the fiscal year begins."""


HABIT = Conventions()
"""Nothing was set."""

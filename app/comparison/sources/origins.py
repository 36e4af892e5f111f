"""Whether two texts are one report: copies of a wire story count once."""

import datetime
import re
from collections.abc import Collection
from dataclasses import dataclass

from app.comparison.sources.agencies import AGENCIES

SAME_ORIGIN = 0.30
"""This share of shingles in common, or more, suggests one origin; a person decides."""
SHARES_PASSAGES = 0.10
"""From here on two texts share passages."""
ONE_DISPATCH = datetime.timedelta(days=2)
"""How far apart outlets run one dispatch of an agency. Later ones repeat its background, and are other stories."""

_ONE_COPY = re.compile(
    r"\b(?:the|that|this|one) same (?:[\w’'-]+ ){0,3}"
    r"(?:agency|wire|copy|report|story|article|release|statement|dispatch|briefing|source|interview|dataset)\b",
    re.IGNORECASE,
)

_NAMES = {form: name for name, forms in AGENCIES.items() for form in forms}
_FORMS = "|".join(re.escape(form) for form in sorted(_NAMES, key=len, reverse=True))
_FROM_AGENCY = re.compile(
    rf"\b(?:according to|reported by|told|a report by) (?:the )?(?:same )?(?P<after>{_FORMS})\b"
    rf"|\b(?P<before>{_FORMS})(?: news agency)? (?:said|says|reported|reports|has reported|quoted)\b"
)


def containment(a: frozenset[int], b: Collection[int]) -> float:
    """How much of the shorter text stands in the longer one, 0 to 1; 0 where either has fewer than five words."""
    shorter = min(len(a), len(b))
    return len(a.intersection(b)) / shorter if shorter else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two articles have in common: a share of words (0 to 1), agencies that both credit, days between them."""

    containment: float
    agencies: frozenset[str] = frozenset()
    apart: datetime.timedelta | None = None
    """Between the days of publication; None where one is not known."""

    @property
    def is_one_origin(self) -> bool:
        """Whether the program takes the two for one origin, until a person says otherwise.

        A credit alone says little: an agency sends hundreds of stories a day. It tips the balance where passages are
        shared and both were published when outlets run one dispatch. An agency that only added to an outlet's own
        report does not count: that is what sharing passages means.
        """
        if self.containment >= SAME_ORIGIN:
            return True
        is_one_dispatch = self.apart is None or self.apart <= ONE_DISPATCH
        return bool(self.agencies) and self.shares_passages and is_one_dispatch

    @property
    def shares_passages(self) -> bool:
        """Whether enough words are shared to be worth saying."""
        return self.containment >= SHARES_PASSAGES


def agencies_named(text: str) -> frozenset[str]:
    """The news agencies from which the words say that they have something ("according to the Press Association")."""
    return frozenset(_NAMES[match["after"] or match["before"]] for match in _FROM_AGENCY.finditer(text))


def says_one_copy(text: str) -> bool:
    """Whether the words say that another report has the figure from the same source ("the same agency copy")."""
    return _ONE_COPY.search(text) is not None

"""What the Compare screen has read, for the one that is made in its place with another look."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.domain.disputes import Tally
from app.domain.topic import Topic
from app.services.topics.comparing import Comparison
from app.ui.compare.schedule.section import Carried


class Handed(NamedTuple):
    """What stands until something is written; `current` is the claim of the current row, "" where there is none."""

    comparison: Comparison
    topics: Sequence[Topic]
    tallies: Mapping[str, Tally]
    carried: Carried | None
    current: str

"""Who says each amount of a text, and how they stand to it, as all stages together read it."""

import datetime

from app.domain.claim import Stance
from app.extraction import pipeline
from app.extraction.mention import Passage

S, E, R, D = Stance.STATES, Stance.ESTIMATES, Stance.REPORTS, Stance.DENIES
Said = tuple[str | None, Stance | None]


def read(text: str) -> list[Said]:
    """The speaker's name and stance of each figure that has a value, in the order of the text."""
    claims = pipeline.read(Passage(text=text, published=datetime.date(2025, 6, 8), country="GB"))
    amounts = [claim for claim in claims if claim.figure.low is not None]
    return [(claim.speaker.name if claim.speaker else None, claim.stance) for claim in amounts]

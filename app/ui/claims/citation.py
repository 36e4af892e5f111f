"""A figure with where it stands, for a text that quotes it."""

from app.domain import wording
from app.domain.listing import ClaimLine


def citation(line: ClaimLine) -> str:
    """ "£34.7bn (Civic Review, “What the treaty costs”, 9 August 2025)"; what is not known is left out."""
    said = wording.say(line.record.claim.figure)
    title = f"“{line.title}”" if line.title else ""
    day = wording.date(line.published[:10]) if line.published else ""
    place = ", ".join(filter(None, (line.outlet, title, day)))
    return f"{said} ({place})" if place else said

"""Cards of the review, for the tests of its parts."""

from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.desk import Desk
from app.ui.review.screen import ReviewScreen


def go_to(review: ReviewScreen, desk: Desk, surface: str) -> str:
    """Show the first claim whose words begin so; gives its id."""
    lines = desk.claims.lines(desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT))
    found = next(line.record.claim_id for line in lines if line.record.claim.surface.startswith(surface))
    review.reveal(found)
    return found

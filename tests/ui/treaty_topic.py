"""A topic of the treaty's figures, for the tests of the Compare screen."""

from app.services.desk import Desk

TERMS = ["Mauritius", "deal", "development"]


def filed(desk: Desk, name: str = "UK payments") -> str:
    """Make a topic of what the words find; gives its id."""
    kind, lines = desk.grouping.find(TERMS)
    topic_id, _ = desk.grouping.add(name, TERMS, kind, [line.record.claim_id for line in lines])
    return topic_id

"""What is said of each amount that is marked in a text."""

import datetime

from app.domain.basis import Basis
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import basis
from app.extraction.mention import Mention, Passage
from tests.extraction.marked_text import marked


def read(
    text: str, published: datetime.date | None = datetime.date(2025, 6, 8), country: str | None = None
) -> list[tuple[str, dict[str, str]]]:
    """The words of each marked amount and what is stated of it, by field."""
    passage, mentions = marked(text, published, country)
    amounts = [one for one in mentions if one.figure.kind in {Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY}]
    return [(one.span.of(passage.text), values(basis_of(passage, mentions, one))) for one in amounts]


def basis_of(passage: Passage, mentions: list[Mention], mention: Mention) -> Basis:
    """The basis of one figure of a passage, empty where nothing is stated."""
    return basis.read(passage, Span(0, len(passage.text)), mentions).get(mention.span, Basis())


def values(stated: Basis) -> dict[str, str]:
    """The fields that are stated, without their spans."""
    return {name: said.value for name, said in stated.stated()}

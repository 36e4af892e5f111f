"""What stands near a claim."""

import pytest

from app.domain.article import Part, PartKind
from app.domain.span import Span
from app.store.nearby import Surroundings


def near(text: str, word: str, parts: tuple[Part, ...] = ()) -> str:
    start = text.index(word)
    return Surroundings(text, parts).near(Span(start, start + len(word)))


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("Only £1 here", "Only £1 here"),
        ("One.\n\nTwo £1\nwrapped.\n \t\nThree.", "Two £1\nwrapped."),
        ("£1\n\nTwo", "£1"),
        ("One\n\n\n\n£1", "£1"),
        ("Long. " * 400 + "\nShort £1.\n" + "Long. " * 400, "Short £1."),
    ],
)
def test_a_paragraph_ends_at_blank_lines(text: str, paragraph: str) -> None:
    assert near(text, "£1") == paragraph


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("A ferry sank.\nIt cost £1.\nNobody “drowned.”\nMore rain came", "It cost £1."),
        ("A ferry that crossed the\nbay cost £1. It was\nold.\nNobody who saw it was\nsorry", None),
        ("The ferry\nIt cost £1.", None),
    ],
)
def test_lines_that_end_sentences_are_paragraphs_and_lines_broken_at_a_width_are_not(
    text: str, paragraph: str | None
) -> None:
    assert near(text, "£1") == (paragraph or text)


def test_a_paragraph_stays_in_its_part() -> None:
    text = "Title £1\nBody £2"
    parts = (Part(kind=PartKind.TITLE, span=Span(0, 8)), Part(kind=PartKind.BODY, span=Span(9, 16)))
    assert near(text, "£1", parts) == "Title £1"
    assert near(text, "£2", parts) == "Body £2"


def test_comments_that_answer_each_other_in_a_ring_end() -> None:
    text = "First £1\n\nSecond £2"
    parts = (
        Part(kind=PartKind.COMMENT, span=Span(0, 8), parent=1),
        Part(kind=PartKind.COMMENT, span=Span(10, 19), parent=0),
    )
    assert near(text, "£2", parts) == "Second £2\n\nFirst £1"


def test_a_comment_without_its_parent_stands_alone() -> None:
    text = "First £1"
    assert near(text, "£1", (Part(kind=PartKind.COMMENT, span=Span(0, 8), parent=7),)) == "First £1"

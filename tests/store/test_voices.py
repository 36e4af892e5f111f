"""Whose a figure in a reader's comment is."""

import pytest

from app.domain.article import Part, PartKind
from app.domain.span import Span
from app.store import voices

BODY = Part(kind=PartKind.BODY, span=Span(0, 10))


def comment(author: str | None, answers: int | None = None) -> Part:
    return Part(kind=PartKind.COMMENT, span=Span(10, 20), author=author, parent=answers)


PARTS = (
    BODY,
    comment("Ada Fenwick"),
    comment("Bram"),
    comment("Cy", answers=1),
    comment("Dot", answers=3),
    comment(None),
)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([(None, "40m"), (1, "90m"), (2, "90m")], [None, "ada fenwick", "bram"]),
        ([(None, "40m"), (1, "40m")], [None, None]),
        ([(1, "90m"), (3, "90m"), (4, "90m")], ["ada fenwick"] * 3),
        ([(1, "90m"), (2, "90m"), (4, "12m")], ["ada fenwick", "bram", "dot"]),
        ([(5, "90m")], ["comment 5"]),
        ([(1, None), (3, None)], ["ada fenwick", "cy"]),
    ],
    ids=["two people", "of the article", "of the comment answered", "each their own", "nameless", "equal to nothing"],
)
def test_a_figure_is_that_of_who_said_it_first_in_the_conversation(
    figures: list[tuple[int | None, str | None]], expected: list[str | None]
) -> None:
    assert voices.of(PARTS, figures) == expected


def test_a_name_that_anybody_writes_under_is_no_person() -> None:
    parts = (BODY, comment("Guest"), comment("guest"))
    assert voices.of(parts, [(1, "90m"), (2, "90m")]) == ["comment 1", "comment 2"]


def test_comments_that_answer_each_other_in_a_ring_end() -> None:
    parts = (BODY, comment("Ada", answers=2), comment("Bram", answers=1))
    assert voices.of(parts, [(1, "90m"), (2, "90m")]) == ["bram", "ada"]

"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from app.domain.article import Part, PartKind
from app.domain.span import Span
from app.extraction.mention import Passage
from app.extraction.sentences import around, split


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split(Passage(text=text))]


@pytest.mark.parametrize(
    "text",
    [
        "The deal cost £3 bn. more than planned.",
        "It cost approx. $5m. vs. £4m. last year.",
        "Mr. Smith met Dr. Jones and Mrs. J. K. Brown.",
        "The U.S. Treasury and Acme Corp. said no. 10 was next.",
        "It was signed on Jan. 3, 2009, at 5 p.m. local time.",
        "“Really?” he asked.",
        "Growth was 3.5% in 2024, e.g. 4.1% in May.",
        "It rose… and then it fell.",
        "1. The first item of a list",
        "It paid Ksh. 500 million and Kshs. 20 to the Orme Board.",
        "It paid Rs. 500 crore to Smt. Devi.",
        "Anna C. Holt and P. HOLT met J. K. Marr.",
    ],
)
def test_a_full_stop_that_shortens_a_word_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They put a zone there in 82. 24 seems few.", 2),
        ("In the U.S. The law is clear. It holds.", 3),
        ("It cost £5m. The rest was free.", 2),
        ("It cost more than Apple Inc. Shares fell.", 2),
        ("The mill is Weir End C. TRX has its bill.", 2),
        ("The yard is Unit B. Tarnex lost £4m.", 2),
        ("He said no. Then he left! Why? Nobody knows.", 4),
    ],
)
def test_sentences_end_where_the_next_begins(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_closing_quotes_belong_to_the_sentence_they_close() -> None:
    assert sentences("“It is over.” He left. 'So it is.' (Yes.) No.") == [
        "“It is over.”",
        "He left.",
        "'So it is.'",
        "(Yes.)",
        "No.",
    ]


def test_no_sentence_runs_over_a_blank_line_a_heading_or_a_list_item() -> None:
    assert sentences("A heading\n\nthe text goes on\n\nLONDON\nThe minister spoke\n• one item\n• another") == [
        "A heading",
        "the text goes on",
        "LONDON",
        "The minister spoke",
        "• one item",
        "• another",
    ]


def test_lines_wrapped_at_a_pages_width_are_one_text() -> None:
    text = (
        "The department will pay 165 million pounds a year for the\n"
        "Diego Garcia base over the first three years of the lease,\n"
        "and less after that. Then it will be linked to prices."
    )
    assert len(sentences(text)) == 2


def test_a_new_speaker_in_a_thread_begins_a_new_sentence() -> None:
    lines = [
        "Tollgate99: they spent £14m on a car park that nobody uses",
        "Sue B: rubbish, it was £9m, I read the minutes",
    ]
    assert sentences("\n".join(lines)) == lines


def test_no_sentence_runs_from_one_part_of_an_article_into_the_next() -> None:
    text = "A title without a stop The body begins here."
    parts = (
        Part(kind=PartKind.TITLE, span=Span(0, 22)),
        Part(kind=PartKind.BODY, span=Span(23, len(text))),
    )
    found = split(Passage(text=text, parts=parts))
    assert [span.of(text) for span in found] == ["A title without a stop", "The body begins here."]


def test_the_sentence_around_a_figure_and_around_one_that_crosses_a_break() -> None:
    text = "One is here. Two is here. Three."
    breaks = split(Passage(text=text))
    assert around(breaks, Span(15, 18)).of(text) == "Two is here."
    assert around(breaks, Span(8, 18)).of(text) == "One is here. Two is here."
    assert around([], Span(0, 3)) == Span(0, 3)


@given(st.text(alphabet=st.sampled_from("aB. !?…\n\t\"'”)£1•-\u2029"), max_size=120))
def test_sentences_are_in_order_and_cover_every_character_that_is_not_blank(text: str) -> None:
    found = split(Passage(text=text))
    assert all(one.end <= next_one.start for one, next_one in pairwise(found))
    covered = {at for span in found for at in range(span.start, span.end)}
    assert all(at in covered for at, letter in enumerate(text) if not letter.isspace())
    assert all(span.of(text).strip() == span.of(text) != "" for span in found)

"""Comments that are told apart by the names before or above them."""

import datetime

import pytest

from app.domain.article import Article, PartKind
from app.readers import choose

LEAD = "Base bill falls again\n\nThe Treasury said on Friday that the base would cost £165m a year for three years."
NAMES = ("a.txt", "a.md")


def read(text: str, name: str = "a.txt") -> Article:
    return choose.read_bytes(text.encode(), name=name, today=datetime.date(2026, 4, 1))


def thread(article: Article) -> list[tuple[str | None, str]]:
    return [(part.author, part.span.of(article.text)) for part in article.parts if part.kind is PartKind.COMMENT]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("heading", ["Comments", "Comments (3)", "Reader comments", "3 comments"])
@pytest.mark.parametrize(
    "forms",
    [
        ("Ann says: ", "Bob Reed says: ", "cy_orr says: "),
        ("Ann: ", "Bob Reed: ", "cy_orr: "),
        ("Ann wrote\n", "Bob Reed replied:\n", "cy_orr wrote:\n"),
        ("Ann, 5 March 2026 at 10:01\n", "Bob Reed | March 5, 2026\n", "cy_orr (2 hours ago)\n"),
        ("Ann says: ", "Bob Reed: ", "cy_orr wrote: "),
    ],
)
def test_each_name_opens_a_comment(name: str, gap: str, heading: str, forms: tuple[str, str, str]) -> None:
    said = ("It is £200m.", "No, £101m.", "In whose prices?")
    article = read(f"{LEAD}\n\n{heading}\n\n" + gap.join(map("".join, zip(forms, said, strict=True))), name)
    assert thread(article) == list(zip(("Ann", "Bob Reed", "cy_orr"), said, strict=True))
    assert article.text == "\n\n".join((LEAD, *said))


def test_bold_names_in_markdown() -> None:
    article = read(f"# {LEAD}\n\n## Comments\n\n**Ann:** It is *nearly* £200m.\n\n**Bob Reed:** No.\n", "a.md")
    assert thread(article) == [("Ann", "It is nearly £200m."), ("Bob Reed", "No.")]


def test_further_paragraphs_belong_to_the_comment_above() -> None:
    article = read(
        f"{LEAD}\n\nComments\n\nAnn, 5 March 2026 at 10:01\nIt is £200m.\n\nA last word: I counted.\n\n"
        "Question: who pays?\n\nBob, 5 March 2026 at 10:09\nWe do.\n"
    )
    assert thread(article) == [
        ("Ann", "It is £200m.\n\nA last word: I counted.\n\nQuestion: who pays?"),
        ("Bob", "We do."),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_names_with_a_day_below_and_buttons_between(name: str) -> None:
    article = read(
        f"{LEAD}\n\nComments\n\nAnn\n2 hours ago\n\nIt is £200m.\n\nReply\n\nBob Reed\n5 March 2026\nNo.\n", name
    )
    assert thread(article) == [("Ann", "It is £200m."), ("Bob Reed", "No.")]


def test_a_name_further_in_answers_the_one_above() -> None:
    article = read(f"{LEAD}\n\nComments\n\nAnn: It is £200m.\n\n    Bob: No.\n\n        Ann: Yes.\n\nCy: Fine.\n")
    first = len(article.parts) - 4
    assert [part.parent for part in article.parts[first:]] == [None, first, first + 1, None]


@pytest.mark.parametrize(
    "below",
    [
        "The minister would not say what the base costs.",
        "Minister: we will not say.\n\nShe left soon after.\n\nHer office would add nothing to that.",
        "Ann spoke first, and she said at 10:15 that it was £200m.",
        "On 5 March 2026 she said: it is £200m.",
    ],
)
def test_a_section_of_the_article_about_comments_is_text(below: str) -> None:
    text = f"{LEAD}\n\nComments\n\n{below}"
    article = read(text)
    assert thread(article) == []
    assert article.text == text


def test_quotations_below_responses_are_text() -> None:
    text = f"{LEAD}\n\nResponses\n\nLabour: We will honour the treaty.\n\nConservatives: We will not."
    assert read(text).text == text


def test_hostile_threads_are_read_in_good_time() -> None:
    assert read(f"{LEAD}\n\nComments\n\nAnn: a\n\n" + "a " * 50_000 + "\n\n" + "A, " + "1 (" * 50_000).text

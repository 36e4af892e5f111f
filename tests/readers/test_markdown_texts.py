"""Markdown texts."""

import datetime

import pytest

from app.domain.article import Article, PartKind
from app.readers import choose, markdown

TODAY = datetime.date(2026, 2, 14)


def read(text: str) -> Article:
    return choose.read_bytes(text.encode(), name="a.md", today=TODAY)


def words(article: Article, kind: PartKind) -> list[str]:
    return [part.span.of(article.text) for part in article.parts if part.kind is kind]


PAGE = """---
title: "Ignored because quoted fields win"
outlet: Civic Review
published: 2025-05-23
tags: [islands, money]
---
# Where the **money** goes

*Two rates, one grant and one payment*

By Elin Marsh

Britain pays [£165m a year](https://example.org/a_b) for
the first *three* years, the minister said on Friday.

## The grant

- Years 4 to 28: **£45m**
- Once: £40m

| Years | Amount |
| --- | ---: |
| 1-3 | £165m |

> We think it is fair.

<!-- not for print: £999m -->

## 2 comments

1. **Ann:** I heard _nearly_ £200m.
   - **Bob:** On what basis?
"""


def test_front_matter_parts_and_comments() -> None:
    article = read(PAGE)
    assert article.media_type == "text/markdown"
    assert article.outlet is not None
    assert article.outlet.value == "Civic Review"
    assert article.published is not None
    assert article.published.value == "2025-05-23"
    assert article.author is not None
    assert article.author.value == "Elin Marsh"
    assert words(article, PartKind.STANDFIRST) == ["Two rates, one grant and one payment"]
    assert words(article, PartKind.BODY)[0] == (
        "Britain pays £165m a year for the first three years, the minister said on Friday.\n\nThe grant\n\n"
        "Years 4 to 28: £45m\nOnce: £40m\n\nYears\tAmount\n1-3\t£165m\n\nWe think it is fair."
    )
    assert words(article, PartKind.COMMENT) == ["I heard nearly £200m.", "On what basis?"]
    assert [part.author for part in article.parts[-2:]] == ["Ann", "Bob"]
    assert article.parts[-1].parent == len(article.parts) - 2
    assert "tags" not in article.text


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("5 * 3 * 2 makes 30", "5 * 3 * 2 makes 30"),
        (r"a \*starred\* price of \$5m", "a *starred* price of $5m"),
        ("snake_case_name stays", "snake_case_name stays"),
        ("**£5m** and ***£6m*** and `£7m` and ~~£8m~~", "£5m and £6m and £7m and £8m"),
        ("see ![chart](a.png) [the note][1] and <https://example.org>", "see  the note and https://example.org"),
        ("under <b>£5m</b> but x < 5 and y > 3", "under £5m but x < 5 and y > 3"),
    ],
)
def test_marks_go_and_words_stay(marked: str, bare: str) -> None:
    assert markdown.inline(marked) == bare


def test_an_underlined_heading_is_a_title() -> None:
    article = read("Where the money goes\n====================\n\nIt goes to the islands.")
    assert words(article, PartKind.TITLE) == ["Where the money goes"]


def test_hostile_marks_are_read_in_good_time() -> None:
    assert read("# T of all\n\n" + "[" * 50_000 + "*a " * 50_000 + "`" * 10_000).text

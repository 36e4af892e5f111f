"""Whatever the bytes, there is an article with sound parts, or a sentence that says why not."""

import datetime

from hypothesis import given, settings, strategies as st

from app.domain.article import Article, PartKind
from app.domain.errors import UserError
from app.readers import choose

TODAY = datetime.date(2026, 6, 1)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.eml", "a.mhtml", "a.pdf", "a.docx", "a.odt", "a"])
PIECES = st.sampled_from(
    [
        *"\n\t -*#_[]()<>|&;:.`\\£é😀\u2028\x00",
        "\r\n\n",
        "Comments\n\n1. ",
        "  - Ann: ",
        "By Elin Marsh\n",
        "Published: 2025-05-23\n",
        "---\n",
        "It costs £165m a year, the minister said on Friday in the House of Commons.",
        "<p>",
        "</div>",
        "<div class='comment' id='comment-1'>",
        "<h1>Base bill</h1>",
        "<table><tr><td>",
        "<!DOCTYPE html>",
        "<script type='application/ld+json'>",
        "<meta name='date' content='",
        "Latest news\n",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
        "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n",
        "Subject: =?utf-8?q?=C3?=\n",
        "Read more\n",
    ]
)


def assert_article_or_reason(raw: bytes, name: str) -> None:
    refusal = None
    try:
        article = choose.read_bytes(raw, name=name, today=TODAY)
    except UserError as error:
        refusal = error
    else:
        assert_parts_are_sound(article)
    if refusal is not None:
        assert refusal.reason
        assert str(refusal).endswith(".")


def assert_parts_are_sound(article: Article) -> None:
    assert article.parts
    end = -2
    for place, part in enumerate(article.parts):
        assert part.span.start == end + 2
        assert part.span.of(article.text).strip()
        assert part.parent is None or (
            part.kind is PartKind.COMMENT
            and article.parts[part.parent].kind is PartKind.COMMENT
            and part.parent < place
        )
        end = part.span.end
    assert end == len(article.text)
    assert "\r" not in article.text
    assert "\x00" not in article.text


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=2000), NAMES)
def test_any_bytes(raw: bytes, name: str) -> None:
    assert_article_or_reason(raw, name)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join), NAMES)
def test_any_jumble_of_marks(text: str, name: str) -> None:
    assert_article_or_reason(text.encode(), name)

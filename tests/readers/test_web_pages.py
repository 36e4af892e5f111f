"""Web pages."""

import datetime
import socket
from typing import NoReturn

import pytest

from app.domain.article import Article, Part, PartKind
from app.domain.errors import UserError
from app.readers import choose

TODAY = datetime.date(2026, 2, 14)

PAGE = """<!doctype html><html lang="en-US"><head><meta charset="utf-8">
<title>What the treaty costs | Harbour Daily</title>
<meta property="og:site_name" content="Harbour Daily"><meta property="og:title" content="What the treaty costs">
<meta name="description" content="Two rates, one grant and a trust fund.">
<link rel="canonical" href="https://www.harbourdaily.example.co.uk/costs"><link rel="stylesheet" href="https://cdn.test/a.css">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"What the treaty costs",
"datePublished":"2025-05-23T07:40:00+01:00","author":[{"@type":"Person","name":"Elin Marsh"}]}]}</script>
<script>document.write("<p>Written by a script: £666m a year, it says in this long sentence.</p>")</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article><header><h1>What the treaty costs</h1><p class="standfirst">Two rates, one grant and a trust fund.</p>
<p class="byline">By <a rel="author" href="/x">Elin Marsh</a></p><time datetime="2025-05-24">24 May 2025</time>
<div class="share-bar"><a>Twitter</a> <a>Facebook</a> <span>1,204 shares</span></div></header>
<p>Britain will pay Mauritius £165m a year for the first three years of the treaty signed on <b>22 May 2025</b>.</p>
<h2>The grant</h2><p>A further £45m a year goes to development projects for 25 years,<br>and £40m is paid once.</p>
<ul><li>Years 1 to 3: £165m</li><li>Years 4 to 13: £120m</li></ul>
<table><tr><th>Years</th><th>Amount</th></tr><tr><td>1-3</td><td>£165m</td></tr></table>
<p>Both parliaments must approve the treaty before the first payment is made, officials said on Friday.</p>
<img src="https://tracker.test/pixel.gif"><iframe src="https://ads.test/"></iframe>
<aside class="related"><h3>Related headlines</h3>
<ul><li><a href="/a">Fish quota rises by 20 per cent</a></li></ul></aside>
</article>
<section id="comments" class="comments-area"><h2>3 Comments</h2><ol class="comment-list">
<li id="comment-11" class="comment even depth-1 parent"><article id="div-comment-11" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Ann</b>
<span class="says">says:</span></div>
<div class="comment-metadata"><time datetime="2025-05-25">25 May 2025 at 10:00</time></div></footer>
<div class="comment-content"><p>I heard £200m a year.</p><p>Twice!</p></div>
<div class="reply"><a class="comment-reply-link">Reply</a></div></article>
<ol class="children"><li id="comment-12" class="comment depth-2"><article class="comment-body"><footer>
<div class="comment-author vcard"><b class="fn">Bob Reed</b></div></footer>
<div class="comment-content"><p>It is £101m on average.</p></div></article></li></ol></li>
<li id="comment-13" class="comment depth-1"><article class="comment-body">
<div class="comment-author"><b class="fn">Cy</b></div>
<div class="comment-content"><p>Fair enough.</p></div></article></li></ol>
<div id="respond"><h3>Leave a Reply</h3><form><textarea></textarea></form></div></section></main>
<footer>© 2025 Harbour Daily. All rights reserved.</footer></body></html>"""
PROSE = "<p>The Treasury said on Friday that the base would cost £165m a year for the first three years.</p>"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read(page: str | bytes, name: str = "a.html") -> Article:
    return choose.read_bytes(page if isinstance(page, bytes) else page.encode(), name=name, today=TODAY)


def words(article: Article, kind: PartKind) -> list[str]:
    return [part.span.of(article.text) for part in article.parts if part.kind is kind]


def article_page(head: str = "", body: str = PROSE) -> str:
    return f"<html><head>{head}</head><body><article><h1>Base bill falls again</h1>{body}</article></body></html>"


def test_the_whole_page() -> None:
    article = read(PAGE)
    assert words(article, PartKind.TITLE) == ["What the treaty costs"]
    assert words(article, PartKind.STANDFIRST) == ["Two rates, one grant and a trust fund."]
    assert words(article, PartKind.BODY)[0] == (
        "Britain will pay Mauritius £165m a year for the first three years of the treaty signed on 22 May 2025.\n\n"
        "The grant\n\nA further £45m a year goes to development projects for 25 years,\nand £40m is paid once.\n\n"
        "Years 1 to 3: £165m\nYears 4 to 13: £120m\n\nYears\tAmount\n1-3\t£165m\n\n"
        "Both parliaments must approve the treaty before the first payment is made, officials said on Friday."
    )


def test_details_carry_their_evidence_and_the_explicit_ones_win() -> None:
    article = read(PAGE)
    found = {name: getattr(article, name) for name in ("title", "outlet", "author", "published")}
    assert {name: (detail.value, detail.evidence) for name, detail in found.items()} == {
        "title": ("What the treaty costs", "h1 element"),
        "outlet": ("Harbour Daily", "meta og:site_name"),
        "author": ("Elin Marsh", "JSON-LD author"),
        "published": ("2025-05-23T07:40+01:00", "JSON-LD datePublished"),
    }
    assert article.url == "https://www.harbourdaily.example.co.uk/costs"
    assert (article.language, article.country) == ("en", "GB")


def test_comments_keep_authors_and_whom_they_answer() -> None:
    article = read(PAGE)
    comments = [part for part in article.parts if part.kind is PartKind.COMMENT]
    assert [part.author for part in comments] == ["Ann", "Bob Reed", "Cy"]
    assert [part.parent for part in comments] == [None, article.parts.index(comments[0]), None]
    assert words(article, PartKind.COMMENT) == [
        "I heard £200m a year.\nTwice!",
        "It is £101m on average.",
        "Fair enough.",
    ]


def test_schema_org_comments() -> None:
    mark = 'itemscope itemtype="https://schema.org/Comment"'
    article = read(
        article_page(
            body=PROSE
            + f'<div {mark}><span itemprop="author"><b itemprop="name">Meg</b></span><p itemprop="text">Too dear.'
            f'</p><div {mark}><span itemprop="author">Lou</span><div itemprop="text">Is it £2m?</div></div></div>'
        )
    )
    comments: list[Part] = [part for part in article.parts if part.kind is PartKind.COMMENT]
    assert [(part.author, part.span.of(article.text)) for part in comments] == [
        ("Meg", "Too dear."),
        ("Lou", "Is it £2m?"),
    ]
    assert comments[1].parent == article.parts.index(comments[0])


def test_flat_threads_answer_by_depth() -> None:
    items = "".join(f'<div class="comment depth-{depth}"><p>Point {depth}.</p></div>' for depth in (1, 2, 3, 2, 1))
    article = read(article_page() + f'<div id="comments">{items}</div>')
    assert [part.parent for part in article.parts if part.kind is PartKind.COMMENT] == [None, 2, 3, 2, None]


def test_an_opinion_page_that_calls_itself_comment_is_no_thread() -> None:
    article = read(
        f'<html><body class="comment"><article class="comment"><h1>Our view of it</h1>{PROSE}</article></body></html>'
    )
    assert [part.kind for part in article.parts] == [PartKind.TITLE, PartKind.BODY]


@pytest.mark.parametrize(
    ("head", "value", "evidence"),
    [
        ('<meta property="article:published_time" content="2025-05-23">', "2025-05-23", "meta article:published_time"),
        ('<meta name="DC.date.issued" content="23 May 2025">', "2025-05-23", "meta dc.date.issued"),
        (
            '<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2025-05-23"}]</script>',
            "2025-05-23",
            "JSON-LD datePublished",
        ),
    ],
)
def test_dates_from_the_head(head: str, value: str, evidence: str) -> None:
    published = read(article_page(head)).published
    assert published is not None
    assert (published.value, published.evidence) == (value, evidence)


def test_dates_from_the_page_itself() -> None:
    for mark, evidence in (
        ('<time datetime="2025-05-23T07:40Z">yesterday</time>', "time element"),
        ('<p class="meta">By Ada Quill | 23 May 2025</p>', "line “By Ada Quill | 23 May 2025”"),
    ):
        published = read(article_page(body=mark + PROSE)).published
        assert published is not None
        assert published.value.startswith("2025-05-23")
        assert published.evidence == evidence


def test_a_date_in_the_future_is_left_out_and_the_next_best_taken() -> None:
    article = read(
        article_page(
            '<meta property="article:published_time" content="2026-05-23"><meta name="date" content="2025-05-23">'
        )
    )
    assert article.published is not None
    assert article.published.value == "2025-05-23"
    assert "in the future" in article.notes[0]


def test_broken_linked_data_is_passed_over() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", broken</script>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert "£165m" in read(article_page(script + deep)).text


def test_the_outlet_comes_from_the_window_title_or_the_address_at_worst() -> None:
    named = read(article_page("<title>Base bill falls again - Tidewater</title>"))
    assert named.outlet is not None
    assert (named.outlet.value, named.outlet.evidence) == ("Tidewater", "title element")
    placed = read(article_page('<link rel="canonical" href="https://www.tidewater.example/a">'))
    assert placed.outlet is not None
    assert "tidewater" in placed.outlet.value.lower()


def test_a_description_that_the_page_does_not_show_is_no_standfirst() -> None:
    article = read(article_page('<meta name="description" content="Words for search engines about the base.">'))
    assert not words(article, PartKind.STANDFIRST)


def test_nothing_is_expanded_from_a_page_that_declares_entities() -> None:
    bomb = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    page = f'<!DOCTYPE html [<!ENTITY e0 "ha">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>' + article_page(
        body=PROSE + "<p>Then &e11; and &f; followed in the second paragraph of the page, as it was saved.</p>"
    )
    article = read(page)
    assert len(article.text) < 400
    assert "root:" not in article.text


def test_moderate_depth_is_read_and_absurd_depth_refused() -> None:
    assert "£165m" in read(article_page(body="<div>" * 1000 + PROSE + "</div>" * 1000)).text
    with pytest.raises(UserError, match="too deeply") as caught:
        read(article_page(body="<div>" * 20_000 + PROSE))
    assert caught.value.reason == "too-deep"


def test_nul_bytes_and_broken_marks_do_no_harm() -> None:
    raw = article_page(
        body=PROSE.replace("base", "ba\0se") + "<p <b>Un</i>closed & broken &pound;5m &#0; &#x110000;"
    ).encode()
    text = read(raw).text
    assert "the base would cost £165m" in text


def test_a_charset_declared_wrongly_is_put_right() -> None:
    page = article_page('<meta charset="iso-8859-1">')
    assert "£165m" in read(page.encode("utf-8")).text
    assert "£165m" in read(article_page('<meta charset="utf-8">').encode("cp1252")).text


def test_an_xml_declaration_does_no_harm() -> None:
    page = '<?xml version="1.0" encoding="windows-1252"?>' + article_page()
    assert "£165m" in read(page.encode("cp1252"), "a.xhtml").text


def test_a_page_of_10_mb_is_read() -> None:
    article = read(article_page(body="<p>" + "word £5m more, " * 650_000 + "</p>"))
    assert len(article.text) > 9_000_000


def test_page_frames_hold_no_article() -> None:
    with pytest.raises(UserError) as caught:
        read('<html><frameset><frame src="https://x.test/"></frameset></html>')
    assert caught.value.reason == "no-article"


def test_short_pages_keep_their_blocks() -> None:
    body = (
        "<p>It is £5m.</p><ol><li>First <b>£1m</b></li><li>Then £4m</li></ol>"
        "<table><tr><td>Year 1</td><td>£1m</td></tr></table><p hidden>£66m</p><p>Share this: Twitter</p>"
    )
    assert words(read(article_page(body=body)), PartKind.BODY) == ["It is £5m.\n\nFirst £1m\nThen £4m\n\nYear 1\t£1m"]


def test_pages_laid_out_with_tables_and_line_breaks_are_read() -> None:
    article = read(
        "<html><body><table><tr><td><font>The harbour bill rises</font><br>by John Ash<br>12/03/2001<br><br>"
        "The harbour will cost £12m, the council said on Monday after a long meeting.<br><br>"
        "It had been put at £9m in 1999 when the plans were drawn up by the engineer.</td></tr></table></body></html>"
    )
    assert words(article, PartKind.TITLE) == ["The harbour bill rises"]
    assert article.author is not None
    assert article.author.value == "John Ash"
    assert article.published is not None
    assert article.published.value == "2001-03-12"
    assert words(article, PartKind.BODY)[0].startswith("The harbour will cost £12m")


def test_footnote_marks_do_not_run_into_figures() -> None:
    text = read(article_page(body='<p>It costs £165m<sup><a href="#n">1</a></sup> for 20 m<sup>2</sup>.</p>')).text
    assert "£165m¹ for 20 m²" in text


def test_a_bare_year_is_no_publication_date() -> None:
    assert read(article_page() + "<footer>© 2001 Harbour Daily</footer>").published is None


_STARTS = (
    "The plan goes fully into effect on July 1, 2025, and analysts expect that half of all loans will then move to it."
)


def test_the_outlets_name_above_the_text_is_none_of_it() -> None:
    head = '<meta property="og:site_name" content="Harbour Daily">'
    article = read(article_page(head, body=f"<p>Harbour Daily</p>{PROSE}<p>Harbour Daily</p>"))
    body = "".join(words(article, PartKind.BODY))
    assert body.startswith("The Treasury said")
    assert body.endswith("Harbour Daily")


def test_a_day_that_only_a_sentence_names_is_no_publication_date() -> None:
    article = read(article_page(body=PROSE + f"<p>{_STARTS}</p>"))
    assert article.published is None
    assert article.notes == (
        "No publication date was taken: 2025-07-01, guessed by htmldate from the page, stands in a sentence only.",
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<p>HARBOUR, July 1, 2025 (Nordwire) - The plan costs $40m a year, the council said on Friday.</p>{PROSE}",
        f"<p>HARBOUR, July 1, 2025 /Nordwire/ -- The plan costs $40m a year, the council said on Friday.</p>{PROSE}",
        f"<p>July 1, 2025</p>{PROSE}<p>{_STARTS}</p>",
    ],
)
def test_a_day_in_a_dateline_or_on_a_line_of_its_own_is_one(body: str) -> None:
    published = read(article_page(body=body)).published
    assert published is not None
    assert published.value == "2025-07-01"


@pytest.mark.parametrize("outlet", ["iTide Post", "Harbour, Tide and Pier"])
def test_an_outlets_name_where_the_writers_would_stand_is_no_author(outlet: str) -> None:
    head = f'<meta property="og:site_name" content="{outlet}">'
    article = read(article_page(head, f'<p class="byline">{outlet}</p>{PROSE}'))
    assert article.outlet is not None
    assert (article.outlet.value, article.author) == (outlet, None)


def test_words_after_the_pages_end_are_read() -> None:
    assert (
        "£9m more"
        in read(article_page() + "<p>The council said on Monday that it will cost £9m more than it thought.</p>").text
    )


def test_a_thread_that_marks_only_its_words_is_a_thread() -> None:
    article = read(
        article_page()
        + '<ul class="commentlist"><li class="post"><div class="comment-body"><span class="author">Zed</span>'
        "<p>Only £165m?</p></div></li></ul>"
    )
    assert [(part.author, part.span.of(article.text)) for part in article.parts[2:]] == [("Zed", "Only £165m?")]


def test_items_that_stand_in_no_list_are_read() -> None:
    body = PROSE * 6 + "".join(f"<li>Some {n} boats were sold by the port in the spring</li>" for n in range(40, 48))
    assert "Some 40 boats were sold by the port in the spring\nSome 41 boats" in read(article_page(body=body)).text


def test_items_with_small_letters_stay_apart() -> None:
    body = PROSE + "<p>It found that:</p><ul><li>dues made £4m</li><li>rents made £6m</li></ul>" + PROSE
    assert "\n• dues made £4m\n• rents made £6m\n" in read(article_page(body=body)).text


def test_nested_lists_are_read_once() -> None:
    body = (
        PROSE
        + "<ul><li>First £1m<ul><li>of which £2m</li></ul></li><li>Then £4m</li></ul>"
        + PROSE.replace("165", "120")
    )
    assert words(read(article_page(body=body)), PartKind.BODY)[0].split("\n")[2:6] == [
        "First £1m",
        "of which £2m",
        "Then £4m",
        "",
    ]

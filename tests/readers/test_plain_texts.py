"""Plain texts: head, foot, furniture and comments."""

import datetime
from pathlib import Path

import pytest

from app.domain.article import Article, PartKind
from app.readers import choose

TODAY = datetime.date(2026, 2, 14)
FIRST = "The Treasury said on Friday that the base would cost £165m a year for the first three years."
SECOND = "From the fourth year the price falls to £120m, and it rises with inflation after year fourteen."
SHARED = Path(__file__).parents[3] / "shared" / "articles"


def read(text: str, name: str = "a.txt") -> Article:
    article = choose.read_bytes(text.encode(), name=name, today=TODAY)
    for before, after in zip(article.parts, article.parts[1:], strict=False):
        assert article.text[before.span.end : after.span.start] == "\n\n"
    assert article.parts[0].span.start == 0
    assert article.parts[-1].span.end == len(article.text)
    return article


def words(article: Article, kind: PartKind) -> list[str]:
    return [part.span.of(article.text) for part in article.parts if part.kind is kind]


def test_title_standfirst_and_body() -> None:
    article = read(f"Base bill falls after three years\nMinisters publish the price at last\n\n{FIRST}\n\n{SECOND}\n")
    assert words(article, PartKind.TITLE) == ["Base bill falls after three years"]
    assert words(article, PartKind.STANDFIRST) == ["Ministers publish the price at last"]
    assert words(article, PartKind.BODY) == [f"{FIRST}\n\n{SECOND}"]


def test_a_text_that_starts_with_a_paragraph_has_no_title() -> None:
    article = read(f"{FIRST}\n{SECOND}")
    assert article.title is None
    assert article.text == f"{FIRST}\n{SECOND}"


def test_a_few_words_alone_are_kept_whole() -> None:
    assert read("It costs £165m a year.").text == "It costs £165m a year."


def test_date_byline_and_address_become_details_with_their_line() -> None:
    article = read(
        f"Base bill falls after three years\n\nBy Elin Marsh | 23 May 2025, 07:40\nhttps://daily.example.org.uk/bill\n\n{FIRST}"
    )
    assert article.author is not None
    assert article.author.value == "Elin Marsh"
    assert article.published is not None
    assert article.published.value == "2025-05-23T07:40"
    assert article.published.evidence == "line “By Elin Marsh | 23 May 2025, 07:40”"
    assert (article.url, article.country) == ("https://daily.example.org.uk/bill", "GB")
    assert words(article, PartKind.BODY) == [FIRST]


def test_named_fields_become_details() -> None:
    article = read(f"Outlet: Harbour Daily\nPublished: 2025-05-23\nBy Elin Marsh\n\nBase bill falls again\n\n{FIRST}")
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.evidence) == ("Harbour Daily", "line “Outlet: Harbour Daily”")
    assert words(article, PartKind.TITLE) == ["Base bill falls again"]


@pytest.mark.parametrize("fields", ["Outlet: Harbour Daily\nDate: 2025-05-23\n", ""])
@pytest.mark.parametrize("mark", ["?", ".", ""])
def test_a_named_title_is_one_however_long_it_is_and_whatever_ends_it(mark: str, fields: str) -> None:
    title = f"Is the bill of the base on the far side of the harbour set to rise by £13 million a year{mark}"
    article = read(f"Title: {title}\n{fields}\n{FIRST}\n\n{SECOND}")
    assert words(article, PartKind.TITLE) == [title]
    assert (article.published is not None) == bool(fields)
    assert words(article, PartKind.BODY) == [f"{FIRST}\n\n{SECOND}"]


def test_a_paragraph_that_begins_like_a_named_field_stays() -> None:
    first = f"Source: the Treasury, in its yearly report. {FIRST}"
    assert words(read(f"{first}\n\n{SECOND}"), PartKind.BODY) == [f"{first}\n\n{SECOND}"]


def test_a_long_standfirst_above_a_byline_is_no_paragraph() -> None:
    standfirst = "The treaty sets two yearly rates, a grant for development and one payment into a trust fund."
    article = read(f"Base bill falls again\n\n{standfirst}\n\nBy Elin Marsh\n\n{FIRST}")
    assert words(article, PartKind.STANDFIRST) == [standfirst]


@pytest.mark.parametrize("line", ["By 2035 the bill will have doubled", "By Friday", "By the sea"])
def test_a_line_that_only_begins_like_a_byline_stays(line: str) -> None:
    article = read(f"Base bill falls again\n\n{FIRST}\n\n{line} and nobody will have noticed it, the minister said.")
    assert line in article.text


def test_impossible_and_future_dates_are_left_out_with_a_note() -> None:
    for written, why in (("2025-02-30", "not a date"), ("2026-02-15", "in the future")):
        article = read(f"Published: {written}\n\nBase bill falls again\n\n{FIRST}")
        assert article.published is None
        assert why in article.notes[0]


def test_menus_above_and_counters_below_go() -> None:
    article = read(
        f"twitter\nfacebook\ntelegram\nWORLD\nA+\n\nBase bill falls again\n\n{FIRST}\n\nBy Elin Marsh\n"
        "Views: 1,067\n\nShare this story\nLatest news\n\nFish quota up 20 per cent\n\n3 minutes Jul 02 2025\n"
    )
    assert article.text == f"Base bill falls again\n\n{FIRST}"
    assert article.author is not None
    assert article.author.value == "Elin Marsh"


def test_prose_below_a_tail_heading_is_kept() -> None:
    article = read(f"Base bill falls again\n\n{FIRST}\n\nMore news\n\n{SECOND}")
    assert SECOND in article.text


def test_a_section_name_without_a_menu_is_kept() -> None:
    assert "WORLD" in read(f"WORLD\n\nBase bill falls again\n\n{FIRST}").text


def test_hard_wrapped_lines_are_joined_and_short_lines_stay() -> None:
    wrapped = (
        "Base bill falls again\n\nThe Treasury said on Friday that the base would cost £165m\n"
        "a year for the first three years, and that a later treaty\n"
        "year would cost less than that, because the price falls\n"
        "from the fourth year and is fixed until the fourteenth, as\n"
        "the note published with the treaty says on page 12 of the\n"
        "second annex.\n\nYear 1: £165m\nYear 4: £120m\n"
    )
    text = read(wrapped).text
    assert "£165m a year for" in text
    assert "Year 1: £165m\nYear 4: £120m" in text
    assert len(text) == len(wrapped.strip())


THREAD = f"""{FIRST}

3 COMMENTS

  1. It is nearly £200m a year.
     I read it in two papers:

     1. one on Monday
     2. one on Friday

    • No, £101m on average.

      • In whose prices?

  2. Fine by me.

LEAVE A REPLY

Please enter your comment!
"""


def test_comments_know_which_one_they_answer() -> None:
    article = read(THREAD)
    first = next(place for place, part in enumerate(article.parts) if part.kind is PartKind.COMMENT)
    assert [part.parent for part in article.parts[first:]] == [None, first, first + 1, None]
    assert words(article, PartKind.COMMENT) == [
        "It is nearly £200m a year.\nI read it in two papers:\n\n1. one on Monday\n2. one on Friday",
        "No, £101m on average.",
        "In whose prices?",
        "Fine by me.",
    ]


def test_names_before_comments_are_authors_only_where_all_have_one() -> None:
    named = read(f"{FIRST}\n\nComments\n\n1. Ann: It is £200m.\n\n  - Bob Reed: It is £101m.\n\n2. Cy: Fine.\n")
    assert [part.author for part in named.parts[1:]] == ["Ann", "Bob Reed", "Cy"]
    assert words(named, PartKind.COMMENT) == ["It is £200m.", "It is £101m.", "Fine."]
    mixed = read(f"{FIRST}\n\nComments\n\n1. Question: is it £200m?\n\n2. Fine.\n")
    assert words(mixed, PartKind.COMMENT) == ["Question: is it £200m?", "Fine."]


def test_a_heading_without_items_is_a_heading_of_the_article() -> None:
    article = read(f"{FIRST}\n\nComments\n\n{SECOND}")
    assert not words(article, PartKind.COMMENT)
    assert "Comments" in article.text


def saved(name: str) -> Article:
    if not SHARED.is_dir():
        pytest.skip("the saved articles are not here")
    return choose.read_file(next(SHARED.glob(f"{name}_*.txt")), today=datetime.date(2026, 11, 21))


def test_saved_page_with_menus_and_counters() -> None:
    article = saved("000")
    assert article.title is not None
    assert article.title.value.startswith("UK seeks new defence alliance")
    assert article.published is not None
    assert article.published.value == "2026-02-13T15:53"
    assert article.author is not None
    assert article.author.value == "Tamilla Hasanova"
    body = words(article, PartKind.BODY)[0]
    assert body.startswith("UK Prime Minister")
    assert body.endswith("stability and investment.")


def test_saved_page_with_a_thread() -> None:
    article = saved("002")
    comments = [part for part in article.parts if part.kind is PartKind.COMMENT]
    tops = [part for part in comments if part.parent is None]
    assert (len(comments), len(tops)) == (29, 5)
    rebuttal = next(part for part in comments if part.span.of(article.text).startswith("It’s £165m"))
    assert rebuttal.parent is not None
    assert "£100 million a year" in article.parts[rebuttal.parent].span.of(article.text)
    assert "LEAVE A REPLY" not in article.text


def test_saved_pages_without_furniture_lose_no_line() -> None:
    for name in ("001", "003"):
        article = saved(name)
        found = [line for line in article.raw.decode().split("\n") if line.strip() and line.strip() not in article.text]
        assert found == []


def test_saved_page_with_further_headlines() -> None:
    article = saved("004")
    assert article.author is not None
    assert article.author.value == "Mark Leach"
    assert "SAFE Regulation" not in article.text
    assert "lexology.com/panoramic" in article.text

"""The headline, and the line below it that says who printed the text, who wrote it and when."""

import datetime

import pytest

from app.domain.article import Article, Detail, PartKind
from app.readers import choose

TODAY = datetime.date(2026, 4, 1)
LONG = "The Treasury said on Friday that the base would cost £165m a year for the first three years."
SHORT = "The base costs £165m a year."
TITLE = "Base bill falls again"
NAMES = ("a.txt", "a.md")


def read(text: str, name: str = "a.txt") -> Article:
    return choose.read_bytes(text.encode(), name=name, today=TODAY)


def value(detail: Detail | None) -> str | None:
    return detail.value if detail else None


def body(article: Article) -> str:
    return "\n\n".join(part.span.of(article.text) for part in article.parts if part.kind is PartKind.BODY)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("paragraph", [LONG, SHORT])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("6 March 2026", None, "2026-03-06"),
        ("March 6, 2026", None, "2026-03-06"),
        ("Thursday 6 March 2026, 10:15 GMT", None, "2026-03-06T10:15+00:00"),
        ("10:15, 6 March 2026", None, "2026-03-06T10:15"),
        ("Press release date: 6 March 2026", None, "2026-03-06"),
        ("Issued 6 March 2026", None, "2026-03-06"),
        ("Evening Mail, 5 March 2026", "Evening Mail", "2026-03-05"),
        ("Evening Mail | 5 March 2026", "Evening Mail", "2026-03-05"),
        ("5 March 2026 - Evening Mail", "Evening Mail", "2026-03-05"),
        ("The Guardian, Thu 5 Mar 2026 10.15 GMT", "The Guardian", "2026-03-05T10:15+00:00"),
        ("(Nordwire) 3 March 2026", "Nordwire", "2026-03-03"),
    ],
)
def test_the_line_under_the_headline_is_detail_and_no_body(
    name: str, paragraph: str, gap: str, line: str, outlet: str | None, published: str
) -> None:
    article = read(f"{TITLE}{gap}{line}\n\n{paragraph}\n", name)
    assert (value(article.title), value(article.outlet), value(article.published)) == (TITLE, outlet, published)
    assert article.published == Detail(value=published, evidence=f"line under the headline “{line}”")
    assert article.text == f"{TITLE}\n\n{paragraph}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("line", ["6 March 2026", "Evening Mail, 6 March 2026"])
def test_the_date_may_be_the_first_line(name: str, line: str) -> None:
    for text, kept in ((f"{line}\n\n{TITLE}\n\n{SHORT}", f"{TITLE}\n\n{SHORT}"), (f"{line}\n{LONG}", LONG)):
        article = read(text, name)
        assert value(article.published) == "2026-03-06"
        assert article.text == kept


@pytest.mark.parametrize(("name", "mark"), [("a.txt", ""), ("a.md", "# ")])
@pytest.mark.parametrize("lines", ["{outlet}\n6 March 2026", "6 March 2026\n{outlet}"])
@pytest.mark.parametrize(
    "outlet",
    [
        "Evening Mail",
        "The Harbour Times (Port Isle)",
        "Harbour Trust",
        "U.S. Department of Ports",
        "The Green House",
        "HPA",
        "harbour.test",
    ],
)
def test_the_outlet_may_stand_on_a_line_of_its_own_beside_the_date(
    name: str, mark: str, lines: str, outlet: str
) -> None:
    article = read(f"{mark}{TITLE}\n{lines.format(outlet=outlet)}\n\n{LONG}\n", name)
    assert (value(article.outlet), value(article.published)) == (outlet, "2026-03-06")
    assert article.text == f"{TITLE}\n\n{LONG}"


@pytest.mark.parametrize(
    "lines",
    [
        *(f"{line}\n6 March 2026" for line in ("Ada Lind", "London", "BRIEF", "LIVE", "Education", "Local Government")),
        "Evening Mail\n\n6 March 2026",
    ],
)
def test_a_line_that_may_be_something_else_or_stands_apart_from_the_date_is_no_outlet(lines: str) -> None:
    assert read(f"{TITLE}\n{lines}\n\n{LONG}\n").outlet is None


def test_a_headline_made_of_an_outlets_words_stays_the_headline() -> None:
    article = read(f"Evening Mail Sold Again\n6 March 2026\n\n{LONG}\n")
    assert (value(article.title), value(article.outlet)) == ("Evening Mail Sold Again", None)


def test_a_slanted_date_below_a_markdown_heading_is_no_standfirst() -> None:
    article = read(f"# {TITLE}\n\n*Thursday 6 March 2026, 10:15 GMT*\n\n{SHORT}", "a.md")
    assert value(article.published) == "2026-03-06T10:15+00:00"
    assert article.text == f"{TITLE}\n\n{SHORT}"


@pytest.mark.parametrize("line", ["London, 5 March 2026", "Ada Lind, 5 March 2026", "World | 5 March 2026"])
def test_a_name_that_may_be_a_place_a_person_or_a_section_stays(line: str) -> None:
    for paragraph in (LONG, SHORT):
        article = read(f"{TITLE}\n\n{line}\n\n{paragraph}")
        assert (value(article.outlet), value(article.published)) == (None, "2026-03-05")
        assert body(article) == f"{line}\n\n{paragraph}"
        assert value(read(f"{line}\n\n{TITLE}\n\n{paragraph}").title) == TITLE


def test_a_standfirst_may_stand_between_headline_and_details() -> None:
    article = read(f"{TITLE}\nMinisters publish the price at last\n\nEvening Mail, 5 March 2026\n\n{SHORT}")
    assert (value(article.title), value(article.outlet), value(article.published)) == (
        TITLE,
        "Evening Mail",
        "2026-03-05",
    )
    assert [part.kind for part in article.parts] == [PartKind.TITLE, PartKind.STANDFIRST, PartKind.BODY]
    assert body(article) == SHORT


def test_a_date_inside_a_sentence_is_text() -> None:
    text = f"{TITLE}\n\nThe treaty was signed on 5 March 2026.\n\nEvening Mail, 5 March 2026, said so first."
    article = read(text)
    assert article.published is None
    assert article.text == text


def test_a_date_further_down_is_text() -> None:
    text = f"{TITLE}\n\n{LONG}\n\n{LONG}\n\nEvening Mail, 5 March 2026\n\n{LONG}"
    article = read(text)
    assert (article.outlet, article.published) == (None, None)
    assert article.text == text


def test_words_after_a_field_of_a_date_are_not_lost() -> None:
    article = read(f"Published: 6 March 2026\n{SHORT}", "a.md")
    assert (value(article.published), article.text) == ("2026-03-06", SHORT)
    text = "Date: the sixth of March was the day of the treaty with Mauritius."
    assert read(text).text == text


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Ada Lind, Harbour Post", "Ada Lind", "Harbour Post"),
        ("By Ada Lind and Bo Ek, Harbour Post", "Ada Lind and Bo Ek", "Harbour Post"),
        ("By Ada Lind, Bo Ek, Harbour Post", "Ada Lind, Bo Ek", "Harbour Post"),
        ("By Ada Lind, Nordwire", "Ada Lind", "Nordwire"),
        ("By Ada Lind, Kestrel Point | 5 March 2026", "Ada Lind", "Kestrel Point"),
        ("By Ada Lind, Political Editor", "Ada Lind, Political Editor", None),
        ("By Ada Lind, BBC correspondent", "Ada Lind, BBC correspondent", None),
        ("By Ada Lind, Brussels", "Ada Lind, Brussels", None),
        ("By Ada Lind, MP", "Ada Lind, MP", None),
        ("By Ada Lind, Bo Ek and Cy Orr", "Ada Lind, Bo Ek and Cy Orr", None),
    ],
)
def test_the_outlet_beside_the_author(line: str, author: str, outlet: str | None) -> None:
    article = read(f"{TITLE}\n\n{line}\n\n{LONG}")
    assert (value(article.author), value(article.outlet)) == (author, outlet)
    assert article.text == f"{TITLE}\n\n{LONG}"
    assert article.outlet is None or article.outlet.evidence == f"byline “{line}”"


@pytest.mark.parametrize("name", NAMES)
def test_outlet_author_and_date_on_one_line(name: str) -> None:
    for line in ("By Élise Lind | Harbour Post | 5 March 2026", "Harbour Post – By Élise Lind – 5 March 2026, 10:15"):
        article = read(f"{TITLE}\n{line}\n\n{SHORT}", name)
        assert (value(article.author), value(article.outlet)) == ("Élise Lind", "Harbour Post")
        assert article.published is not None
        assert article.text == f"{TITLE}\n\n{SHORT}"


def test_an_outlet_that_is_stated_anywhere_beats_the_byline() -> None:
    for stated in ("Outlet: Civic Review", "Civic Review, 5 March 2026"):
        for lines in (f"{stated}\nBy Ada Lind, Harbour Post", f"By Ada Lind, Harbour Post\n{stated}"):
            article = read(f"{TITLE}\n{lines}\n\n{LONG}")
            assert (value(article.author), value(article.outlet)) == ("Ada Lind", "Civic Review")


@pytest.mark.parametrize("title", [TITLE, "Bill up", "Who pays for the base?", "£165m a year: what it buys"])
@pytest.mark.parametrize("paragraph", [SHORT, LONG])
def test_a_line_above_one_paragraph_is_its_title(title: str, paragraph: str) -> None:
    article = choose.read_pasted(f"{title}\n\n{paragraph}", today=TODAY)
    assert value(article.title) == title
    assert [part.kind for part in article.parts] == [PartKind.TITLE, PartKind.BODY]


@pytest.mark.parametrize(
    "text",
    [
        f"The base costs more.\n\n{SHORT}",
        f"{TITLE}\n{SHORT}",
        "Year 1: £165m\n\nYear 4: £120m",
        f"Year 1: £165m,\n\n{SHORT}",
        f"{'word ' * 25}\n\n{SHORT}",
        f"WORLD\n\n{SHORT}",
    ],
)
def test_other_first_lines_are_text(text: str) -> None:
    article = read(text)
    assert article.title is None
    assert article.text.split() == text.split()


def test_a_line_below_a_sentence_never_moves_above_it() -> None:
    text = f"It will cost more.\n\nWhat the treaty says\n\n{LONG}"
    assert read(text).text == text


def test_a_date_that_can_be_read_in_two_orders_is_read_day_first_and_says_so() -> None:
    article = read(f"{TITLE}\n3/2/2026\n\n{LONG}\n")
    assert value(article.published) == "2026-02-03"
    (note,) = article.notes
    assert note.startswith("The publication date was read day first, as 2026-02-03; month first it is 2026-03-02 (line")


@pytest.mark.parametrize(
    ("line", "published"), [("13/2/2026", "2026-02-13"), ("2/2/2026", "2026-02-02"), ("4/2/2026", "2026-02-04")]
)
def test_a_date_in_numbers_that_can_only_be_one_day_is_taken_without_a_word(line: str, published: str) -> None:
    article = read(f"{TITLE}\n{line}\n\n{LONG}\n")
    assert (value(article.published), article.notes) == (published, ())


@pytest.mark.parametrize(
    ("address", "published"),
    [("https://post.example.us/a", "2026-03-02"), ("https://post.example.co.uk/a", "2026-02-03")],
)
def test_the_country_settles_the_order_of_a_date(address: str, published: str) -> None:
    article = read(f"URL: {address}\n{TITLE}\n3/2/2026\n\n{LONG}\n")
    assert (value(article.published), article.notes) == (published, ())


def test_a_date_that_day_first_would_lie_in_the_future_is_read_month_first() -> None:
    article = read(f"{TITLE}\n2/12/2026\n\n{LONG}\n")
    assert (value(article.published), article.notes) == ("2026-02-12", ())


@pytest.mark.parametrize("role", ["Social Affairs Correspondent", "Political editor", "Reporter"])
def test_a_name_above_a_role_is_the_writers(role: str) -> None:
    article = read(f"{TITLE}\n6 March 2026\n\nAda Lind\n{role}\n\n{LONG}\n")
    assert (value(article.author), value(article.published)) == ("Ada Lind", "2026-03-06")
    assert article.text == f"{TITLE}\n\n{LONG}"


def test_a_name_without_a_role_below_it_stays_in_the_text() -> None:
    article = read(f"{TITLE}\n6 March 2026\n\nPort Isle\nHarbour district\n\n{LONG}\n")
    assert article.author is None
    assert "Port Isle\nHarbour district" in article.text

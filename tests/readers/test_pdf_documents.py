"""What is read of PDF documents: paragraphs out of printed lines, and what runs along the pages left out."""

import datetime

import pytest

from app.domain.article import Article, page_of
from app.domain.errors import UserError
from app.readers import choose
from tests.support.printed_pages import Printed, column, pdf

TODAY = datetime.date(2026, 2, 14)
LEASE = """
The lease of the harbour will cost £165m a year for the first three
years, the audit office said, and £120m a year after that.

Ministers had spoken of £100m. The office found that the sum leaves
out the fund for the quays, which takes another £45m a year.
"""


def read(*pages: list[Printed], **properties: str) -> Article:
    return choose.read_bytes(pdf(*pages, locked=False, **properties), name="report.pdf", today=TODAY)


def body(*pages: list[Printed]) -> list[str]:
    return read(*pages).text.split("\n\n")


def test_printed_lines_become_paragraphs() -> None:
    assert body(column(LEASE)) == [" ".join(part.split()) for part in LEASE.split("\n\n")]


def test_a_first_line_further_in_begins_a_paragraph() -> None:
    lines = column(LEASE.replace("\n\n", "\n"))
    lines[2] = Printed(words=lines[2].words, left=90, baseline=lines[2].baseline)
    assert [text.split()[0] for text in body(lines)] == ["The", "Ministers"]


def test_a_short_last_line_ends_a_paragraph() -> None:
    lines = column(LEASE.replace("\n\n", "\n").replace(", and £120m a year after that", ""))
    assert [text.split()[0] for text in body(lines)] == ["The", "Ministers"]


@pytest.mark.parametrize(
    ("above", "below", "read_as"),
    [
        ("It found that the pay-", "ments fall after three years of use.", "the payments fall"),
        ("A cost-benefit study took place: the cost-", "benefit ratio is below one there.", "the cost-benefit ratio"),
        ("The sum for 2024-", "25 is £165m, of which most is rent.", "for 2024-25 is"),
        ("It was signed by the Anglo-", "French company in the old town.", "the Anglo-French company"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_one_again(above: str, below: str, read_as: str) -> None:
    assert read_as in body(column(f"{above}\n{below}"))[0]


def test_the_raised_number_of_a_note_is_no_digit_of_the_figure() -> None:
    page = [
        *column("The rent is £165m"),
        Printed(words="1", left=168.8, baseline=765, size=7),
        Printed(words="a year, the office said.", left=180, baseline=760),
    ]
    assert body(page) == ["The rent is £165m¹ a year, the office said."]


def test_what_runs_along_the_pages_is_left_out() -> None:
    def page(number: int) -> list[Printed]:
        return [
            Printed(words="Harbour lease: report of the audit office", baseline=810, size=9),
            *column(f"Berth {'ABC'[number]} costs £{number + 4}m a year."),
            Printed(words="Total", baseline=300),
            Printed(words=f"£{17 * number + 20}m", left=300, baseline=300),
            Printed(words=f"Page {number + 7} of 30", left=280, baseline=30, size=9),
        ]

    text = read(page(0), page(1), page(2)).text
    assert "audit office" not in text
    assert "Page" not in text
    assert [f"£{sum_}m" in text for sum_ in (4, 5, 6, 20, 37, 54)] == [True] * 6


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_the_notes_there() -> None:
    note = Printed(words="1 See the report of the audit office of March, page 12.", baseline=60, size=8)
    first = column("The fund for the quays takes £45m a year, of which the town\nhas paid a third since it")
    second = column("was begun, the office said. The ministry has paid nothing so far.")
    assert body([*first, note], second) == [
        " ".join(line.words for line in [*first, *second]),
        note.words,
    ]


def test_every_place_of_the_text_has_its_page() -> None:
    title = column("The harbour lease", top=800, size=24)
    note = Printed(words="1 See the report of March, which says £2m.", baseline=60, size=8)
    first = column("The fund for the quays takes £45m a year, of which the town\nhas paid a third since it", top=700)
    second = column("was begun: £15m, the office said.\n\nThe ministry has paid £9m so far, it added.")
    article = read([*title, *first, note], second, column("Nothing else is known, but for the £7m of the lock."))
    sums = ("£45m", "£15m", "£2m", "£9m", "£7m")
    pages = {words: page_of(article.turns, article.text.index(words)) for words in sums}
    assert pages == {"£45m": 1, "£15m": 2, "£2m": 1, "£9m": 2, "£7m": 3}


def test_two_columns_are_read_one_after_the_other() -> None:
    left = column("The lease of the harbour will cost\n£165m a year for the first three\nyears, the audit office said")
    right = column("and added that it falls to £120m a\nyear after that.", left=320)
    assert body([*left, *right]) == [" ".join(line.words for line in [*left, *right])]


def test_columns_that_are_set_row_by_row_are_read_one_after_the_other() -> None:
    left = column(
        "The lease of the harbour will cost\n£165m a year for the first three\nyears, the audit office said in its\n"
        "report of March. It falls to a sum\nof £120m in each year after that,\nas most of the quays will then\n"
        "be paid for, and the rest of them\nare let to the ferry company.\nNobody knows what comes then.",
        top=700,
    )
    right = column(
        "Ministers had spoken of only £100m\nand said that the sum leaves out\nthe fund for the quays, which\n"
        "takes another £45m a year. The\nopposition puts the whole at £34bn\nover the time of the lease, which\n"
        "the ministry calls a number that\nit does not know. The treaty will\nbe put to a vote in the autumn.",
        top=700,
        left=320,
    )
    heading = Printed(words="What the harbour costs, and who says so: a table of all that was said of it", baseline=760)
    rows = [part for pair in zip(left, right, strict=True) for part in pair]
    assert body([heading, *rows]) == [
        heading.words,
        *(" ".join(line.words for line in part) for part in (left, right)),
    ]


def test_a_table_keeps_its_rows_and_cells() -> None:
    rows = [("Year", "Rent", "Fund"), ("2025", "£165m", "£45m"), ("2026", "£120m", "£45m")]
    page = [
        Printed(words=cell, left=72 + 120 * place, baseline=700 - 16 * number)
        for number, row in enumerate(rows)
        for place, cell in enumerate(row)
    ]
    assert "Year\tRent\tFund\n2025\t£165m\t£45m\n2026\t£120m\t£45m" in read([*column(LEASE), *page]).text


def test_list_items_and_numbered_paragraphs_stay_apart() -> None:
    page = column("The office asks for three things:\n• the rent of 2025, £165m, in full\n• the fund\n• the schedule")
    assert body(page)[1:] == ["• the rent of 2025, £165m, in full", "• the fund", "• the schedule"]


def test_the_largest_words_of_the_first_page_are_the_title() -> None:
    title = column("What the harbour\nreally costs", top=800, size=24, step=28)
    article = read([*title, *column(LEASE, top=700)])
    assert article.title is not None
    assert article.title.value == "What the harbour really costs"
    assert article.text.count("really costs") == 1


def test_the_properties_fill_what_the_pages_do_not_say() -> None:
    article = read(column(LEASE), Author="Elin Marsh", CreationDate="D:20250523101500Z", Title="Microsoft Word - x.doc")
    assert article.author is not None
    assert (article.author.value, article.author.evidence) == ("Elin Marsh", "PDF property “Author”")
    assert article.published is not None
    assert article.published.value == "2025-05-23"
    assert article.title is None


def test_the_day_on_which_a_reader_printed_a_page_is_no_day_of_publication() -> None:
    assert read(column(LEASE), CreationDate="D:20250523101500Z", Producer="Skia/PDF m124").published is None


def test_the_address_that_a_browser_prints_along_the_pages_is_the_articles() -> None:
    pages = [
        [*column(LEASE), Printed(words="https://harbour.example/lease", baseline=20, size=8)],
        [*column(LEASE.replace("lease", "sale")), Printed(words="https://harbour.example/lease", baseline=20, size=8)],
    ]
    assert read(*pages).url == "https://harbour.example/lease"


@pytest.mark.parametrize(
    ("raw", "reason", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "damaged", "damaged PDF document"),
        (pdf(column(LEASE), locked=True), "locked", "locked with a password"),
        (pdf([]), "no-article", "pictures of pages"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(raw: bytes, reason: str, words: str) -> None:
    with pytest.raises(UserError, match=words) as refused:
        choose.read_bytes(raw, name="report.pdf", today=TODAY)
    assert refused.value.reason == reason
    assert "nothing was changed" in str(refused.value)


def test_a_pdf_that_is_not_called_so_is_refused() -> None:
    with pytest.raises(UserError, match="PDF document"):
        choose.read_bytes(pdf(column(LEASE)), name="report.txt", today=TODAY)

"""What is read of OpenDocument texts: the words with all changes accepted, tables by rows, notes by their numbers."""

import datetime

import pytest

from app.domain.article import Article, PartKind
from app.domain.errors import UserError
from app.readers import choose
from tests.support.printed_pages import open_document

TODAY = datetime.date(2026, 2, 14)
LEASE = "The lease of the harbour will cost £165m a year for the first three years, the audit office said."


def read(body: str, *, styles: str = "", about: str = "") -> Article:
    return choose.read_bytes(open_document(body, styles=styles, about=about), name="memo.odt", today=TODAY)


def paragraph(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def test_the_heading_is_the_title_and_each_paragraph_stands_alone() -> None:
    heading = '<text:h text:outline-level="1">What the harbour costs</text:h>'
    article = read(
        heading + paragraph(LEASE) + f"<text:list><text:list-item>{paragraph('It fell.')}</text:list-item></text:list>"
    )
    assert article.title is not None
    assert (article.title.value, article.title.evidence) == ("What the harbour costs", "first heading")
    assert article.text == f"What the harbour costs\n\n{LEASE}\n\nIt fell."
    assert [part.kind for part in article.parts] == [PartKind.TITLE, PartKind.BODY]


def test_a_paragraph_in_the_style_of_titles_is_the_title() -> None:
    style = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    article = read(f'<text:p text:style-name="P1">What it costs</text:p>{paragraph(LEASE)}', styles=style)
    assert article.title is not None
    assert article.title.value == "What it costs"


def test_blanks_are_those_of_the_page_and_not_of_the_file() -> None:
    assert read(paragraph("It cost\n   <text:span>£4m</text:span><text:s/>in<text:line-break/>all.")).text == (
        "It cost £4m in\nall."
    )


def test_what_was_struck_out_and_what_others_remarked_is_not_read() -> None:
    gone = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>£100m</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    remark = "<office:annotation><dc:creator>Bo</dc:creator><text:p>£9m?</text:p></office:annotation>"
    assert read(gone + paragraph(f"The rent is £165m{remark} a year.")).text == "The rent is £165m a year."


def test_a_list_of_contents_is_not_read() -> None:
    entries = f"<text:index-body>{paragraph('Costs of £9m 4')}</text:index-body>"
    assert read(f"<text:table-of-content>{entries}</text:table-of-content>{paragraph(LEASE)}").text == LEASE


def test_a_table_keeps_its_rows_and_cells() -> None:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Year", "Rent"), ("2025", "£165m"))
    )
    assert "Year\tRent\n2025\t£165m" in read(paragraph(LEASE) + f"<table:table>{rows}</table:table>").text


def test_a_note_is_no_digit_of_the_figure_that_it_explains() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{paragraph('In prices of 2024.')}</text:note-body></text:note>"
    )
    text = read(paragraph(f"The rent is £165m{note} a year.")).text
    assert text.split("\n\n") == ["The rent is £165m¹ a year.", "¹ In prices of 2024."]


def test_raised_digits_are_raised() -> None:
    style = '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    raised = '<text:span text:style-name="T1">2</text:span>'
    assert read(paragraph(f"It covers 40m{raised}."), styles=style).text == "It covers 40m²."


def test_the_properties_name_the_author_and_the_day_of_saving_is_no_day_of_publication() -> None:
    article = read(
        paragraph(LEASE),
        about="<meta:initial-creator>Elin Marsh</meta:initial-creator><dc:date>2025-05-23T10:00:00</dc:date>",
    )
    assert article.author is not None
    assert article.author.value == "Elin Marsh"
    assert article.published is None
    assert "2025-05-23" in article.notes[0]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (open_document(paragraph(LEASE))[:600], "damaged"),
        (open_document("<text:p>"), "damaged"),
        (open_document("<text:p>" * 400 + "</text:p>" * 400), "damaged"),
        (open_document(""), "no-article"),
        (open_document("<!-- " + "x" * 30_000_000 + " -->"), "too-large"),
        (open_document(paragraph(LEASE), kind="spreadsheet"), "binary"),
        (open_document(paragraph(LEASE), listed="<manifest:encryption-data/>"), "locked"),
        (b"PK\x03\x04 and so on", "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(UserError) as refused:
        choose.read_bytes(raw, name="memo.odt", today=TODAY)
    assert refused.value.reason == reason
    assert "nothing was changed" in str(refused.value)


def test_entities_that_grow_are_refused() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE o [<!ENTITY e0 "£5m">{levels}]>'
    raw = open_document(paragraph("&e9;"), before=bomb)
    with pytest.raises(UserError) as refused:
        choose.read_bytes(raw, name="memo.odt", today=TODAY)
    assert refused.value.reason == "damaged"

"""What is read of Word documents: the words with all changes accepted, tables by rows, notes by their numbers."""

import datetime
import io
import zipfile
from collections.abc import Callable

import pytest

from app.domain.article import Article, PartKind
from app.domain.errors import UserError
from app.readers import choose
from tests.support.printed_pages import paragraph, word

TODAY = datetime.date(2026, 2, 14)
LEASE = "The lease of the harbour will cost £165m a year for the first three years, the audit office said."


def read(body: str, *, notes: str = "", properties: str = "") -> Article:
    return choose.read_bytes(word(body, notes=notes, properties=properties), name="memo.docx", today=TODAY)


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def test_the_heading_is_the_title_and_each_paragraph_stands_alone() -> None:
    article = read(paragraph("What the harbour costs", style="Heading1") + paragraph(LEASE) + paragraph("It fell."))
    assert article.title is not None
    assert (article.title.value, article.title.evidence) == ("What the harbour costs", "first heading")
    assert article.text == f"What the harbour costs\n\n{LEASE}\n\nIt fell."
    assert [part.kind for part in article.parts] == [PartKind.TITLE, PartKind.BODY]


def test_what_was_inserted_is_read_and_what_was_struck_out_is_not() -> None:
    changed = f"<w:ins>{run('£165m')}</w:ins><w:del><w:r><w:delText>£100m</w:delText></w:r></w:del>{run(' a year.')}"
    assert read(paragraph("The rent is ", more=changed)).text == "The rent is £165m a year."


def test_a_table_keeps_its_rows_and_cells() -> None:
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in (("Year", "Rent"), ("2025", "£165m"))
    )
    assert "Year\tRent\n2025\t£165m" in read(paragraph(LEASE) + f"<w:tbl>{rows}</w:tbl>").text


def test_the_heads_of_a_table_are_no_title() -> None:
    cells = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in ("Year of lease", "Rent paid", "Said by"))
    article = read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{paragraph(LEASE)}")
    assert article.title is None
    assert article.text == f"Year of lease\tRent paid\tSaid by\n\n{LEASE}"


def test_a_table_within_a_cell_is_read_once() -> None:
    def table(*cells: str) -> str:
        return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"

    inner = table(paragraph("2025"), paragraph("£165m"))
    text = read(paragraph(LEASE.replace("£165m", "£9m")) + table(paragraph("Rent"), inner + paragraph(""))).text
    assert text.endswith("Rent\t2025 £165m")
    assert text.count("£165m") == 1


def test_a_note_is_no_digit_of_the_figure_that_it_explains() -> None:
    call = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    text = read(
        paragraph("The rent is £165m", more=call + run(" a year.")),
        notes=f'<w:footnote w:id="2">{paragraph("In prices of 2024.")}</w:footnote>',
    ).text
    assert text.split("\n\n") == ["The rent is £165m¹ a year.", "¹ In prices of 2024."]


def test_the_properties_name_the_author_and_the_day_of_saving_is_no_day_of_publication() -> None:
    article = read(
        paragraph(LEASE),
        properties="<dc:creator>Elin Marsh</dc:creator><dcterms:modified>2025-05-23T10:00:00Z</dcterms:modified>",
    )
    assert article.author is not None
    assert article.author.value == "Elin Marsh"
    assert article.published is None
    assert "2025-05-23" in article.notes[0]


def test_an_account_is_no_author() -> None:
    assert read(paragraph(LEASE), properties="<dc:creator>user01</dc:creator>").author is None


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (word(paragraph(LEASE))[:600], "damaged"),
        (word("<w:p>"), "damaged"),
        (word(""), "no-article"),
        (word("<!-- " + "x" * 30_000_000 + " -->"), "too-large"),
        (b"PK\x03\x04 and so on", "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(UserError) as refused:
        choose.read_bytes(raw, name="memo.docx", today=TODAY)
    assert refused.value.reason == reason
    assert "nothing was changed" in str(refused.value)


def test_a_spreadsheet_under_another_name_is_refused() -> None:
    raw = repacked(word(paragraph(LEASE)), lambda name, words: (name.replace("word/", "xl/"), words))
    with pytest.raises(UserError, match="no Word document"):
        choose.read_bytes(raw, name="memo.docx", today=TODAY)


def test_entities_that_grow_are_refused() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "£5m">{levels}]>'
    raw = repacked(
        word(paragraph("&e9;")), lambda name, words: (name, bomb + words if name == "word/document.xml" else words)
    )
    with pytest.raises(UserError) as refused:
        choose.read_bytes(raw, name="memo.docx", today=TODAY)
    assert refused.value.reason == "damaged"


def repacked(raw: bytes, change: Callable[[str, str], tuple[str, str]]) -> bytes:
    """A document with the names and words of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(*change(part, old.read(part).decode()))
    return out.getvalue()

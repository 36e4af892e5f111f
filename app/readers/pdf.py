"""PDF documents: their printed lines put back into paragraphs; nothing in them is run and nothing is fetched."""

import datetime
import re
from dataclasses import replace

from pypdfium2 import PdfDocument, PdfiumError  # type: ignore[import-untyped]

from app.domain.article import Article
from app.domain.errors import UserError
from app.readers import bylines, dates, detail_lines, document, encoding, pdf_columns, pdf_lines, pdf_text
from app.readers.draft import Details
from app.readers.pdf_text import PdfText

_TITLE_SIZE = 1.2
"""Of the text's size: the largest words of the first page are the title if they are so much larger."""
_TITLE_WORDS = range(2, 31)
_UNKNOWN = "\ufffd"
_MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_PRINTERS = re.compile(r"Skia/PDF|Quartz PDFContext|Mozilla|Chrom(?:e|ium)\b|wkhtmltopdf|Print To PDF", re.IGNORECASE)
"""What makes a PDF out of somebody else's page on the day when a reader prints it."""


def read(raw: bytes, *, today: datetime.date, source_name: str) -> Article:
    """An article from a PDF document. Raises UserError: "locked", "damaged", "no-article"."""
    text, properties = _opened(raw, source_name)
    if not text.blocks:
        raise UserError(
            f"{source_name} holds pictures of pages and no words; nothing was changed. Have its text recognised "
            "(OCR) and add it again, or paste its words.",
            reason="no-article",
        )
    details = Details()
    _take_address(text, details)
    _take_title(text, properties, details)
    lines = text.lines()
    if unknown := sum(line.count(_UNKNOWN) for line in lines):
        details.note(
            f"The document does not say which letters or digits {unknown:,} of its signs are; they stand as {_UNKNOWN}."
        )
    article = document.article(
        lines,
        details,
        otherwise=_properties(properties, today),
        raw=raw,
        media_type="application/pdf",
        source_name=source_name,
        today=today,
    )
    return replace(article, turns=text.turns(article.text))


def _opened(raw: bytes, name: str) -> tuple[PdfText, dict[str, str]]:
    """A document's text, and what it says of itself."""
    try:
        with PdfDocument(raw) as opened:
            pages = [
                pdf_columns.read(pdf_lines.read(page.get_textpage(), *page.get_size()))
                for page in (opened[place] for place in range(len(opened)))
            ]
            return pdf_text.read(pages), opened.get_metadata_dict(skip_empty=True)
    except PdfiumError as error:
        if "password" in str(error).casefold():
            raise UserError(
                f"{name} is locked with a password; nothing was changed. Save it without one, or paste its words.",
                reason="locked",
            ) from error
        raise UserError(
            f"{name} is a damaged PDF document; nothing was changed. Save or fetch it again, or paste its words.",
            reason="damaged",
        ) from error


def _take_address(text: PdfText, details: Details) -> None:
    """The address that browsers print along the pages."""
    for word in (word for line in text.running for word in line.split()):
        if details.url is None and detail_lines.is_address(word):
            detail_lines.take_address(word, details)


def _take_title(text: PdfText, properties: dict[str, str], details: Details) -> None:
    """The title that the document names and its first page prints, or else the largest words of that page."""
    first = [block for block in text.blocks if block.turns[0] == text.blocks[0].turns[0] and not block.is_row]
    named = " ".join(encoding.clean(properties.get("Title", "")).split())
    printed = " ".join(" ".join(block.words.split()) for block in first)
    if named and named.casefold() in printed.casefold():
        details.offer("title", named, "PDF property “Title”")
    largest = max(first, key=lambda block: block.first.size, default=None)
    if largest and largest.first.size >= _TITLE_SIZE * text.size and len(largest.words.split()) in _TITLE_WORDS:
        details.offer("title", largest.words, "largest words of the first page")


def _properties(properties: dict[str, str], today: datetime.date) -> Details:
    """What the document says of itself and its text does not; the day it was made unless a reader printed it."""
    said = Details()
    if bylines.is_name(author := encoding.clean(properties.get("Author", "")).strip()):
        said.offer("author", author, "PDF property “Author”")
    made = _MADE.match(properties.get("CreationDate", ""))
    if made and not _PRINTERS.search(f"{properties.get('Producer', '')} {properties.get('Creator', '')}"):
        said.offer("published", dates.read("-".join(made.groups()), today=today).value, "PDF property “CreationDate”")
    return said

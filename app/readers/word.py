"""Word documents (.docx): their words with all changes accepted; comments and pictures are left out."""

import datetime
import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree  # type: ignore[import-untyped]

from app.domain.article import Article
from app.readers import bylines, document, encoding, packages
from app.readers.blocks import Node
from app.readers.draft import Details

_BODY = "word/document.xml"
_BLOCKS = (qn("w:p"), qn("w:tbl"))
_UNSEEN = {qn(name) for name in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:pict")}
_UNSEEN.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
"""What was struck out or moved away, how things look, what a field is made of, and what older programs show instead."""
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:p": "\n"}
_SIGN_OF = {qn(name): sign for name, sign in _SIGNS.items()}
_TEXT, _CALLS = qn("w:t"), (qn("w:footnoteReference"), qn("w:endnoteReference"))
_NOTES = ((RELATIONSHIP_TYPE.FOOTNOTES, qn("w:footnote")), (RELATIONSHIP_TYPE.ENDNOTES, qn("w:endnote")))
_TITLES = ("title", "heading 1")
"""Names of the styles of a document's title, as Word keeps them in every language."""
_TITLE_IDS = {"Title", "Heading1"}
"""What other programs call them that write no styles."""


def read(raw: bytes, *, today: datetime.date, source_name: str) -> Article:
    """An article from a Word document. Raises UserError: "binary", "damaged", "too-large", "no-article"."""
    with packages.opened(raw, source_name, kind="Word document", body=_BODY):
        opened = docx.Document(io.BytesIO(raw))
        details = Details()
        lines = list(_lines(opened, details))
        properties = _properties(opened)
    return document.article(
        lines,
        details,
        otherwise=properties,
        raw=raw,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        source_name=source_name,
        today=today,
    )


def _has(rels: Relationships, kind: str) -> bool:
    """Whether a part of this kind is there; what is missing the library makes up, of files that it brings."""
    return any(one.reltype == kind for one in rels.values())


def _properties(opened: Document) -> Details:
    """What the document says of itself. When it was saved is no day of publication, but worth knowing."""
    said = Details()
    if not _has(opened.part.package.rels, RELATIONSHIP_TYPE.CORE_PROPERTIES):
        return said
    properties = opened.core_properties
    said.offer("title", encoding.clean(properties.title), "Word property “Title”")
    if bylines.is_name(author := encoding.clean(properties.author).strip()):
        said.offer("author", author, "Word property “Author”")
    if properties.modified is not None:
        day = properties.modified.date().isoformat()
        said.note(f"The document was last saved on {day}; that is not taken for its date of publication.")
    return said


def _lines(opened: Document, details: Details) -> Iterator[str]:
    """A line a paragraph, with blank ones between, or a table row; the first title is one, notes stand at the end."""
    titles = set(_TITLE_IDS)
    if _has(opened.part.rels, RELATIONSHIP_TYPE.STYLES):
        titles |= {style.style_id for style in opened.styles if (style.name or "").casefold() in _TITLES}
    calls: list[str] = []
    for block in packages.blocks(opened.element.body, _BLOCKS, _UNSEEN):
        if block.tag == qn("w:tbl"):
            yield from (_row(row, calls) for row in packages.own(block, qn("w:tr")))
        else:
            words = _words(block, calls)
            style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            if details.title is None and style is not None and style.get(qn("w:val")) in titles and words:
                details.offer("title", words, "first heading")
                continue
            yield from words.split("\n")
        yield ""
    yield from _notes(opened, calls)


def _row(row: Node, calls: list[str]) -> str:
    cells = (" ".join(_words(cell, calls).split()) for cell in packages.own(row, qn("w:tc")))
    return "\t".join(cells)


def _words(element: Node, calls: list[str]) -> str:
    """The words of a paragraph or cell; `calls` collects the notes that it calls, each with its kind and id."""
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start",))
    for _, part in walk:
        if part.tag in _UNSEEN:
            walk.skip_subtree()
        elif part.tag == _TEXT:
            words = part.text or ""
            pieces.append(words.translate(encoding.RAISED) if words.isdigit() and _is_raised(part) else words)
        elif part.tag in _CALLS:
            calls.append(f"{part.tag.removesuffix('Reference')} {part.get(qn('w:id'))}")
            pieces.append(str(len(calls)).translate(encoding.RAISED))
        elif part.tag in _SIGN_OF:
            pieces.append(_SIGN_OF[part.tag])
    return encoding.clean("".join(pieces)).strip()


def _is_raised(text: Node) -> bool:
    set_as = text.getparent().find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return set_as is not None and set_as.get(qn("w:val")) == "superscript"


def _notes(opened: Document, calls: list[str]) -> Iterator[str]:
    """The notes that the text calls, in the order of their raised numbers."""
    found: dict[str, str] = {}
    for kind, tag in _NOTES:
        for part in (one.target_part for one in opened.part.rels.values() if one.reltype == kind):
            for note in parse_xml(part.blob).iterchildren(tag):
                found[f"{tag} {note.get(qn('w:id'))}"] = " ".join(_words(note, []).split())
    for number, call in enumerate(calls, 1):
        if found.get(call):
            yield f"{str(number).translate(encoding.RAISED)} {found[call]}"
            yield ""

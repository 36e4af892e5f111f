"""OpenDocument texts (.odt): their words with all changes accepted; comments, indexes and pictures are left out.

The format is ISO/IEC 26300, https://docs.oasis-open.org/office/OpenDocument/v1.3/os/part3-schema/.
"""

import datetime
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from app.domain.article import Article
from app.domain.errors import UserError
from app.readers import bylines, document, encoding, packages
from app.readers.blocks import Node
from app.readers.draft import Details

_KIND = "application/vnd.oasis.opendocument.text"
_BODY, _ABOUT, _LISTED, _TYPE = "content.xml", "meta.xml", "META-INF/manifest.xml", "mimetype"
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    **{
        short: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        for short, name in (
            *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
            *(("meta", "meta"), ("draw", "drawing"), ("svg", "svg-compatible"), ("manifest", "manifest")),
        )
    },
}


def _name(short: str) -> str:
    space, _, name = short.partition(":")
    return f"{{{_SPACES[space]}}}{name}"


_TABLE, _ROW, _CELL = _name("table:table"), _name("table:table-row"), _name("table:table-cell")
_HEADING, _SPAN, _NOTE = _name("text:h"), _name("text:span"), _name("text:note")
_PARAGRAPHS = frozenset({_name("text:p"), _HEADING})
_BLOCKS = _PARAGRAPHS | {_TABLE}
_UNSEEN = frozenset(
    map(
        _name,
        (
            *("text:tracked-changes", "office:annotation", "office:forms", "text:sequence-decls", "draw:object"),
            *("text:table-of-content", "text:alphabetical-index", "text:illustration-index", "text:table-index"),
            *("text:object-index", "text:user-index", "text:bibliography", "text:ruby-text"),
            *("svg:title", "svg:desc", "table:table-source", "office:event-listeners", "text:variable-decls"),
        ),
    )
)
"""What was struck out, what others remarked, what is made of the text itself, and what describes a picture."""
_SIGN_OF = {_name("text:tab"): "\t", _name("text:line-break"): "\n"}
_BLANKS = _name("text:s")
_MOST_BLANKS = 20
"""Blanks of one element that are kept: the number that it states may be any."""
_BLANK = re.compile(r"[ \t\r\n]+")
"""What is one blank in the XML; other blanks are elements."""
_TITLE_STYLE = "Title"
_RAISED = re.compile(r"super|[1-9]\d*%")
"""What the place of raised letters begins with: "super 58%", or by how much they are raised."""


class _Styles(NamedTuple):
    """Names of styles by what they say of the words that have them."""

    titles: frozenset[str]
    raised: frozenset[str]


def read(raw: bytes, *, today: datetime.date, source_name: str) -> Article:
    """An article from a text document.

    Raises UserError: "binary", "damaged", "locked", "too-large", "no-article".
    """
    with packages.opened(raw, source_name, kind="OpenDocument text", body=_BODY) as packed:
        _refuse(packed, source_name)
        details = Details()
        lines = list(_Text(_part(packed, _BODY)).lines(details))
        said = _properties(_part(packed, _ABOUT)) if _ABOUT in packed.namelist() else Details()
    return document.article(
        lines, details, otherwise=said, raw=raw, media_type=_KIND, source_name=source_name, today=today
    )


def _refuse(packed: zipfile.ZipFile, name: str) -> None:
    parts = packed.namelist()
    if _TYPE in parts and not packed.read(_TYPE).startswith(_KIND.encode()):
        raise UserError(
            f"{name} is no OpenDocument text; nothing was changed. Save it as .odt, PDF or text and add that.",
            reason="binary",
        )
    if _LISTED in parts and next(_part(packed, _LISTED).iter(_name("manifest:encryption-data")), None) is not None:
        raise UserError(
            f"{name} is locked with a password; nothing was changed. Save it without one, or paste its words.",
            reason="locked",
        )


def _part(packed: zipfile.ZipFile, name: str) -> Node:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    part = etree.fromstring(packed.read(name), parser)
    if part.getroottree().docinfo.doctype:
        raise ValueError("no part declares anything; entities could grow to any size")
    return part


def _properties(about: Node) -> Details:
    """What the document says of itself. When it was saved is no day of publication, but worth knowing."""
    said = Details()
    found = {part.tag: encoding.clean(part.text or "").strip() for part in about.iter() if isinstance(part.tag, str)}
    said.offer("title", found.get(_name("dc:title"), ""), "document property “Title”")
    author = found.get(_name("meta:initial-creator")) or found.get(_name("dc:creator"), "")
    if bylines.is_name(author):
        said.offer("author", author, "document property “Author”")
    saved = found.get(_name("dc:date"), "")[:10]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", saved):
        said.note(f"The document was last saved on {saved}; that is not taken for its date of publication.")
    return said


class _Text:
    """The words of a document's body, and the notes that it calls."""

    def __init__(self, content: Node) -> None:
        self._body = content.find(f"{_name('office:body')}/{_name('office:text')}")
        self._styles = _styles(content)
        self._notes: list[str] = []

    def lines(self, details: Details) -> Iterator[str]:
        """A line a paragraph, with blank ones between, or a table row; notes stand at the end."""
        if self._body is None:
            raise ValueError("a text without a body")
        for block in packages.blocks(self._body, _BLOCKS, _UNSEEN):
            if block.tag == _TABLE:
                yield from (self._row(row) for row in packages.own(block, _ROW))
            else:
                words = self._words(block)
                if details.title is None and words and self._is_title(block):
                    details.offer("title", words, "first heading")
                    continue
                yield from words.split("\n")
            yield ""
        for number, note in enumerate(self._notes, 1):
            yield f"{_raised(number)} {note}"
            yield ""

    def _is_title(self, block: Node) -> bool:
        is_first = block.tag == _HEADING and block.get(_name("text:outline-level"), "1") == "1"
        return is_first or block.get(_name("text:style-name")) in self._styles.titles

    def _row(self, row: Node) -> str:
        return "\t".join(" ".join(self._words(cell).split()) for cell in packages.own(row, _CELL))

    def _words(self, element: Node) -> str:
        """The words of a paragraph or cell."""
        return encoding.clean("".join(self._pieces(element, raised=False))).strip()

    def _pieces(self, element: Node, *, raised: bool) -> Iterator[str]:
        """What stands in an element; libxml2 lets elements stand no deeper than Python's calls can follow."""
        yield _told(element.text, raised)
        for part in element:
            if part.tag == _NOTE:
                yield self._call(part)
            elif part.tag == _BLANKS:
                yield " " * min(int(part.get(_name("text:c"), "1")), _MOST_BLANKS)
            elif part.tag in _SIGN_OF:
                yield _SIGN_OF[part.tag]
            elif part.tag not in _UNSEEN:
                if part.tag in _PARAGRAPHS:
                    yield "\n"
                is_raised = part.tag == _SPAN and part.get(_name("text:style-name")) in self._styles.raised
                yield from self._pieces(part, raised=raised or is_raised)
            yield _told(part.tail, raised)

    def _call(self, note: Node) -> str:
        body = note.find(_name("text:note-body"))
        words = " ".join(self._words(body).split()) if body is not None else ""
        if not words:
            return ""
        self._notes.append(words)
        return _raised(len(self._notes))


def _told(text: str | None, raised: bool) -> str:
    words = _BLANK.sub(" ", text or "")
    return words.translate(encoding.RAISED) if raised and words.isdigit() else words


def _raised(number: int) -> str:
    return str(number).translate(encoding.RAISED)


def _styles(content: Node) -> _Styles:
    titles, raised = {_TITLE_STYLE}, set()
    for style in content.iter(_name("style:style")):
        name = style.get(_name("style:name"))
        if style.get(_name("style:parent-style-name")) == _TITLE_STYLE:
            titles.add(name)
        if any(_RAISED.match(part.get(_name("style:text-position"), "")) for part in style):
            raised.add(name)
    return _Styles(titles=frozenset(titles), raised=frozenset(raised))

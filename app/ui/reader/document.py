"""An article's text as a document: each line a block, set apart by formats alone, so that places stay as stored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, zip_longest

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from app.domain.article import Article, Part, PartKind
from app.ui.look import tones, type as steps
from app.ui.reader.offsets import Offsets, as_shown

COMMENT_INDENT = 24
COMMENT_HEAD = 30
CELL_GAP = 16
_DEEPEST = 4
_BARE = 20
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How large a text is set, in pixels at 100 %: its step, title and line of the title, paragraph gap, byline."""

    step: steps.Step
    title: int
    title_line: int
    gap: int
    byline: int

    def unsigned(self) -> "Face":
        """The same where the byline has nothing to say: the text follows the title sooner."""
        return replace(self, byline=_BARE)


READING = Face(step="reader", title=26, title_line=34, gap=14, byline=46)
BESIDE = Face(step="aside", title=18, title_line=24, gap=12, byline=32)
"""An article to read, and one that stands beside what is worked on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """Where a comment stands in the document (UTF-16), who wrote it, and how deep it answers."""

    start: int
    end: int
    author: str
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """What was found while an article was set: its comments, and where its title ends (None without one)."""

    comments: tuple[Comment, ...]
    title_end: int | None


def lay_out(document: QTextDocument, article: Article, offsets: Offsets, face: Face, *, beside: float) -> Laid:
    """Fill the document. `beside` pixels stay free on the right of the text, room for the byline below the title."""
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(steps.font(face.step))
    document.setPlainText(as_shown(article.text))
    body = QTextBlockFormat()
    body.setLineHeight(steps.line_height(face.step), _FIXED)
    body.setRightMargin(beside)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(body)
    cursor.setCharFormat(QTextCharFormat())  # new text takes on the look of the first letter of the old
    _close_gaps(document, body, face)
    _align_tables(document)
    title_end = None
    for part in article.parts:
        if part.kind is PartKind.TITLE:
            title_end = offsets.units(part.span.end)
            _set_title(document, offsets, part, face)
    comments = tuple(_set_comment(document, offsets, article, part, body) for part in _comments(article))
    cursor.endEditBlock()
    return Laid(comments=comments, title_end=title_end)


def ink_parts(document: QTextDocument, article: Article, offsets: Offsets) -> None:
    """Colour what is not body text in the scheme in force; called again when the scheme changes."""
    t = tones.current()
    quiet = QTextCharFormat()
    quiet.setForeground(t.text2)
    for part in article.parts:
        if part.kind in (PartKind.STANDFIRST, PartKind.COMMENT):
            cursor = QTextCursor(document)
            cursor.setPosition(offsets.units(part.span.start))
            cursor.setPosition(offsets.units(part.span.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(quiet)


def _comments(article: Article) -> list[Part]:
    return [part for part in article.parts if part.kind is PartKind.COMMENT]


def _close_gaps(document: QTextDocument, body: QTextBlockFormat, face: Face) -> None:
    """A blank line between paragraphs is a block like any other, only lower."""
    gap = QTextBlockFormat(body)
    gap.setLineHeight(steps.scaled(face.gap), _FIXED)
    for block in _every(document):
        if block.length() == 1:
            QTextCursor(block).setBlockFormat(gap)


def _align_tables(document: QTextDocument) -> None:
    """Rows of a table are lines with a tab between cells: the cells of each column begin under one another."""
    metrics = QFontMetricsF(document.defaultFont())
    for is_table, lines in groupby(_every(document), key=lambda block: "\t" in block.text()):
        if not is_table:
            continue
        rows = list(lines)
        columns = zip_longest(*(row.text().split("\t") for row in rows), fillvalue="")
        wide = [max(map(metrics.horizontalAdvance, column)) + steps.scaled(CELL_GAP) for column in columns]
        stops = [QTextOption.Tab(place, QTextOption.TabType.LeftTab) for place in accumulate(wide[:-1])]
        for row in rows:
            aligned = QTextBlockFormat(row.blockFormat())
            aligned.setTabPositions(stops)
            QTextCursor(row).setBlockFormat(aligned)


def _every(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _blocks(document: QTextDocument, start: int, end: int) -> list[QTextBlock]:
    found = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < max(end, start + 1):
        found.append(block)
        block = block.next()
    return found


def _set_title(document: QTextDocument, offsets: Offsets, part: Part, face: Face) -> None:
    bold = steps.font(face.step, QFont.Weight.DemiBold)
    bold.setPixelSize(steps.scaled(face.title))
    large = QTextCharFormat()
    large.setFont(bold)
    start, end = offsets.units(part.span.start), offsets.units(part.span.end)
    blocks = _blocks(document, start, end)
    for block in blocks:
        title = QTextBlockFormat()
        title.setLineHeight(steps.scaled(face.title_line), _FIXED)
        title.setBottomMargin(steps.scaled(face.byline) if block == blocks[-1] else 0)
        QTextCursor(block).setBlockFormat(title)
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(large)


def _depth(article: Article, part: Part) -> int:
    depth, seen = 0, part
    while seen.parent is not None and depth < _DEEPEST:
        seen = article.parts[seen.parent]
        depth += 1
    return depth


def _set_comment(
    document: QTextDocument, offsets: Offsets, article: Article, part: Part, body: QTextBlockFormat
) -> Comment:
    start, end = offsets.units(part.span.start), offsets.units(part.span.end)
    depth = _depth(article, part)
    for nth, block in enumerate(_blocks(document, start, end)):
        set_off = QTextBlockFormat(block.blockFormat())
        set_off.setLeftMargin(steps.scaled(COMMENT_INDENT) * (depth + 1))
        set_off.setRightMargin(body.rightMargin())
        # The author's name is painted into this room: the text itself gets no character more.
        set_off.setTopMargin(steps.scaled(COMMENT_HEAD) if nth == 0 else 0)
        QTextCursor(block).setBlockFormat(set_off)
    return Comment(start=start, end=end, author=part.author or "", depth=depth)

"""Comments in the reader: each with its author above and a rule at its side, painted into room that formats leave."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QTextDocument

from app.ui.look import tones, type as steps
from app.ui.reader.document import COMMENT_HEAD, COMMENT_INDENT, Comment

_RULE_OUT = 14


def paint_heads(painter: QPainter, document: QTextDocument, comments: Iterable[Comment], seen: QRectF) -> None:
    """Paint what belongs to comments within `seen`: the column of the text as far as it shows, in the document."""
    t = tones.current()
    layout = document.documentLayout()
    head = steps.scaled(COMMENT_HEAD)
    for comment in comments:
        first = layout.blockBoundingRect(document.findBlock(comment.start))
        last = layout.blockBoundingRect(document.findBlock(max(comment.start, comment.end - 1)))
        top = first.top() - head
        if last.bottom() < seen.top() or top > seen.bottom():
            continue
        left = seen.left() + steps.scaled(COMMENT_INDENT) * (comment.depth + 1)
        painter.fillRect(QRectF(left - _RULE_OUT, top + 6, 2, last.bottom() - top - 6), t.rule2)
        painter.setFont(steps.font("small", 600))
        painter.setPen(t.text2)
        line = QRectF(left, top + 4, seen.right() - left, steps.line_height("body"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, _said_by(comment.author))


def _said_by(author: str) -> str:
    if not author:
        return QCoreApplication.translate("Comments", "Comment")
    return QCoreApplication.translate("Comments", "Comment by {author}").format(author=author)

"""A page on paper, in a picture, and on the clipboard as a spreadsheet takes it."""

import html
from pathlib import Path

from PySide6.QtCore import QMarginsF, QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from app.domain.errors import UserError
from app.services.exports.pages import Page, as_text, spreadsheet
from app.ui.compare.page.drawing import WIDE, Drawing, label
from app.ui.look import dates, tones, type as steps

EDGE = 24
"""What stands free around the page in a picture, in its own pixels."""
SHARP = 2
"""Dots of a picture for each pixel of the page."""
MARGIN = 12.0
"""Millimetres that stay free on paper."""
FOOT = 22
WIDEST, STEP = 1660, 60
"""How wide a page is drawn before figures are left out: its words are then of about six points."""


def save_picture(page: Page, path: Path) -> None:
    """Write a PNG, or an SVG where the file is called so; UserError where it cannot be written."""
    with tones.on_paper(), steps.on_paper():
        drawing = Drawing(page)
        size = QSize(WIDE + 2 * EDGE, round(drawing.height()) + 2 * EDGE)
        written = _svg(drawing, size, path) if path.suffix.lower() == ".svg" else _png(drawing, size, path)
    if not written:
        raise _refused(path)


def save_pdf(page: Page, path: Path) -> int:
    """Write one A4 page; gives how many figures had no room. UserError where it cannot be written."""
    try:
        path.open("ab").close()  # the writer itself says nothing of a folder that refuses it
    except OSError as error:
        raise _refused(path) from error
    writer = QPdfWriter(str(path))
    writer.setTitle(page.comparison.topic.name)
    writer.setCreator("Counterclaim")
    return paint_on(writer, page)


def paint_on(device: QPagedPaintDevice, page: Page) -> int:
    """Fill one page of paper, A4 across; gives how many figures had no room."""
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
        QPageLayout.Unit.Millimeter,
    )
    device.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(device):
        raise UserError(
            "The page could not be printed; the project is safe. Look at the printer, or write a PDF file instead.",
            reason="not-printed",
        )
    with tones.on_paper(), steps.on_paper():
        drawing, wide = _fitting(page, device.height() / device.width())
        painter.scale(device.width() / wide, device.width() / wide)
        _foot(painter, page, QRectF(0, 0, wide, wide * device.height() / device.width()))
        drawing.paint(painter)
    painter.end()
    return drawing.left_out


def _fitting(page: Page, shape: float) -> tuple[Drawing, int]:
    """The page so wide that it fits this shape, and from some width on with as many figures as there is room for."""
    for wide in range(WIDE, WIDEST + 1, STEP):
        drawing = Drawing(page, wide=wide)
        if drawing.height() <= wide * shape - FOOT:
            return drawing, wide
    rows = len(page.comparison.rows)
    while drawing.height() > WIDEST * shape - FOOT and rows > 1:
        rows -= 1
        drawing = Drawing(page, rows, WIDEST)
    return drawing, WIDEST


def _foot(painter: QPainter, page: Page, room: QRectF) -> None:
    painter.setFont(label(400))
    painter.setPen(tones.current().text2)
    painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, f"{page.project} · Counterclaim")
    day = dates.day(page.day.isoformat())
    painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, day)


def _png(drawing: Drawing, size: QSize, path: Path) -> bool:
    image = QImage(size * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(tones.current().surface)
    painter = QPainter(image)
    painter.translate(EDGE, EDGE)
    drawing.paint(painter)
    painter.end()
    return image.save(str(path))


def _svg(drawing: Drawing, size: QSize, path: Path) -> bool:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    painter = QPainter()
    if not painter.begin(generator):
        return False
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), tones.current().surface)
    painter.translate(EDGE, EDGE)
    drawing.paint(painter)
    return painter.end()


def sheet(page: Page) -> QMimeData:
    """All that is known of the figures for a spreadsheet, as HTML and as text with tabs; numbers are numbers."""
    heads, rows = spreadsheet(page)
    data = QMimeData()
    data.setText(as_text(heads, rows))
    head = "".join(f"<th>{html.escape(one)}</th>" for one in heads)
    body = "".join(f"<tr>{''.join(_cell(words, number=number) for words, number in cells)}</tr>" for cells in rows)
    data.setHtml(f'<meta charset="utf-8"><table border="1"><tr>{head}</tr>{body}</table>')
    return data


def _cell(words: str, *, number: bool) -> str:
    """A cell; a spreadsheet takes a number for one, and leaves words alone that look like a formula or a date."""
    if number:
        return f'<td align="right">{words}</td>'
    return f"<td style=\"mso-number-format:'\\@'\">{html.escape(words)}</td>"


def _refused(path: Path) -> UserError:
    return UserError(
        f"{path.name} could not be written; the project is safe. Close it in other programs or choose another folder.",
        reason="not-written",
    )

"""A comparison for a letter or a report: a table as wide as the page, what was settled, the sources that rows cite."""

import html
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QMimeData

from app.services.exports.pages import Cells, Page, as_text, converted, words_alone
from app.services.topics.comparing import Row
from app.ui.compare.model import MatrixModel
from app.ui.compare.page import settled
from app.ui.compare.page.drawing import entry
from app.ui.compare.row_words import verdict_word
from app.ui.widgets import verdict_mark


def report(page: Page) -> QMimeData:
    """The table and its sources, as HTML and as text with tabs; no cell is a formula to a spreadsheet."""
    heads, rows = _table(page)
    sources = [f"[{source.number}] {entry(source)}" for source in page.sources]
    held = [settled.sentence(page.resolution), ""] if page.resolution is not None else []
    data = QMimeData()
    data.setText("\n".join([as_text(heads, rows), "", *held, *sources]))
    head = "".join(f'<th align="left">{html.escape(one)}</th>' for one in heads)
    body = "".join(f"<tr>{''.join(_cell(words) for words, _ in cells)}</tr>" for cells in rows)
    notes = "".join(
        f"<p>{html.escape(words)}{_link(source.url)}</p>" for words, source in zip(sources, page.sources, strict=True)
    )
    whole = f'<table border="1" cellspacing="0" cellpadding="4" width="100%"><tr>{head}</tr>{body}</table>'
    whole += "".join(f"<p>{html.escape(words)}</p>" for words in filter(None, held)) + notes
    data.setHtml(f'<meta charset="utf-8">{whole}')
    return data


def _table(page: Page) -> tuple[list[str], list[Cells]]:
    model = MatrixModel()
    model.show(page.comparison, page.arranged.by, page.arranged.found)
    heads = [_tr("Figure"), _tr("Basis"), _tr("Said by"), _tr("Verdict"), _tr("Why")]
    if page.arranged.found is not None:
        heads.insert(1, page.arranged.basis)
    return heads, words_alone(heads, (list(_cells(page, model, row)) for row in model.rows()))


def _cells(page: Page, model: MatrixModel, row: Row) -> Iterator[str]:
    judged = row.judgement
    yield " ".join([row.figure, *(f"[{number}]" for number in page.numbers(row))])
    if page.arranged.found is not None:
        yield str(converted(row, page.arranged.found)[0])
    yield model.basis(row)
    yield row.speaker
    word = verdict_word(row)
    yield word
    yield verdict_mark.spoken(judged.sentence, word) if judged else model.why_reference()


def _cell(words: str) -> str:
    return f'<td valign="top" style="mso-number-format:\'\\@\'">{html.escape(words)}</td>'


def _link(url: str) -> str:
    shown = html.escape(url)
    return f' <a href="{shown}">{shown}</a>' if url.startswith(("https://", "http://")) else ""


def _tr(words: str) -> str:
    """The words in the language of the window."""
    return QCoreApplication.translate("Report", words)

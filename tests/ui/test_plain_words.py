"""Whatever an article's words look like, they are shown as words: no mark-up is set, nothing is loaded or followed."""

import datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from app.domain.article import Article, Part, PartKind
from app.domain.listing import ArticleFilter
from app.domain.span import Span
from app.exports import table
from app.services.claims.editing import Edit
from app.services.desk import Desk
from app.services.exports.pages import Arranged, spreadsheet
from app.ui.library.screen import LibraryScreen
from app.ui.reader.article_view import ArticleView
from app.ui.widgets.words import Words

MARKED = "<b>Lease</b> <img src='file:///tmp/a.png'> <a href='http://192.0.2.1/'>£5m</a> <script>x</script>"


def test_a_tool_tip_shows_mark_up_as_words(qtbot: QtBot) -> None:
    label = Words("x")
    qtbot.addWidget(label)
    label.show()
    QToolTip.showText(QPoint(5, 5), MARKED, label)
    tips = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and isinstance(one, QLabel)]
    QToolTip.hideText()
    assert [tip.textFormat().name for tip in tips] == ["PlainText"]


@pytest.mark.parametrize("wrap", [False, True])
def test_a_label_shows_mark_up_as_words(qtbot: QtBot, wrap: bool) -> None:
    label = Words(MARKED, wrap=wrap)
    qtbot.addWidget(label)
    shown = QTextDocument()
    if wrap:
        shown.setHtml(label.text())
    else:
        shown.setPlainText(label.text())
    assert shown.toPlainText() == MARKED


def test_the_reader_shows_mark_up_as_words_loads_nothing_and_follows_no_link(qtbot: QtBot) -> None:
    byline = Words("")
    view = ArticleView(byline)
    qtbot.addWidget(view)
    parts = (Part(kind=PartKind.BODY, span=Span(0, len(MARKED))),)
    view.show_article(Article(text=MARKED, parts=parts, raw=MARKED.encode(), media_type="text/plain"))
    view.show()
    assert view.toPlainText() == MARKED
    assert view.anchorAt(QPoint(120, 60)) == ""
    assert not view.openLinks()
    assert not view.openExternalLinks()
    for kind in QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.HtmlResource:
        assert view.document().resource(kind.value, QUrl.fromLocalFile(__file__)).isEmpty()


def test_rich_text_on_the_clipboard_is_taken_as_its_plain_words(qtbot: QtBot, empty_desk: Desk) -> None:
    screen = LibraryScreen()
    qtbot.addWidget(screen)
    screen.set_desk(empty_desk)
    held = QMimeData()
    held.setText("Plain harbour\n\nThe lease costs £5m a year.")
    held.setHtml("<h1>Rich harbour</h1><img src='http://192.0.2.1/a.png'><script>document.write('£999m')</script>")
    QApplication.clipboard().setMimeData(held)
    with qtbot.waitSignal(screen.changed, timeout=20_000):
        screen.incoming.paste()
    qtbot.waitUntil(lambda: not screen.busy(), timeout=20_000)
    (article_id,) = (row.article_id for row in empty_desk.library.rows(ArticleFilter()))
    with empty_desk.project.reading() as store:
        text = store.articles.get(article_id).article.text
    assert text == "Plain harbour\n\nThe lease costs £5m a year."
    screen.set_desk(None)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n =", "  ="])
def test_a_cell_for_the_clipboard_that_would_be_a_formula_is_guarded(start: str) -> None:
    columns = [table.Column(name="words"), table.Column(name="amount", number=True)]
    text = table.tab_separated([(f"{start}HYPERLINK(1)", datetime.date(2026, 1, 1).year)], columns)
    words, amount = text.split("\n")[1].split("\t")
    assert words.startswith("'")
    assert amount == "2026"


def test_the_table_of_a_comparison_is_guarded(desk: Desk) -> None:
    kind, lines = desk.grouping.find(["Mauritius", "deal"])
    topic_id, _ = desk.grouping.add("The lease", ["Mauritius"], kind, [line.record.claim_id for line in lines])
    ids = [line.record.claim_id for line in lines]
    for claim_id in ids:
        desk.editing.save(claim_id, Edit(speaker='=HYPERLINK("http://192.0.2.1")', stance=""))
    heads, rows = spreadsheet(desk.pages.of(desk.comparing.compare(topic_id), Arranged()))
    said = {row[heads.index("said by")][0] for row in rows}
    assert said == {'\'=HYPERLINK("http://192.0.2.1")'}

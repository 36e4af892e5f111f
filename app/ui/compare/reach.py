"""Who prints a figure, counted: articles, readers' comments, and the independent origins of both."""

from PySide6.QtCore import QCoreApplication

from app.services.topics.comparing import Comparison, Row
from app.ui.counted import counted


def prints(printed: Comparison | Row) -> str:
    """ "4 articles", "1 article and 3 readers’ comments", "1 reader’s comment"."""
    say = QCoreApplication.translate
    articles = counted(printed.articles, say("Reach", "%n article"), say("Reach", "%n articles"))
    if not printed.comments:
        return articles
    comments = counted(printed.comments, say("Reach", "%n reader’s comment"), say("Reach", "%n readers’ comments"))
    return say("Reach", "{0} and {1}").format(articles, comments) if printed.articles else comments


def origins(printed: Comparison | Row) -> str:
    """ "4 independent origins"."""
    say = QCoreApplication.translate
    return counted(printed.origins, say("Reach", "%n independent origin"), say("Reach", "%n independent origins"))

"""What was settled for a topic, as a page says it."""

from PySide6.QtCore import QCoreApplication

from app.domain.resolution import Resolution
from app.ui.look import dates


def sentence(settled: Resolution) -> str:
    """ "We use £34.7bn, because the treaty says so. (Ada, 3 May 2025)"."""
    use = _tr("We use {figure}, because {reason}") if settled.figure else _tr("We use none, because {reason}")
    said = use.format(figure=settled.figure, reason=settled.because)
    signed = ", ".join(filter(None, (settled.author, dates.day(settled.at))))
    return f"{said.rstrip('.')}. ({signed})"


def _tr(words: str) -> str:
    """The words in the language of the window."""
    return QCoreApplication.translate("Settled", words)

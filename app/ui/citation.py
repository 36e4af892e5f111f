"""A figure with where it stands, for a text that quotes it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain import wording
from app.domain.listing import ClaimLine


def citation(line: ClaimLine) -> str:
    """ "£34.7bn (Civic Review, “What the treaty costs”, 9 August 2025)"; what is not known is left out."""
    figure = wording.say(line.record.claim.figure)
    place = _place(line)
    return f"{figure} ({place})" if place else figure


def quotations(lines: Sequence[tuple[ClaimLine, str | None]]) -> str:
    """The sentences in quotation marks, each with the number of its footnote, then the footnotes with their addresses.

    Sentences of one article share its footnote.
    """
    notes: dict[str, int] = {}
    said, below = [], []
    for line, url in lines:
        article = line.record.article_id
        if article not in notes:
            notes[article] = len(notes) + 1
            source = ". ".join(filter(None, (_place(line), url)))
            below.append(f"[{notes[article]}] {source}" + ("" if source.endswith(".") else "."))
        who = line.record.claim.speaker
        by = f" ({who.name})" if who else ""
        said.append(f"“{' '.join(line.sentence.split())}”{by} [{notes[article]}]")
    return "\n\n".join(["\n".join(said), "\n".join(below)])


def _place(line: ClaimLine) -> str:
    title = f"“{line.title}”" if line.title else ""
    day = wording.date(line.published[:10]) if line.published else ""
    page = QCoreApplication.translate("Citation", "page {0}").format(line.page) if line.page else ""
    return ", ".join(filter(None, (line.outlet, title, day, page)))

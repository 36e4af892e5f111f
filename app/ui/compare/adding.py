"""Asks for figures to put into a topic that there is."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.topic import Topic
from app.services.desk import Desk
from app.ui.compare.topic_dialog import TopicDialog
from app.ui.threads.reading import LARGE


def ask_for_figures(desk: Desk, topic: Topic, held: Collection[str], parent: QWidget) -> list[str]:
    """The claims that a person ticked, those suggested for the topic first; empty where none or cancelled."""

    def suggest(claim_ids: Sequence[str]) -> frozenset[str]:
        filings = desk.grouping.suggest_many(claim_ids)
        return frozenset(line.record.claim_id for filing in filings if filing.topic == topic for line in filing.lines)

    dialog = TopicDialog(
        desk.grouping.propose,
        topic,
        parent,
        held=held,
        suggest=suggest,
        apart=desk.claims.at_most() > LARGE,
    )
    ticked = dialog.ticked() if dialog.exec() == TopicDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    return list(ticked)

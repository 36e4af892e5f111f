"""The sample project: invented articles around published figures, made afresh as a copy that the analyst owns."""

import json
from pathlib import Path

from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.schedule import Assumptions, Schedule
from app.services.articles.importing import FileState
from app.services.desk import Desk
from app.services.topics import scheduling
from app.shipped import resources

NAME = "Chagos payments"


def free_name(folder: Path) -> Path:
    """A name for a copy that no earlier copy has: the analyst may have worked in that one."""
    name, nth = folder / f"{NAME}.counterclaim", 1
    while name.exists():
        nth += 1
        name = folder / f"{NAME} {nth}.counterclaim"
    return name


def fill(desk: Desk) -> None:
    """Put the sample's articles and topics into an empty project, as a person would.

    `resources/sample/sample.json` names the articles in the order of reading, the topics with their watch-terms, the
    words of the reference, the file of the payment schedule and what is assumed of it. Raises UserError where not all
    of it could be kept.
    """
    folder = resources() / "sample"
    plan = json.loads((folder / "sample.json").read_text(encoding="utf-8"))
    report = desk.importing.paths([folder / name for name in plan["articles"]])
    for file in report.files:
        if file.state is FileState.FAILED:
            raise UserError(
                f"The sample could not be made ({file.reason}); your own projects are as they were. "
                "Set the program up again if this goes on.",
                reason="no-sample",
            )
    for topic in plan["topics"]:
        kind, lines = desk.grouping.find(topic["terms"], Kind(topic["kind"]))
        topic_id, _ = desk.grouping.add(topic["name"], topic["terms"], kind, [line.record.claim_id for line in lines])
        for line in lines:
            if line.record.claim.surface == topic["reference"]:
                desk.grouping.pin(topic_id, line.record.claim_id)
                break
        paid = topic["schedule"]
        payments = scheduling.payments_in(folder / paid["file"])
        assumed = Assumptions(**paid["assumed"])
        desk.scheduling.set(
            Schedule(topic_id=topic_id, name=paid["name"], payments=payments, assumed=assumed, note=paid["note"])
        )

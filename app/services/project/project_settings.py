"""What a project takes where texts leave a figure open."""

from app.domain.changes import Changes
from app.domain.conventions import Conventions
from app.domain.errors import UserError
from app.extraction.money.currency_table import CODES
from app.store.project import Project


class ProjectSettings:
    """The settings of one open project. Articles that come in follow them; those in it do when they are re-read."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def conventions(self) -> Conventions:
        """What was set; None where nothing was."""
        with self._project.reading() as store:
            return store.settings.conventions()

    def set_conventions(self, wanted: Conventions) -> Changes:
        """Keep these; a currency or month that there is not is refused with a sentence."""
        if wanted.currency is not None and wanted.currency not in CODES:
            raise UserError(
                f"“{wanted.currency}” is no currency that is known; nothing was changed. Type its code, such as GBP "
                "or USD.",
                reason="bad-currency",
            )
        if wanted.fiscal_start is not None and not 1 <= wanted.fiscal_start <= 12:
            raise UserError("A fiscal year begins in a month from 1 to 12; nothing was changed.", reason="bad-month")
        with self._project.writing("change the project's settings") as store:
            store.settings.set_conventions(wanted)
        return store.changes

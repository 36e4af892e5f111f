"""Print how long a draft of forty figures takes to check against the sample with further articles.

Run it as a module; processor time, first with nothing read before and then again. Wanted: two seconds.
"""

import datetime
import tempfile
import time
from contextlib import closing
from pathlib import Path

from app.comparison.amounts.currency import Rates
from app.services import sample
from app.services.desk import Desk
from app.store.project import Project
from tests.support import marked_drafts


def main() -> None:
    """Print seconds, cold and warm."""
    text, marked = marked_drafts.read(marked_drafts.FIRST)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        for name, article in marked_drafts.FIRST_ARTICLES.items():
            (path / name).write_text(article, encoding="utf-8")
        with closing(Project.create(path / "library.counterclaim")) as project:
            desk = Desk.of(project, rates=Rates(), today=lambda: datetime.date(2026, 2, 1))
            sample.fill(desk)
            desk.importing.paths([path / name for name in marked_drafts.FIRST_ARTICLES])
            for said in ("cold", "warm"):
                start = time.process_time()
                checked = desk.drafting.check(text)
                took = time.process_time() - start
                print(f"{said}: {len(checked)} figures ({len(marked)} marked) in {took:.2f} s")


if __name__ == "__main__":
    main()

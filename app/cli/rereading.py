"""reread: reading kept articles again with the rules of today; first what would change, and then, if asked to, done."""

import argparse
from collections.abc import Sequence
from contextlib import closing

from app.cli import printing
from app.cli.rooms import Rooms
from app.domain import wording
from app.domain.claim import Claim
from app.domain.wording import counted
from app.services.articles.rereading import Fate, Preview, Progress
from app.services.desk import Desk
from app.services.records import step_json

_SHOWN = (Fate.CHANGED, Fate.NEW, Fate.GONE, Fate.DECIDED)
_WORDS = {
    Fate.CHANGED: "changed",
    Fate.NEW: "new",
    Fate.GONE: "gone",
    Fate.DECIDED: "read differently, but decided",
    Fate.KEPT: "kept",
}


def reread(options: argparse.Namespace, rooms: Rooms) -> int:
    """Say what a new reading changes in the articles named, in all, or in those that older rules read; then do it."""
    with closing(rooms.open(options.project)) as desk:
        preview = desk.rereading.preview(_chosen(desk, options), progress=_say)
        printing.progress_done()
        if options.apply:
            desk.rereading.apply(preview, progress=_say)
            printing.progress_done()
    if options.json:
        for article in preview.articles:
            for step in article.steps:
                if step.fate in _SHOWN:
                    printing.record(step_json(article.record.article_id, step))
        return 0
    _print_steps(preview)
    _print_sum(preview, applied=options.apply)
    return 0


def _chosen(desk: Desk, options: argparse.Namespace) -> Sequence[str]:
    if options.articles:
        return list(dict.fromkeys(options.articles))
    return desk.rereading.articles() if options.all else desk.rereading.outdated()


def _say(step: Progress) -> None:
    printing.progress(f"{step.done:,} of {step.total:,} articles")


def _print_steps(preview: Preview) -> None:
    for article in preview.articles:
        rows = [
            [_WORDS[step.fate], _told(step.before.claim if step.before else None), _told(step.after)]
            for step in article.steps
            if step.fate in _SHOWN
        ]
        if rows:
            printing.say(f"{article.record.article.name}  {article.record.article_id}")
            printing.table(rows, indent="  ")
            printing.say("")


def _told(claim: Claim | None) -> str:
    if claim is None:
        return "-"
    said = [stated.value for _, stated in claim.basis.stated()]
    speaker = [claim.speaker.name] if claim.speaker else []
    return ", ".join([f"“{' '.join(claim.surface.split())}”", wording.say(claim.figure), *said, *speaker])


def _print_sum(preview: Preview, *, applied: bool) -> None:
    if not preview.articles:
        printing.say("Every article was read by the rules of today; --all reads them again all the same.")
        return
    told = [f"{preview.count(fate):,} {words}" for fate, words in _WORDS.items() if preview.count(fate)]
    printing.say(f"{counted(len(preview.articles), 'article')}: {', '.join(told) or 'no claims'}.")
    if applied:
        printing.say("Done, as one act: one undo in the window takes it back.")
    else:
        printing.say("Nothing was written; --apply does it. What was decided stays in any case.")

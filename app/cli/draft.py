"""check: every figure of a draft against the library of a project."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from app.cli import printing
from app.cli.rooms import Rooms
from app.domain import wording
from app.domain.draft import Checked, Evidence, Finding
from app.domain.errors import UserError
from app.domain.wording import counted
from app.services.drafting.check import LONGEST
from app.services.records import draft_json

_MARKS = {
    Finding.SUPPORTED: "= supported",
    Finding.OTHER_BASIS: "~ on another basis",
    Finding.CONTESTED: "≠ contested",
    Finding.ABSENT: "- not in the library",
}
_WORKED_OUT = {Finding.SUPPORTED: "= worked out", Finding.OTHER_BASIS: "~ perhaps worked out"}


def check(options: argparse.Namespace, rooms: Rooms) -> int:
    """Print what the library says of each figure of a draft; nothing of the draft is kept."""
    text = _text(options.file)
    with closing(rooms.open(options.project)) as desk:
        checked = desk.drafting.check(text)
    if options.json:
        printing.record({"figures": [draft_json(one) for one in checked]})
        return 0
    printing.table([_cells(one) for one in checked])
    printing.say(_summary(checked))
    return 0


def _cells(one: Checked) -> Sequence[str]:
    closest = one.closest
    return [wording.say(one.claim.figure), _mark(one), _beside(one, closest) if closest else ""]


def _mark(one: Checked) -> str:
    return (_WORKED_OUT if one.is_worked_out else _MARKS)[one.finding]


def _beside(one: Checked, closest: Evidence) -> str:
    """The closest claim's words and their source, why the figure is not supported, and how many speak otherwise."""
    line = closest.line
    source = ", ".join(filter(None, (line.outlet or f"“{line.title}”", line.published and line.published[:10])))
    why = "; ".join(filter(None, (one.why, _others(one))))
    return f"“{line.excerpt}” ({source}){why and f': {why}'}"


def _others(one: Checked) -> str:
    count = len({other.line.origin_id for other in one.others})
    if not count or one.finding not in (Finding.SUPPORTED, Finding.CONTESTED):
        return ""
    if one.finding is Finding.CONTESTED:
        return f"{counted(count, 'other origin')} {'agrees' if count == 1 else 'agree'}"
    return f"{counted(count, 'origin')} {'has' if count == 1 else 'have'} other figures"


def _summary(checked: Sequence[Checked]) -> str:
    marks = Counter(_mark(one) for one in sorted(checked, key=lambda one: one.urgency))
    told = [f"{count} {mark[2:]}" for mark, count in marks.items()]
    return f"{counted(len(checked), 'figure')}{': ' if told else ''}{', '.join(told)}"


def _text(file: Path | None) -> str:
    """The draft in a file, or on standard input without one; UserError where it is no UTF-8 text."""
    try:
        raw = sys.stdin.buffer.read() if file is None else file.read_bytes()
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            "The draft is not UTF-8; nothing was checked. Save it as UTF-8.", reason="unreadable"
        ) from error
    except OSError as error:
        raise UserError(
            f"{file} cannot be read ({error.strerror}); nothing was checked. Check its name.", reason="unreadable"
        ) from error
    if len(text) > LONGEST:
        raise UserError(
            f"The draft is longer than {LONGEST:,} characters; nothing was checked. Check it in parts.", reason="long"
        )
    return text.replace("\r\n", "\n")

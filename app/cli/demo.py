"""demo: the sample project, in the window or, without a display, as text, CSV and a picture."""

import argparse
from pathlib import Path

from app.cli import comparison as shown, printing
from app.cli.rooms import Rooms
from app.domain.errors import UserError
from app.services import sample


def demo(options: argparse.Namespace, rooms: Rooms) -> int:
    """Show a fresh copy of the sample, or without a display write down what the window would show.

    Exit status 1 where everything was written but the picture.
    """
    folder: Path = options.out
    project = sample.free_name(folder)
    desk = rooms.sample(project)
    if not options.headless and rooms.has_display():
        desk.close()
        return rooms.show(project, "compare")
    try:
        comparisons = desk.comparing.all()
        for comparison in comparisons:
            shown.print_comparison(comparison)
        written = [project, *desk.exporting.everything(folder, comparisons)]
        picture = folder / "compare.png"
        try:
            rooms.picture(desk, picture)
            written.append(picture)
        except UserError as error:
            printing.complain(str(error))
    finally:
        desk.close()
    printing.say("")
    printing.say("Written: " + ", ".join(str(file) for file in written))
    return 0 if picture in written else 1

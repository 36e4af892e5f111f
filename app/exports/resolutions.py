"""resolutions.csv: what was settled for each topic, with its history."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from app.exports.lines import columns_of, write_lines
from app.exports.table import Preset

SCHEMA = "counterclaim-resolutions/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionLine:
    """One time that a topic was settled; "" means unknown. `holds` is yes for the last of a topic, else no."""

    schema: str = SCHEMA
    project_id: str = ""
    topic: str = ""
    resolution_id: str = ""
    holds: str = ""
    claim_id: str = ""
    figure: str = ""
    because: str = ""
    author: str = ""
    at: str = ""
    csv_guarded: str = ""


COLUMNS = columns_of(ResolutionLine, frozenset())


def write(lines: Iterable[ResolutionLine], out: BinaryIO, preset: Preset) -> None:
    """Write resolutions.csv."""
    write_lines(lines, COLUMNS, out, preset)

"""resolutions.csv: what was settled for each topic, with its history."""

from dataclasses import dataclass

from app.exports.lines import columns_of

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

"""decisions.csv: the log of the project, each entry chained to the one before it."""

from dataclasses import dataclass

from app.exports.lines import columns_of

SCHEMA = "counterclaim-decisions/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One entry of the log. `deed` is done, undone or redone; `what` the changes as canonical JSON; `at` is UTC.

    `hash` is SHA-256 over the UTF-8 bytes of a JSON array of number, at, who, deed, words, act_id, rule_version, what
    and previous_hash; the first `previous_hash` is the project's id. `rule_version` is the version of the program that
    did it; in claims.csv, the column of that name is the number of the rules by which the article was read.
    """

    schema: str = SCHEMA
    project_id: str = ""
    number: str = ""
    at: str = ""
    who: str = ""
    deed: str = ""
    words: str = ""
    act_id: str = ""
    rule_version: str = ""
    what: str = ""
    previous_hash: str = ""
    hash: str = ""
    csv_guarded: str = ""


COLUMNS = columns_of(DecisionLine, frozenset({"number"}))

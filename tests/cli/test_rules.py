"""The tables behind verdicts, from a shell."""

import json

from app.domain.verdict import Reason


def test_the_widths_and_the_reason_codes_are_shown(shell) -> None:
    said = shell("rules")
    assert said.status == 0
    nearly = next(line for line in said.out.splitlines() if line.startswith("nearly"))
    assert "10 %" in nearly
    assert "15 %" in nearly
    assert all(any(line.startswith(f"{reason} ") for line in said.out.splitlines()) for reason in Reason)


def test_a_program_reads_them_as_json(shell) -> None:
    found = json.loads(shell("rules", "--json").out)
    assert set(found["reasons"]) == set(Reason)
    assert all(set(row) == {"words", "core", "halo"} for row in found["widths"])

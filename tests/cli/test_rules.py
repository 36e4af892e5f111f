"""The tables behind verdicts, from a shell."""

import json

from app.domain.verdict import Reason


def test_the_widths_and_the_reason_codes_are_shown(shell) -> None:
    said = shell("rules")
    assert said.status == 0
    lines = said.out.splitlines()
    core, halo = said.out.partition("\nnearly")[2].splitlines()[1:3]
    assert (core.startswith("    As printed"), "10 %" in core) == (True, True)
    assert (halo.startswith("    If it was rounded"), "15 %" in halo) == (True, True)
    assert max(len(line) for line in lines[: lines.index("")]) <= 80
    assert all(any(line.startswith(f"{reason} ") for line in lines) for reason in Reason)


def test_a_program_reads_them_as_json(shell) -> None:
    found = json.loads(shell("rules", "--json").out)
    assert set(found["reasons"]) == set(Reason)
    assert all(set(row) == {"words", "core", "halo"} for row in found["widths"])

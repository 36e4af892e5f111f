"""extract and judge over files and standard input."""

import io
import json
import sys
from pathlib import Path

import pytest

PAIR = {
    "id": "p",
    "a_text": "The lease costs £100m a year.",
    "b_text": "The lease costs nearly £200m a year.",
    "a_date": "2025-05-22",
    "b_date": None,
}
BAD = [
    b"",
    b"   ",
    b"{",
    b"null",
    b"[1]",
    b'"text"',
    b"[" * 100_000,
    b'{"id": ' + b"9" * 5000 + b"}",
    b'{"id": 1, "text": "\xff\xfe", "a_text": "", "b_text": ""}',
    b'{"id": 1, "text": 5, "a_text": 5, "b_text": ""}',
    b'{"id": 1, "text": "", "date": "yesterday", "a_text": "", "a_date": "yesterday", "b_text": ""}',
    b'{"id": 1, "text": "", "date": "9999-99-99", "a_text": "", "b_text": "", "b_date": "9999-99-99"}',
    b'{"id": 1, "text": "", "date": true, "a_text": "", "b_text": "", "b_date": [1]}',
]


@pytest.fixture
def piped(monkeypatch, shell):
    """Run a filter on bytes at its standard input."""

    def run(command: str, raw: bytes):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        return shell(command, "--json-lines")

    return run


def pair(**more: object) -> bytes:
    return json.dumps(PAIR | more).encode()


def test_extract_reads_a_file_or_standard_input(shell, piped) -> None:
    raw = b'{"id": 1, "date": null, "text": "It cost \xc2\xa35m."}\n{"id": 1, "text": "Nothing."}\n'
    Path("in.jsonl").write_bytes(raw)
    said = shell("extract", "--json-lines", "in.jsonl")
    assert said == piped("extract", raw)
    assert said.status == 0
    assert [row["id"] for row in said.rows] == [1, 1]
    assert said.rows[0]["claims"][0]["surface"] == "£5m"
    assert "£5m" in said.out


def test_several_files_are_read_one_after_the_other_a_line_each(shell) -> None:
    # A file need not end in a line end, and one of nothing gives nothing.
    for name, raw in {
        "a.jsonl": b'{"id": 1, "text": "It cost \xc2\xa35m."}',
        "b.jsonl": b"",
        "c.jsonl": b"{\n",
    }.items():
        Path(name).write_bytes(raw)
    said = shell("extract", "--json-lines", "a.jsonl", "b.jsonl", "c.jsonl", "a.jsonl")
    assert said.status == 1
    assert [row["id"] for row in said.rows] == [1, None, 1]
    assert said.rows[0] == said.rows[2]


def test_a_file_that_cannot_be_read_ends_it_and_what_came_before_stands(shell) -> None:
    Path("good.jsonl").write_bytes(b'{"id": 1, "text": ""}')
    said = shell("extract", "--json-lines", "good.jsonl", "missing.jsonl", "good.jsonl")
    assert (said.status, [row["id"] for row in said.rows]) == (2, [1])
    assert "missing.jsonl cannot be read" in said.err


def test_judge_answers_with_the_keys_of_the_contract_and_no_others(piped) -> None:
    said = piped("judge", pair() + b"\n" + pair(id="q", b_text="No figure here."))
    assert said.status == 0
    first, second = said.rows
    keys = {"id", "verdict", "reasons", "sentence", "size", "question", "a", "b"}
    assert set(first) == set(second) == keys
    assert (first["id"], first["verdict"], first["reasons"]) == ("p", "conflict", ["MAGNITUDE"])
    assert set(first["size"]) == {"ratio", "gap", "unit", "severity"}
    assert (first["size"]["ratio"], first["size"]["gap"], first["size"]["unit"]) == (2, 100_000_000, "GBP")
    assert (first["a"]["surface"], first["b"]["surface"]) == ("£100m a year", "nearly £200m a year")
    assert (second["verdict"], second["reasons"]) == ("not_comparable", ["NO_FIGURE"])
    assert (second["size"], second["b"]) == (None, None)


def test_the_order_of_a_pair_changes_no_verdict(piped) -> None:
    turned = pair(a_text=PAIR["b_text"], b_text=PAIR["a_text"], a_date=PAIR["b_date"], b_date=PAIR["a_date"])
    one, other = piped("judge", pair() + b"\n" + turned).rows
    assert (one["verdict"], one["reasons"], one["size"]) == (other["verdict"], other["reasons"], other["size"])


@pytest.mark.parametrize("command", ["extract", "judge"])
def test_each_bad_line_has_an_error_in_its_place_and_the_others_go_on(piped, command: str) -> None:
    good = json.dumps(PAIR | {"text": "It cost £5m."}).encode()
    said = piped(command, b"\n".join([good, *BAD, good]))
    assert said.status == 1
    assert [row["id"] for row in said.rows] == ["p", *([None] * len(BAD)), "p"]
    assert all(set(row) == {"id", "error"} and "\n" not in row["error"] for row in said.rows[1:-1])
    assert "fault" not in said.out
    assert said.err == ""


@pytest.mark.parametrize("command", ["extract", "judge"])
def test_marks_line_ends_and_odd_separators_do_not_matter(piped, command: str) -> None:
    row = json.dumps(PAIR | {"text": "It cost £5m,\u2028\x85 or £6m."}, ensure_ascii=False).encode()
    said = piped(command, b"\xef\xbb\xbf" + row + b"\r\n" + row)
    assert said.status == 0
    assert len(said.rows) == 2
    assert said.rows[0] == said.rows[1]


@pytest.mark.parametrize("command", ["extract", "judge"])
def test_half_a_surrogate_pair_survives(piped, command: str) -> None:
    odd = "\ud83d The lease costs £100m a year. \ude00"
    said = piped(command, pair(id="\udfff", text=odd, a_text=odd))
    assert said.status == 0
    assert said.rows[0]["id"] == "\udfff"
    found = said.rows[0]["a"] if command == "judge" else said.rows[0]["claims"][0]
    assert odd[found["start"] : found["end"]] == found["surface"] == "£100m a year"


def test_an_id_is_given_back_as_it_came(piped) -> None:
    for identifier in (None, 7, "ä\n", ["a", {"b": 1.5}], True):
        assert piped("judge", pair(id=identifier)).rows[0]["id"] == identifier


def test_the_last_of_two_equal_keys_counts(piped) -> None:
    (row,) = piped("extract", b'{"id": 1, "id": 2, "text": "", "text": "It cost \xc2\xa35m."}').rows
    assert (row["id"], len(row["claims"])) == (2, 1)


def test_dates_at_both_ends_of_the_calendar_are_no_fault(piped) -> None:
    text = "It cost £5m last week, £6m next year and £7m in the past ten years."
    for day in ("0001-01-01", "9999-12-31"):
        said = piped("extract", json.dumps({"id": day, "date": day, "text": text}).encode())
        assert said.status == 0, said.out


def test_no_lines_give_none(piped) -> None:
    said = piped("judge", b"")
    assert (said.status, said.out) == (0, "")


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_told(shell, name: str) -> None:
    said = shell("extract", "--json-lines", name)
    assert (said.status, said.out) == (2, "")
    assert "cannot be read" in said.err
    assert said.err.count("\n") == 1


def test_a_line_longer_than_memory_allows_is_cut_off(shell, monkeypatch) -> None:
    from app.cli import streams

    monkeypatch.setattr(streams, "LONGEST_LINE", 1000)
    good = json.dumps({"id": 1, "text": "It cost £5m."})
    Path("in.jsonl").write_text(f'{good}\n{{"id": 2, "text": "{"a" * 5000}"}}\n{good}\n', encoding="utf-8")
    assert [row["id"] for row in shell("extract", "--json-lines", "in.jsonl").rows] == [1, None, 1]

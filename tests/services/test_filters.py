"""extract and judge over lines, without a project."""

import json
import logging
import math
from collections.abc import Iterator

import pytest

from app.extraction import pipeline
from app.services import filters


def article(identifier: object = 1, text: str = "The lease costs £100m a year.") -> bytes:
    return json.dumps({"id": identifier, "date": "2025-05-23", "text": text}).encode()


def pair(a: str, b: str, **more: object) -> bytes:
    row = {"id": 1, "a_text": a, "b_text": b, "a_date": "2025-05-22", "b_date": "2025-05-23"}
    return json.dumps(row | more).encode()


def judged(a: str, b: str, **more: object) -> dict:
    ((line, good),) = filters.judge_lines([pair(a, b, **more)])
    assert good
    return json.loads(line)


def test_answers_come_as_the_lines_do() -> None:
    read: list[int] = []

    def lines() -> Iterator[bytes]:
        for place in range(3):
            read.append(place)
            yield article(place)

    for place, (line, good) in enumerate(filters.extract_lines(lines())):
        assert good
        assert json.loads(line)["id"] == place
        assert read == list(range(place + 1))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("The lease costs £165m a year.", "It is £165 million a year.", "agree"),
        ("The lease costs £34.7bn in total.", "The lease costs £35bn in total.", "compatible"),
        ("The lease costs £100m a year.", "The lease costs £200m a year.", "conflict"),
        ("The lease costs £100m a year.", "The lease costs £3.4bn over 99 years.", "differs_by_basis"),
        ("The lease costs £100m.", "The base has 4,000 workers.", "not_comparable"),
        ("The lease costs £100m.", "Nobody knows.", "not_comparable"),
    ],
)
def test_a_pair_gets_its_verdict_whichever_comes_first(a: str, b: str, verdict: str) -> None:
    one, other = judged(a, b), judged(b, a, a_date="2025-05-23", b_date="2025-05-22")
    assert one["verdict"] == other["verdict"] == verdict
    assert one["sentence"]
    assert (one["a"] and one["a"]["surface"]) == (other["b"] and other["b"]["surface"])


def test_the_claims_of_an_answer_are_those_of_extract() -> None:
    text = "The lease costs £100m a year."
    ((line, _),) = filters.extract_lines([json.dumps({"id": 1, "date": "2025-05-22", "text": text}).encode()])
    assert judged(text, "It costs £200m a year.")["a"] == json.loads(line)["claims"][0]


def test_a_date_may_be_missing_null_or_a_moment() -> None:
    for day in (None, "2025-05-22", "2025-05-22T10:00:00+01:00"):
        assert judged("It cost £5m.", "It cost £6m.", a_date=day)["verdict"] == "conflict"
    bare = json.dumps({"id": 1, "a_text": "It cost £5m.", "b_text": "It cost £6m."}).encode()
    assert next(filters.judge_lines([bare]))[1]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"", "The line is not JSON."),
        (b"{", "The line is not JSON."),
        (b"\xff", "The line is not UTF-8."),
        (b"[]", "The line is not a JSON object."),
        (b"{}", "The pair's a_text is missing or is not a string."),
        (pair("", "", b_text=None), "The pair's b_text is missing or is not a string."),
        (pair("", "", a_date="soon"), "The pair's a_date is not an ISO 8601 day."),
        (pair("", "", b_date="2025-02-30"), "The pair's b_date is not an ISO 8601 day."),
        (pair("", "", id=math.nan), "The pair's id is no value that JSON has."),
    ],
)
def test_a_line_that_is_no_pair_gets_an_error_in_its_place(line: bytes, error: str) -> None:
    (first, bad), (second, good) = filters.judge_lines([line, pair("It cost £5m.", "It cost £5m.")])
    assert json.loads(first) == {"id": None, "error": error}
    assert (bad, good) == (False, True)
    assert json.loads(second)["verdict"] == "agree"


@pytest.mark.parametrize("identifier", [b"NaN", b"Infinity", b'[{"a": -Infinity}]'])
def test_an_article_whose_id_json_does_not_have_gets_an_error_in_its_place(identifier: bytes) -> None:
    lines = [b'{"id": ' + identifier + b', "text": "It cost 5m."}', article(2)]
    (first, bad), (second, good) = filters.extract_lines(lines)
    assert json.loads(first) == {"id": None, "error": "The article's id is no value that JSON has."}
    assert (bad, good, json.loads(second)["id"]) == (False, True, 2)


def test_a_fault_costs_one_line_and_its_log_holds_no_text(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(passage: object) -> list:
        raise RuntimeError(f"cannot read {passage}")

    whole = pipeline.read
    monkeypatch.setattr(pipeline, "read", broken)
    answers = filters.extract_lines([article(1), article(2)])
    with caplog.at_level(logging.ERROR):
        line, good = next(answers)
    monkeypatch.setattr(pipeline, "read", whole)
    assert (json.loads(line)["id"], good) == (None, False)
    assert "fault in Counterclaim (RuntimeError)" in line
    assert "lease" not in caplog.text
    assert next(answers)[1]


def test_json_is_unescaped_but_for_half_a_pair() -> None:
    assert filters.written({"a": "£5m 🔴"}) == '{"a": "£5m 🔴"}'
    assert json.loads(filters.written("£\ud83d").encode()) == "£\ud83d"
    with pytest.raises(ValueError, match="Out of range"):
        filters.written(math.inf)

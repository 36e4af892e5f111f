"""What is settled for a topic stays with its reason, its author and its history."""

import csv
import json
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.services.desk import Desk


def _claims(desk: Desk, topic_id: str) -> dict[str, str]:
    rows = desk.comparing.compare(topic_id).rows
    return {row.figure: row.line.record.claim_id for row in rows}


def test_a_topic_is_settled_with_its_history_and_undo_takes_the_last_back(desk: Desk, topic_id: str) -> None:
    claims = _claims(desk, topic_id)
    assert desk.resolving.of(topic_id) is None
    changes = desk.resolving.settle(topic_id, claims["£80m a year"], "it is the authority's own paper", author="Ada")
    assert changes.topics == {topic_id}
    desk.resolving.settle(topic_id, None, "both are guesses", author="Bea")
    held = desk.resolving.of(topic_id)
    assert held is not None
    assert (held.claim_id, held.figure, held.because, held.author) == (None, "", "both are guesses", "Bea")
    assert [one.figure for one in desk.resolving.history(topic_id)] == ["", "£80m a year"]
    desk.history.undo()
    held = desk.resolving.of(topic_id)
    assert held is not None
    assert (held.claim_id, held.author) == (claims["£80m a year"], "Ada")


def test_a_figure_needs_a_reason_and_nothing_at_all_opens_the_topic_again(desk: Desk, topic_id: str) -> None:
    with pytest.raises(UserError, match="reason is missing"):
        desk.resolving.settle(topic_id, _claims(desk, topic_id)["£80m a year"], " ")
    assert not desk.resolving.settle(topic_id, None, "")
    desk.resolving.settle(topic_id, None, "no figure holds")
    desk.resolving.settle(topic_id, None, "")
    assert desk.resolving.of(topic_id) is None
    assert len(desk.resolving.history(topic_id)) == 2


def test_without_an_author_the_name_of_the_log_signs(desk: Desk, topic_id: str) -> None:
    desk.project.author = "Elin Marsh"
    desk.resolving.settle(topic_id, None, "no figure holds")
    held = desk.resolving.of(topic_id)
    assert held is not None
    assert held.author == "Elin Marsh"


def test_questions_come_from_verdicts_and_from_the_analyst_and_can_be_ticked(desk: Desk, topic_id: str) -> None:
    comparison = desk.comparing.compare(topic_id)
    asked = desk.resolving.questions(comparison)
    assert comparison.headline is not None
    assert asked[0].words == comparison.headline.question
    assert not any(one.own or one.done for one in asked)
    desk.resolving.settle(topic_id, None, "", ticked=[(asked[0], True)], asked=["Who pays for  the ferries?"])
    now = desk.resolving.questions(comparison)
    assert [one.words for one in now if one.own] == ["Who pays for the ferries?"]
    assert [one.words for one in now if one.done] == [asked[0].words]
    assert now[-1].done
    desk.resolving.settle(topic_id, None, "", ticked=[(now[-1], False)])
    assert not any(one.done for one in desk.resolving.questions(comparison))


def test_settling_with_questions_is_one_act(desk: Desk, topic_id: str) -> None:
    comparison = desk.comparing.compare(topic_id)
    before = desk.resolving.questions(comparison)
    ticked = [(before[0], True)]
    desk.resolving.settle(topic_id, None, "open for now", ticked=ticked, asked=["Who pays?"])
    assert len(desk.resolving.questions(comparison)) == len(before) + 1
    desk.history.undo()
    assert desk.resolving.of(topic_id) is None
    assert desk.resolving.questions(comparison) == before


def test_a_merged_topic_brings_what_was_settled_and_undo_parts_them_again(desk: Desk, topic_id: str) -> None:
    other, _ = desk.grouping.add("The toll house", [], desk.comparing.compare(topic_id).topic.kind, [])
    desk.resolving.settle(other, None, "one figure alone", asked=["Who keeps the toll?"])
    desk.grouping.merge(other, topic_id)
    held = desk.resolving.of(topic_id)
    assert held is not None
    assert held.because == "one figure alone"
    assert "Who keeps the toll?" in {one.words for one in desk.resolving.questions(desk.comparing.compare(topic_id))}
    desk.grouping.discard(topic_id)
    desk.history.undo()
    assert desk.resolving.of(topic_id) is not None
    desk.history.undo()
    assert desk.resolving.of(topic_id) is None
    assert desk.resolving.of(other) is not None


def test_the_exports_say_what_was_settled_and_are_described(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    claims = _claims(desk, topic_id)
    desk.resolving.settle(topic_id, claims["£80m a year"], "the paper says so", author="Ada")
    desk.resolving.settle(topic_id, claims["£80m a year"], "=the paper says so twice", author="Ada")
    files = desk.exporting.everything(tmp_path / "out", [desk.comparing.compare(topic_id)])
    rows = {file.stem: _read(file) for file in files if file.suffix == ".csv"}
    assert [(row["holds"], row["because"]) for row in rows["resolutions"]] == [
        ("no", "the paper says so"),
        ("yes", "'=the paper says so twice"),
    ]
    assert {row["resolved_claim_id"] for row in rows["comparisons"]} == {claims["£80m a year"]}
    assert {row["resolved_by"] for row in rows["comparisons"]} == {"Ada"}
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    described = {one["path"]: [field["name"] for field in one["schema"]["fields"]] for one in package["resources"]}
    assert described == {f"{name}.csv": list(found[0]) for name, found in rows.items() if found} | {
        name: columns for name, columns in described.items() if not rows[name.removesuffix(".csv")]
    }


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))

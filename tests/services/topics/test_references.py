"""Which figure a topic's others are set against where nobody pinned one: one that says what the topic is about."""

import pytest

from app.domain.figure import Kind
from app.services.desk import Desk


def chosen(desk: Desk, name: str, text: str, kind: Kind = Kind.QUANTITY) -> str:
    desk.importing.pasted(f"Outlet: Quay\nDate: 2025-05-01\n\n{text}\n")
    _, lines = desk.grouping.find(["gaol"], kind)
    topic_id, _ = desk.grouping.add(name, [], kind, [line.record.claim_id for line in lines])
    pinned = desk.comparing.compare(topic_id).pinned
    assert pinned is not None
    return pinned.line.record.claim.surface


def test_what_stands_beside_the_subject_is_not_the_reference(desk: Desk) -> None:
    text = (
        "The gaol budget is under strain. Some 4,100 officers work there and 4,300 nurses trained last year. "
        "The gaol population was 5,200 people on Monday. Ministers promise 4,000 new cells at the gaol."
    )
    assert "5,200" in chosen(desk, "Gaol population", text)


def test_where_no_sentence_says_the_whole_name_its_words_tell_nothing(desk: Desk) -> None:
    text = "The gaol holds 900 people. It held 700 people in spring. The gaol kitchen feeds 800 people."
    assert chosen(desk, "Crowding of the gaol estate", text) in {"900 people", "700 people", "800 people"}


def test_a_change_is_not_the_reference_of_levels(desk: Desk) -> None:
    text = (
        "The gaol reoffending rate rose by 3 percentage points. The gaol reoffending rate was 28%. "
        "Another gaol has a reoffending rate of 31%. A third gaol reports a reoffending rate of 35%."
    )
    assert chosen(desk, "Gaol reoffending rate", text, Kind.PERCENTAGE) in {"28%", "31%", "35%"}


@pytest.mark.parametrize("vague", ["thousands of people"])
def test_a_vague_amount_is_the_reference_only_for_want_of_others(desk: Desk, vague: str) -> None:
    text = f"The gaol freed {vague} early. The gaol freed 1,900 people early in May."
    assert "1,900" in chosen(desk, "Gaol people freed early", text)

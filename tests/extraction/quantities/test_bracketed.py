"""Counts in brackets behind places and years, and what else stands in brackets."""

import pytest

from tests.extraction.press_sentences import figures


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The number of drownings was highest in Leith (15), Kell (12); New Orme (9).", ["15", "12", "9"]),
        ("There were 75 drownings, mostly in Leith (15), Kell (12) and New Orme (9).", ["15", "12", "9"]),
        ("It is the highest number of drownings since 2016 (186).", ["186"]),
    ],
)
def test_a_count_in_brackets_is_of_what_the_sentence_counts(text: str, counts: list[str]) -> None:
    assert [one for one in figures(text) if not one.startswith("75")] == [f"{n} = {n} drowning" for n in counts]


@pytest.mark.parametrize(
    "text",
    [
        "Of 186 people killed, Orme (45), Hill (12) and Boe (9) were named.",
        "The number of dead grew in Leith: Ann Orme (45), Jan Hill (12) and Bo Bara (9) were named.",
        "Of the 20 drowned most were in Leith (45), Kell (12) and Orme (9).",
        "It met in Leith (15), Kell (12) and Orme (9).",
    ],
)
def test_ages_and_numbers_that_are_no_part_are_none(text: str) -> None:
    assert not any(one.startswith(("45", "12", "9", "15")) for one in figures(text))


def test_a_bracket_lends_no_unit_to_the_figures_behind_it() -> None:
    text = "Some 149 miners drowned. Of them 14 were over 60 (3 cooks); 13 were under 20. A further nine were boys."
    assert [one.partition(" = ")[2] for one in figures(text)][-3:] == ["3 cook", "13 miner", "9 miner"]

"""Where the cards beside an article stand."""

import itertools

from hypothesis import given, strategies as st

from app.ui.reader.margin import arrange


def test_cards_stand_level_with_their_lines_where_there_is_room() -> None:
    assert arrange([10, 100, 300], 60) == [10, 100, 300]


def test_cards_push_each_other_down() -> None:
    assert arrange([10, 20, 30, 500], 60) == [10, 70, 130, 500]


def test_the_chosen_card_stays_near_its_line() -> None:
    tops = arrange([10.0] * 10 + [400.0], 60, anchor=9)
    assert tops[9] == 10
    assert tops[10] == 400
    assert tops[:9] == [10 - 60 * (9 - at) for at in range(9)]


@given(st.lists(st.floats(0, 2000), max_size=40).map(sorted), st.data())
def test_no_two_cards_ever_overlap(wanted: list[float], data: st.DataObject) -> None:
    anchor = data.draw(st.none() | st.integers(0, len(wanted) - 1)) if wanted else None
    tops = arrange(wanted, 60, anchor)
    assert all(after - before >= 60 - 1e-6 for before, after in itertools.pairwise(tops))

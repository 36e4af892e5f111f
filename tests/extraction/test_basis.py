"""What the words around a figure say of it: each field with its cue, nothing borrowed from a neighbour."""

from app.domain.basis import FIELDS
from tests.extraction.marked_basis import basis_of, read, values
from tests.extraction.marked_text import marked


def test_a_clause_keeps_its_own_cues() -> None:
    text = "It costs [£80m|money] for the first 5 years, falling to [£60m|money] after."
    assert read(text) == [("£80m", {"scope": "years 1-5"}), ("£60m", {"scope": "from year 6"})]
    text = "There is a one off [£4m|money] for the village and a [£3m a year|money per=year] for its school."
    assert read(text) == [("£4m", {"kind": "one-off"}), ("£3m a year", {"kind": "rate", "per": "year"})]
    text = "The clinic will cost [£1.1bn|money] in today's prices, or [£1.6bn|money] in cash terms."
    assert read(text) == [("£1.1bn", {"price": "real:2025/26"}), ("£1.6bn", {"price": "cash"})]


def test_a_bracket_of_its_own_says_nothing_of_what_stands_outside_nor_the_other_way_round() -> None:
    text = "Ministers could close it to save [£34m|money] (after already spending [£2m|money] on it)."
    assert read(text) == [("£34m", {"kind": "change", "status": "forecast"}), ("£2m", {})]
    text = "It is worth [£5m|money], excluding money spent (sunk costs of [£2m|money])."
    assert read(text) == [("£5m", {"scope": "excluding money spent"}), ("£2m", {})]


def test_every_span_holds_the_words_of_its_cue() -> None:
    passage, mentions = marked(
        "Ministers aim to spend an extra [£5bn a year|money per=year] in 2024-25 prices, excluding loans,"
        " by [2030|date 2030]."
    )
    stated = basis_of(passage, mentions, mentions[0])
    spans = {name: said.span.of(passage.text) for name, said in stated.stated() if said.span}
    assert spans == {
        "kind": "a year",
        "per": "a year",
        "price": "in 2024-25 prices",
        "scope": "excluding loans",
        "status": "aim to",
        "target_date": "by 2030",
        "baseline": "an extra",
    }


def test_capitals_that_grow_in_small_letters_move_no_span() -> None:
    passage, mentions = marked("İİİ paid [£9m|money] in total.")
    kind = basis_of(passage, mentions, mentions[0]).kind
    assert kind is not None
    assert kind.span is not None
    assert kind.span.of(passage.text) == "in total"


def test_text_without_cues_states_nothing() -> None:
    passage, mentions = marked("Paris, [€9m|money].")
    assert all(getattr(basis_of(passage, mentions, mentions[0]), name) is None for name in FIELDS)


def test_one_endless_sentence_is_read_once() -> None:
    passage, mentions = marked("pledged [£5m|money] of GDP over 10 years more than before " * 2000)
    first, last = basis_of(passage, mentions, mentions[0]), basis_of(passage, mentions, mentions[-1])
    assert values(first)["kind"] == values(last)["kind"] == "total"

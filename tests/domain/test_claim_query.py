"""What a typed query narrows to, and what is said of a part that cannot be read."""

import datetime
from decimal import Decimal

import pytest

from app.domain import claim_query, query
from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter
from app.domain.narrowing import Between, Chosen, Field


def _ordinal(year: int, month: int, day: int) -> Decimal:
    return Decimal(datetime.date(year, month, day).toordinal())


def money(**ends: object) -> Between:
    given = {name: Decimal(str(value)) if name in ("low", "high") else value for name, value in ends.items()}
    return Between(kind=Kind.MONEY, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("money:>=90m", money(low="90000000")),
        ("money:≥90m", money(low="90000000")),
        ("money:90m..200m", money(low="90000000", high="200000000")),
        ("money:200m..90m", money(low="90000000", high="200000000")),
        ("money:..1.5bn", money(high="1500000000")),
        ("money:<£2,500", money(high="2500", past_high=True, unit="GBP")),
        ("money:>$3tn", money(low="3000000000000", past_low=True, unit="USD")),
        ("money:5k", money(low="5000", high="5000")),
        ("-money:>1bn", money(low="1000000000", past_low=True, excluded=True)),
        ("percentage:<5%", Between(kind=Kind.PERCENTAGE, high=Decimal(5), past_high=True)),
        ("quantity:>1000", Between(kind=Kind.QUANTITY, low=Decimal(1000), past_low=True)),
        ("duration:>=18months", Between(kind=Kind.DURATION, low=18 * (1 / Decimal(12)))),
    ],
)
def test_values_are_compared_and_ranged_in_everyday_spelling(typed: str, asked: Between) -> None:
    read = claim_query.read(typed)
    assert read.problems == ()
    assert read.narrowed == ClaimFilter(between=(asked,))


def test_a_date_covers_all_its_days() -> None:
    (one,) = claim_query.read("date:2030..2035").narrowed.between
    assert (one.low, one.high) == (_ordinal(2030, 1, 1), _ordinal(2035, 12, 31))
    (after,) = claim_query.read("date:>2030").narrowed.between
    assert after.low == _ordinal(2030, 12, 31)
    assert after.past_low


def test_keys_of_a_list_and_names_are_chosen() -> None:
    read = claim_query.read('basis:per-year basis:total said:"Foreign Office" -outlet:Post stance:denies edited:yes')
    assert read.problems == ()
    assert set(read.narrowed.chosen) == {
        Chosen(field=Field.BASIS, values=("per-year", "total")),
        Chosen(field=Field.SPEAKER, values=("Foreign Office",)),
        Chosen(field=Field.OUTLET, values=("Post",), excluded=True),
        Chosen(field=Field.STANCE, values=("denies",)),
        Chosen(field=Field.EDITED, values=("yes",)),
    }


def test_none_and_has_ask_for_what_is_stated() -> None:
    assert claim_query.read("basis:none").narrowed.chosen == (Chosen(field=Field.BASIS, values=("",)),)
    assert claim_query.read("has:basis").narrowed.chosen == (Chosen(field=Field.BASIS, values=("",), excluded=True),)
    assert claim_query.read("-has:speaker").narrowed.chosen == (Chosen(field=Field.SPEAKER, values=("",)),)
    assert claim_query.read('said:"none"').narrowed.chosen == (Chosen(field=Field.SPEAKER, values=("none",)),)


def test_kinds_and_states_can_be_asked_for_and_excluded() -> None:
    assert claim_query.read("kind:money kind:date").narrowed.kinds == {Kind.MONEY, Kind.DATE}
    assert claim_query.read("-kind:date").narrowed.kinds == set(Kind) - {Kind.DATE}
    assert claim_query.read("state:any").narrowed.states == set(State)
    assert claim_query.read("-state:waiting").narrowed.states == {State.ACCEPTED}


def test_after_and_before_part_time_in_two() -> None:
    assert claim_query.read("after:2025-05").narrowed.after == "2025-05"
    assert claim_query.read("before:2025-05").narrowed.before == "2025-05"
    assert claim_query.read("-after:2025-05").narrowed == claim_query.read("before:2025-05").narrowed
    assert claim_query.read("after:2024 after:2025").narrowed.after == "2025"
    assert claim_query.read("before:2025-Q2").narrowed.before == "2025-04"
    (year,) = claim_query.read("published:2025").narrowed.chosen
    assert year == Chosen(field=Field.YEAR, values=("2025/2026",))


def test_words_and_phrases_are_searched_and_can_be_left_out() -> None:
    narrowed = claim_query.read('chagos "cash terms" -denied -"real terms"').narrowed
    assert narrowed.words == 'chagos "cash terms"'
    assert narrowed.without_words == ("denied", '"real terms"')


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("money:lots", "money:>=90m"),
        ("money:", "money:90m..200m"),
        ("money:>=", "money:>=90m"),
        ("money:5furlongs", "money:>=90m"),
        ("percentage:£5", "percentage:<5"),
        ("quantity:£5", "quantity:>1000"),
        ("duration:5m", "duration:6months..2y"),
        ("date:soon", "date:2030..2035"),
        ("after:yesterday", "after:2025-05"),
        ("before:", "before:2025-06"),
        ("basis:totl", "basis:total"),
        ("stance:", "states, estimates, reports, denies"),
        ("state:done", "waiting, accepted, rejected"),
        ("sad:FCDO", "said:"),
        ("https://island.example", "double quotes"),
        ("said:", "said:Treasury"),
        ("-", "type a word"),
        ("money:1..2..3", "money:90m..200m"),
    ],
)
def test_a_bad_term_is_told_with_what_to_type_and_the_rest_still_works(typed: str, instead: str) -> None:
    read = claim_query.read(f"kind:money {typed} treaty")
    (problem,) = read.problems
    assert instead in problem.sentence
    assert read.text[problem.term.start : problem.term.end] == typed
    assert read.narrowed == claim_query.read("kind:money treaty").narrowed


@pytest.mark.parametrize(
    "typed",
    ['"', '""', ":", "a:b:c", "-", "--x", 'said:"', "  ", "said:''", 'x"y"z', "money:..", "\x00", "-:", "…", '-""'],
)
def test_whatever_is_typed_has_some_reading(typed: str) -> None:
    read = claim_query.read(typed)
    assert claim_query.read(read.text) == read


def test_a_choice_is_written_where_its_key_stands() -> None:
    text = "basis:total  chagos said:FCDO"
    assert query.with_values(text, "basis", ["per-year"]) == "basis:per-year chagos said:FCDO"
    assert query.with_values(text, "outlet", ["Harbour Daily"]) == 'basis:total chagos said:FCDO outlet:"Harbour Daily"'
    assert query.with_values(text, "said", []) == "basis:total chagos"
    assert query.with_values("-said:FCDO x", "said", ["FCDO"]) == "x said:FCDO"
    assert query.without("money:>5 kind:money treaty", "money", "kind") == "treaty"
    assert query.values('said:"Foreign Office" -said:FCDO', "said") == ("Foreign Office",)


def test_a_value_is_left_out_in_the_place_of_being_asked_for() -> None:
    assert query.excluding("said:FCDO said:Rivals x", "said", "FCDO") == "said:Rivals x -said:FCDO"
    assert query.excluding("x -said:FCDO", "said", "FCDO") == "x -said:FCDO"
    assert query.excluding("", "outlet", "Harbour Daily") == '-outlet:"Harbour Daily"'


def test_spaces_inside_quotes_stay() -> None:
    assert query.with_values('"in  cash" treaty', "kind", ["money"]) == '"in  cash" treaty kind:money'

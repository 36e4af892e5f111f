"""The public form of what was read."""

import json
from decimal import Decimal

import pytest

from app.extraction import json_lines

FIELDS = {
    "start", "end", "surface", "kind", "low", "high", "unit", "qualifier", "qualifier_cue", "per", "date", "modifier",
    "fiscal", "readings", "anchor", "sentence", "converts", "basis", "speaker", "stance", "rule", "confidence", "doubt",
}  # fmt: skip
BASIS = {
    "kind", "per", "price", "horizon", "period", "denominator", "scope", "status", "target_date", "baseline",
    "assumption",
}  # fmt: skip


def extract(*rows: object) -> list[tuple[dict[str, object], bool]]:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    return [(json.loads(line), good) for line, good in json_lines.extract_lines(lines)]


def article(text: str, **more: object) -> dict[str, object]:
    return {"id": "a", "date": "2025-06-08", "text": text} | more


def test_a_claim_has_every_field_of_the_contract() -> None:
    text = "“It costs up to £165.50m a year,” said 🔴 Jane Doe on Friday."
    ((row, good),) = extract(article(text))
    assert good
    assert set(row) == {"id", "claims"}
    money, day = row["claims"]
    assert set(money) == set(day) == FIELDS
    assert set(money["basis"]) == BASIS
    assert text[money["start"] : money["end"]] == money["surface"] == "up to £165.50m a year"
    assert (money["low"], money["high"], money["unit"]) == ("165500000", "165500000", "GBP")
    cue = money["qualifier_cue"]
    assert (money["qualifier"], text[cue[0] : cue[1]], money["per"]) == ("at_most", "up to", "year")
    assert (day["kind"], day["low"], day["date"]) == ("date", None, "2025-06-06")
    assert text[slice(*day["sentence"])] == text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It cost £2.7 trillion.", "2700000000000", "2700000000000"),
        ("It cost 0.0000004% more.", "0.0000004", "0.0000004"),
        ("It cost hundreds of millions of euros.", "100000000", "1000000000"),
        ("A third of it.", "33.3333", "33.3333"),
    ],
)
def test_numbers_are_plain_decimals_without_exponent(text: str, low: str, high: str) -> None:
    ((row, _),) = extract(article(text))
    (claim,) = row["claims"]
    assert (claim["low"], claim["high"]) == (low, high)
    assert Decimal(claim["low"]) <= Decimal(claim["high"])


def test_the_country_settles_a_bare_sign() -> None:
    ((row, _),) = extract(article("It cost $5m.", country="au"))
    assert row["claims"][0]["unit"] == "AUD"


def test_the_date_may_be_null_or_missing_and_other_keys_are_ignored() -> None:
    rows = extract(article("On Friday.", date=None), {"id": 7, "text": "Nothing.", "kinds": ["money"]})
    assert [good for _, good in rows] == [True, True]
    assert rows[1][0] == {"id": 7, "claims": []}


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("{", "The line is not JSON."),
        ("", "The line is not JSON."),
        ("[" * 100_000, "The line is not JSON."),
        ("[1]", "The line is not a JSON object."),
        ('{"text": "£5m"}', "The article has no id."),
        ('{"id": "a"}', "The article's text is missing or is not a string."),
        ('{"id": "a", "text": null}', "The article's text is missing or is not a string."),
        ('{"id": "a", "text": "", "date": "soon"}', "The article's date is not an ISO 8601 day."),
        ('{"id": "a", "text": "", "country": 1}', "The article's country is not a string."),
    ],
)
def test_a_line_that_is_no_article_gets_an_error_in_its_place(line: str, error: str) -> None:
    rows = extract(line, article("It cost £5m."))
    assert rows[0] == ({"id": None, "error": error}, False)
    assert rows[1][1]


def test_lines_come_out_as_they_go_in() -> None:
    read = []

    def source() -> object:
        for name in ("a", "a", "b"):
            read.append(name)
            yield json.dumps(article("It cost £5m.", id=name))

    for (line, _), name in zip(json_lines.extract_lines(source()), ("a", "a", "b"), strict=True):
        assert json.loads(line)["id"] == name
        assert read[-1] == name


def test_text_is_written_unescaped_and_half_a_pair_survives() -> None:
    (line, _), (odd, _) = json_lines.extract_lines(
        [json.dumps(article("It cost £5m.")), '{"id": "\\ud800", "text": ""}']
    )
    assert "£5m" in line
    assert json.loads(odd.encode())["id"] == "\ud800"

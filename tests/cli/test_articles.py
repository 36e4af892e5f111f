"""The articles that the program was made for, from file to verdict. Skipped where they are not on the machine."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"
TOPIC = "UK payments to Mauritius"
TERMS = ["Chagos", "Diego Garcia", "Mauritius"]

pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not here")

M = Decimal("1e6")
BASE = [
    (100 * M, "GBP", "exact", "year"),
    (100 * M, "GBP", "exact", None),
    (200 * M, None, "nearly", "year"),
    (165 * M, "GBP", "exact", None),
    (120 * M, "GBP", "exact", None),
    (40 * M, "GBP", "exact", None),
    (45 * M, "GBP", "exact", "year"),
    (30_000 * M, "GBP", "exact", None),
    (87 * M, "USD", "exact", "year"),
]


@pytest.fixture
def imported(shell) -> dict[str, dict]:
    """The line of each file, by the number that its name begins with."""
    said = shell("import", ARTICLES, "--json", "--project", "p.counterclaim")
    assert said.status == 0, said.err
    return {Path(row["path"]).name[:3]: row for row in said.rows}


def claims(shell, article: str, *words: str) -> list[dict]:
    return shell("claims", "--article", article, "--json", *words, "--project", "p.counterclaim").rows


def test_every_figure_of_the_comments_is_found_at_the_very_words(shell, imported) -> None:
    money = claims(shell, imported["002"]["article"], "--kind", "money")
    found = [(Decimal(row["low"]), row["unit"], row["qualifier"], row["per"]) for row in money]
    assert [figure for figure in BASE if figure not in found] == []
    assert all(row["low"] == row["high"] for row in money)
    kinds = {row["surface"]: (row["basis"]["kind"] or {}).get("value") for row in money}
    assert kinds["£40m"] == "one-off"
    assert kinds["£45m a year"] == kinds["£100 million a year"] == "rate"
    assert [row["surface"] for row in money if row["low"] == "165000000"] == ["£165m"]


def test_offsets_stand_in_the_stored_text(shell, imported) -> None:
    from app import bootstrap

    desk = bootstrap.open_desk(Path("p.counterclaim"))
    try:
        for row in imported.values():
            text = desk.library.article(row["article"]).article.text
            kept = desk.library.claims(row["article"])
            assert all(text[one.claim.span.start : one.claim.span.end] == one.claim.surface for one in kept)
            assert len(kept) == row["claims"]
    finally:
        desk.close()


def test_an_amount_and_its_conversion_are_one_claim(shell, imported) -> None:
    money = claims(shell, imported["003"]["article"], "--kind", "money")
    assert [row["surface"] for row in money] == ["£1.6 billion"]
    assert [(one["surface"], one["low"], one["unit"]) for one in money[0]["restated"]] == [
        ("$2 billion", "2000000000", "USD")
    ]


def test_an_article_without_figures_gives_none(imported) -> None:
    assert (imported["001"]["state"], imported["001"]["claims"]) == ("added", 0)


def test_the_payments_stand_side_by_side_by_basis(shell, imported) -> None:
    made = shell("topics", "--add", TOPIC, "--terms", *TERMS, "--project", "p.counterclaim")
    assert made.status == 0
    money = claims(shell, imported["002"]["article"], "--topic", TOPIC)
    pin = next(row["claim"] for row in money if row["surface"] == "£100 million a year")
    said = shell("compare", "--topic", TOPIC, "--pin", pin, "--json", "--project", "p.counterclaim")
    comparison = json.loads(said.out)
    shown = {row["surface"]: (group["kind"], row) for group in comparison["groups"] for row in group["rows"]}
    assert set(shown) >= {"£100 million a year", "nearly 200m a year", "£45m a year", "£165m", "£120m", "£40m", "£30bn"}
    assert shown["nearly 200m a year"][0] == shown["£100 million a year"][0] != shown["£30bn"][0]
    assert shown["nearly 200m a year"][1]["judgement"]["verdict"] == "conflict"
    assert shown["£30bn"][1]["judgement"]["verdict"] == "differs_by_basis"
    assert shown["£40m"][1]["judgement"]["verdict"] == "differs_by_basis"
    assert shown["£45m a year"][1]["judgement"]["verdict"] == "differs_by_basis"
    assert comparison["headline"]["verdict"] == "conflict"


def test_the_reference_is_chosen_so_that_the_conflict_leads(shell, imported) -> None:
    shell("topics", "--add", TOPIC, "--terms", *TERMS, "--project", "p.counterclaim")
    said = shell("compare", "--topic", TOPIC, "--project", "p.counterclaim")
    assert said.out.splitlines()[2].startswith("Conflict: nearly £200m a year is about twice £100m a year")


def test_importing_them_again_adds_nothing(shell, imported) -> None:
    again = shell("import", ARTICLES, "--json", "--project", "p.counterclaim")
    assert again.status == 0
    assert {row["state"] for row in again.rows} == {"duplicate"}


def test_a_bare_amount_takes_the_currency_of_its_topic_and_the_sentence_says_so(shell, imported) -> None:
    shell("topics", "--add", TOPIC, "--terms", *TERMS, "--project", "p.counterclaim")
    comparison = json.loads(shell("compare", "--topic", TOPIC, "--json", "--project", "p.counterclaim").out)
    rows = [row for group in comparison["groups"] for row in group["rows"]]
    said = next(row["judgement"]["sentence"] for row in rows if row["surface"] == "nearly 200m a year")
    assert said.endswith("The bare 200m is taken as £200m, like most amounts of its topic.")


def test_one_share_by_two_years_is_a_conflict_of_deadlines(shell, imported) -> None:
    shell("topics", "--add", "Defence share", "--terms", "GDP", "--kind", "percentage", "--project", "p.counterclaim")
    (aim,) = (row for row in claims(shell, imported["000"]["article"]) if row["surface"] == "3.5 per cent")
    of = ["--topic", "Defence share", "--pin", aim["claim"], "--json", "--project", "p.counterclaim"]
    rows = [row for group in json.loads(shell("compare", *of).out)["groups"] for row in group["rows"]]
    judged = [row["judgement"] for row in rows if row["surface"] == "3.5%"]
    (deadline,) = (one for one in judged if "by 2032" in one["sentence"])
    assert (deadline["verdict"], deadline["reasons"]) == ("conflict", ["TARGET_DATE"])
    assert "by 2035" in deadline["sentence"]


PAIRS = [
    ("000", "£28 billion", "Ministers face a funding gap of £28bn over the four years to 2030.", "conflict", "HORIZON"),
    ("003", "£1.6 billion", "The export finance comes to $2 billion.", "compatible", "FX_CONVERTED"),
    ("002", "£30bn", "The base costs £100m a year for the 99 years.", "differs_by_basis", "RATE_VS_TOTAL"),
]


@pytest.mark.parametrize(("article", "words", "other", "verdict", "reason"), PAIRS)
def test_what_an_article_says_is_judged_against_another_statement(
    shell, article: str, words: str, other: str, verdict: str, reason: str
) -> None:
    text = next(ARTICLES.glob(f"{article}*")).read_text(encoding="utf-8")
    (said,) = (one for one in re.split(r"(?<=[.?!])\s|\n", text) if words in one)
    # An amount beside its own conversion would be the same two numbers twice.
    stated = re.sub(r" \(\$[^)]*\)", "", said)
    pair = {"id": 1, "a_text": stated, "b_text": other, "a_date": "2025-03-02", "b_date": "2025-03-02"}
    Path("pair.jsonl").write_text(json.dumps(pair), encoding="utf-8")
    (judged,) = shell("judge", "--json-lines", "pair.jsonl").rows
    assert (judged["verdict"], reason in judged["reasons"]) == (verdict, True)
    if reason == "FX_CONVERTED":
        assert "ECB reference rate of 28 Feb 2025" in judged["sentence"]

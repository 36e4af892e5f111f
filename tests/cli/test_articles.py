"""The articles that the program was made for, from file to verdict. Skipped where they are not on the machine."""

import json
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
    assert comparison["headline"]["verdict"] == "conflict"


def test_the_reference_is_chosen_so_that_the_conflict_leads(shell, imported) -> None:
    shell("topics", "--add", TOPIC, "--terms", *TERMS, "--project", "p.counterclaim")
    said = shell("compare", "--topic", TOPIC, "--project", "p.counterclaim")
    assert said.out.splitlines()[2].startswith("Conflict: nearly £200m a year is about twice £100m a year")


def test_importing_them_again_adds_nothing(shell, imported) -> None:
    again = shell("import", ARTICLES, "--json", "--project", "p.counterclaim")
    assert again.status == 0
    assert {row["state"] for row in again.rows} == {"duplicate"}

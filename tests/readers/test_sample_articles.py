"""The sample articles, as the readers see them."""

import csv
import datetime
import re
from decimal import Decimal

import pytest

from app import shipped
from app.domain.article import Article, Detail, PartKind
from app.readers import choose

FOLDER = shipped.resources() / "sample"
TODAY = datetime.date(2026, 6, 1)
SAMPLE = {
    "01": ("Meridian Post", "Oona Prentice", "2024-12-18", "GB"),
    "02": ("Meridian Post", "Oona Prentice", "2025-02-04", "GB"),
    "03": ("Harbour Daily", "Elin Marsh", "2025-02-05T18:20+00:00", "GB"),
    "04": ("Commons Wire", "Tomas Aldery", "2025-05-22T16:45+01:00", "GB"),
    "05": ("Northgate Ledger", "Commons Wire", "2025-05-22", "GB"),
    "06": ("Island Gazette", "Gazette staff and Commons Wire", "2025-05-23", "MU"),
    "07": ("Harbour Daily", "Elin Marsh", "2025-05-22T19:10+01:00", "GB"),
    "08": ("Harbour Daily", "Elin Marsh", "2025-05-23T07:40+01:00", "GB"),
    "09": ("Aldgate Times", "Jocasta Wren", "2025-05-23", "GB"),
    "10": ("Tidewater", "Ada Quill", "2025-05-24", "GB"),
    "11": ("Civic Review", "Ines Calloway", "2025-05-23", "GB"),
    "12": ("Civic Review", "Ines Calloway", "2025-08-11T09:00+01:00", "GB"),
    "13": ("Aldgate Times", "Jocasta Wren", "2026-01-21", "GB"),
}


def read(number: str) -> Article:
    return choose.read_file(next(FOLDER.glob(f"{number}-*")), today=TODAY)


def words(article: Article, kind: PartKind) -> list[str]:
    return [part.span.of(article.text) for part in article.parts if part.kind is kind]


def value(detail: Detail | None) -> str:
    assert detail is not None
    assert detail.evidence
    return detail.value


def test_every_article_of_the_folder_is_known_here() -> None:
    found = [path.name[:2] for path in sorted(FOLDER.iterdir()) if path.suffix in choose.SUFFIXES]
    assert found == list(SAMPLE)


@pytest.mark.parametrize("number", SAMPLE)
def test_details_are_stated_not_guessed(number: str) -> None:
    article = read(number)
    outlet, author, published, country = SAMPLE[number]
    details = (article.outlet, article.author, article.published)
    assert tuple(value(detail) for detail in details) == (outlet, author, published)
    assert not any("guessed" in detail.evidence for detail in details if detail)
    assert (article.language, article.country, article.notes) == ("en", country, ())


@pytest.mark.parametrize("number", SAMPLE)
def test_each_is_a_short_article_with_a_title_and_no_furniture(number: str) -> None:
    article = read(number)
    assert article.parts[0].kind is PartKind.TITLE
    body = words(article, PartKind.BODY)
    assert len(body) == 1
    assert 80 <= len(article.text.split()) <= 180
    assert not re.search(r"shares|WhatsApp|Related|Outlet:|rights reserved|\*\*|<", article.text)


def test_the_three_copies_share_their_first_paragraphs() -> None:
    first, second, third = (words(read(number), PartKind.BODY)[0].split("\n\n") for number in ("04", "05", "06"))
    assert first[:3] == second[:3] == third[:3]


def test_the_revised_version_has_another_total_at_the_same_address() -> None:
    first, revised = read("07"), read("08")
    assert first.url == revised.url
    assert value(first.title) == value(revised.title)
    assert "about £9bn" in first.text
    assert "about £10bn" in revised.text
    assert words(revised, PartKind.STANDFIRST) == ["Two rates, one grant and one payment make up the price of the base"]
    assert "1 to 3\t£165m a year" in revised.text


def test_the_thread_has_its_shape() -> None:
    article = read("12")
    first = len(article.parts) - 4
    assert [(part.author, part.parent) for part in article.parts[first:]] == [
        ("harbourmaster", None),
        ("Ledger_Lil", first),
        ("harbourmaster", first + 1),
        ("P. Osgood", None),
    ]
    assert "nearly 200m a year" in words(article, PartKind.COMMENT)[1]


def test_the_dollar_figure_stands_beside_the_pounds() -> None:
    assert "£101m ($136m) a year" in read("06").text


def test_the_schedule_adds_up_without_inflation() -> None:
    with (FOLDER / "schedule.csv").open(newline="", encoding="utf-8") as source:
        rows = list(csv.DictReader(source))
    total = sum(
        Decimal(row["amount"]) * (int(row["to_year"]) - int(row["from_year"]) + 1 if row["times"] == "yearly" else 1)
        for row in rows
    )
    # 3 x 165 + 96 x 120 + 25 x 45 + 40 million: the "£13bn" of those who leave out indexation.
    assert total == Decimal(13_180_000_000)
    assert [row["index_from_year"] for row in rows] == ["", "14", "", ""]

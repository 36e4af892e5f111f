"""A number that its article gives for another stage, time or way of a matter: aimed at, in a draft, over five years."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import Library, figure_of

WATERWORKS = {
    "waterworks.txt": """Title: Orrin Water to raise its bills
Outlet: Orrin Courier
Date: 2024-12-19

Bills of Orrin Water will go up by 36% over the next five years, the regulator announced on Thursday. It is more than \
the 23% up to 2030 that it set out in its draft in July. Grants for sewers over the five years rise from £11m at the \
last review to £47m, most of them for tanks.

The firm had £1.8m of cash at the end of June, a fall from £2.4m three months before. Higher bills are expected to pay \
over the next five years for a reduction in leaks of 17%, and for a 29% cut in floods. The length of spills was \
3,606 hours in 2023, an increase of 105% on the 1,754 hours of 2022. The number of spills rose by 54% to 464.

Orrin Water has to return the most, more than £101m, for its performance in 2022-23, followed by Tarn Water, which \
must pay back £43m. Rewards go to firms that beat their targets: Brathay Water can take £88m extra and Esk Water £25m. \
The sum for all firms is £114m. Under a decision confirmed in November 2022, Orrin Water had to return £51m.

Losses came to £189m in the first half, as fines led it to book costs of £427m in the six months to September. It told \
its owners of more leaks and of a first-half loss of about £190m. Leaks were to be cut by 176 million litres a day \
between 2020 and 2024, but the firm managed only 20 million litres.
"""
}
TOLD = "Orrin Water is to raise its bills by 36%. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The firm's cash had grown in the spring, reaching £1.8m at the end of June.", "£1.8m"),
        ("Its bills will climb by 23% over the five years, the regulator said in its final decision.", "23%"),
        ("Leaks have been brought down by 17%, and floods are to be cut.", "17%"),
        ("Grants for sewers rise from £11m to £47m a year, most of them for tanks.", "£47m a year"),
        ("The number of spills rose by 105%.", "105%"),
        ("For its performance in 2022-23 Orrin Water had to return £51m.", "£51m"),
        ("The sum for all firms is £114m, and Brathay Water, which beat its targets, can take £25m extra.", "£25m"),
    ],
)
def test_a_number_of_another_stage_time_or_measure_is_told(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(WATERWORKS), TOLD + text, surface).finding in (Finding.CONTESTED, Finding.OTHER_BASIS)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Its cash shrank in the spring, to £1.8m at the end of June.", "£1.8m"),
        ("Its draft in July had bills climb by 23% up to 2030.", "23%"),
        ("Higher bills should pay for a cut in leaks of 17%.", "17%"),
        ("Over the five years grants for sewers rise to £47m.", "£47m"),
        ("Spills lasted 105% longer than in 2022.", "105%"),
        ("By a decision of November 2022 it had to return £51m.", "£51m"),
        ("After losing £189m in the six months to September it told its owners of leaks.", "£189m"),
        ("It should have cut leaks by 176m litres a day, and cut them by 20m litres.", "20m litres"),
    ],
)
def test_the_number_of_its_own_is_supported(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(WATERWORKS), TOLD + text, surface).finding is Finding.SUPPORTED

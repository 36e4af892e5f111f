"""What revises a figure: what stands after it, of its own time and thing."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import Library, figure_of

DUES = {
    "gap.txt": """Title: Dues gap of Tarn falls
Outlet: Tarn Courier
Date: 2025-06-18

The dues gap of Tarn harbour was £38.2 million in 2023/24, the revenue office said. For 2022/23 it now puts the dues \
gap of Tarn harbour at £37.9 million.
""",
    "note.txt": """Title: What the dues figures of Tarn mean
Outlet: Tarn Ledger
Date: 2025-07-15

The office collected £702.4 million of dues in Tarn harbour in 2023/24, leaving £38.2 million unpaid. However, it \
revised the figures upwards for 2022/23, from 4.1% (£31.6 million) to 4.9% (£37.9 million).
""",
}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The dues gap of Tarn harbour for 2022/23 is £37.9 million.", "£37.9 million"),
        ("The dues gap of Tarn harbour came to £38.2 million in 2023/24.", "£38.2 million"),
    ],
)
def test_a_former_number_and_one_of_another_time_revise_nothing(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(DUES), text, surface).finding is Finding.SUPPORTED


def test_the_number_that_was_revised_does_not_stand(library: Library) -> None:
    text = "The dues gap of Tarn harbour for 2022/23 was £31.6 million."
    assert figure_of(library(DUES), text, "£31.6 million").finding is Finding.CONTESTED


def test_the_former_end_of_a_revision_revises_nothing_that_is_told_of_another_time(library: Library) -> None:
    text = (
        "The revenue office now puts the dues gap of Tarn harbour for 2022/23 at £37.9 million, not the £31.6 million "
        "it first published, and at £38.2 million for 2023/24."
    )
    assert figure_of(library(DUES), text, "£38.2 million").finding is Finding.SUPPORTED


TOLL = {
    "toll.txt": """Title: Casualties in Tarn
Outlet: Tarn Courier
Date: 2025-03-20

On Thursday the MOT said that Tarn had probably sustained roughly 90,000 casualties.
""",
    "later.txt": """Title: Tarn's casualty count approaches 100,000
Outlet: Tarn Ledger
Date: 2025-06-02

By the end of May 2025 Tarn likely incurred approximately 98,000 casualties in the war, the Ministry of Transport said.
""",
}


def test_a_body_called_by_its_initials_is_the_drafts_own_source(library: Library) -> None:
    text = "The Ministry of Transport puts the casualties of Tarn at about 90,000."
    assert figure_of(library(TOLL), text, "about 90,000").finding is Finding.SUPPORTED

"""Which way a figure went is read alike by what reads it and by what compares it, whatever verb says so."""

import datetime

import pytest

from app.comparison.statement import Statement
from app.domain.basis import BasisKind
from app.domain.verdict import Verdict
from app.extraction import pipeline
from app.extraction.mention import Passage
from tests.comparison.judgements import judged

DAY = datetime.date(2025, 6, 8)
ROSE = ("rose", "increased", "grew", "climbed", "jumped", "soared", "surged", "swelled", "leapt", "rocketed")
FELL = ("fell", "dropped", "declined", "slumped", "shrank", "slid", "dipped", "plunged", "tumbled", "plummeted", "sank")


def moved(verb: str) -> Statement:
    text = f"Sales at Orme Mills {verb} by 12% in May."
    return Statement(claim=pipeline.read(Passage(text=text, published=DAY))[0], published=DAY, text=text)


@pytest.mark.parametrize("verb", [*ROSE, *FELL])
def test_each_verb_makes_a_change(verb: str) -> None:
    assert moved(verb).claim.basis.value("kind") == BasisKind.CHANGE


@pytest.mark.parametrize("fell", FELL)
@pytest.mark.parametrize("rose", ROSE)
def test_a_rise_is_no_fall(rose: str, fell: str) -> None:
    assert judged(moved(rose), moved(fell)).verdict is Verdict.CONFLICT


@pytest.mark.parametrize("verbs", [ROSE, FELL], ids=["up", "down"])
def test_one_way_is_one_move(verbs: tuple[str, ...]) -> None:
    assert {judged(moved(verbs[0]), moved(verb)).verdict for verb in verbs} == {Verdict.AGREE}

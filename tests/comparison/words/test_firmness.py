"""How firm a figure is by the words about it."""

import pytest

from app.comparison.words import firmness
from tests.comparison.statements import figure, statement


@pytest.mark.parametrize(
    "text",
    [
        "The estimate was cut by a tenth to £5m.",
        "The estimate was raised sharply from £4m to £5m.",
        "The bill has been restated at £5m.",
        "The cost was lowered again, to £5m.",
        "The bill, put up from a planned £4m, is £5m.",
    ],
)
def test_a_figure_that_another_is_brought_to_revises_it(text: str) -> None:
    assert _revises(text)


@pytest.mark.parametrize(
    "text",
    [
        "The plan that was put to councillors on Monday would cost £5m.",
        "Doubts were raised at a hearing about a bridge for £5m.",
        "What was raised from donors came to £5m.",
        "The firm moved to Selby and paid £5m.",
        "The Lower Aire Crossing will cost £5m.",
    ],
)
def test_verbs_of_other_things_revise_no_figure(text: str) -> None:
    assert not _revises(text)


def _revises(text: str) -> bool:
    said = statement(figure("5m"), text, surface="£5m")
    return firmness.read(said, said.told()).revises

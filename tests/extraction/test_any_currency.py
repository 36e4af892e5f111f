"""What is read of a sum does not hang on the currency that it is in."""

import datetime

import pytest

from app.extraction import pipeline
from app.extraction.mention import Passage

_SIGNS = ("¥", "₹", "₩", "₦", "€", "US$", "R$")
_WRITTEN = (*_SIGNS, "CHF ", "SEK ")
_SAID = (
    "The lock cost £6m, the warden said.",
    "The warden said it cost £6m. It had put it at £4m.",
    "Ana Holm called the reported fee of £6m “a joke”.",
    "Tide News understands £6m was lost.",
    "Police estimates of £6m in losses were mocked.",
    "The guild gave out a figure of £6m.",
    "The bill is lower than the guild's £7m estimate, the ministry said.",
    "Orme expects up to £25m, Kell around £12m.",
    "The guild wants £9m over 10 years, £7m from schools.",
    "It rose from £3m up to £5m.",
    "The flood adds up to £90m to the cost of the dam.",
    "The guild wants £800m, not £600m, a year.",
    "The guild wants £800m—not £600m—a year.",
)
_SAID_BY_SIGN = (
    "It is part of a two-year £4m plan.",
    "The farm paid £2m last year and then £4m.",
    "Costs (£ million)\t\nPart\tPaid\nPier\t1.5\n",
)


def _read(text: str, written: str) -> list[tuple[object, ...]]:
    claims = pipeline.read(Passage(text=text, published=datetime.date(2031, 5, 2)))
    return [
        (
            claim.surface.replace(written, "£"),
            claim.figure.low,
            claim.figure.qualifier,
            claim.figure.per,
            claim.stance,
            claim.speaker and claim.speaker.name,
            *(getattr(cue, "value", cue) for _, cue in claim.basis.stated()),
        )
        for claim in claims
    ]


@pytest.mark.parametrize("written", _WRITTEN)
@pytest.mark.parametrize("text", _SAID)
def test_a_sum_is_read_alike_in_any_currency(text: str, written: str) -> None:
    assert _read(text.replace("£", written), written) == _read(text, "£") != []


@pytest.mark.parametrize("written", _SIGNS)
@pytest.mark.parametrize("text", _SAID_BY_SIGN)
def test_a_sum_is_read_alike_under_any_sign(text: str, written: str) -> None:
    assert _read(text.replace("£", written), written) == _read(text, "£") != []


def test_a_company_whose_name_is_a_code_still_speaks() -> None:
    """AMD is the dram where it stands at a number, and a company where it does not."""
    speakers = [claim.speaker for claim in pipeline.read(Passage(text="AMD said on Monday that it lost £6m."))]
    assert {speaker and speaker.name for speaker in speakers} == {"AMD"}

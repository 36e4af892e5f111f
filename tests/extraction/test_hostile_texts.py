"""The whole reading of a text: twice as long takes twice the work, whatever the text is made of."""

import datetime

import pytest

from app.extraction import pipeline
from app.extraction.mention import Passage
from tests.support.call_counts import steps

PUBLISHED = datetime.date(2025, 6, 8)
PROSE = (
    "Ministers put the bill at £3.4bn over 99 years, or £101m a year, though Jane Doe of the audit office said that "
    "it was nearer £30bn. “We do not recognise that figure,” she told reporters on Saturday. The council, which has "
    "long argued that the base is needed, said nothing about who would pay for the works. Prices rose in May.\n\n"
)
ONE_LINE = PROSE.replace(".", ",").replace("\n", " ")
HOSTILE = {
    "digits": "1234567890",
    "dollars": "$$$ ",
    "ones": "one ",
    "commas": "1,",
    "titles": "Mr ",
    "names": "Jane Doe and ",
    "quotes": '"',
    "opened": "“a ",
    "closed": "” said ",
    "brackets": "([",
    "millions": "million ",
    "weekdays": "Monday ",
    "lines": "\n",
    "paragraphs": "a\n\n",
    "stops": ". ",
    "dots": "... ",
    "initials": "A. ",
    "dashes": "- ",
    "years": "in 2025 ",
    "speech": "he said it would ",
    "one line": ONE_LINE,
    "prose": PROSE,
}


def work(text: str) -> int:
    """Calls made to read a text of which nothing is known yet."""
    return steps(lambda: pipeline.read(Passage(text=text, published=PUBLISHED)))


@pytest.mark.parametrize("pattern", sorted(HOSTILE))
def test_work_grows_with_the_length(pattern: str) -> None:
    piece = HOSTILE[pattern]
    times = 4_000 // len(piece)
    work(piece * 4)
    assert work(piece * times * 2) <= 2.3 * work(piece * times) + 200


@pytest.mark.parametrize("piece", [PROSE, ONE_LINE], ids=["news", "one line"])
def test_a_long_text_costs_no_more_a_character_than_a_short_one(piece: str) -> None:
    times = 4_000 // len(piece)
    work(piece)
    assert work(piece * times * 10) <= 1.5 * 10 * work(piece * times)


def test_ordinary_news_takes_few_steps_a_character() -> None:
    text = PROSE * 10
    work(text)
    assert work(text + " ") / len(text) < 24

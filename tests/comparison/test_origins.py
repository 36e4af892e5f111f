"""Copies of one story, told by their words."""

import subprocess
import sys

from written import figure, statement

from app.comparison import origins

STORY = (
    "The government will pay one hundred and one million pounds a year for the base, officials confirmed on Thursday, "
    "after months of talks over the future of the islands and the runway that stands on the largest of them."
)
OTHER = (
    "Ministers faced questions in parliament about defence spending, with several members asking why figures in the "
    "annual report did not match those that had been given to the committee earlier in the spring."
)


def test_a_copy_with_a_new_headline_is_one_origin() -> None:
    copy = "Base to cost millions, says report. " + STORY
    assert origins.containment(origins.shingles(STORY), origins.shingles(copy)) >= origins.SAME_ORIGIN


def test_two_stories_are_two_origins() -> None:
    assert origins.containment(origins.shingles(STORY), origins.shingles(OTHER)) < origins.SAME_ORIGIN


def test_a_quote_that_both_print_makes_no_copy() -> None:
    quote = "“We will not pay a penny more than we have agreed to pay, and that is the end of the matter for us.”"
    first, second = (origins.shingles(f"{text} {quote}") for text in (STORY, OTHER))
    assert origins.containment(first, second) == 0


def test_a_text_of_few_words_is_no_copy_of_anything() -> None:
    assert origins.containment(origins.shingles("Four words are few"), origins.shingles(STORY)) == 0


def test_shingles_are_the_same_in_every_run() -> None:
    program = "from app.comparison import origins; print(sorted(origins.shingles('one two three four five six')))"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == str(sorted(origins.shingles("one two three four five six")))


def test_the_words_can_say_that_two_reports_are_one() -> None:
    told = statement(figure("10bn"), "Around £10bn, according to the same agency copy in another paper.")
    assert origins.told_as_one(told, statement(figure("10bn"), "It is worth £10bn."))
    assert not origins.told_as_one(statement(figure("10bn")), statement(figure("10bn")))

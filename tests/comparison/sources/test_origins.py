"""Copies of one story, told by their words."""

import subprocess
import sys
from datetime import timedelta

from app.comparison import pair
from app.comparison.sources import origins
from app.comparison.sources.origins import Likeness
from app.domain.article import Part, PartKind
from app.domain.shingles import shingles
from app.domain.span import Span
from tests.comparison.statements import figure, statement

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
    assert origins.containment(shingles(STORY), shingles(copy)) >= origins.SAME_ORIGIN


def test_two_stories_are_two_origins() -> None:
    assert origins.containment(shingles(STORY), shingles(OTHER)) < origins.SAME_ORIGIN


def test_a_quote_that_both_print_makes_no_copy() -> None:
    quote = "“We will not pay a penny more than we have agreed to pay, and that is the end of the matter for us.”"
    first, second = (shingles(f"{text} {quote}") for text in (STORY, OTHER))
    assert origins.containment(first, second) == 0


def test_a_text_of_few_words_is_no_copy_of_anything() -> None:
    assert origins.containment(shingles("Four words are few"), shingles(STORY)) == 0


def test_shingles_are_the_same_in_every_run() -> None:
    program = "from app.domain.shingles import shingles; print(sorted(shingles('one two three four five six')))"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == str(sorted(shingles("one two three four five six")))


def test_the_words_can_say_that_two_reports_are_one() -> None:
    told = statement(figure("10bn"), "Around £10bn, according to the same agency copy in another paper.")
    other = statement(figure("10bn"), "It is worth £10bn.")
    assert pair.of(told, other).one_source
    assert not pair.of(other, statement(figure("10bn"))).one_source


def test_what_readers_write_below_a_story_makes_it_no_other_story() -> None:
    comments = [" ".join(f"{name}{at}" for at in range(200)) for name in ("left", "right")]
    texts = [f"{STORY}\n\n{comment}" for comment in comments]
    parts = (Part(kind=PartKind.COMMENT, span=Span(len(STORY) + 2, len(texts[0]) + 50)),)
    first, second = (shingles(text, parts) for text in texts)
    assert origins.containment(first, second) == 1.0
    assert first == shingles(STORY)


def test_without_comments_the_parts_change_no_shingle() -> None:
    parts = (Part(kind=PartKind.TITLE, span=Span(0, 20)), Part(kind=PartKind.BODY, span=Span(22, len(STORY))))
    assert shingles(STORY, parts) == shingles(STORY)


def test_a_credit_alone_makes_no_copy_and_with_shared_passages_it_does() -> None:
    reuters = frozenset({"Reuters"})
    assert not Likeness(containment=0.05, agencies=reuters).is_one_origin
    assert not Likeness(containment=0.2).is_one_origin
    assert Likeness(containment=0.2, agencies=reuters).is_one_origin
    assert Likeness(containment=0.3).is_one_origin


def test_an_agencys_later_story_repeats_its_background_and_is_another() -> None:
    def likeness(days: int) -> Likeness:
        return Likeness(containment=0.2, agencies=frozenset({"AFP"}), apart=timedelta(days=days))

    assert likeness(2).is_one_origin
    assert not likeness(3).is_one_origin
    assert likeness(30).shares_passages

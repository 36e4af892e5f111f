"""The words of a claim while an edge is moved."""

from app.domain.span import Span
from app.ui.review.edges import Edges

TEXT = "Before. It costs more than £30bn, they say. After."
SENTENCE = Span(8, 43)
FIGURE = Span(TEXT.index("£30bn"), TEXT.index(","))


def _words(edges: Edges) -> str:
    return edges.span.of(TEXT)


def test_an_edge_moves_by_characters_and_stops_at_the_sentence_and_at_the_other_edge() -> None:
    start = Edges(text=TEXT, sentence=SENTENCE, span=FIGURE)
    assert _words(start.move(1)) == "30bn"
    assert _words(start.move(-100)) == "It costs more than £30bn"
    assert _words(start.move(100)) == "n"
    end = start.choose(at_end=True)
    assert _words(end.move(-2)) == "£30"
    assert _words(end.move(100)) == "£30bn, they say."
    assert _words(end.move(-100)) == "£"


def test_with_ctrl_the_start_goes_to_beginnings_of_words_and_the_end_to_their_ends() -> None:
    edges = Edges(text=TEXT, sentence=SENTENCE, span=FIGURE).move_word(-1)
    assert _words(edges) == "than £30bn"
    edges = edges.move_word(-1).choose(at_end=True).move_word(1)
    assert _words(edges) in ("more than £30bn,", "more than £30bn, they")
    assert _words(edges.move_word(-1)) == "more than £30bn"
    assert _words(Edges(text=TEXT, sentence=SENTENCE, span=SENTENCE).move_word(-1)) == SENTENCE.of(TEXT)

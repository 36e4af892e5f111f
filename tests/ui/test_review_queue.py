"""Which card comes next: the place in the queue, and the way back."""

from app.ui.review.queue import Queue


def _queue(*waiting: str) -> Queue:
    queue = Queue()
    queue.read(waiting)
    return queue


def test_the_first_waiting_claim_is_on_the_card() -> None:
    assert _queue("a", "b").current() == "a"
    assert _queue().current() is None


def test_a_decision_brings_the_next_card() -> None:
    queue = _queue("a", "b", "c")
    queue.step(1)
    queue.decided()
    queue.read(["a", "c"])
    assert queue.current() == "c"
    assert queue.share() == 1 / 3


def test_after_the_last_card_the_one_before_it_comes() -> None:
    queue = _queue("a", "b")
    queue.step(1)
    queue.decided()
    queue.read(["a"])
    assert queue.current() == "a"
    queue.decided()
    queue.read([])
    assert queue.current() is None
    assert queue.share() == 1


def test_steps_stop_at_the_ends() -> None:
    queue = _queue("a", "b")
    queue.step(-1)
    assert queue.current() == "a"
    queue.step(1)
    queue.step(1)
    assert queue.current() == "b"


def test_the_card_stays_when_the_queue_changes_around_it() -> None:
    queue = _queue("a", "b", "c")
    queue.step(1)
    queue.read(["x", "c", "b"])
    assert queue.current() == "b"
    queue.read(["x", "c"])
    assert queue.current() == "c"


def test_back_shows_the_card_before_even_if_it_is_decided_and_then_goes_on() -> None:
    queue = _queue("a", "b", "c")
    queue.decided()
    queue.read(["b", "c"])
    queue.back()
    assert queue.current() == "a"
    queue.decided()
    queue.read(["b", "c"])
    assert queue.current() == "b"


def test_back_after_skipping_returns_to_the_skipped() -> None:
    queue = _queue("a", "b", "c")
    queue.step(1)
    queue.step(1)
    queue.back()
    assert queue.current() == "b"
    queue.back()
    assert queue.current() == "a"
    queue.back()
    assert queue.current() == "a"


def test_an_undone_decision_comes_back_on_the_card() -> None:
    queue = _queue("a", "b")
    queue.decided()
    queue.read(["b"])
    queue.brought_back({"a"})
    queue.read(["a", "b"])
    assert queue.current() == "a"
    assert queue.share() == 0


def test_a_decision_does_not_bring_itself_back() -> None:
    queue = _queue("a", "b")
    queue.decided()
    queue.brought_back({"a"})
    queue.read(["b"])
    assert queue.current() == "b"


def test_a_decided_claim_can_be_looked_at_and_left_again() -> None:
    queue = _queue("b", "c")
    queue.look_at("a")
    assert queue.current() == "a"
    queue.step(1)
    assert queue.current() == "c"


def test_new_claims_come_on_the_card_where_nothing_waited() -> None:
    queue = _queue()
    queue.read(["a"])
    assert queue.current() == "a"

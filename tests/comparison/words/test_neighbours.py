"""Figures in a row, each of a thing of its own."""

import pytest

from app.comparison.statement import Told
from app.comparison.words import likeness, neighbours


def _told(text: str, surface: str) -> Told:
    before, _, after = text.partition(surface)
    return Told(text=text, lower=text.lower(), before=before, after=after, surface=surface)


@pytest.mark.parametrize(
    ("text", "surface", "words"),
    [
        ("Belcore would pay £12m, Ostrey £7m and the fund £3m.", "£7m", "Ostrey"),
        ("Wool made £4m and flax £3m.", "£3m", "flax"),
        ("Wool made ฿4m and flax ฿3m.", "฿3m", "flax"),
        ("Aged care rose by 6.2%, defence by 5.6%.", "5.6%", "defence"),
    ],
)
def test_a_member_of_a_row_is_called_by_its_own_words(text: str, surface: str, words: str) -> None:
    member = neighbours.member(_told(text, surface))
    assert member is not None
    assert member.words == words


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The quay cost £12m.", "£12m"),
        ("The quay's cost rose from £12m to £15m.", "£15m"),
        ("The yard built 860 boats in 2024-25, its owners say.", "860 boats"),
        ("Of the 64 boats, 9 are laid up.", "9"),
        ("The gust of 94mph at Skell Point on 12 January broke a mast.", "94mph"),
    ],
)
def test_what_stands_alone_is_no_member(text: str, surface: str) -> None:
    assert neighbours.member(_told(text, surface)) is None


def test_whoever_speaks_is_no_thing_of_which_a_figure_is() -> None:
    told = _told("Ministers put it at £4m and campaigners at £9m.", "£4m")
    assert neighbours.member(told, "ministers") is None


@pytest.mark.parametrize(
    ("text", "is_apart"),
    [
        ("The quay costs its partners £22m.", True),
        ("Belcore is to pay £15m towards the quay.", False),
        ("Belcore, Ostrey and the harbour fund pay for the quay together.", True),
    ],
)
def test_another_text_is_of_its_thing_or_of_all(text: str, is_apart: bool) -> None:
    member = neighbours.member(
        _told("Belcore would pay £12m, Ostrey £7m and the harbour fund £3m for the quay.", "£12m")
    )
    assert member is not None
    assert member.is_apart_from(likeness.stems(text)) is is_apart

"""Places in a text, as the project counts and as Qt counts."""

import pytest
from hypothesis import given, strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from app.ui.reader.offsets import Offsets, as_shown

AWKWARD = "A 😀 b\r\nc\u2029d\u2028e\x00f\ufdd0g\ufffch\u00a0i\tj 👩‍👩‍👧 £165m 𝟙 end\n\n\rlast"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    offsets = Offsets(text)
    assert offsets.units(place) == len(text[:place].encode("utf-16-le")) // 2
    assert offsets.points(offsets.units(place)) == place


@pytest.mark.parametrize("text", [AWKWARD, "plain", "", "😀", "😀😀£1m"])
def test_a_document_counts_as_we_do(qapp, text: str) -> None:
    document = QTextDocument()
    document.setPlainText(as_shown(text))
    assert document.characterCount() - 1 == Offsets(text).units(len(text))


def test_a_figure_after_an_emoji_is_found_where_it_stands(qapp) -> None:
    document = QTextDocument()
    document.setPlainText(as_shown(AWKWARD))
    start = AWKWARD.index("£165m")
    offsets = Offsets(AWKWARD)
    cursor = QTextCursor(document)
    cursor.setPosition(offsets.units(start))
    cursor.setPosition(offsets.units(start + 5), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "£165m"


def test_inside_a_pair_counts_as_its_start() -> None:
    assert Offsets("a😀b").points(2) == 1

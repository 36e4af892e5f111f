"""Which characters a file's bytes become."""

import random

import pytest

from app.domain.errors import UserError
from app.readers import encoding

WORDS = "Britain pays £165m a year – “the rent” – said the minister."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_words_are_the_same_in_every_common_encoding(codec: str) -> None:
    raw = WORDS.encode(codec)
    assert encoding.decode(raw, name="a.txt").text == WORDS


def test_a_declared_charset_is_used() -> None:
    polish = "Zapłacą 165 mln funtów rocznie, później ćwierć mniej."
    assert encoding.decode(polish.encode("iso-8859-2"), name="a.html", declared="iso-8859-2").text == polish


def test_utf8_wins_over_a_wrongly_declared_single_byte_charset_and_says_so() -> None:
    decoded = encoding.decode(WORDS.encode(), name="a.html", declared="ISO-8859-1")
    assert decoded.text == WORDS
    assert "declares ISO-8859-1" in decoded.notes[0]


def test_windows_bytes_declared_as_utf8_are_still_read() -> None:
    decoded = encoding.decode(WORDS.encode("cp1252"), name="a.html", declared="utf-8")
    assert decoded.text == WORDS
    assert "does not fit its bytes" in decoded.notes[0]


def test_latin1_means_windows_1252_as_browsers_read_it() -> None:
    assert encoding.decode(b"\x93rent\x94 of \xa3 5", name="a.html", declared="latin-1").text == "“rent” of £ 5"


def test_an_unknown_charset_is_passed_over() -> None:
    assert encoding.decode(WORDS.encode(), name="a.html", declared="x-nonsense").text == WORDS


def test_line_breaks_become_one_kind_and_controls_go() -> None:
    assert encoding.clean("a\r\nb\rc\u2028d\x0ce\x00f\x07g\th\ufeffi") == "a\nb\nc\nd\nefg\thi"


def test_no_normal_form_is_applied() -> None:
    decomposed = "cafe\u0301 ① ﬁ"
    assert encoding.clean(decomposed) == decomposed


def test_halves_of_surrogate_pairs_go_and_whole_emoji_stay() -> None:
    assert encoding.clean("a\ud83db 😀 £5m") == "ab 😀 £5m"


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(UserError) as caught:
        encoding.decode(random.Random(1).randbytes(6000).translate(None, bytes(range(32))), name="odd.txt")
    assert caught.value.reason == "not-text"


def test_utf8_with_a_spoilt_place_is_still_utf8() -> None:
    raw = "The lease costs £165m a year".encode() + b"\xed\xa0\x80" + b" in all."
    decoded = encoding.decode(raw, name="spoilt.txt")
    assert decoded.text.startswith("The lease costs £165m a year")
    assert decoded.text.endswith(" in all.")
    assert decoded.notes

"""From bytes to characters: which encoding, and which characters a text may hold."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from app.domain.errors import UserError

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Raised digits as what they look like: "£165m" with a footnote is not "£165m1", nor a square metre "m2"."""

_BOMS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What pages that declare these really hold (WHATWG Encoding Standard, "Names and labels").
_MEANT = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
_MEANT |= {"ascii": "cp1252", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "gb2312": "gb18030"}
_SAMPLE = 4096
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters other than tab and line feed, halves of surrogate pairs, and byte order marks.
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")

_SPOILT = re.compile("\ufffd+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Cleaned characters, and what the analyst should know of how they were found."""

    text: str
    notes: tuple[str, ...] = ()


def clean(text: str) -> str:
    """The same words with `\\n` for every line break and without control characters; no normal form is applied."""
    return _NOT_TEXT.sub("", _BREAKS.sub("\n", text))


def decode(raw: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """The characters of a text file: byte order mark, then the declared charset, then UTF-8, then the likeliest.

    A declared single-byte charset loses against valid UTF-8, because every byte is valid in it and real text in it is
    never valid UTF-8 by chance. Raises UserError ("not-text") where no encoding gives text.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return Decoded(text=clean(raw.decode(encoding, errors="replace")))
    if (wide := _wide(raw)) is not None:
        return Decoded(text=clean(wide))
    utf8 = _strict(raw, "utf-8")
    stated = _known(declared) if declared else None
    if stated and stated != "utf-8":
        if utf8 is not None and not raw.isascii():
            return Decoded(text=clean(utf8), notes=(f"The page declares {declared}, but its bytes are UTF-8.",))
        if (text := _strict(raw, stated)) is not None:
            return Decoded(text=clean(text))
    if utf8 is not None:
        return Decoded(text=clean(utf8))
    if (text := _nearly_utf8(raw)) is not None:
        return Decoded(text=clean(text), notes=("Some bytes of the text are no characters; they are shown as �.",))
    return _likeliest(raw, name=name, declared=declared)


def is_wide(raw: bytes) -> bool:
    """Whether the bytes are UTF-16 without a mark, which looks binary because every other byte is zero."""
    return _wide(raw[:_SAMPLE]) is not None


def _wide(raw: bytes) -> str | None:
    sample = raw[:_SAMPLE]
    if len(sample) < 8 or not sample.count(0):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > half * 0.6 and others == 0 and (text := _strict(raw[: len(raw) // 2 * 2], encoding)) is not None:
            return text
    return None


def _known(charset: str) -> str | None:
    label = charset.strip().lower()
    try:
        return codecs.lookup(_MEANT.get(label, label)).name
    except LookupError:
        return None


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _nearly_utf8(raw: bytes) -> str | None:
    """UTF-8 with a few spoilt places: text in another encoding has next to no valid sequences, and this has most."""
    text = raw.decode("utf-8", errors="replace")
    spoilt = len(_SPOILT.findall(text))
    valid = sum(letter > "\x7f" and letter != "\ufffd" for letter in text)
    return text if valid >= spoilt else None


def _likeliest(raw: bytes, *, name: str, declared: str | None) -> Decoded:
    best = from_bytes(raw).best()
    text = str(best) if best is not None else None
    encoding = best.encoding if best is not None else ""
    # On short texts the guess strays to rare code pages; Windows-1252 is what stray Western bytes nearly always are.
    if len(raw) < _SAMPLE and (western := _strict(raw, "cp1252")) is not None and _reads_western(western):
        text, encoding = western, "cp1252"
    if text is None:
        raise UserError(
            f"{name} is in no encoding that can be recognised; nothing was changed. "
            "Open it in a text editor, save it as UTF-8 and add it again.",
            reason="not-text",
        )
    said = f"declares {declared}, which does not fit its bytes" if declared else "does not say its encoding"
    return Decoded(text=clean(text), notes=(f"The text {said}; it was read as {encoding}.",))


def _reads_western(text: str) -> bool:
    """Whether the characters beyond ASCII are few and of the sort that Western European prose has."""
    beyond = [letter for letter in text if ord(letter) > 127]
    usual = sum(
        letter in "£€§©°–—‘’“”…•«»¢½¼¾×àâäáãåæçèéêëìíîïñòóôõöøœùúûüÿßÀÂÄÉÈÊËÎÏÔÖÙÛÜÇÑÅÆØ\xa0" for letter in beyond
    )
    return usual >= 0.9 * len(beyond) and len(beyond) <= 0.2 * len(text)

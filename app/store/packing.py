"""Texts and files as they lie in a project: compressed by zlib, a file by what its text says already.

A saved page holds its article's text nearly word for word, so with that text as the dictionary little of it is left,
and of a plain text nothing: https://www.rfc-editor.org/rfc/rfc1950
"""

import zlib
from typing import Any

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

from app.domain.errors import UserError

_LEVEL = 9
_MOST = 1 << 28
"""Bytes; no file that is read is so large, and a project that somebody made up must not fill the memory."""


class PackedText(TypeDecorator[str]):
    """A text as the compressed bytes of its UTF-8."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """The bytes that are stored."""
        return None if value is None else packed(value.encode())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """The text that the bytes are."""
        return None if value is None else text_of(value)


def packed(content: bytes, text: str = "") -> bytes:
    """Content compressed with a text in mind that says much of the same."""
    packing = zlib.compressobj(_LEVEL, zdict=text.encode()) if text else zlib.compressobj(_LEVEL)
    return packing.compress(content) + packing.flush()


def unpacked(stored: bytes, text: str = "") -> bytes:
    """The content; a `UserError` where the bytes are damaged, or were compressed with another text in mind."""
    try:
        packing = zlib.decompressobj(zdict=text.encode()) if text else zlib.decompressobj()
        content = packing.decompress(stored, _MOST)
    except (zlib.error, TypeError) as error:
        raise _damaged() from error
    if not packing.eof:
        raise _damaged()
    return content


def text_of(stored: bytes) -> str:
    """The text that compressed bytes are; a `UserError` where they are damaged."""
    try:
        return unpacked(stored).decode()
    except UnicodeDecodeError as error:
        raise _damaged() from error


def _damaged() -> UserError:
    return UserError(
        "The text or the file of an article is damaged and cannot be shown; everything else in the project is as it "
        "was: check the project, and take the article from a backup or import it again.",
        reason="corrupt",
    )

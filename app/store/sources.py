"""The bytes of articles' sources, compressed by what their texts say already."""

from sqlalchemy import Connection

from app.store import packing

_RAW = """
    SELECT raw_bytes.content, plain_text.content FROM raw_bytes LEFT JOIN plain_text ON number = text
    WHERE raw_bytes.sha256 = ?
"""
_KEEP = "INSERT INTO raw_bytes (sha256, content, text) VALUES (?, ?, ?)"
_NUMBER = "SELECT number FROM plain_text WHERE sha256 = ?"


def keep(driver: Connection, sha256: str, raw: bytes, text: str, text_sha256: str) -> None:
    """Keep bytes of this SHA-256 and their text, unless they are kept already."""
    if driver.exec_driver_sql("SELECT 1 FROM raw_bytes WHERE sha256 = ?", (sha256,)).first() is None:
        number = driver.exec_driver_sql(_NUMBER, (text_sha256,)).scalar() if text else None
        driver.exec_driver_sql(_KEEP, (sha256, packing.packed(raw, text), number))


def raw(driver: Connection, sha256: str) -> bytes:
    """The bytes of this SHA-256 as they were found."""
    content, text = driver.exec_driver_sql(_RAW, (sha256,)).one()
    return packing.unpacked(content, "" if text is None else packing.text_of(text))

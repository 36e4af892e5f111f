"""E-mails, and web pages that a browser saved as one file: messages in MIME, of which the words are one part."""

import datetime
import email.utils
import re
from collections.abc import Iterator
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from app.domain.article import Article
from app.domain.errors import UserError
from app.readers import detail_lines, document, encoding, html, html_details, plain
from app.readers.draft import Details

_LONGEST_HEADER = 2000
"""Characters: what stands behind them is no subject and no name."""
_LONGEST_NAMES = 200
"""Characters of the names of attachments that are told."""
_MOST_PARTS = 1000
"""Of a message; a letter has a few, a page with its pictures some hundred."""
_FEW_WORDS = 20
"""A text of fewer beside a page only says that there is a page."""
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_LISTS = ("List-Id", "List-Unsubscribe")
"""What newsletters and press offices put on what they send to many."""


def read(raw: bytes, *, today: datetime.date, source_name: str) -> Article:
    """The article in a message. Raises UserError: "too-deep", "no-article", and those of `html.read`."""
    try:
        message = BytesParser(policy=compat32).parsebytes(raw)
        parts = list(_leaves(message))
    except RecursionError as error:
        raise UserError(
            f"{source_name} nests its parts too deeply to be read; nothing was changed. Paste its words instead.",
            reason="too-deep",
        ) from error
    words = [part for part in parts if not _is_attached(part)]
    text = next((part for part in words if part.get_content_type() == "text/plain"), None)
    page = next((part for part in words if part.get_content_type() == "text/html"), None)
    address = _header(message, "Snapshot-Content-Location")
    if page is not None and address:
        return _saved_page(page, address, raw, today, source_name)
    details = _details(message, parts, today)
    lines: list[str] = []
    if text is not None:
        lines = _text_lines(text, details, source_name)
    if page is not None and sum(len(line.split()) for line in lines) < _FEW_WORDS:
        decoded = encoding.decode(_bytes(page), name=source_name, declared=page.get_content_charset())
        lines = html.lines(decoded.text, source_name=source_name)
    return document.article(
        lines,
        details,
        otherwise=Details(),
        raw=raw,
        media_type="message/rfc822",
        source_name=source_name,
        today=today,
    )


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something themselves, those of attached messages left out."""
    waiting = [message]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        part = waiting.pop()
        seen += 1
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [child for child in reversed(inner) if isinstance(child, Message)]
        else:
            yield part


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _saved_page(page: Message, address: str, raw: bytes, today: datetime.date, name: str) -> Article:
    article = html.read(_bytes(page), declared=page.get_content_charset(), today=today, source_name=name)
    place = Details(url=article.url, outlet=article.outlet, country=article.country)
    if place.url is None and detail_lines.is_address(address):
        detail_lines.take_address(address, place)
        html_details.of_host(place)
    return replace(
        article, raw=raw, media_type="multipart/related", url=place.url, outlet=place.outlet, country=place.country
    )


def _text_lines(part: Message, details: Details, name: str) -> list[str]:
    decoded = encoding.decode(_bytes(part), name=name, declared=part.get_content_charset())
    for note in decoded.notes:
        details.note(note)
    return [line.rstrip() for line in plain.unwrapped(_QUOTED.sub("", decoded.text)).split("\n")]


def _details(message: Message, parts: list[Message], today: datetime.date) -> Details:
    """Subject, sender and day. Who writes to a list is taken for the outlet, who writes to somebody for the author."""
    details = Details()
    details.offer("title", _header(message, "Subject"), "header “Subject”")
    sender, address = email.utils.parseaddr(_header(message, "From"))
    is_list = any(message[name] is not None for name in _LISTS)
    details.offer("outlet" if is_list else "author", sender or address, "header “From”")
    try:
        sent = email.utils.parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, OverflowError):
        details.note("The day on which it was sent is not stated or cannot be read; no publication date was taken.")
    else:
        detail_lines.take_date(sent.isoformat(timespec="minutes"), details, "header “Date”", today=today)
    attached = [str(part.get_filename() or "one without a name") for part in parts if _is_attached(part)]
    if attached:
        named = encoding.clean(", ".join(attached))[:_LONGEST_NAMES]
        details.note(f"Attachments are not read: {named}. Save what you need of them and add it.")
    return details


def _header(message: Message, name: str) -> str:
    """A header's words, decoded; "" where there is none."""
    written = str(message.get(name, ""))[:_LONGEST_HEADER]
    try:
        words = str(make_header(decode_header(written)))
    except (ValueError, LookupError):
        words = written
    return " ".join(encoding.clean(words).split())

"""Which reader a file needs, and which files are refused."""

import datetime
import re
import stat
from pathlib import Path

from app.domain.article import Article
from app.domain.errors import UserError
from app.readers import encoding, markdown, plain

MEGABYTE = 1_000_000
LIMIT = 50 * MEGABYTE
"""Bytes: a larger file is no article, and reading it would stall the program."""

_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml")
_MAIL = (".eml", ".mht", ".mhtml")
_PDF, _WORD, _OPEN = ".pdf", ".docx", ".odt"
SUFFIXES: tuple[str, ...] = (".txt", ".text", *_MARKDOWN, *_HTML, _PDF, _WORD, _OPEN, *_MAIL)
"""What a folder scan takes, in lower case."""
APART: frozenset[str] = frozenset({_PDF, _WORD, _OPEN})
"""Read in a process of its own: a hostile file of these can end or hold up the library that takes it to pieces."""

_MEDIA_TYPES = {
    "text/html": _HTML[0],
    "application/xhtml+xml": _HTML[0],
    "text/markdown": _MARKDOWN[0],
    "message/rfc822": _MAIL[0],
    "multipart/related": _MAIL[1],
    "application/pdf": _PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _WORD,
    "application/vnd.oasis.opendocument.text": _OPEN,
}

_PDF_MARK, _PDF_HEAD = b"%PDF-", 1024
"""What stands within so many bytes of a PDF document; some put a line or a byte order mark in front."""
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"bplist00", "a web archive or settings file"),
)
_LETTERS_ONLY_MAGIC = (b"MZ", b"BZh", b"RIFF", b"ID3", b"GIF8", b"OggS")
"""Signatures that a text may begin with; they count only where control characters follow."""

_NUL_SHARE = 0.01
_STRAY_NULS = 4
_CONTROL_SHARE = 0.05
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 8192
_LOOKS_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_file(path: Path, *, today: datetime.date) -> Article:
    """The article in a file. `today` bounds publication dates.

    Raises UserError: "missing", "folder", "unreadable", and those of `read_bytes`.
    """
    name = path.name or str(path)
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise _refused(f"{name} is a folder", "Add the files in it instead.", "folder")
        if not stat.S_ISREG(about.st_mode):
            raise _refused(f"{name} is a device or pipe, not a file", "Choose a file instead.", "unreadable")
        if about.st_size > LIMIT:
            raise _too_large(name, about.st_size)
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise _refused(f"There is no file {name} there", "Look for it where it is now.", "missing") from error
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise _refused(
            f"{name} could not be read ({why})",
            "Close it in the program that uses it, or copy it to a folder of your own, and add it again.",
            "unreadable",
        ) from error
    return read_bytes(raw, name=name, today=today)


def read_bytes(raw: bytes, *, name: str, today: datetime.date, media_type: str | None = None) -> Article:
    """The article in the bytes of a file called `name`; `media_type` as a server gave it, with its charset if any.

    Raises UserError: "too-large", "empty", "binary", "not-text", "no-article", "damaged", "locked", "too-deep".
    """
    if len(raw) > LIMIT:
        raise _too_large(name, len(raw))
    if not raw:
        raise _refused(f"{name} is empty", "Save the article again and add it.", "empty")
    kind = (media_type or "").partition(";")[0].strip().lower()
    suffix = _MEDIA_TYPES.get(kind) or Path(name).suffix.lower()
    # The readers of all but plain text take up to half a second to load, for which the first window need not wait.
    if suffix == _PDF and _PDF_MARK in raw[:_PDF_HEAD]:
        from app.readers import pdf

        return pdf.read(raw, today=today, source_name=name)
    if suffix == _WORD and raw.startswith(b"PK"):
        from app.readers import word

        return word.read(raw, today=today, source_name=name)
    if suffix == _OPEN and raw.startswith(b"PK"):
        from app.readers import open_document

        return open_document.read(raw, today=today, source_name=name)
    _refuse_binary(raw, name)
    charset = _CHARSET.search(media_type or "")
    declared = charset[1] if charset else None
    if suffix in _HTML or _LOOKS_HTML.match(raw[:_SAMPLE]):
        from app.readers import html

        return html.read(raw, declared=declared, today=today, source_name=name)
    if suffix in _MAIL:
        from app.readers import mail

        return mail.read(raw, today=today, source_name=name)
    decoded = encoding.decode(raw, name=name, declared=declared)
    if not decoded.text.strip():
        raise _refused(f"{name} holds only blanks", "Save the article again and add it.", "empty")
    reader = markdown.read if suffix in _MARKDOWN else plain.read
    article = reader(decoded.text, raw=raw, today=today, source_name=name, notes=decoded.notes)
    if not article.text.strip():
        raise _refused(f"{name} holds no article text", "Paste the article's words instead.", "no-article")
    return article


def read_pasted(text: str, *, today: datetime.date) -> Article:
    """The article in text from the clipboard. Raises UserError as `read_bytes` does."""
    raw = text.encode("utf-8", errors="replace")
    return read_bytes(raw, name="clipboard", today=today, media_type="text/plain; charset=utf-8")


def _refuse_binary(raw: bytes, name: str) -> None:
    sample = raw[:_SAMPLE]
    start = sample.removeprefix(b"\xef\xbb\xbf")
    for magic, what in _MAGIC:
        if start.startswith(magic) and (magic not in _LETTERS_ONLY_MAGIC or _CONTROLS.search(sample)):
            raise _refused(
                f"{name} is {what}, not a text",
                "Save the article as PDF, .docx, .odt, HTML or text and add that.",
                "binary",
            )
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or encoding.is_wide(raw):
        return
    # A stray NUL in a saved page is dropped later; many, or many other controls, mean that this is no text.
    nuls, controls = sample.count(0), len(_CONTROLS.findall(sample))
    if (nuls > _STRAY_NULS and nuls > _NUL_SHARE * len(sample)) or controls > _CONTROL_SHARE * len(sample):
        raise _refused(
            f"{name} is not a text", "Save the article as PDF, .docx, .odt, HTML or text and add that.", "binary"
        )


def _too_large(name: str, size: int) -> UserError:
    return _refused(
        f"{name} has {size // MEGABYTE:,} MB, and the limit is {LIMIT // MEGABYTE} MB",
        "Save only the article and add that.",
        "too-large",
    )


def _refused(what: str, act: str, reason: str) -> UserError:
    return UserError(f"{what}; nothing was changed. {act}", reason=reason)

"""Which files are read, and how the others are refused."""

import datetime
import io
import os
import zipfile
from pathlib import Path

import pytest

from app.domain.article import Article, PartKind
from app.domain.errors import UserError
from app.readers import choose

TODAY = datetime.date(2026, 2, 14)
PROSE = "The Treasury said on Friday that the base would cost £165m a year for the first three years.\n"


def refusal(raw: bytes, name: str = "a.txt") -> UserError:
    with pytest.raises(UserError) as caught:
        choose.read_bytes(raw, name=name, today=TODAY)
    return caught.value


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>" * 100)
    return out.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n1 0 obj\n",
        zipped(),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\x7fELF\x02\x01\x01\x00\x00",
        b"MZ\x90\x00\x03\x00\x00\x00",
        bytes(range(256)) * 40,
        b"\x00" * 5000,
    ],
)
def test_binary_files_are_refused_whatever_they_are_called(raw: bytes) -> None:
    error = refusal(raw)
    assert error.reason == "binary"
    assert "nothing was changed" in str(error)


def test_a_text_may_begin_with_the_letters_of_a_signature() -> None:
    article = choose.read_bytes(
        b"MZ Holdings said on Friday that it would pay 5m pounds a year.", name="a", today=TODAY
    )
    assert article.text.startswith("MZ Holdings")


@pytest.mark.parametrize("raw", [b"", b" \r\n\t \n", "\ufeff\n".encode(), b"\xff\xfe"])
def test_empty_and_blank_files_are_refused(raw: bytes) -> None:
    assert refusal(raw).reason == "empty"


def test_a_page_without_an_article_is_refused() -> None:
    assert refusal(b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "a.html").reason == "no-article"


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as out:
        out.truncate(choose.LIMIT + 1_000_000)
    with pytest.raises(UserError, match="51 MB, and the limit is 50 MB") as caught:
        choose.read_file(path, today=TODAY)
    assert caught.value.reason == "too-large"


def test_missing_files_folders_and_pipes_are_named(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path, reason in ((tmp_path / "gone.txt", "missing"), (tmp_path, "folder"), (pipe, "unreadable")):
        with pytest.raises(UserError, match=path.name) as caught:
            choose.read_file(path, today=TODAY)
        assert caught.value.reason == reason


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(PROSE)
    path.chmod(0)
    if os.access(path, os.R_OK):
        # The superuser reads everything; a link that leads to itself cannot be read by anybody.
        path = tmp_path / "loop.txt"
        path.symlink_to(path)
    with pytest.raises(UserError) as caught:
        choose.read_file(path, today=TODAY)
    assert caught.value.reason == "unreadable"


def read(raw: bytes, name: str) -> Article:
    return choose.read_bytes(raw, name=name, today=TODAY)


def test_the_raw_bytes_and_the_name_are_kept() -> None:
    raw = PROSE.replace("\n", "\r\n").encode("utf-8-sig")
    article = read(raw, "note.txt")
    assert (article.raw, article.source_name, article.media_type) == (raw, "note.txt", "text/plain")
    assert article.text == PROSE.strip()


def test_a_web_page_is_known_by_its_content_when_its_name_says_nothing() -> None:
    page = f"<!DOCTYPE html><html><body><article><h1>Base bill</h1><p>{PROSE}</p></article></body></html>".encode()
    assert read(page, "download").media_type == "text/html"
    assert choose.read_pasted(page.decode(), today=TODAY).media_type == "text/html"


def test_the_servers_media_type_chooses_the_reader_and_the_charset() -> None:
    page = f"<html><body><article><p>{PROSE}</p></article></body></html>".encode("cp1252")
    article = choose.read_bytes(page, name="x", today=TODAY, media_type="text/html; charset=windows-1252")
    assert "£165m" in article.text


def test_pasted_text_is_called_the_clipboard() -> None:
    article = choose.read_pasted("😀 " + PROSE, today=TODAY)
    assert article.source_name == "clipboard"
    assert article.parts[0].span.of(article.text) == "😀 " + PROSE.strip()


def test_pasted_halves_of_characters_do_no_harm() -> None:
    assert "£165m" in choose.read_pasted("\ud83d " + PROSE, today=TODAY).text


def test_a_10_mb_line_is_read() -> None:
    article = read(("word £5m more, " * 650_000).encode(), "long.txt")
    assert article.parts[0].kind is PartKind.BODY
    assert len(article.text) > 9_000_000


def test_suffixes_name_what_the_readers_take() -> None:
    assert set(choose.SUFFIXES) >= {".txt", ".md", ".html", ".htm"}

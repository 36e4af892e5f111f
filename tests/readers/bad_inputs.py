"""Bad files by the thousand: spoilt, hostile and absurd ones, put through the readers and the extraction.

`python -m tests.readers.bad_inputs` makes 2,000 of them from a seed and says what came of them. Each is read in a
process that may take only so much memory, whose calls are counted, and that ends where it would reach a network.
"""

import argparse
import codecs
import contextlib
import datetime
import logging
import random
import sqlite3
import sys
import tempfile
import tracemalloc
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from app.domain.article import Article
from app.domain.claim import Claim
from app.domain.errors import UserError
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.readers import choose
from app.services.articles import digest
from tests.support.printed_pages import column, open_document, paragraph, pdf, word

TODAY = datetime.date(2026, 2, 14)
SUFFIXES = (".txt", ".md", ".html", ".xhtml", ".eml", ".mhtml", "")
PROSE = (
    "The harbour lease will cost £165m a year over 99 years, the minister said on Friday. “We do not recognise that "
    "figure,” said Jane Doe of the audit office – it is nearer €3.4bn, or 5% of what was planned in June 2024.\n\n"
)
PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Harbour lease</title>"
    "<meta property='article:published_time' content='2025-05-23'>{head}</head><body><article><h1>Harbour lease</h1>"
    f"<p>{PROSE.strip()}</p><p>{PROSE.strip()}</p>{{body}}</article></body></html>"
)
FAR = "http://192.0.2.1/"
"""An address that nobody has (RFC 5737)."""

CALLS_A_BYTE, CALLS = 300, 400_000
"""How much work a file may be: so many calls a byte, and so many for what is read of every file once."""
PEAK_A_BYTE, PEAK = 60, 30_000_000
"""How many bytes of memory a byte of a file may take, and how many every file may."""
REACHING = ("socket.__new__", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request")
"""Python's names for what a program does to reach a network."""
reached: list[str] = []
"""What of it was done."""

Draw = random.Random


@dataclass(frozen=True, slots=True, kw_only=True)
class BadInput:
    """A file's name and bytes; the kind says what is wrong with it."""

    kind: str
    name: str
    raw: bytes


def _text(draw: Draw) -> bytes:
    return (PROSE * draw.randint(1, 20)).encode()


def _page(draw: Draw, head: str = "", body: str = "") -> bytes:
    return PAGE.format(head=head, body=body + "<p>It rose.</p>" * draw.randint(0, 20)).encode()


def _some(draw: Draw) -> bytes:
    return draw.choice((_text, _page))(draw)


def truncated(draw: Draw) -> bytes:
    """A file that was not copied to its end, or not from its beginning."""
    raw = _some(draw)
    return raw[draw.randrange(20) : draw.randrange(1, len(raw))]


def flipped(draw: Draw) -> bytes:
    """Some bits are not what they were."""
    raw = bytearray(_some(draw))
    for _ in range(draw.choice((1, 5, 50, 500))):
        raw[draw.randrange(len(raw))] ^= 1 << draw.randrange(8)
    return bytes(raw)


def another_encoding(draw: Draw) -> bytes:
    """Written in one encoding, and declared, if at all, as another."""
    said = draw.choice(("utf-8", "utf-7", "utf-16", "shift_jis", "koi8-r", "rot13", "hex", "zlib", "idna", "no-such"))
    written = draw.choice(("utf-16-le", "utf-16-be", "utf-32-le", "utf-7", "cp1252", "cp037", "gb18030", "koi8-r"))
    text = draw.choice((PROSE * 3, PAGE.format(head=f"<meta charset={said}>", body="")))
    return text.encode(written, errors="replace")


def marked_twice(draw: Draw) -> bytes:
    """Byte order marks that contradict each other or what follows."""
    marks = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
    text = draw.choice((PROSE, PAGE.format(head="", body="")))
    body = text.encode(draw.choice(("utf-8", "utf-16-le", "utf-32-be")))
    return b"".join(draw.sample(marks, draw.randint(1, 3))) + body + draw.choice((b"", *marks))


def nuls(draw: Draw) -> bytes:
    """NULs within."""
    raw = bytearray(_some(draw))
    for _ in range(draw.choice((1, 3, 40, 400))):
        raw.insert(draw.randrange(len(raw)), 0)
    return bytes(raw)


def half_characters(draw: Draw) -> bytes:
    """Halves of surrogate pairs, as bytes, as references and as escapes."""
    half = chr(draw.randrange(0xD800, 0xE000)).encode("utf-8", "surrogatepass")
    reference = f"&#x{draw.randrange(0xD800, 0xE000):x};&#55296;&#0;&#x110000;&#99999999999;\\ud800".encode()
    raw = _some(draw)
    at = draw.randrange(len(raw))
    return raw[:at] + draw.choice((half, reference, half * 50, reference * 50)) + raw[at:]


def turned_round(draw: Draw) -> bytes:
    """Marks that turn the direction of writing, joiners and piles of accents."""
    odd = "\u202e\u202d\u2066\u2067\u2069\u200b\u200d\u2060\ufeff\u0301\u20e3\U000e0041"
    return "".join(letter + draw.choice(odd) * draw.choice((0, 0, 1, 9)) for letter in PROSE * 3).encode()


def nested(draw: Draw) -> bytes:
    """Tags in tags in tags, closed or not."""
    tag = draw.choice(("div", "b", "span", "table", "blockquote", "ul", "svg", "font", "p", "form", "article"))
    deep = draw.choice((50, 250, 300, 3_000, 20_000))
    return _page(draw, body=f"<{tag}>" * deep + "£5m" + f"</{tag}>" * draw.choice((0, deep, deep * 2)))


def odd_tags(draw: Draw) -> bytes:
    """Tags that no page has: unclosed, endless, with thousands of attributes."""
    odd = (
        "<" * 5_000, "<p " + "a=b " * 4_000, "<a href='" + "x" * 50_000, "<!--" * 3_000, "]]>" * 2_000, "&" * 20_000,
        "<![CDATA[" * 2_000, "<?php " * 2_000, "</p>" * 9_000, "<p/>" * 9_000, "&amp" * 9_000, "<!DOCTYPE [" * 2_000,
        "<meta charset='" + "u" * 9_000, "<title>" * 2_000, "<time datetime='" + "2025-" * 3_000 + "'>",
    )  # fmt: skip
    return _page(draw, body=draw.choice(odd))


def entities(draw: Draw) -> bytes:
    """Entities that grow, that name themselves, and that name a file or an address."""
    size = draw.choice((2, 5, 10))
    growing = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * size}">' for n in range(1, draw.randint(2, 30)))
    subset = draw.choice((
        f'<!ENTITY e0 "ha">{growing}',
        '<!ENTITY e1 "&e2;"><!ENTITY e2 "&e1;">',
        f'<!ENTITY e1 SYSTEM "{FAR}e"><!ENTITY % e2 SYSTEM "{FAR}p">%e2;',
        '<!ENTITY e1 SYSTEM "file:///etc/hostname">',
        '<!ENTITY e1 "]>">' * 500,
    ))  # fmt: skip
    start = draw.choice(("<?xml version='1.0'?>", "")) + f"<!DOCTYPE html [{subset}]>"
    return start.encode() + _page(draw, body="<p>It cost &e1; &e9; &e20;</p>").removeprefix(b"<!DOCTYPE html>")


def reaching_out(draw: Draw) -> bytes:
    """Whatever makes a browser load something or go elsewhere."""
    head = draw.choice((
        f"<meta http-equiv='refresh' content='0;url={FAR}'>", f"<base href='{FAR}'>", f"<script src='{FAR}'></script>",
        f"<link rel=stylesheet href={FAR}>", f"<link rel=canonical href={FAR}>", f"<style>@import url({FAR});</style>",
        f'<script type="application/ld+json">{{"@context": "{FAR}", "@type": ["NewsArticle"]}}</script>',
        '<script type="application/ld+json">' + "[" * 5_000 + "</script>",
    ))  # fmt: skip
    body = draw.choice((
        f"<iframe src='{FAR}'></iframe>", f"<svg><image href='{FAR}'/><use xlink:href='{FAR}#a'/></svg>",
        f"<img src='{FAR}' onerror='alert(1)'>", f"<object data='{FAR}'></object>", f"<xi:include href='{FAR}'/>",
        "<a href='data:text/html;base64," + "QUJD" * 5_000 + "'>£5m</a>", "<img src='data:image/png;base64,AAAA'>",
        "<script>document.write('£999m')</script>", f"<video src={FAR} autoplay></video>", f"<form action={FAR}>",
    ))  # fmt: skip
    return _page(draw, head, body)


def not_a_text(draw: Draw) -> bytes:
    """Archives, documents, databases and noise under the name of a text."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("article.txt", PROSE)
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE article (words TEXT)")
        database = connection.serialize()
    connection.close()
    document = b"%PDF-1.7\n" + zlib.compress(PROSE.encode())
    start = draw.choice((held.getvalue(), database, document, b"\x89PNG\r\n\x1a\n", b"MZ\x90\0", b""))
    return draw.choice(("", " ", "\ufeff")).encode() + start + draw.randbytes(draw.randrange(5_000))


def spoilt_pdf(draw: Draw) -> bytes:
    """A PDF document that breaks off, whose bits are not what they were, or that refers to itself."""
    pages = [column(f"{PROSE} " * draw.randint(1, 20)) for _ in range(draw.randint(1, 4))]
    raw = bytearray(pdf(*pages, locked=draw.random() < 0.1, Title="Harbour lease", CreationDate="D:20250523"))
    if draw.random() < 0.3:
        raw = raw.replace(b"/Parent 2 0 R", b"/Parent 5 0 R").replace(b"[5 0 R", b"[2 0 R")
    for _ in range(draw.choice((0, 1, 10, 300))):
        raw[draw.randrange(8, len(raw))] ^= 1 << draw.randrange(8)
    return bytes(raw[: draw.choice((len(raw), draw.randrange(9, len(raw))))])


def spoilt_word(draw: Draw) -> bytes:
    """A Word document that breaks off, nests without end, or whose bits are not what they were."""
    deep = draw.choice((1, 30, 3_000))
    body = paragraph(PROSE.strip()) * draw.randint(1, 20)
    table = "<w:tbl><w:tr><w:tc>" * deep + paragraph("£5m") + "</w:tc></w:tr></w:tbl>" * draw.choice((deep, deep - 1))
    raw = bytearray(word(body + table, properties=f'<dc:title xml:base="{FAR}">Lease</dc:title>'))
    for _ in range(draw.choice((0, 0, 1, 10, 300))):
        raw[draw.randrange(4, len(raw))] ^= 1 << draw.randrange(8)
    return bytes(raw[: draw.choice((len(raw), draw.randrange(9, len(raw))))])


def spoilt_open_document(draw: Draw) -> bytes:
    """An OpenDocument text that breaks off, nests without end, or whose bits are not what they were."""
    deep = draw.choice((1, 30, 200, 3_000))
    body = f"<text:p>{PROSE.strip()}</text:p>" * draw.randint(1, 20)
    nested = "<text:p><text:span>" * deep + "£5m" + "</text:span></text:p>" * draw.choice((deep, deep - 1))
    raw = bytearray(open_document(body + nested, about=f'<dc:title xml:base="{FAR}">Lease</dc:title>'))
    for _ in range(draw.choice((0, 0, 1, 10, 300))):
        raw[draw.randrange(4, len(raw))] ^= 1 << draw.randrange(8)
    return bytes(raw[: draw.choice((len(raw), draw.randrange(9, len(raw))))])


def odd_lines(draw: Draw) -> bytes:
    """Lines that end in other ways, never, or in nothing else."""
    text = PROSE * 10
    end = draw.choice(("\r", "\n\r", "\r\r\n", "\x85", "\u2028", "\x0b", "\x0c", "\x1c", ""))
    return draw.choice((text.replace("\n", end), (end or " ") * 20_000, text.replace(" ", end or "\t"))).encode()


def endless(draw: Draw) -> bytes:
    """One thing over and over, to make whoever searches for its end search long."""
    pieces = (
        "£", "1,", "1.", "(", "[", "“", '"', "' ", "- ", "*", "_", "`", "#", "> ", "| ", "\\", "![a](", "[a]: ", "$$ ",
        "one ", "half of ", "and a half ", "million ", "in 2024 ", "between ", "Jane Doe ", "Mr. ", "By ", "Comments\n",
        "1. Ann: ", "---\n", "title: ", "  - ", "2025-01-01 ", "99 years ", "5% ", "% of ", "he said ", "@a ", "\ufffd",
    )  # fmt: skip
    return (draw.choice(("", PROSE)) + draw.choice(pieces) * draw.choice((200, 2_000, 8_000))).encode()


def huge_line(draw: Draw) -> bytes:
    """Fifty megabytes without a line's end."""
    piece = draw.choice((b"a", b"ab ", b"<", b"\xc2\xa3", b"<b>", b"&lt;", b" "))
    return (piece * (50_000_000 // len(piece) + 1))[: 50_000_000 + draw.choice((-1, 0, 1))]


def million_tags(draw: Draw) -> bytes:
    """A million elements, each in the one before it."""
    return b"<html><body><article><p>" + draw.choice((b"<i>", b"<div>", b"<p>", b"<a href=x>")) * 1_000_000 + b"5m"


KINDS: tuple[Callable[[Draw], bytes], ...] = (
    truncated, flipped, another_encoding, marked_twice, nuls, half_characters, turned_round, nested, odd_tags, entities,
    reaching_out, not_a_text, odd_lines, endless, spoilt_pdf, spoilt_word,
    spoilt_open_document,
)  # fmt: skip
NAMED: dict[Callable[[Draw], bytes], str] = {spoilt_pdf: ".pdf", spoilt_word: ".docx", spoilt_open_document: ".odt"}
"""What is read only under its own name."""
HUGE = (huge_line, million_tags)
"""What takes seconds each, and so comes rarely."""


def made(count: int, seed: int, *, huge: int) -> Iterator[BadInput]:
    """So many bad files, kind by kind in turn; the last `huge` of them are huge."""
    for number in range(count):
        kinds = HUGE if number >= count - huge else KINDS
        make = kinds[number % len(kinds)]
        draw = random.Random(f"{seed} {number}")
        name = f"{number:04}{NAMED.get(make) or draw.choice(SUFFIXES)}"
        yield BadInput(kind=make.__name__, name=name, raw=make(draw))


def warm() -> None:
    """Load what reading takes, rare units and foreign months among it, so that no file is counted for it."""
    digest.prepare()
    pipeline.read(Passage(text="7 kWh, 5 hPa and 3 dBm, am 5. März 2025 14:05 CET, den 6 mai 2024 klockan 8."))
    choose.read_bytes(
        PAGE.format(head="<meta name='date' content='5 mai 2025'>", body="").encode(), name="a", today=TODAY
    )
    for day in ("‘025-05-23", "2025-95-23"):  # one that looks like a day makes every language be tried
        choose.read_bytes(PAGE.replace("2025-05-23", day).encode(), name="a.html", today=TODAY)
    choose.read_bytes(pdf(column(PROSE), Title="Lease", CreationDate="D:20250523"), name="a.pdf", today=TODAY)
    lease = word(paragraph(PROSE.strip()), properties="<dc:title>Lease</dc:title>")
    choose.read_bytes(lease, name="a.docx", today=TODAY)
    choose.read_bytes(open_document(f"<text:p>{PROSE.strip()}</text:p>"), name="a.odt", today=TODAY)
    choose.read_bytes(f"Subject: a\n\n{PROSE}".encode(), name="a.eml", today=TODAY)
    for end in (84, 258):  # a page that broke off makes every reading that there is look for words
        with contextlib.suppress(UserError):
            choose.read_bytes(PAGE[:end].encode(), name="a.html", today=TODAY)


def check(bad: BadInput, folder: Path) -> str:
    """Read a file within its bounds, as an import does; gives "read" or "refused"."""
    path = folder / bad.name
    path.write_bytes(bad.raw)
    reached.clear()
    outcome, calls, peak = _measured(path)
    path.unlink()
    size = len(bad.raw)
    assert reached == [], "a file made the program reach out"
    if isinstance(outcome, digest.Failure):
        assert outcome.trace == "", outcome.trace
        assert outcome.sentence.endswith(".")
    else:
        check_words(bad.kind, outcome.article, outcome.claims)
    assert calls <= CALLS + CALLS_A_BYTE * size, f"{calls} calls for {size} bytes"
    assert peak <= PEAK + PEAK_A_BYTE * size, f"{peak} bytes of memory for {size} bytes"
    return "refused" if isinstance(outcome, digest.Failure) else "read"


def check_words(kind: str, article: Article, claims: Sequence[Claim]) -> None:
    """The text can be written down, is a page's words alone, and every figure stands where it says."""
    article.text.encode()
    for claim in claims:
        assert claim.surface == claim.span.of(article.text)
    assert FAR not in article.text or kind not in ("reaching_out", "entities"), "a page's address became its text"
    assert "£999m" not in article.text, "a script was run"


def _measured(path: Path) -> tuple[digest.Digest | digest.Failure, int, int]:
    """The outcome, how many calls it took, and the most memory it held."""
    calls = 0

    def note(*_: object) -> None:
        nonlocal calls
        calls += 1

    source = digest.Source(file=digest.queued(path), today=TODAY)
    tracemalloc.start(1)
    sys.setprofile(note)
    try:
        outcome = digest.whole(source, lambda: None)
    finally:
        sys.setprofile(None)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return outcome, calls, peak


def bound(*, memory: int, seconds: int) -> None:
    """Let this process take so much memory and so many seconds of a processor, and reach no network, from now on."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    def refuse(event: str, _: object) -> None:
        if event in REACHING:
            reached.append(event)
            raise PermissionError(event)

    sys.addaudithook(refuse)


def main() -> None:
    """Say what came of each kind; whatever else than an article or a sentence came is shown, and the status is 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--huge", type=int, default=10, help="how many of them are huge")
    parser.add_argument("--gigabytes", type=float, default=6.0, help="memory that the process may take")
    parser.add_argument("--seconds", type=int, default=3_600, help="seconds of a processor it may take")
    options = parser.parse_args()
    logging.getLogger().addHandler(logging.NullHandler())
    warm()
    bound(memory=int(options.gigabytes * 2**30), seconds=options.seconds)
    came: Counter[tuple[str, str]] = Counter()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for bad in made(options.count, options.seed, huge=options.huge):
            try:
                came[bad.kind, check(bad, Path(folder))] += 1
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is looked for
                faults += 1
                print(f"{bad.kind} {bad.name}: {type(error).__name__}: {str(error)[-400:]}", flush=True)
    for (kind, outcome), count in sorted(came.items()):
        print(f"{kind}: {outcome} {count}")
    print(f"{sum(came.values())} of {options.count} bad files were read or refused with a sentence, {faults} were not")
    raise SystemExit(1 if faults else 0)


if __name__ == "__main__":
    main()

"""PDF, Word and OpenDocument files as small as they come, for what has to read them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
"""An A4 page in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Words in Helvetica at a place of a page, in points from its left and lower edge."""

    words: str
    left: float = 72
    baseline: float
    size: float = 12


def column(words: str, *, top: float = 760, left: float = 72, size: float = 12, step: float = 14) -> list[Printed]:
    """One printed line for each line of `words`, from the top down; a blank one leaves half a line free."""
    found, baseline = [], top
    for line in words.strip("\n").split("\n"):
        if line:
            found.append(Printed(words=line, left=left, baseline=baseline, size=size))
        baseline -= step if line else step / 2
    return found


def pdf(*pages: Sequence[Printed], locked: bool = False, **properties: str) -> bytes:
    """A PDF document of these pages; `properties` are those of its Info dictionary."""
    count = len(pages)
    kids = " ".join(f"{place} 0 R" for place in range(5, 5 + count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< " + b" ".join(f"/{name} ".encode() + _text(words) for name, words in properties.items()) + b" >>",
    ]
    objects += [
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {5 + count + place} 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        for place in range(count)
    ]
    for page in pages:
        shown = b"\n".join(
            f"BT /F1 {printed.size} Tf {printed.left} {printed.baseline} Td ".encode()
            + _text(printed.words)
            + b" Tj ET"
            for printed in page
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n".encode() + shown + b"\nendstream")
    return _file(objects, locked=locked)


def _file(objects: Sequence[bytes], *, locked: bool) -> bytes:
    written, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    lock = f"/ID [<{'00' * 16}> <{'00' * 16}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> "
    lock += f"/U <{'22' * 32}> >>"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {lock if locked else ''} >>\n"
        f"startxref\n{len(written)}\n%%EOF\n"
    )
    return written + tail.encode()


def _text(words: str) -> bytes:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("cp1252") + b")"


def word(body: str, *, notes: str = "", properties: str = "") -> bytes:
    """A Word document with this WordprocessingML as its body, footnotes, and core properties."""
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    packed = "http://schemas.openxmlformats.org/package/2006"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{packed}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}.footnotes+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{related}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r3" Type="{packed}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": "<Relationships "
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r2" Type="{related}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {spaces}>{notes}</w:footnotes>",
        "docProps/core.xml": f'<c:coreProperties xmlns:c="{packed}/metadata/core-properties" {spaces}>{properties}'
        "</c:coreProperties>",
    }
    return _packed(files)


def _packed(files: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in files.items():
            archive.writestr(name, words)
    return out.getvalue()


def open_document(
    body: str, *, styles: str = "", about: str = "", listed: str = "", kind: str = "text", before: str = ""
) -> bytes:
    """An OpenDocument file with this as its text, automatic styles, properties, and what its list of files says."""
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" ' + " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style", "meta", "manifest")
    )
    files = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"{before}<office:document-content {spaces}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "meta.xml": f"<office:document-meta {spaces}><office:meta>{about}</office:meta></office:document-meta>",
        "META-INF/manifest.xml": f"<manifest:manifest {spaces}>{listed}</manifest:manifest>",
    }
    return _packed(files)


def paragraph(words: str, *, style: str = "", more: str = "") -> str:
    """A paragraph in WordprocessingML; `more` are further runs."""
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{kind}<w:r><w:t xml:space="preserve">{words}</w:t></w:r>{more}</w:p>'

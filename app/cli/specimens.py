"""An article for each reader, as small as its format lets it be; the self-test reads them all."""

import io
import zipfile

TEXT = "The lease costs £100m a year, the minister said on Monday. A rival puts it at nearly £200m a year, up 5%."
_SENTENCE = "<p>The harbour lease will cost £165m in its first year.</p>"
_PAGE = (
    "<html><head><title>Harbour lease</title><meta property='article:published_time' content='2025-05-23'></head>"
    f"<body><article><h1>Harbour lease</h1>{_SENTENCE * 4}</article>"
    "<script>document.write('£999m')</script></body></html>"
)
_LETTER = "Subject: The crane\nFrom: Elin Marsh <marsh@pier.example>\n\nIts repair costs 3 million pounds.\n"


def _pdf() -> bytes:
    """Without a table of its objects, which a reader makes for itself where it is lost."""
    shown = "BT /F 12 Tf 72 720 Td (The slipway cost \xa34m, the company said.) Tj ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    bodies = "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(objects, 1))
    return f"%PDF-1.7\n{bodies}trailer\n<< /Root 1 0 R >>\n%%EOF\n".encode("cp1252")


def _word() -> bytes:
    formats = "http://schemas.openxmlformats.org"
    body = "<w:p><w:r><w:t>The dredger cost £2m, the company said.</w:t></w:r></w:p>"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{formats}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{formats}/package/2006/relationships"><Relationship Id="r" Target='
        f'"word/document.xml" Type="{formats}/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{formats}/wordprocessingml/2006/main"><w:body>{body}</w:body>'
        "</w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, words in parts.items():
            packed.writestr(name, words)
    return out.getvalue()


def _open_document() -> bytes:
    formats = "urn:oasis:names:tc:opendocument:xmlns"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{formats}:office:1.0" xmlns:t="{formats}:text:1.0"><o:body><o:text>'
            "<t:p>The breakwater cost £8m, the company said.</t:p></o:text></o:body></o:document-content>",
        )
    return out.getvalue()


SPECIMENS: dict[tuple[str, ...], bytes] = {
    (".txt", ".text"): f"A note on the lease\n\n{TEXT}\n".encode(),
    (".md", ".markdown"): "# A note on the ferry\n\nIts new boat costs **£9m**, the company said.\n".encode(),
    (".html", ".htm", ".xhtml"): _PAGE.encode(),
    (".pdf",): _pdf(),
    (".docx",): _word(),
    (".odt",): _open_document(),
    (".eml", ".mht", ".mhtml"): _LETTER.encode(),
}
"""Under the endings by which its reader is chosen."""

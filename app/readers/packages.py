"""Documents that are ZIP files of XML parts, which may be spoilt, of another kind, or unpack to anything."""

import io
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from app.domain.errors import UserError
from app.readers.blocks import Node

_LARGEST = 30_000_000
"""Bytes of XML that are read: some two thousand pages; a ZIP file of the size that is let in can hold far more."""
_XML = (".xml", ".rels")


@contextmanager
def opened(raw: bytes, name: str, *, kind: str, body: str) -> Iterator[zipfile.ZipFile]:
    """The parts of a document of this kind ("Word document"), which has its text in the part `body`.

    Raises UserError: "binary" for another kind of package, "too-large", and "damaged" for whatever goes wrong within.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            _refuse(packed, name, kind, body)
            yield packed
    except UserError:
        raise
    except Exception as error:
        # Whatever is wrong with the parts or the XML inside, the libraries say it in errors of a dozen kinds.
        raise UserError(
            f"{name} is a damaged {kind}; nothing was changed. Open it where it was written, save it again and add "
            "that, or paste its words.",
            reason="damaged",
        ) from error


def blocks(body: Node, wanted: Collection[str], unseen: Collection[str]) -> Iterator[Node]:
    """The elements of these names in their order, out of whatever holds them but what is not seen."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tag in wanted:
            yield element
        elif element.tag not in unseen:
            waiting += reversed(element)


def own(element: Node, name: str) -> Iterator[Node]:
    """The rows of a table or cells of a row, out of whatever holds them, without those of a table within a cell."""
    return (one for one in element.iter(name) if next(one.iterancestors(element.tag)) is element)


def _refuse(packed: zipfile.ZipFile, name: str, kind: str, body: str) -> None:
    if body not in packed.namelist():
        raise UserError(
            f"{name} is no {kind}; nothing was changed. Save it as .docx, .odt, PDF or text and add that.",
            reason="binary",
        )
    if sum(part.file_size for part in packed.infolist() if part.filename.endswith(_XML)) > _LARGEST:
        raise UserError(
            f"{name} unpacks to more than {_LARGEST // 1_000_000} MB of text; nothing was changed. Save only the "
            "article and add that.",
            reason="too-large",
        )

"""What trafilatura knows of web pages, brought in here alone, without the network that it could use."""

import contextlib
import socket
from collections.abc import Iterator

__all__ = ["Document", "bare_extraction", "extract_metadata"]


@contextlib.contextmanager
def _no_socket() -> Iterator[None]:
    """Say that there is no IPv6 meanwhile.

    trafilatura imports urllib3 for its downloads, which are never used, and urllib3 opens a socket once, when it is
    imported, to see whether the computer binds ::1. It does not where Python itself knows no IPv6.
    """
    before = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        yield
    finally:
        socket.has_ipv6 = before


with _no_socket():
    from trafilatura import bare_extraction
    from trafilatura.metadata import extract_metadata
    from trafilatura.settings import Document

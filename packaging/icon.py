"""The program's icon in the formats that systems want, drawn from resources/icons/counterclaim.svg by Qt.

python packaging/icon.py FOLDER
"""

import os
import struct
import sys
from pathlib import Path

from release import ROOT

SOURCE = ROOT / "resources" / "icons" / "counterclaim.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# The four letters that Apple's format gives a PNG of each size.
_ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def png(size: int) -> bytes:
    """The icon as a PNG of so many pixels a side, with a transparent ground."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Windows' format: a directory of 16 bytes a picture, then the pictures as PNG; 0 stands for 256 pixels."""
    sizes = [size for size in _ICO_SIZES if size in pictures]
    at = 6 + 16 * len(sizes)
    directory = struct.pack("<HHH", 0, 1, len(sizes))
    for size in sizes:
        length = len(pictures[size])
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, length, at)
        at += length
    return directory + b"".join(pictures[size] for size in sizes)


def icns(pictures: dict[int, bytes]) -> bytes:
    """Apple's format: each picture as PNG behind its type and its length with both."""
    entries = b"".join(
        kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
        for size, kind in _ICNS_TYPES.items()
        if size in pictures
    )
    return b"icns" + struct.pack(">I", len(entries) + 8) + entries


def main(folder: Path) -> None:
    """Writes counterclaim.ico, .icns, .png (256 pixels) and a PNG for each size into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: png(size) for size in SIZES}
    for size, picture in pictures.items():
        (folder / f"{size}.png").write_bytes(picture)
    (folder / "counterclaim.png").write_bytes(pictures[256])
    (folder / "counterclaim.ico").write_bytes(ico(pictures))
    (folder / "counterclaim.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

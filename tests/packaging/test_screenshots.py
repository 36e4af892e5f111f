"""The pictures of all screens are drawn by one command."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent.parent.parent / "packaging" / "screenshots.py"
PNG = b"\x89PNG\r\n\x1a\n"


def test_every_screen_and_what_opens_over_it_is_drawn_in_the_size_asked_for(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    asked = ["--scheme", "dark", "--size", "1280x720", "--scale", "1", "--only", "claims"]
    drawn = subprocess.run(
        [sys.executable, SCRIPT, tmp_path, *asked], env=environment, capture_output=True, text=True, timeout=120
    )
    assert drawn.returncode == 0, drawn.stderr
    pictures = {path.name.removesuffix("-dark-1280x720.png"): path.read_bytes() for path in tmp_path.iterdir()}
    assert {"start", "claims", "claims-keys", "claims-columns", "claims-explain", "claims-empty"} == set(pictures)
    assert all(picture.startswith(PNG) for picture in pictures.values())
    wide, tall = (int.from_bytes(pictures["claims"][at : at + 4], "big") for at in (16, 20))
    assert (wide, tall) == (1280, 720)

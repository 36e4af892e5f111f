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
    asked += ["--text-size", "100", "--text-size", "200"]
    drawn = subprocess.run(
        [sys.executable, SCRIPT, tmp_path, *asked], env=environment, capture_output=True, text=True, timeout=120
    )
    assert drawn.returncode == 0, drawn.stderr
    usual, large = (
        {path.name.removesuffix(ending): path.read_bytes() for path in tmp_path.glob(f"*{ending}")}
        for ending in ("-dark-1280x720.png", "-dark-1280x720-text200.png")
    )
    names = {"start", "claims", "claims-keys", "claims-columns", "claims-explain", "claims-empty"}
    assert names == set(usual) == set(large)
    for picture in (*usual.values(), *large.values()):
        assert picture.startswith(PNG)
    for picture in (usual["claims"], large["claims"]):
        assert [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)] == [1280, 720]
    assert usual["claims"] != large["claims"]

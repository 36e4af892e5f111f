"""The recipe by which ARCHITECTURE spreads `extract` over machines, on a real cluster of processes here."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from dask.distributed import LocalCluster

from tests.cli.command_line import ROOT, command_line
from tests.support.news_stories import story

FILES, EACH = 3, 3


@pytest.fixture
def scheduler(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a cluster of two processes, which is gone afterwards."""
    # The workers start the program by its name, as a shell does.
    monkeypatch.setenv("PATH", os.pathsep.join((sysconfig.get_path("scripts"), os.environ["PATH"])))
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        yield cluster.scheduler_address
    # multiprocessing's own tracker of shared memory is not the cluster's, and ends with this process.
    left = [" ".join(child.cmdline()) for child in psutil.Process().children(recursive=True)]
    assert [words for words in left if "resource_tracker" not in words] == []


def test_spread_over_processes_it_says_what_one_process_says(scheduler: str, tmp_path: Path) -> None:
    recipe = re.search(r"```python\n(.*?)```", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.DOTALL)
    assert recipe is not None
    (tmp_path / "spread.py").write_text(recipe[1], encoding="utf-8")
    files = [tmp_path / f"{number}.jsonl" for number in range(FILES)]
    for number, file in enumerate(files):
        told = [story(at) for at in range(EACH * number, EACH * number + EACH)]
        lines = [json.dumps({"id": one.number, "date": one.published, "text": one.text}) for one in told]
        file.write_text("\n".join((*lines, "{no article")) + "\n", encoding="utf-8")

    spread = [sys.executable, "-W", "error", "spread.py", scheduler, "*.jsonl", "claims/*.jsonl"]
    done = subprocess.run(spread, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    alone = subprocess.run(
        command_line("extract", "--json-lines", *files), capture_output=True, timeout=60, check=False
    )

    assert done.returncode == 0, done.stderr
    assert (alone.returncode, len(alone.stdout.splitlines())) == (1, FILES * (EACH + 1))
    found = [claims.read_bytes() for claims in sorted((tmp_path / "claims").iterdir())]
    assert b"".join(one.removesuffix(b"\n") + b"\n" for one in found) == alone.stdout

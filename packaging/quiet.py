"""Programs whose words nobody needs, unless they fail."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_LAST = 12
"""Lines in which a program mostly says why it failed."""


def run(command: Sequence[str | Path], variables: Mapping[str, str]) -> bool:
    """Runs a program with these variables; on failure shows its last lines and returns False."""
    answer = subprocess.run(
        command,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if answer.returncode:
        print("\n".join(answer.stdout.splitlines()[-_LAST:]), file=sys.stderr)
    return answer.returncode == 0

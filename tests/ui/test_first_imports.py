"""What is brought in before the first window shows."""

import subprocess
import sys


def test_the_window_brings_in_no_service() -> None:
    script = "import sys, app.ui.main_window; print(*(name for name in sys.modules if name.startswith('app.services')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []

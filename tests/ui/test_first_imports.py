"""What is brought in before the first window shows."""

import subprocess
import sys


def test_the_window_brings_in_no_service() -> None:
    brought_in = "print(*(name for name in sys.modules if name.startswith('app.services')))"
    script = f"import sys, app.ui.window.main_window; {brought_in}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []

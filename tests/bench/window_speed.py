"""Print how much processor time the program takes to its first window, beside a bare window. Run it as a module.

Both are PySide6 under an X server that nobody sees; the median of several starts each, in turn. Twice is the limit.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["counterclaim"])
app.setApplicationName("counterclaim")
window = QMainWindow()
window.setWindowTitle("Counterclaim")
window.resize(1440, 900)
window.show()
sys.exit(app.exec())
"""
OURS = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
sys.argv = ["counterclaim"]
from app.__main__ import main
sys.exit(main())
"""


def main() -> None:
    """Print the medians."""
    import first_window

    first_window.LIMIT = 2.0
    programs = {name: [sys.executable, "-c", code] for name, code in (("a bare window", BARE), ("Counterclaim", OURS))}
    print(first_window.compare(programs))


if __name__ == "__main__":
    main()

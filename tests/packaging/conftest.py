import sys
from pathlib import Path

# The set-up script's modules stand beside it and are no package: the script must start on a bare Python.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

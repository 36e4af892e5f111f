"""Starts the window from the Start menu or a project's icon, without a console."""

import ctypes
import sys

# Without a name of its own the window would stand under Python's icon on the taskbar.
ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("Counterclaim")

from app.__main__ import main

sys.exit(main())

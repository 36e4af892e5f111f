"""What building packages takes beyond a set-up checkout: the locked tools, and Debian's packages for each kind."""

import hashlib
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import debian
import qt_libraries
import system
from environment import Environment

LOCK = Path(__file__).with_name("lock") / "package.txt"

# What the first window is measured with.
_DISPLAY = {"xwininfo": "x11-utils", "Xvfb": "xvfb"}
# The programs that each kind is built and tried with, and the Debian packages that have them.
PROGRAMS: dict[str, dict[str, str]] = {
    "folder": {"strip": "binutils", "dpkg-query": "dpkg"},
    "deb": {
        "dpkg-shlibdeps": "dpkg-dev",
        "lintian": "lintian",
        "debootstrap": "debootstrap",
        "desktop-file-validate": "desktop-file-utils",
        "appstream-util": "appstream-util",
        **_DISPLAY,
    },
    "rpm": {"rpm": "rpm", "cpio": "cpio", **_DISPLAY},
    "windows": {
        "makensis": "nsis",
        "wine": "wine",
        "osslsigncode": "osslsigncode",
        "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    },
}
# The window on Wayland takes these along; on X11 they are loaded by nobody.
WAYLAND = (
    qt_libraries.Library(soname="libwayland-client.so.0", packages=("libwayland-client0",)),
    qt_libraries.Library(soname="libwayland-cursor.so.0", packages=("libwayland-cursor0",)),
    qt_libraries.Library(soname="libwayland-egl.so.1", packages=("libwayland-egl1",)),
)


def here(platform: str = sys.platform) -> tuple[str, ...]:
    """The kinds that can be built on this system."""
    if platform.startswith("linux"):
        return "folder", "deb", "rpm", "windows"
    return ("windows",) if platform == "win32" else ("folder", "macos")


def ensure(kinds: Iterable[str], environment: Environment) -> None:
    """Installs what is missing, saying so; ends the set-up with the command to run where it may not."""
    if sys.platform.startswith("linux"):
        _system_packages(tuple(kinds))
    stamp, lock = environment.folder / "building-tools.txt", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == lock:
        return
    print("Installing the locked building tools into .venv.", flush=True)
    if not environment.pip("install", "--require-hashes", "--no-build-isolation", "--requirement", LOCK):
        sys.exit("pip could not install the building tools; its last lines are above.")
    stamp.write_text(lock, "utf-8")


def _python_library() -> tuple[qt_libraries.Library, ...]:
    """Python as a library, which a frozen program starts; Debian packs it apart from the Python that people start."""
    if not system.is_debians_python():
        return ()
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    names = (f"libpython{version}t64", f"libpython{version}")
    return (qt_libraries.Library(soname=f"libpython{version}.so.1.0", packages=names),)


def _system_packages(kinds: tuple[str, ...]) -> None:
    programs = {program: package for kind in ("folder", *kinds) for program, package in PROGRAMS[kind].items()}
    lacking = {package for program, package in programs.items() if shutil.which(program) is None}
    libraries = qt_libraries.missing((*qt_libraries.wanted(window=True), *WAYLAND, *_python_library()))
    lacking |= set(qt_libraries.package_names(libraries, debian.is_offered))
    if not lacking:
        return
    packages = sorted(lacking)
    if not debian.applies():
        sys.exit(f"Packages are built on Debian or Ubuntu; here these of theirs are missing: {' '.join(packages)}.")
    if not debian.may_install():
        sys.exit(f"Run this, then the same command again:\n  {debian.command(packages)}")
    debian.update()
    print(f"Installing building tools with apt-get: {' '.join(packages)}.", flush=True)
    if not debian.install(packages):
        sys.exit("apt-get could not install the building tools; its last lines are above.")

"""The system libraries that Qt opens on Linux and its Python packages do not carry."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A shared library by the name the loader knows, and the Debian packages that hold it, the newest name first."""

    soname: str
    packages: tuple[str, ...]


# Without these no part of Qt's drawing starts, not even without a display.
OFFSCREEN = (
    Library(soname="libglib-2.0.so.0", packages=("libglib2.0-0t64", "libglib2.0-0")),
    Library(soname="libGL.so.1", packages=("libgl1",)),
    Library(soname="libEGL.so.1", packages=("libegl1",)),
    Library(soname="libfontconfig.so.1", packages=("libfontconfig1",)),
    Library(soname="libxkbcommon.so.0", packages=("libxkbcommon0",)),
    Library(soname="libdbus-1.so.3", packages=("libdbus-1-3",)),
)
# A window on X11 needs these as well.
WINDOW = (
    Library(soname="libxkbcommon-x11.so.0", packages=("libxkbcommon-x11-0",)),
    Library(soname="libxcb-cursor.so.0", packages=("libxcb-cursor0",)),
    Library(soname="libxcb-icccm.so.4", packages=("libxcb-icccm4",)),
    Library(soname="libxcb-keysyms.so.1", packages=("libxcb-keysyms1",)),
    Library(soname="libxcb-shape.so.0", packages=("libxcb-shape0",)),
    Library(soname="libxcb-xkb.so.1", packages=("libxcb-xkb1",)),
)


def opens(soname: str) -> bool:
    """Whether the loader finds the library: true for every distribution, whatever its packages are called."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(libraries: Iterable[Library], is_there: Callable[[str], bool] = opens) -> tuple[Library, ...]:
    """The libraries the loader does not find, in the order given."""
    return tuple(library for library in libraries if not is_there(library.soname))


def wanted(*, window: bool) -> tuple[Library, ...]:
    """What this machine needs: the window's libraries only where a window can be."""
    return OFFSCREEN + WINDOW if window else OFFSCREEN


def has_display(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown. Only Linux and its kin run without one as a matter of course."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def package_names(libraries: Iterable[Library], is_offered: Callable[[str], bool]) -> tuple[str, ...]:
    """The packages to ask apt-get for: of several names the first this release offers, else the oldest."""
    return tuple(
        next((name for name in library.packages if is_offered(name)), library.packages[-1]) for library in libraries
    )

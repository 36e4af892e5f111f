"""What the system has to provide before .venv can be made and Qt can start, and how to come by it."""

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterable

import debian
import qt_libraries

# The interface is drawn for this face; without it the system's own is used.
FONT = "fonts-inter"


def ensure() -> None:
    """Installs what is missing as root on Debian or Ubuntu; otherwise says what to do and ends the set-up."""
    installs = debian.applies() and debian.may_install()
    modules, libraries = missing_modules(), missing_libraries(window=installs or qt_libraries.has_display())
    if not modules and not libraries:
        return
    apt = debian.applies() and (not modules or is_debians_python())
    if not apt or not installs:
        sys.exit(advice(modules, libraries, apt=apt))
    install(modules, libraries)


def install(modules: Iterable[str], libraries: Iterable[qt_libraries.Library]) -> None:
    """Asks apt-get for all of it, and ends the set-up if .venv or Qt could still not start afterwards."""
    debian.update()
    packages = packages_for(modules, libraries, debian.is_offered)
    font = () if debian.is_installed(FONT) or not debian.is_offered(FONT) else (FONT,)
    print(f"Installing system packages with apt-get: {' '.join((*packages, *font))}.", flush=True)
    if debian.install((*packages, *font)):
        return
    importlib.invalidate_caches()
    modules, libraries = missing_modules(), missing_libraries(window=False)
    if modules or libraries:
        sys.exit(f"apt-get could not install what is needed; see above. {advice(modules, libraries, apt=True)}")
    print("apt-get could not install all of it; work without a window goes on.", file=sys.stderr)


def missing_modules(find: Callable[[str], object] = importlib.util.find_spec) -> tuple[str, ...]:
    """Of the two modules that make a virtual environment, those this Python lacks: Debian packs them apart."""
    return tuple(name for name in ("venv", "ensurepip") if find(name) is None)


def missing_libraries(*, window: bool) -> tuple[qt_libraries.Library, ...]:
    """What Qt would not find here. Only on Linux does it take anything from the system that may be absent."""
    if not sys.platform.startswith("linux"):
        return ()
    return qt_libraries.missing(qt_libraries.wanted(window=window))


def is_debians_python(prefix: str = sys.base_prefix) -> bool:
    """Whether the running Python came from a package, so that a package can complete it."""
    return prefix == "/usr"


def venv_package() -> str:
    """The Debian package that holds `venv` and `ensurepip` for the Python that is running."""
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


def packages_for(
    modules: Iterable[str], libraries: Iterable[qt_libraries.Library], is_offered: Callable[[str], bool]
) -> tuple[str, ...]:
    """The packages to ask apt-get for."""
    venv = (venv_package(),) if tuple(modules) else ()
    return (*venv, *qt_libraries.package_names(libraries, is_offered))


def advice(modules: Iterable[str], libraries: Iterable[qt_libraries.Library], *, apt: bool) -> str:
    """What is missing, and what somebody without root or on another system has to do about it."""
    modules, libraries = tuple(modules), tuple(libraries)
    lines = []
    if modules:
        lines.append(f"This Python ({sys.executable}) cannot make its .venv without {' and '.join(modules)}.")
    if libraries:
        names = ", ".join(library.soname for library in libraries)
        lines.append(f"Qt needs system libraries that are missing here: {names}.")
    if apt:
        packages = packages_for(modules, libraries, debian.is_offered)
        return "\n".join([*lines, "Run this, then the same command again:", f"  {debian.command(packages)}"])
    if modules:
        lines.append("Install a Python 3.11 or newer that has both modules, from your distribution or python.org.")
    if libraries:
        lines.append("Install the packages of your distribution that hold these libraries.")
    return "\n".join([*lines, "Then run the same command again."])

"""What goes into a frozen program beside the code that PyInstaller follows, and what is left out."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# Read by name at run time, so that nothing imports them where PyInstaller looks.
PACKAGES_BY_NAME = ("app", "quantulum3._lang", "dateparser.data.date_translation_data")
MODULES_BY_NAME = ("logging.config", "sqlalchemy.dialects.sqlite", "font_source_serif_pro")

# Data files by package, as patterns below it.
DATA = {
    "quantulum3": ("*.json", "_lang/*/*.json", "_lang/*/*.txt"),
    "trafilatura": ("settings.cfg", "data/*"),
    "currency_converter": ("*.zip",),
    "justext": ("stoplists/*.txt",),
    "tld": ("res/*.txt",),
    "font_source_serif_pro": ("files/*-Regular.otf", "files/*-It.otf", "files/*-Semibold.otf", "files/LICENSE.txt"),
}

# What hooks bring along and nothing here uses; inflect imports unittest, so that stays.
MODULES_LEFT_OUT = (
    *("tkinter", "_tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "venv", "pydoc_data", "test"),
    *(
        "readline",
        "sklearn",
        "joblib",
        "numpy",
        "scipy",
        "pandas",
        "stemming",
        "wikipedia",
        "IPython",
        "psycopg2",
        "MySQLdb",
    ),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtSql"),
)

_QT_PLUGINS_KEPT = (
    *("platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)", "xcbglintegrations/", "wayland-"),
    *("iconengines/(lib)?qsvgicon", "imageformats/(lib)?q(svg|ico)", "styles/"),
    *("platformthemes/(lib)?qxdgdesktopportal", "platforminputcontexts/(lib)?(compose|ibus)"),
)
# From the building machine a program takes along only what systems lack or have in other versions. Drivers and themes
# of the system are loaded into the program, so what they share with it (libstdc++, GLib, D-Bus, X11) has to be theirs.
_SYSTEM_KEPT = re.compile(
    r"lib(python3[\d.]*|sqlite3|ssl|crypto|ffi|bz2|lzma|uuid|xkbcommon-x11"
    r"|xcb-(cursor|glx|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb))\.so"
)
_PLUGIN = re.compile(rf"plugins/(?!{'|'.join(_QT_PLUGINS_KEPT)})|plugins/wayland-graphics-integration-server")
_LIBRARY = re.compile(
    r"(lib)?Qt6?(Qml|Quick|Pdf|Network|VirtualKeyboard|Labs|WebEngine|Sql|EglFS|EglFs|WaylandCompositor|Wayland\w*Hw)"
    r"|opengl32sw|d3dcompiler|libgtk-3|libgdk-3"
)
_OTHER_LANGUAGES = re.compile(r"PySide6/(Qt/)?translations/|babel/locale-data/(?!(root|en|en_GB|en_US)\.dat$|LICENSE)")
# Of Qt's package only what the window imports, with the runtime it is linked against.
_QT_TOP = ("__init__.py", "_config.py", "_git_pyside_version.py", "QtCore.", "QtGui.", "QtWidgets.", "QtSvg.")
_QT_LIBRARIES = ("Qt6Core.", "Qt6Gui.", "Qt6Widgets.", "Qt6Svg.", "pyside6.", "msvcp140", "vcruntime140", "concrt140")


def is_left_out(place: str) -> bool:
    """Whether a collected file, named by its place in the program's folder, is one that nothing here uses."""
    place = place.replace("\\", "/")
    if "PySide6/" in place and _PLUGIN.search(place):
        return True
    return bool(_LIBRARY.match(place.rsplit("/", 1)[-1]) or _OTHER_LANGUAGES.search(place))


def is_left_out_on_windows(place: str) -> bool:
    """Whether a file of the installed packages, named by its place among them, is one that nothing here uses."""
    top, _, rest = place.partition("/")
    if top == "bin" or place.endswith((".pyi", ".pxi", ".pxd", ".h", ".lib", ".pyx", "/direct_url.json")):
        return True
    if "/tests/" in place or is_left_out(place):
        return True
    if top == "PySide6":
        return not (rest.startswith((*_QT_TOP, *_QT_LIBRARIES, "plugins/")))
    if top == "shiboken6":
        return rest.startswith(("include/", "lib/", "vc", "concrt", "msvcp")) and not rest.startswith("vcruntime")
    if top == "font_source_serif_pro" and "/files/" in place:
        return not place.endswith(("-Regular.otf", "-It.otf", "-Semibold.otf", "LICENSE.txt"))
    return place.startswith("quantulum3/_lang/") and ("/train/" in place or place.endswith(".joblib"))


def is_systems_own(place: str, source: str) -> bool:
    """Whether a collected shared library is one that every Linux desktop has and the package depends on."""
    of_system = sys.platform.startswith("linux") and source.startswith(("/lib", "/usr/lib")) and "/" not in place
    return of_system and not _SYSTEM_KEPT.match(place)


def is_systems_copy(place: str) -> bool:
    """Whether a file of the program is the building machine's copy of a library that Linux systems have as well."""
    return bool(_SYSTEM_KEPT.match(place)) and not place.startswith("libpython")


def data_files(packages: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, str]]:
    """The data of each package at its folder: (the file, the folder it goes to), as PyInstaller wants them."""
    for name, folder in packages:
        found = [file for pattern in DATA[name] for file in sorted(folder.glob(pattern)) if file.is_file()]
        if not found:
            raise SystemExit(f"{name} holds none of the data that {__file__} expects in it; look at its new version.")
        for file in found:
            yield str(file), str(Path(name) / file.parent.relative_to(folder))


def shipped_files(root: Path) -> Iterator[tuple[str, str]]:
    """resources/ and migrations/ as real files, which is where app/shipped.py looks for them."""
    for top in ("resources", "migrations"):
        for file in sorted((root / top).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts and "pictures" not in file.parts:
                yield str(file), str(file.parent.relative_to(root))


def imports_of(folder: Path) -> tuple[str, ...]:
    """The modules that scripts in a folder import; PyInstaller does not follow scripts that travel as data."""
    found = set()
    for script in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(script.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
    return tuple(sorted(found))


def missing(records: Iterable[str]) -> tuple[str, ...]:
    """Of PyInstaller's warnings those that tell of a shared library that a kept file needs and nobody has."""
    if not sys.platform.startswith("linux"):
        return ()
    told = re.compile(r"Library not found: could not resolve '([^']+)', dependency of '([^']+)'")
    pairs = (match.groups() for record in records if (match := told.search(record)))
    return tuple(sorted({library for library, user in pairs if not is_left_out(user)}))

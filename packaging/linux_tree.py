"""The files of a Linux package as they lie on the system, for .deb and .rpm alike."""

import datetime
import email.utils
import gzip
import os
import shutil
import string
from pathlib import Path

import manual
from program_folder import ICONS
from release import ROOT, Release

PROGRAM = Path("usr/lib/counterclaim")
DOCUMENTS = Path("usr/share/doc/counterclaim")
MAINTAINER = "Counterclaim contributors <contributors@counterclaim.invalid>"
"""Debian and RPM demand an address; the project has none to give, and `.invalid` reaches nobody else's."""
_HERE = ROOT / "packaging" / "linux"
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def lay(folder: Path, release: Release, tree: Path) -> Path:
    """Lays the one-folder program and what a desktop reads about it into `tree`, made anew; gives `tree`."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / PROGRAM, symlinks=True, ignore=shutil.ignore_patterns("LICENSE", "NOTICES"))
    command = tree / "usr/bin/counterclaim"
    command.parent.mkdir(parents=True)
    command.symlink_to(Path("../lib/counterclaim/counterclaim"))
    share = tree / "usr/share"
    _write(share / "applications/counterclaim.desktop", (_HERE / "counterclaim.desktop").read_text("utf-8"))
    _write(share / "mime/packages/counterclaim.xml", (_HERE / "counterclaim.xml").read_text("utf-8"))
    _write(
        share / "metainfo/invalid.counterclaim.Counterclaim.metainfo.xml", filled("counterclaim.metainfo.xml", release)
    )
    _write(tree / DOCUMENTS / "copyright", filled("copyright", release))
    _write(tree / DOCUMENTS / "NOTICES.gz", (folder / "NOTICES").read_text("utf-8"))
    _write(tree / DOCUMENTS / "changelog.gz", changelog(release))
    _write(share / "man/man1/counterclaim.1.gz", manual.page(release))
    icons = share / "icons/hicolor"
    for size in _ICON_SIZES:
        _copy(ICONS / f"{size}.png", icons / f"{size}x{size}/apps/counterclaim.png")
    _copy(ROOT / "resources/icons/counterclaim.svg", icons / "scalable/apps/counterclaim.svg")
    set_modes(tree)
    return tree


def filled(name: str, release: Release) -> str:
    """A file of packaging/linux with the release's own words in it."""
    licence = (ROOT / "LICENSE").read_text("utf-8").partition("\n\n")[2].partition("\n\n")[2]
    words = {
        "version": release.version,
        "author": release.author,
        "date": moment().date().isoformat(),
        "licence": "\n".join(f" {line}" if line else " ." for line in licence.strip().splitlines()),
    }
    return string.Template((_HERE / name).read_text("utf-8")).substitute(words)


def moment() -> datetime.datetime:
    """The time that the package bears: now, or what the caller fixed so that two builds can be compared."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.datetime.fromtimestamp(int(fixed), datetime.UTC) if fixed else datetime.datetime.now(datetime.UTC)


def changelog(release: Release) -> str:
    """Debian's changelog, which points to what changed for users."""
    return (
        f"{release.name} ({release.version}) unstable; urgency=medium\n\n"
        "  * What changed for those who use the program is in the project's CHANGELOG.\n\n"
        f" -- {MAINTAINER}  {email.utils.format_datetime(moment())}\n"
    )


def _write(file: Path, words: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    raw = words.encode("utf-8")
    # Without the time in it, the same words give the same bytes.
    file.write_bytes(gzip.compress(raw, compresslevel=9, mtime=0) if file.suffix == ".gz" else raw)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def set_modes(tree: Path) -> None:
    """Whatever the builder's own settings, everybody may read the files and only root may change them."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == tree / PROGRAM / "counterclaim" else 0o644)

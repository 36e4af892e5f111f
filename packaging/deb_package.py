"""The Debian package, put together by dpkg's own tools."""

import subprocess
import sys
import tempfile
from pathlib import Path

import contents
import linux_tree
import program_folder
from release import BUILD, DIST, ROOT, Release

LIMIT_MB = 55
SQLITE = "libsqlite3-0"
_SECTION = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: fonts-inter
Section: text
Priority: optional
Description: find out which published figures disagree, and why
 Counterclaim reads articles on your own computer, lifts every figure out of
 them (money, percentages, dates, counts) with its exact words and place, and
 sets the ones that disagree side by side with the reason: rounding, another
 basis, another period, a later revision, a copied wire story, or a real
 conflict. It uses no network, and a project is one file.
"""


def build(folder: Path, release: Release, *, out: Path = DIST, quick: bool = False) -> Path:
    """Packs a one-folder program; gives the .deb, which lies in `out`. A quick one is not compressed, for trials."""
    tree = linux_tree.lay(folder, release, BUILD / "deb")
    for library in (tree / linux_tree.PROGRAM / "lib").glob("*.so*"):
        if contents.is_systems_copy(library.name):
            library.unlink()  # Debian's own is depended on, and gets Debian's corrections
    overrides = tree / "usr/share/lintian/overrides" / release.name
    overrides.parent.mkdir(parents=True)
    overrides.write_bytes((ROOT / "packaging/linux/lintian-overrides").read_bytes())
    _write_control(tree, release)
    linux_tree.set_modes(tree)
    out.mkdir(exist_ok=True)
    package = out / f"{release.name}_{release.version}_{architecture()}.deb"
    packing = "-Znone" if quick else "-Zxz"
    command: list[str | Path] = ["dpkg-deb", "--root-owner-group", packing, "--build", tree, package]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    if not quick and (size := package.stat().st_size / 1e6) > LIMIT_MB:
        sys.exit(f"{package.name} has {size:.0f} MB, and {LIMIT_MB} MB is the limit.")
    return package


def _write_control(tree: Path, release: Release) -> None:
    """What dpkg reads: the section, and the digests of the files."""
    control = tree / "DEBIAN"
    control.mkdir()
    section = _SECTION.format(
        name=release.name,
        version=release.version,
        architecture=architecture(),
        maintainer=linux_tree.MAINTAINER,
        kilobytes=round(program_folder.size_mb(tree) * 1e6 / 1024),
        depends=", ".join(depends(tree)),
    )
    (control / "control").write_text(section, "utf-8")
    sums = sorted(path for path in (tree / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    listed = subprocess.run(
        ["md5sum", "--", *(path.relative_to(tree) for path in sums)], cwd=tree, capture_output=True, check=True
    )
    (control / "md5sums").write_bytes(listed.stdout)


def architecture() -> str:
    """Debian's name for this machine's processor."""
    asked = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


def depends(tree: Path) -> list[str]:
    """The packages that have the shared libraries which the program uses and does not bring along, with versions."""
    program = tree / linux_tree.PROGRAM
    brought = (program / "lib", program / "lib/PySide6", program / "lib/PySide6/Qt/lib", program / "lib/shiboken6")
    with tempfile.TemporaryDirectory() as source:
        control = Path(source, "debian/control")
        control.parent.mkdir()
        control.write_text("Source: counterclaim\n\nPackage: counterclaim\nArchitecture: any\n", "utf-8")
        answer = subprocess.run(
            [
                *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", f"-S{tree}"),
                *(f"-l{folder}" for folder in brought),
                *(f"-e{file}" for file in program_folder.libraries(program)),
            ],
            cwd=source,
            capture_output=True,
            text=True,
            check=False,
        )
    if answer.returncode:
        sys.exit(f"{answer.stderr[-2000:]}\nThe program's dependencies could not be told; see above.")
    found = answer.stdout.strip().removeprefix("shlibs:Depends=").split(", ")
    # The symbols used are older than the SQLite that the store's SQL needs.
    return sorted(f"{SQLITE} (>= 3.40)" if name.startswith(f"{SQLITE} ") else name for name in found)

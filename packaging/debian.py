"""Installs packages of Debian and Ubuntu, or says the exact command for somebody who may."""

import os
import shutil
import subprocess
from collections.abc import Sequence

import quiet


def applies() -> bool:
    """True where apt-get is the system's installer."""
    return shutil.which("apt-get") is not None


def may_install() -> bool:
    """True for root; nobody else can run apt-get."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def command(packages: Sequence[str]) -> str:
    """What a person without root has to run, on one line."""
    return f"sudo apt-get update && sudo apt-get install --no-install-recommends {' '.join(packages)}"


def is_installed(package: str) -> bool:
    """Whether dpkg has this package fully installed."""
    answer = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Status}", package], capture_output=True, text=True, check=False
    )
    return answer.stdout.strip().endswith("ok installed")


def is_offered(package: str) -> bool:
    """Whether the package lists of this machine hold a version of `package` that could be installed."""
    answer = subprocess.run(["apt-cache", "policy", package], capture_output=True, text=True, check=False)
    return any(line.strip().startswith("Candidate:") and "(none)" not in line for line in answer.stdout.splitlines())


def update() -> None:
    """Fetches the package lists. A failure is left to the installation, which says what it lacks."""
    subprocess.run(["apt-get", "--quiet=2", "update"], stdout=subprocess.DEVNULL, check=False)


def install(packages: Sequence[str]) -> bool:
    """Installs as root, after `update`; on failure shows apt-get's last lines and returns False."""
    command = ["apt-get", "--quiet=2", "--yes", "--no-install-recommends", "install", *packages]
    return quiet.run(command, {**os.environ, "DEBIAN_FRONTEND": "noninteractive"})

"""The disk image for macOS: the application that PyInstaller makes, tested, in a compressed image."""

import platform
import subprocess
import sys
from pathlib import Path

import program_folder
from release import BUILD, DIST, Release


def build(folder: Path, release: Release) -> Path:
    """Packs the application that stands beside the one-folder program; gives the .dmg. Works on macOS alone."""
    if sys.platform != "darwin":
        sys.exit("A disk image for macOS can only be built on macOS.")
    application = folder.with_name(f"{release.title}.app")
    program_folder.self_test([application / "Contents" / "MacOS" / release.title])
    stage = BUILD / "image"
    subprocess.run(["rm", "-rf", stage], check=True)
    stage.mkdir()
    # Copying with its own tool keeps the links and the ad-hoc signature, without which Apple's processors refuse it.
    subprocess.run(["ditto", application, stage / application.name], check=True)
    (stage / "Applications").symlink_to("/Applications")
    DIST.mkdir(exist_ok=True)
    image = DIST / f"{release.name}-{release.version}-{platform.machine()}.dmg"
    options = ["-volname", release.title, "-fs", "HFS+", "-format", "UDZO", "-ov", "-quiet"]
    subprocess.run(["hdiutil", "create", *options, "-srcfolder", stage, image], check=True)
    return image

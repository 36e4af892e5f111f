"""Sets up a checkout of Counterclaim, then shows the program or runs its tests.

python3 packaging/dev.py COMMAND [ARGUMENTS]

  demo         open the sample project; without a display do the same work and print it
  test         run the tests; further arguments go to pytest
  setup        only set up
  bench        run the measurements in tests/bench
  screenshots  draw every screen on the sample into the folder named: light and dark, three sizes, two scales
  translate    write the window's words for a translator and take up what is translated, for a language such as "de"
  package      build and try the installable program: folder, deb, rpm, windows, or all that can be built here
  lock         write packaging/lock anew; further arguments go to uv, such as --upgrade

Every command but lock sets up first what is missing: .venv, the locked packages, on Debian and Ubuntu the
system libraries that Qt needs. It needs Python 3.11 or newer and nothing else, and may be repeated at will.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import build_tools
import environment
import qt_libraries
import system

ROOT = Path(__file__).resolve().parent.parent
VENV = environment.Environment(root=ROOT)


def run(command: Sequence[str | Path], *, folder: Path | None = None, **variables: str) -> int:
    """Runs a program to its end and returns its status; Ctrl+C is the program's to answer."""
    variables = {**environment.clean_variables(), **variables}
    with subprocess.Popen(command, cwd=folder, env=variables) as process:
        while True:
            try:
                status = process.wait()
            except KeyboardInterrupt:
                continue
            return status if status >= 0 else 128 - status


def set_up() -> None:
    """All that demo, test and bench stand on."""
    system.ensure()
    VENV.prepare()


def drawing() -> dict[str, str]:
    """The variable that lets Qt draw into memory where there is no display; the caller's own choice stands."""
    return {} if qt_libraries.has_display() or "QT_QPA_PLATFORM" in os.environ else {"QT_QPA_PLATFORM": "offscreen"}


def setup(arguments: Sequence[str]) -> int:
    """Sets up and says so."""
    if arguments:
        sys.exit("setup takes no arguments.")
    set_up()
    print(f"Ready. The program is {VENV.program('counterclaim')}.")
    return 0


def demo(arguments: Sequence[str]) -> int:
    """The sample project, in the caller's folder, where its files are expected."""
    set_up()
    return run([VENV.program("counterclaim"), "demo", *arguments])


def test(arguments: Sequence[str]) -> int:
    """The tests, as many at once as there are cores; without a display Qt draws into memory."""
    set_up()
    at_once = ("-n", "auto", "--maxprocesses", "8", "--dist", "worksteal")
    return run([VENV.program("python"), "-m", "pytest", *at_once, *arguments], folder=ROOT, **drawing())


def bench(arguments: Sequence[str]) -> int:
    """Every measuring script in tests/bench, one after the other, to the end; fails if one of them did."""
    scripts = sorted((ROOT / "tests" / "bench").glob("*_speed.py"))
    if not scripts:
        sys.exit("There is nothing to measure: tests/bench holds no scripts.")
    set_up()
    statuses = [
        run([VENV.program("python"), "-m", f"tests.bench.{script.stem}", *arguments], folder=ROOT, **drawing())
        for script in scripts
    ]
    return max(statuses)


def screenshots(arguments: Sequence[str]) -> int:
    """Pictures of every screen on the sample; without a display Qt draws into memory."""
    set_up()
    script = ROOT / "packaging" / "screenshots.py"
    return run([VENV.program("python"), script, *arguments], folder=Path.cwd(), **drawing())


def translate(arguments: Sequence[str]) -> int:
    """The words of the window for a translator, and back."""
    set_up()
    return run([VENV.program("python"), ROOT / "packaging" / "translations.py", *arguments], folder=ROOT)


def package(arguments: Sequence[str]) -> int:
    """The packages named, or all of them, in dist; the tools that they need are installed first."""
    kinds = list(arguments) or list(build_tools.here())
    if unknown := [kind for kind in kinds if kind not in build_tools.here()]:
        sys.exit(f"No package {unknown[0]!r} can be built here; these can: {', '.join(build_tools.here())}.")
    set_up()
    build_tools.ensure(kinds, VENV)
    return run([VENV.program("python"), ROOT / "packaging" / "package.py", *kinds], folder=ROOT)


def lock(arguments: Sequence[str]) -> int:
    """Resolves pyproject for every system and Python it names and writes the versions with their hashes."""
    uv = locker()
    build, project = VENV.locks
    program, tools = project.with_name("program.txt"), build_tools.LOCK
    common: list[str | Path] = [
        *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-emit-index-url"),
        *("--quiet", "--custom-compile-command", "python3 packaging/dev.py lock"),
    ]
    agreeing: list[str | Path] = ["--constraint", build, "--constraint", project]
    inputs: dict[Path, list[str | Path]] = {
        build: [build.with_suffix(".in")],
        project: ["pyproject.toml", "--group", "dev", "--constraint", build],
        program: ["pyproject.toml", *agreeing],
        tools: [tools.with_suffix(".in"), *agreeing],
    }
    for made, wanted in inputs.items():
        if run([*uv, "pip", "compile", *wanted, *common, *arguments, "-o", made], folder=ROOT):
            sys.exit("uv could not resolve the packages; its words are above.")
        print(f"Wrote {made.relative_to(ROOT)}.")
    return 0


def locker() -> list[str | Path]:
    """uv from the path or from .venv, where it is put if neither has it."""
    if found := shutil.which("uv"):
        return [found]
    set_up()
    if not VENV.program("uv").exists() and not VENV.pip("install", "uv"):
        sys.exit("The lock needs uv, and pip could not install it; its last lines are above.")
    return [VENV.program("uv")]


COMMANDS = {
    "demo": demo,
    "test": test,
    "setup": setup,
    "bench": bench,
    "screenshots": screenshots,
    "translate": translate,
    "package": package,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns the status for the shell."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    chosen = COMMANDS.get(arguments[0])
    if chosen is None:
        sys.exit(f"There is no command {arguments[0]!r}; there are {', '.join(COMMANDS)}.")
    try:
        return chosen(arguments[1:])
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 130
    except OSError as error:
        sys.exit(f"The set-up could not go on: {error}. Run the same command again when that is put right.")

"""The commands and their options. Nothing here does any work, so that `--help` and `extract` start at once."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from app.domain.claim import State
from app.domain.figure import Kind


class Command(NamedTuple):
    """A command of the shell."""

    work: str
    """Where in this package its work is done: module and function."""
    purpose: str
    options: Callable[[argparse.ArgumentParser], None]


def parser(version: str) -> argparse.ArgumentParser:
    """The program's parser; `command` in its result is a key of `COMMANDS`, "open", or None."""
    made = argparse.ArgumentParser(
        prog="counterclaim",
        description="Reads articles, keeps every figure with its exact words, and shows which ones disagree and why. "
        "Without a command it opens the window.",
    )
    made.add_argument("--version", action="version", version=f"counterclaim {version}")
    made.add_argument("--self-test", action="store_true", help="try every part once, print JSON, and exit")
    commands = made.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    window = commands.add_parser("open", help="open the window on a project")
    window.add_argument("file", nargs="?", type=_file, metavar="PROJECT")
    for name, command in COMMANDS.items():
        command.options(commands.add_parser(name, help=command.purpose))
    return made


def _project(command: argparse.ArgumentParser) -> None:
    command.add_argument("--project", type=_file, required=True, metavar="P", help="the project file (.counterclaim)")


def _log(command: argparse.ArgumentParser) -> None:
    _project(command)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print a JSON line an entry")
    form.add_argument("--csv", action="store_true", help="print CSV")


def _verify(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument(
        "--repair",
        action="store_true",
        help="make indexes again after a backup; of a damaged file, save what can be read into a new one",
    )
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _backup(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("--to", type=_file, metavar="FILE", help="a file of its own, instead of among the backups")
    command.add_argument("--list", action="store_true", help="list the backups, newest first")
    command.add_argument("--json", action="store_true", help="list as JSON lines")


def _restore(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("backup", nargs="?", metavar="BACKUP", help="its number in the list, or a file; else a list")
    command.add_argument("--json", action="store_true", help="list as JSON lines")


def _merge(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Where both projects say otherwise, the later word holds unless you choose; every such conflict is printed "
        "with its id. The other project is only read. One undo takes the merge back."
    )
    command.add_argument("other", type=_file, metavar="OTHER", help="the project to bring in")
    command.add_argument("--preview", action="store_true", help="say what would come in, and change nothing")
    command.add_argument("--take", choices=["later", "ours", "theirs"], default="later", help="whose word holds")
    for side in ("ours", "theirs"):
        words = f"in these conflicts, whatever --take says, {side}"
        command.add_argument(f"--{side}", nargs="+", action="extend", default=[], metavar="CONFLICT", help=words)
    _project(command)
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _file(typed: str) -> Path:
    if not typed:
        raise argparse.ArgumentTypeError("a file's name is wanted")
    return Path(typed)


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", type=_file, metavar="PATH", help="files, or folders with all below them")
    command.add_argument("--date", help="publication date, where the file does not say or says it wrong")
    command.add_argument("--outlet", help="who published it")
    _project(command)
    command.add_argument("--json", action="store_true", help="print a JSON line a file")


def _claims(command: argparse.ArgumentParser) -> None:
    command.add_argument("words", nargs="*", help="words to search for")
    command.add_argument("--kind", action="append", choices=[kind.value for kind in Kind], default=[])
    command.add_argument("--state", action="append", choices=[state.value for state in State], default=[])
    command.add_argument("--topic", help="only the claims of this topic")
    command.add_argument("--article", help="only the claims of this article, by its id")
    _project(command)
    command.add_argument("--json", action="store_true", help="print a JSON line a claim")


def _topics(command: argparse.ArgumentParser) -> None:
    command.add_argument("--add", metavar="NAME", help="make a topic and file the claims that its terms find under it")
    command.add_argument(
        "--terms",
        nargs="+",
        action="extend",
        default=[],
        help="watch-terms, a word or a phrase each; or with commas; without any, the names in NAME",
    )
    command.add_argument("--kind", choices=[kind.value for kind in Kind], help="the kind of figure that it compares")
    command.add_argument("--topic", metavar="NAME", help="the topic to change, by one of the next, --terms or --kind")
    change = command.add_mutually_exclusive_group()
    change.add_argument("--rename", metavar="NAME", help="call it so")
    change.add_argument("--merge", metavar="INTO", help="move all that it holds into this topic, and take it away")
    change.add_argument("--remove", action="store_true", help="take it away; its claims stay")
    change.add_argument(
        "--take-out",
        nargs="+",
        metavar="CLAIM",
        help="keep these claims out of it, by their ids, as “claims --json” prints them; it is not suggested for them",
    )
    command.add_argument("--suggest", action="store_true", help="print under which topic each unfiled claim would go")
    command.add_argument("--accept", action="store_true", help="with --suggest: file them so, as one act")
    _project(command)
    command.add_argument("--json", action="store_true", help="print a JSON line a topic")


def _compare(command: argparse.ArgumentParser) -> None:
    command.add_argument("--topic", required=True, metavar="NAME")
    command.add_argument("--pin", metavar="CLAIM", help="the claim to set the others against")
    _project(command)
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _origins(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Copies of one story are one origin. The program suggests them by the words and the agencies that they share; "
        "what you join or split stays so. Articles are named by their ids, as “claims --json” prints them."
    )
    change = command.add_mutually_exclusive_group()
    change.add_argument("--join", nargs="+", metavar="ARTICLE", help="take these articles for one origin")
    change.add_argument("--split", metavar="ARTICLE", help="take this article out of its origin")
    change.add_argument("--article", metavar="ARTICLE", help="only where this article comes from, and what it shares")
    _project(command)
    command.add_argument("--json", action="store_true", help="print a JSON line an origin")


def _versions(command: argparse.ArgumentParser) -> None:
    of = command.add_mutually_exclusive_group(required=True)
    of.add_argument("article", nargs="?", metavar="ARTICLE", help="the id of any version, as “claims --json” prints it")
    of.add_argument("--topic", metavar="NAME", help="this topic's figures that a later version changed or dropped")
    _project(command)
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _reread(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Reads the articles that older rules read, prints what would change, and writes nothing unless told to. Claims "
        "that somebody decided, corrected, pinned or noted stay as they are, and filed ones under their topics."
    )
    which = command.add_mutually_exclusive_group()
    which.add_argument("articles", nargs="*", default=[], metavar="ARTICLE", help="these, by their ids, instead")
    which.add_argument("--all", action="store_true", help="every article instead, as after a change of the settings")
    command.add_argument("--apply", action="store_true", help="do what is printed, as one act that undo takes back")
    _project(command)
    command.add_argument("--json", action="store_true", help="print a JSON line a claim that changes, comes or goes")


def _check(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Says of each figure of a text whether the project holds one that supports it, has it on another basis only, "
        "holds figures that conflict with it, or has none. Nothing of the text is kept."
    )
    command.add_argument("file", nargs="?", type=_file, metavar="FILE", help="standard input without one")
    _project(command)
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=_file, required=True, metavar="DIR")
    command.add_argument("--preset", choices=["data", "excel"], default="data", help="for programs, or for Excel")
    _project(command)
    command.add_argument("--json", action="store_true", help="print the files as JSON")


def _stream(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json-lines", action="store_true", required=True, help="read and write JSON lines")
    command.add_argument("files", nargs="*", type=Path, metavar="FILE", help="standard input without one")


def _schedule(command: argparse.ArgumentParser) -> None:
    command.description = (
        "FILE has the columns from_year, to_year, amount, currency, index_from_year (empty: never indexed) and times "
        "(yearly or once); without it, the schedule kept with the topic is carried out. What is printed holds under "
        "the assumptions given, which are not the government actuary's."
    )
    command.add_argument("file", type=_file, nargs="?", metavar="FILE")
    command.add_argument("--years", type=int, metavar="N", help="up to the last payment, if not given")
    command.add_argument("--inflation", metavar="PATH", help="per cent a year: 2.0, or 1.75x4,2.31 (the default)")
    command.add_argument("--lag", type=int, metavar="STEPS", help="price steps from the price year to year 1 (one)")
    command.add_argument("--discount", metavar="TABLE", help="green-book (the default), or a CSV file of rates")
    command.add_argument("--price-year", metavar="YEAR", help="2025, or 2025/26 (the default)")
    command.add_argument("--topic", metavar="NAME", help="with --project: which of this topic's figures come out")
    command.add_argument("--project", type=_file, metavar="P", help="the project file (.counterclaim)")
    command.add_argument("--keep", metavar="NAME", help="keep FILE and the assumptions with the topic, under this name")
    command.add_argument("--use-table", type=_file, metavar="CSV", help="use this table in the shipped one's place")
    command.add_argument("--shipped-tables", action="store_true", help="go back to the shipped tables")
    command.add_argument("--rate", metavar="RATE", help="a rate of exchange of your own: MUR/GBP=0.0168")
    command.add_argument("--day", default="", metavar="DAY", help="the day of --rate (every day, if not given)")
    command.add_argument("--note", default="", metavar="WORDS", help="where --rate comes from")
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--headless", action="store_true", help="print the comparison and write files; no window")
    command.add_argument("--out", type=Path, default=Path("counterclaim-demo"), metavar="DIR", help="where to write")


def _rules(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print one JSON object")


COMMANDS: dict[str, Command] = {
    "import": Command("project.bring", "read articles into a project, which is made if need be", _import),
    "claims": Command("project.claims", "list the claims of a project", _claims),
    "topics": Command("topics.topics", "list topics, make one, or change one", _topics),
    "compare": Command("comparison.compare", "a topic's figures side by side, with a verdict on each", _compare),
    "origins": Command(
        "origins.origins", "list stories that several articles tell, join articles or split one off", _origins
    ),
    "versions": Command(
        "versions.versions", "what each version of an article, or of those of a topic, did with its figures", _versions
    ),
    "reread": Command(
        "rereading.reread", "read kept articles again with the rules of today: what would change", _reread
    ),
    "check": Command("draft.check", "every figure of a draft against what the project holds", _check),
    "export": Command("comparison.export", "write the project as CSV", _export),
    "extract": Command("streams.extract", 'claims of articles {"id", "date", "text"}, one a line', _stream),
    "judge": Command(
        "streams.judge", 'verdicts on pairs {"id", "a_text", "b_text", "a_date", "b_date"}, one a line', _stream
    ),
    "schedule": Command(
        "schedule.schedule", "totals, average and present value of dated payments in a CSV file", _schedule
    ),
    "rules": Command("rules.show", "what written numbers can mean, and what each reason code means", _rules),
    "log": Command("history.log", "who decided what, when, and by which rules", _log),
    "verify": Command("history.verify", "look whether a project is whole, and mend what can be mended", _verify),
    "backup": Command("history.backup", "copy a project, open or not, or list its backups", _backup),
    "restore": Command("history.restore", "put a backup in a project's place, after a copy of what is there", _restore),
    "merge": Command("merging.merge", "bring what another project or a copy of this one holds into a project", _merge),
    "demo": Command("demo.demo", "open a copy of the sample project", _demo),
}
"""Every command but "open", in the order in which the help lists them."""

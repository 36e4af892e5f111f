"""The man page, made from the program's own command line."""

import argparse
from collections.abc import Iterator

from release import Release

from app.cli.arguments import parser


def page(release: Release) -> str:
    """counterclaim(1) in roff."""
    top = parser(release.version)
    commands = _commands(top)
    lines = [
        f'.TH COUNTERCLAIM 1 "" "{release.title} {release.version}" "User Commands"',
        ".SH NAME",
        f"{release.name} \\- {_plain(release.summary[:1].lower() + release.summary[1:])}",
        ".SH SYNOPSIS",
        f".B {release.name}",
        "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR ...]",
        ".SH DESCRIPTION",
        _plain(top.description or ""),
        *(".SH OPTIONS", *_options(top)),
        ".SH COMMANDS",
    ]
    for name, summary, command in commands:
        lines += [f".SS {name}", f"{_sentence(_plain(summary))}"]
        if command.description:
            lines += [".PP", _plain(command.description)]
        lines += _options(command)
    lines += [
        ".SH EXIT STATUS",
        "0 when all was done, 1 when some inputs failed, 2 for wrong use or when nothing was done, 130 when stopped.",
        ".SH FILES",
        ".TP",
        "\\fI*.counterclaim\\fR",
        "A project: one file that holds the articles, their claims and the work on them.",
    ]
    return "\n".join((*lines, ""))


def _commands(top: argparse.ArgumentParser) -> list[tuple[str, str, argparse.ArgumentParser]]:
    # argparse keeps no public list of what was added to it.
    made = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    return [(choice.dest, choice.help or "", made.choices[choice.dest]) for choice in made._choices_actions]


def _options(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            continue
        yield from (".TP", _names(action), _plain(action.help or "").replace("%%", "%") or "\\ ")


def _names(action: argparse.Action) -> str:
    value = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    value = "|".join(action.choices) if action.choices else value
    if not action.option_strings:
        return f"\\fI{_plain(value)}\\fR"
    takes = "" if action.nargs == 0 else f" \\fI{_plain(value)}\\fR"
    return ", ".join(f"\\fB{_plain(name)}\\fR" for name in action.option_strings) + takes


def _plain(words: str) -> str:
    """Words as roff prints them: hyphens that can be copied, and no line that looks like a request."""
    words = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{words}" if words.startswith((".", "'")) else words


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."

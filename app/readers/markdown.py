"""Markdown: the words without their marks."""

import datetime
import re

from app.domain.article import Article
from app.readers import comments, detail_lines, furniture, head
from app.readers.draft import Comment, Details, assemble
from app.readers.plain import take_foot, tidy

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})[ \t]+(?P<words>.*?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r" {0,3}(?:```|~~~).*")
_MARK = re.compile(r"[ \t]*(?:>[ \t]?)+|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]+\S.*")
_WHOLLY_SLANTED = re.compile(r"(?P<mark>\*|_)(?![*_\s])(?P<words>[^*_]+)(?P=mark)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_INLINE = (
    (re.compile(r"!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])"), r"\1"),
    (re.compile(r"<(https?://[^\s<>]{1,2000})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,500}>"), ""),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"~~(?=\S)([^~\n]{1,2000}?)~~"), r"\1"),
    (re.compile(r"(`+)([^`\n]{1,2000}?)\1"), r"\2"),
)
# Where an escaped character stands while marks are taken off, so that "\*" is no mark; a private-use plane.
_SHELTER = 0xF0000


def read(text: str, *, raw: bytes, today: datetime.date, source_name: str, notes: tuple[str, ...] = ()) -> Article:
    """An article from clean Markdown: front matter and the lines under the title as details, words without marks."""
    details = Details(notes=list(notes))
    text = _without_comments(text)
    standfirst = ""
    if match := _FRONT_MATTER.match(text):
        standfirst = head.take_fields(match[1].split("\n"), details, today=today)
        text = text[match.end() :]
    lines = [line.rstrip() for line in text.split("\n")]
    answers: list[Comment] = []
    bare = [inline(_without_heading(line)) for line in lines]
    if (place := comments.heading(bare)) is not None:
        answers = comments.read(furniture.cut_tail(bare[place + 1 :]))
        lines = lines[:place]
    title, lines = _title(lines)
    blocks = words(lines)
    if title:
        details.offer("title", inline(title), "heading")
        blocks, slanted = _standfirst(blocks)
        standfirst = standfirst or inline(slanted)
    found = head.read([inline(line) for line in blocks], details, today=today)
    body = "\n".join(take_foot(furniture.cut_tail(found.lines), details, today=today))
    return assemble(
        details,
        standfirst=standfirst or found.standfirst,
        body=tidy(body),
        comments=answers,
        raw=raw,
        media_type="text/markdown",
        source_name=source_name,
    )


def inline(line: str) -> str:
    """A line's words without emphasis, links, code marks and tags; an escaped mark is a character like any other."""
    line = _ESCAPED.sub(lambda match: chr(_SHELTER + ord(match[1])), line)
    for pattern, replacement in _INLINE:
        line = pattern.sub(replacement, line)
    return re.sub(f"[{chr(_SHELTER)}-{chr(_SHELTER + 127)}]", lambda match: chr(ord(match[0]) - _SHELTER), line)


def words(lines: list[str]) -> list[str]:
    """The lines of the blocks: a paragraph joined into one line, a list or table one line an item or row."""
    result: list[str] = []
    joins = fenced = False
    for line in lines:
        if _FENCE.fullmatch(line):
            fenced, joins = not fenced, False
        elif fenced:
            result.append(line)
        elif not line.strip() or _RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
            result.append("")
            joins = False
        elif _HEADING.fullmatch(line):
            result += ["", _without_heading(line), ""]
            joins = False
        elif line.lstrip().startswith("|"):
            if not _TABLE_RULE.fullmatch(line):
                result.append("\t".join(cell.strip() for cell in line.strip().strip("|").split("|")))
            joins = False
        elif match := _MARK.match(line):
            quoted = ">" in match[0]
            stripped = line[match.end() :].strip()
            if quoted and joins and stripped:
                result[-1] += f" {stripped}"
            else:
                result.append(stripped)
            joins = bool(stripped)
        elif joins and not detail_lines.stands_alone(inline(line)):
            result[-1] += f" {line.strip()}"
        else:
            result.append(line.strip())
            joins = not detail_lines.stands_alone(inline(line))
    return result


def _without_comments(text: str) -> str:
    """The text without `<!-- -->`; one that never ends is text."""
    kept = []
    start = 0
    while (opened := text.find("<!--", start)) >= 0 and (closed := text.find("-->", opened)) >= 0:
        kept.append(text[start:opened])
        start = closed + len("-->")
    return "".join(kept) + text[start:]


def _without_heading(line: str) -> str:
    match = _HEADING.fullmatch(line)
    return match["words"] if match else line


def _title(lines: list[str]) -> tuple[str, list[str]]:
    """The first heading, if nothing that reads as a paragraph stands above it, and the other lines."""
    for place, line in enumerate(lines):
        if match := _HEADING.fullmatch(line):
            return match["words"], lines[:place] + lines[place + 1 :]
        below = lines[place + 1] if place + 1 < len(lines) else ""
        if line.strip() and not _MARK.match(line) and _UNDERLINE.fullmatch(below):
            return line.strip(), lines[:place] + lines[place + 2 :]
        if furniture.is_prose(line):
            break
    return "", lines


def _standfirst(lines: list[str]) -> tuple[list[str], str]:
    """A line under the title that is slanted as a whole."""
    for place, line in enumerate(lines):
        if line.strip():
            match = _WHOLLY_SLANTED.fullmatch(line.strip())
            if match and len(match["words"].split()) > 3 and not detail_lines.is_line_of_details(match["words"]):
                return lines[:place] + lines[place + 1 :], match["words"]
            break
    return lines, ""

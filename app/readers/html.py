"""Web pages: the article, its comments and what the page says of itself; nothing is run, nothing is fetched."""

import datetime
import re

import lxml.html  # type: ignore[import-untyped]
from lxml import etree

from app.domain.article import Article, Detail
from app.domain.errors import UserError
from app.readers import (
    blocks,
    dates,
    detail_lines,
    encoding,
    furniture,
    head,
    html_comments,
    html_details,
    html_text,
    html_title,
    places,
    plain,
)
from app.readers.blocks import Node
from app.readers.draft import Details, assemble
from app.readers.page_extraction import Document, extract_metadata

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]+)", re.I
)
# An HTML page has no entities of its own; the parser would print what it does not understand of them.
_INTERNAL_SUBSET = re.compile(r"(<!DOCTYPE[^>\[]{0,1000})\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
# Browsers go on reading after these; the parser would drop what follows.
_EARLY_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_LOOK_FOR_CHARSET = 4096
_MOST_ELEMENTS = 100_000
"""Of a page: the longest articles with thousands of comments have a quarter; each is looked at by a dozen readers."""
_LINE_CLASS = re.compile(
    r"(?:\S*[-_])?(?:byline|author|meta|dateline|date|published|timestamp|posted-on)", re.IGNORECASE
)
_NEW_YEAR = re.compile(r"\bjan(?:uary)?\b|\b0?1[-./]0?1\b", re.IGNORECASE)
_DATELINE = re.compile(r"^.{0,60}?(?:\(|\s[–—-]{1,2}\s)")
"""Where a story was filed and when, up to the agency or the dash: "LONDON, Aug 26, 2022 (Reuters) - "."""
_GUESSED = "guessed by trafilatura from the page"
_DATE_GUESSED = "guessed by htmldate from the page"
_MADE = "data-made-list"
_DROPPED = ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg")


def read(raw: bytes, *, declared: str | None, today: datetime.date, source_name: str) -> Article:
    """An article from a saved page. Raises UserError: "not-text", "too-deep", "too-large", "no-article"."""
    match = _DECLARED.search(raw[:_LOOK_FOR_CHARSET])
    declared = declared or (next(group for group in match.groups() if group).decode("ascii") if match else None)
    decoded = encoding.decode(raw, name=source_name, declared=declared)
    tree = parsed(decoded.text, source_name)
    details = Details(notes=list(decoded.notes))
    html_details.read(tree, details, today=today)
    _drop_unseen(tree)
    raise_digits(tree)
    comments = html_comments.take(tree)
    _marked_lines(tree, details, today)
    try:
        guess = extract_metadata(tree, date_config={"max_date": today.isoformat(), "extensive_search": True})
        subtitle = html_title.standfirst_of(tree)
        body = html_text.read_lines(tree)
    except (RecursionError, etree.LxmlError) as error:
        raise _too_deep(source_name) from error
    html_title.read_title(tree, details)
    lines = furniture.cut_tail(_without_head(body, details, subtitle, today))
    lines = plain.take_foot(lines, details, today=today)
    if details.title is None:
        lines = head.read(lines, details, today=today).lines
    _fill_in(guess, details, html_details.words_of(tree), body, today)
    text = plain.tidy("\n".join(lines))
    if not text and not comments:
        raise UserError(
            f"{source_name} holds no article that can be told from its menus; nothing was changed. "
            "Open the page and paste the article's words instead.",
            reason="no-article",
        )
    return assemble(
        details,
        standfirst=subtitle,
        body=text,
        comments=comments,
        raw=raw,
        media_type="text/html",
        source_name=source_name,
    )


def lines(text: str, *, source_name: str) -> list[str]:
    """The lines of a page that came in a mail. Raises UserError as `read` does."""
    tree = parsed(text, source_name)
    _drop_unseen(tree)
    raise_digits(tree)
    try:
        return html_text.read_lines(tree)
    except (RecursionError, etree.LxmlError) as error:
        raise _too_deep(source_name) from error


def parsed(text: str, name: str) -> Node:
    """The elements of a page. Raises UserError: "too-deep", "too-large", "no-article"."""
    text = _INTERNAL_SUBSET.sub(r"\1>", text, count=1)
    text = _EARLY_ENDS.sub("", text)
    # Long lines need the huge limits; depth is bounded by the parser all the same.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        tree = lxml.html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, AssertionError, ValueError) as error:
        raise UserError(
            f"{name} holds no page that can be read; nothing was changed. Save the page again, or paste its words.",
            reason="no-article",
        ) from error
    # Beyond the limit the parser drops the rest of the page: half an article is worse than none.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _too_deep(name)
    if tree.xpath("count(//*)") > _MOST_ELEMENTS:
        raise UserError(
            f"{name} has more than {_MOST_ELEMENTS:,} elements, which no article has; nothing was changed. "
            "Open the page and paste the article's words instead.",
            reason="too-large",
        )
    _list_items(tree)
    return tree


def _list_items(tree: Node) -> None:
    """Put items that stand in no list, as some writing tools print them, into one; trafilatura drops them otherwise."""
    loose = tree.xpath("//body//li[not(parent::ul or parent::ol or parent::menu or parent::dir)]")
    for item in loose:
        before = item.getprevious()
        if before is not None and before.get(_MADE) and not (before.tail or "").strip():
            before.append(item)
            continue
        made = item.makeelement("ul", {_MADE: "1"})
        item.addprevious(made)
        made.append(item)
        made.tail, item.tail = item.tail, None


def _too_deep(name: str) -> UserError:
    return UserError(
        f"{name} nests its elements too deeply to be read; nothing was changed. "
        "Open the page and paste the article's words instead.",
        reason="too-deep",
    )


def _drop_unseen(tree: Node) -> None:
    """Drop scripts, embedded things and what the page hides, unless it hides the article until a script has run."""
    unseen = [element for element in tree.iter(*_DROPPED) if "ld+json" not in (element.get("type") or "")]
    unseen += [
        element
        for element in tree.xpath("//body//*[@hidden or @style]")
        if blocks.is_hidden(element) and element.find(".//h1") is None and element.find(".//article") is None
    ]
    for element in unseen:
        if element.getparent() is not None and element.tag != "article":
            element.drop_tree()


def raise_digits(tree: Node) -> None:
    """Write raised digits as what they look like: "£165m" with a footnote is not "£165m1", nor a square metre "m2"."""
    for element in tree.iter("sup"):
        digits = html_details.words_of(element)
        if re.fullmatch(r"[0-9]{1,3}", digits):
            for child in list(element):
                child.drop_tree()
            element.text = digits.translate(encoding.RAISED)


def _marked_lines(tree: Node, details: Details, today: datetime.date) -> None:
    """Byline and date from the short lines that the page's classes call so."""
    for element in tree.xpath("//body//*[@class]"):
        if any(_LINE_CLASS.fullmatch(token) for token in element.get("class").split()):
            detail_lines.take_line(html_details.words_of(element), details, today=today)


def _fill_in(guess: Document, details: Details, words: str, body: list[str], today: datetime.date) -> None:
    """Fill what the page does not state with trafilatura's reading of it, and the outlet at worst with the host.

    A guess of New Year's Day that the page's words do not bear out comes from a bare year ("© 2001").
    """
    details.offer("outlet", guess.sitename, _GUESSED)
    if not _is_same_name(guess.author, details.outlet):
        details.offer("author", guess.author, _GUESSED)
    if guess.date and details.published is None and (not guess.date.endswith("-01-01") or _NEW_YEAR.search(words)):
        day_first = details.country not in places.MONTH_FIRST
        if _is_told_only(guess.date, words, body, today=today, day_first=day_first):
            details.note(f"No publication date was taken: {guess.date}, {_DATE_GUESSED}, stands in a sentence only.")
        else:
            details.offer("published", dates.read(guess.date, today=today).value, _DATE_GUESSED)
    html_details.of_host(details)


def _is_same_name(author: str | None, outlet: Detail | None) -> bool:
    """Whether a guessed author is the outlet, which trafilatura may have taken for several people."""
    if not author or outlet is None:
        return False
    guessed, named = (set(re.findall(r"\w+", name.casefold())) - {"and"} for name in (author, outlet.value))
    return guessed == named


def _is_told_only(day: str, words: str, body: list[str], *, today: datetime.date, day_first: bool) -> bool:
    """Whether a page names a day nowhere but in the sentences of its text, which tell of that day.

    A dateline in front of a sentence is none of it.
    """
    told = " ".join(_DATELINE.sub("", line) for line in body if furniture.is_prose(line))
    in_sentences = dates.times_named(day, told, today=today, day_first=day_first)
    return in_sentences > 0 and in_sentences >= dates.times_named(day, words, today=today, day_first=day_first)


def _without_head(lines: list[str], details: Details, subtitle: str, today: datetime.date) -> list[str]:
    """The lines without title and standfirst, and without outlet, byline and date above the first paragraph."""
    title = details.title.value if details.title else ""
    names = {detail.value for detail in (details.author, details.outlet) if detail}
    lines = [line for line in lines if not line or " ".join(line.split()) not in (title, subtitle)]
    first_prose = next((place for place, line in enumerate(lines) if furniture.is_prose(line)), 0)
    kept = []
    for line in lines[:first_prose]:
        is_name = " ".join(line.split()).removeprefix("By ") in names
        if not is_name and not detail_lines.take_line(line, details, today=today):
            kept.append(line)
    return kept + lines[first_prose:]

"""The lines of a page as its blocks set them, for pages on which no article stands out."""

import re
from typing import Any

Node = Any
"""An lxml element; lxml ships no types."""

_PARAGRAPH = re.compile(
    r"address|article|aside|blockquote|body|caption|center|details|dialog|div|dl|fieldset|figcaption|figure|footer"
    r"|form|h[1-6]|header|hr|main|nav|p|pre|section|summary"
)
_LINE = re.compile(r"br|li|tr|dt|dd|tbody|thead|tfoot|ul|ol|table")
_FRAME_TAGS = re.compile(r"nav|footer|aside|form|button|select|input|textarea|label|dialog")
_FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"})
_FRAME_CLASS = re.compile(
    r"(?:\S*[-_])?(?:nav|navbar|topnav|menu|share|sharing|social|related|newsletter|promo|cookie|breadcrumbs?|footer|foot"
    r"|advert|sponsored|toolbar|signup)(?:[-_]\S*)?",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def lines_of(tree: Node) -> list[str]:
    """The words of the page's article, else its main part, else all of it: a line a block, list item or table row.

    Paragraphs are divided by a blank line. Menus, share bars and hidden elements are left out.
    """
    pieces: list[str] = []
    waiting: list[Node | str] = [_container(tree)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        if not isinstance(item.tag, str) or _is_frame(item):
            continue
        before = after = _break(item.tag)
        if item.tag in ("td", "th") and not _is_layout(item):
            after = "\t"
        parts: list[Node | str] = [before, _flat(item)]
        for child in item:
            parts += [child, (child.tail or "").replace("\n", " ")]
        waiting += reversed([*parts, after])
    lines = [re.sub(r"[^\S\t]+", " ", line).strip() for line in "".join(pieces).split("\n")]
    return [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]


def is_hidden(element: Node) -> bool:
    """Whether the page itself hides an element from its readers."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _break(tag: str) -> str:
    return "\n\n" if _PARAGRAPH.fullmatch(tag) else "\n" if _LINE.fullmatch(tag) else ""


def _flat(element: Node) -> str:
    text: str = element.text or ""
    return text if element.tag == "pre" else text.replace("\n", " ")


def _container(tree: Node) -> Node:
    for path in ("//article", "//main", '//*[@role="main"]'):
        found = tree.xpath(path)
        if len(found) == 1 and str(found[0].xpath("string()")).strip():
            return found[0]
    body = tree.find("body")
    return tree if body is None else body


def _is_layout(cell: Node) -> bool:
    """Whether a table cell holds blocks, as in pages that were laid out with tables."""
    return any(_break(child.tag) for child in cell.iterdescendants() if isinstance(child.tag, str))


def _is_frame(element: Node) -> bool:
    if _FRAME_TAGS.fullmatch(element.tag) or element.get("role") in _FRAME_ROLES:
        return True
    if element.get("aria-hidden") == "true" or is_hidden(element):
        return True
    return any(_FRAME_CLASS.fullmatch(token) for token in (element.get("class") or "").split())

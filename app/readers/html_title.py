"""A web page's title and standfirst."""

import re

from app.readers import html_details
from app.readers.blocks import Node
from app.readers.draft import Details

_STANDFIRST = re.compile(
    r"(?:\S*[-_])?(?:standfirst|subtitle|sub-?title|sub-?head(?:line|ing)?|dek|deck|strapline)", re.IGNORECASE
)
_AFTER_TITLE = re.compile(r"\s+[|–—-]\s+(?P<outlet>[^|–—]{2,60})")
_NEAR_TITLE = 40


def read_title(tree: Node, details: Details) -> None:
    """The page's one heading; failing that what it states for others to show; failing that its window title."""
    meta, data = html_details.metas(tree), html_details.linked_data(tree)
    stated = {name: meta[name] for name in ("og:title", "twitter:title", "dc.title", "citation_title") if name in meta}
    headlines = [entry["headline"] for entry in data if isinstance(entry.get("headline"), str)]
    window = next((html_details.words_of(element) for element in tree.iter("title")), "")
    headings = [words for element in tree.iter("h1") if (words := html_details.words_of(element))]
    outlet = details.outlet.value.casefold() if details.outlet else ""
    headings = [words for words in headings if words.casefold() != outlet]
    for words in headings:
        if window.startswith(words) and (match := _AFTER_TITLE.fullmatch(window[len(words) :])):
            details.offer("outlet", match["outlet"], "title element")
    alike = [
        words for words in headings if any(_alike(words, other) for other in (*stated.values(), *headlines, window))
    ]
    if alike or len(headings) == 1:
        details.offer("title", (alike or headings)[0], "h1 element")
    for headline in headlines:
        details.offer("title", headline, "JSON-LD headline")
    for name, value in stated.items():
        details.offer("title", _without_outlet(value, outlet), f"meta {name}")
    details.offer("title", _without_outlet(window, outlet), "title element")


def _alike(first: str, second: str) -> bool:
    one, two = (set(re.findall(r"\w+", words.casefold())) for words in (first, second))
    return len(one & two) >= 0.5 * min(len(one), len(two)) > 0


def _without_outlet(title: str, outlet: str) -> str:
    """A window title without the outlet's name after a dash or bar."""
    start, mark, end = (title, "", "")
    for divider in (" | ", " – ", " — ", " - ", " :: "):
        if divider in title:
            start, mark, end = title.rpartition(divider)
            break
    return start if mark and outlet and end.strip().casefold() == outlet else title


def standfirst_of(tree: Node) -> str:
    """The words of the page's own subtitle element, or of an h2 right under its h1 that the description repeats."""
    meta = html_details.metas(tree)
    said = {" ".join(meta[name].split()) for name in ("og:description", "description") if name in meta}
    # Further down, the same classes stand on the cards of other stories.
    for element in tree.xpath(f"(//h1)[1]/following::*[@class or @itemprop][position() <= {_NEAR_TITLE}]"):
        marked = any(_STANDFIRST.fullmatch(token) for token in (element.get("class") or "").split())
        if marked or element.get("itemprop") == "alternativeHeadline":
            words = html_details.words_of(element)
            if 3 < len(words.split()) < 80:
                return words
    for element in tree.xpath("//h1/following-sibling::*[1] | //header[.//h1]//p | //header[.//h1]//h2"):
        words = html_details.words_of(element)
        if words in said:
            return words
    return ""

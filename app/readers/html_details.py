"""What a web page says about itself, from the most explicit place to the least, each with its evidence."""

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from app.readers import detail_lines, places
from app.readers.blocks import Node
from app.readers.draft import Details

_ARTICLE_TYPES = re.compile(r"(?:\w*Article|BlogPosting|Report|NewsItem|WebPage)$")
_OUTLET_METAS = ("og:site_name", "publisher", "dc.publisher", "citation_journal_title", "application-name")
_AUTHOR_METAS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "publish-date",
    "publication_date",
    "publishdate",
    "pubdate",
    "date",
)
_MOST_JSON = 400
"""JSON-LD objects looked at: a page with more is hiding something or broken."""


def metas(tree: Node) -> dict[str, str]:
    """The page's meta elements by lower-case name or property, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def linked_data(tree: Node) -> list[dict[str, Any]]:
    """The JSON-LD objects that describe an article, those typed as one first; broken JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        found += [entry for entry in _objects(value) if _ARTICLE_TYPES.match(_type(entry))]
    return sorted(found, key=lambda entry: _type(entry) == "WebPage")


def read(tree: Node, details: Details, *, today: datetime.date) -> None:
    """Fill in address, language, country, outlet, author and date from what the page states outright."""
    meta, data = metas(tree), linked_data(tree)
    _place(tree, meta, data, details)
    for name in _OUTLET_METAS:
        details.offer("outlet", meta.get(name), f"meta {name}")
    for entry in data:
        details.offer("outlet", _name(entry.get("publisher")), "JSON-LD publisher")
    for name in _AUTHOR_METAS:
        details.offer("author", _person(meta.get(name)), f"meta {name}")
    for entry in data:
        details.offer("author", _person(_name(entry.get("author"))), "JSON-LD author")
    details.offer("author", _person(_marked(tree)), "author element")
    _date(tree, meta, data, details, today)


def of_host(details: Details) -> None:
    """The host of the address as the outlet, where nothing better was found."""
    if details.url and (host := urlsplit(details.url).hostname):
        details.offer("outlet", host.removeprefix("www."), "the address")


def words_of(element: Node) -> str:
    """An element's words with single spaces."""
    return " ".join(str(element.xpath("string()")).split())


def _place(tree: Node, meta: dict[str, str], data: list[dict[str, Any]], details: Details) -> None:
    links = [*tree.xpath('//link[@rel="canonical"]/@href'), meta.get("og:url", "")]
    links += [entry["url"] for entry in data if isinstance(entry.get("url"), str)]
    details.url = next((str(link).strip() for link in links if re.match(r"https?://\S+$", str(link).strip())), None)
    tags = [*tree.xpath("/html/@lang"), meta.get("og:locale", ""), meta.get("content-language", "")]
    tags += [entry["inLanguage"] for entry in data if isinstance(entry.get("inLanguage"), str)]
    tags = [str(tag) for tag in tags if tag]
    details.language = next((found for tag in tags if (found := places.language_of(tag))), None)
    # A template's lang attribute often names a country the outlet is not in; the address comes first.
    details.country = (places.of_address(details.url) if details.url else None) or next(
        (found for tag in tags if (found := places.country_of(tag))), None
    )


def _date(tree: Node, meta: dict[str, str], data: list[dict[str, Any]], details: Details, today: datetime.date) -> None:
    for name in _DATE_METAS:
        if name in meta:
            detail_lines.take_date(meta[name], details, f"meta {name}", today=today)
    for key in ("datePublished", "dateCreated", "uploadDate"):
        for entry in data:
            if isinstance(entry.get(key), str) and entry[key].strip():
                detail_lines.take_date(entry[key], details, f"JSON-LD {key}", today=today)
    for element in tree.xpath('//*[@itemprop="datePublished"]'):
        written = element.get("content") or element.get("datetime") or words_of(element)
        if written:
            detail_lines.take_date(written, details, "itemprop datePublished", today=today)
    for element in tree.xpath("//time[@pubdate or ancestor::header or ancestor::article or ancestor::main]"):
        if not _within_comment(element) and (written := element.get("datetime") or words_of(element)):
            detail_lines.take_date(written, details, "time element", today=today)
            break


def _within_comment(element: Node) -> bool:
    return any("comment" in f"{above.get('class')} {above.get('id')}".lower() for above in element.iterancestors())


def _marked(tree: Node) -> str | None:
    for element in tree.xpath('//*[@itemprop="author" or @rel="author"]'):
        if not _within_comment(element):
            inner = element.xpath('.//*[@itemprop="name"]')
            return words_of(inner[0] if inner else element)
    return None


def _person(name: str | None) -> str | None:
    """A name without "By", or None where it is an address or far too long to be one."""
    words = re.sub(r"^by:?\s+", "", " ".join((name or "").split()), flags=re.IGNORECASE)
    return words if words and len(words) < 150 and not re.match(r"https?:|www\.|@", words) else None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [value], 0
    while waiting and seen < _MOST_JSON:
        seen += 1
        entry = waiting.pop(0)
        if isinstance(entry, list):
            waiting += entry
        elif isinstance(entry, dict):
            yield entry
            waiting += [entry[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in entry]


def _type(entry: dict[str, Any]) -> str:
    kind = entry.get("@type")
    if isinstance(kind, list):
        kind = next((one for one in kind if isinstance(one, str)), "")
    return kind if isinstance(kind, str) else ""


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for one in value[:20] if (name := _name(one))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None

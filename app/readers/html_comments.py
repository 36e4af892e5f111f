"""Reader comments in a web page, by schema.org marks or by the classes that comment systems use."""

import re

from app.readers.blocks import Node
from app.readers.comments import signed
from app.readers.draft import Comment

_THREAD = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|comment-?list|comments?-(?:area|section|thread|wrapper|container)|responses|discussion)"
    r"(?:$|\s)",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"(?:(?:user|reader|c|single|blog)[-_]{1,2})?comment(?:[-_]{1,2}(?:item|entry|post|box))?|reply", re.IGNORECASE
)
_BODY = re.compile(r"comment[-_]{1,2}body", re.IGNORECASE)
"""What holds a comment in threads that mark nothing else."""

_IDENTITY = re.compile(r"(?:li-)?comment[-_]?\d+", re.IGNORECASE)
_TEXT = re.compile(
    r"(?:\S*comment(?:[-_]{1,2})(?:content|text|body|message|main|copy)|commenttext|reply-(?:text|body))", re.IGNORECASE
)
_AUTHOR = re.compile(
    r"fn|(?:\S*comment(?:[-_]{1,2}))?(?:author|user|username|user-name|author-name|poster|name)|byline|nickname",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"\b(?:reply-?link|comment-reply|replies-count|says|votes?|likes?|rating|actions?|toolbar|share|report|avatar|meta(?:data)?"
    r"|timestamp|comment-date|edit-link|badge)\b",
    re.IGNORECASE,
)
_CHROME_TAGS = frozenset(
    {"time", "button", "form", "footer", "header", "svg", "img", "script", "style", "noscript", "input"}
)
_CHROME_WORDS = re.compile(
    r"(?:reply|report|like|share|permalink|link|edit|\d+|show more|load more|[\W_]+|(?:\d+\s+)?(?:likes?|votes?))",
    re.IGNORECASE,
)
_BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "blockquote", "br", "section", "article", "pre", "h3", "h4", "h5"})
_DEPTH = re.compile(r"\b(?:depth|level|indent)-(\d{1,2})\b")
_TAGS = frozenset({"li", "div", "article", "section", "blockquote", "dd", "tr"})


def take(tree: Node) -> list[Comment]:
    """Take the comments out of the page, in the order of the page, so that the article's text is left."""
    headed = {above for heading in tree.iter("h1") for above in heading.iterancestors()}
    threads = _threads(tree, headed)
    found = [element for element in tree.iter(*_TAGS) if _is_comment(element, headed, threads)]
    found = found or [element for element in threads if any(_BODY.fullmatch(token) for token in _tokens(element))]
    among = set(found)
    comments: list[Comment] = []
    places: dict[Node, int] = {}
    depths: list[tuple[int, int]] = []
    for element in found:
        author, text = _author(element, among), _words(element, among)
        if not text:
            continue
        answers = next((places[above] for above in element.iterancestors() if above in places), None)
        if answers is None and (match := _DEPTH.search(element.get("class") or "")):
            answers = _by_depth(depths, int(match[1]), len(comments))
        places[element] = len(comments)
        comments.append(Comment(text=text, author=author, answers=answers))
    if comments:
        _remove(tree, among, headed, threads)
    return signed(comments) if not any(comment.author for comment in comments) else comments


def _threads(tree: Node, headed: set[Node]) -> dict[Node, Node]:
    """For every element within a thread, the outermost element of that thread."""
    threads: dict[Node, Node] = {}
    for element in tree.iter("*"):
        above = threads.get(element.getparent())
        if above is not None:
            threads[element] = above
        elif element.tag in ("body", "html") or element in headed:
            continue
        elif _THREAD.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            threads[element] = element
    return threads


def _by_depth(depths: list[tuple[int, int]], depth: int, place: int) -> int | None:
    """The comment that a flat thread's depth number points back to."""
    while depths and depths[-1][0] >= depth:
        depths.pop()
    answers = depths[-1][1] if depths else None
    depths.append((depth, place))
    return answers


def _tokens(element: Node) -> list[str]:
    return (element.get("class") or "").split()


def _is_schema(element: Node) -> bool:
    return re.search(r"schema\.org/(?:User)?Comments?$", element.get("itemtype") or "") is not None


def _is_comment(element: Node, headed: set[Node], threads: dict[Node, Node]) -> bool:
    """A comment by its marks. Opinion pages call the whole article "comment", so what holds the page's heading, or
    stands outside any thread without a number of its own, is none."""
    if _is_schema(element):
        return True
    if element in headed:
        return False
    if _IDENTITY.fullmatch(element.get("id") or ""):
        return True
    return threads.get(element.getparent()) is not None and any(_CLASS.fullmatch(token) for token in _tokens(element))


def _own(element: Node, among: set[Node]) -> list[Node]:
    """The descendants of a comment that belong to no comment within it."""
    own = []
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child in among or not isinstance(child.tag, str):
            continue
        own.append(child)
        waiting += list(reversed(child))
    return own


def _author(element: Node, among: set[Node]) -> str | None:
    own = _own(element, among)
    marked = [child for child in own if child.get("itemprop") in ("author", "creator")]
    marked += [
        child for child in own if child.tag != "time" and any(_AUTHOR.fullmatch(token) for token in _tokens(child))
    ]
    for child in marked:
        inner = next((deep for deep in child.iter() if deep.get("itemprop") == "name" or "fn" in _tokens(deep)), child)
        name = re.sub(r"\s+(?:says|said|wrote)\s*:?$|:$", "", " ".join(str(inner.xpath("string()")).split()))
        if name and len(name) <= 80:
            return name
    return None


def _words(element: Node, among: set[Node]) -> str:
    own = _own(element, among)
    holders = [child for child in own if child.get("itemprop") in ("text", "commentText")]
    holders += [child for child in own if any(_TEXT.fullmatch(token) for token in _tokens(child))]
    pieces: list[str] = []
    _gather(holders[0] if holders else element, among, pieces)
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    return "\n".join(line for line in lines if line and not _CHROME_WORDS.fullmatch(line))


def _gather(element: Node, among: set[Node], pieces: list[str]) -> None:
    """The words of a comment with line breaks between its blocks, without its buttons, names and times."""
    waiting: list[Node | str] = [element]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        after: list[Node | str] = []
        if item is element or not (item in among or _is_chrome(item)):
            after = ["\n"] if item.tag in _BLOCKS else []
            for child in reversed(item):
                after += [_flat(child.tail), child]
            after.append(_flat(item.text))
            after += ["\n"] if item.tag in _BLOCKS else []
        waiting += after


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _is_chrome(element: Node) -> bool:
    if (
        not isinstance(element.tag, str)
        or element.tag in _CHROME_TAGS
        or element.get("itemprop") in ("author", "creator")
    ):
        return True
    return any(_CHROME.search(token) or _AUTHOR.fullmatch(token) for token in _tokens(element))


def _remove(tree: Node, among: set[Node], headed: set[Node], threads: dict[Node, Node]) -> None:
    """Drop the comments and the threads that hold them; a thread that also holds the article stays."""
    outermost = [element for element in among if not any(above in among for above in element.iterancestors())]
    holds_article = set(headed)
    for story in tree.iter("article"):
        if story not in among and not any(above in among for above in story.iterancestors()):
            holds_article.update((story, *story.iterancestors()))
    dropped = {
        element if threads.get(element) in holds_article else threads.get(element, element) for element in outermost
    }
    for element in tree.iter(*_TAGS):
        if element.get("id") in ("respond", "comments", "disqus_thread") and element not in holds_article:
            dropped.add(element)
    for element in dropped:
        if element.getparent() is not None:
            element.drop_tree()

"""Which figure of a sentence a cue belongs to.

Between two neighbouring figures lies one border, drawn at the strongest separator there; what stands before it belongs
to the first figure, what stands behind it to the second. Figures joined tightly ("2.5% to 3.5% of GDP") share what
stands around them, and an opening phrase ("In 2023, ...") holds for every figure up to a contrast.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.domain.currency_signs import SUM_OPENS
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import Hit, Side
from app.extraction.mention import Mention

_CONTRAST = re.compile(
    r"[;…,\s.](?:(?<=[;…])|(?:(?<=\s)|(?<=,)\s)(?:but|while|whereas|although|though|however)\s|(?<=\.)(?:\s(?=\S)|\.))"
)
_TRAILING = (
    r"(?:excluding|including|counting|over|across|in|at|of|net|before|after tax|adjusted|averaged|assuming|once"
    rf"|when (?!the|it|they|there|he|she|we|{SUM_OPENS}?\d)"
    r"|for (?:its|their|his|her|the) [\w-]+ (?:in|of|during)"
    r"|by|a year|annually|per|discounted|on average|not counting|compared|as of|according|measured)\b"
)
_SEPARATORS = tuple(
    re.compile(pattern)
    for pattern in (
        r";|\.\s(?=\S)|…|\.\.",
        (
            r",?\s(?:but|while|whereas|although|though|then|as well as|against|rather than|instead of|compared with"
            r"|up from|down from|not)\s|,\sof (?:whom|which)\s"
        ),
        r"\s[-–—]+\s|—|:",
        r",\s(?:and|or|plus|with|so|going|falling|rising|dropping|then)\s",
        rf",(?!\s{_TRAILING})",
    )
)
_JOINING = re.compile(r"\s(?:and|or|plus|to|from|with|than|as|for a|for an)\s")
_TIGHT = re.compile(r"\s*(?:,|\(|,? ?and|or|to|plus|/|-|–)?\s*(?:(?:up )?to|from|a|an|the)?\s*\(?\s*|\son [a-z]+ing\s")

_GAPPED = re.compile(r"\s*[,;]?\s*(?:and |while |but )?(?:[\w'.-]+ ){1,4}at\s*")
_FORMER = re.compile(
    r"\b(?:up from|down from|compared (?:with|to)|against|rather than|instead of|than|vis-[aà]-vis|a fraction of)\b"
)
# "A forecast of £5m and the 2023 total of £4m".
_AND_TOTAL = re.compile(r"\band the (?:\S+ ){0,3}?(?:total|figure|outturn) of\b")
_FINITE = r"(?:is|are|was|were|has|have|had|do|does|did|don't|confirmed|announced|said|declared)\b"
_MOVED = r"(?:fell|rose|grew|dropped|shrank|climbed|declined|reached|stood|hit|spent|paid|saw|numbered)\b"
# What governs a figure says nothing of one in another clause ("plans to end the delays, the board has spent £5m", "is
# expected to fall after a 5% rise"), nor of one in a relative clause ("plans to clear a backlog which costs £5m").
_OTHER_CLAUSE = re.compile(
    rf"(?:,|\s[-–—]|—)\s(?!which\b)(?:[\w'.-]+\s){{1,6}}?(?:{_FINITE}|(?:now|already|currently)\s)|,\swith\s$"
    r"|\b(?:adding|saying|noting|claiming|warning|insisting|stressing) that\s"
    rf"|\b{_FINITE}[^;]*,\s(?:and|so)\s|,\swhen\s|,\sand\s(?:the|its|their)\s(?:[\w'-]+\s){{1,3}}?{_MOVED}"
    r"|\b(?:means?|meant) (?:that )?(?:[\w'.-]+ ){1,5}?(?:is|are|was|were|has|have|had)\s"
    r"|\((?:after|having|already|despite|up from|down from|compared|against|which|it|they)\s"
    r"|,?\s(?:because|although|though|despite|even (?:if|though)"
    r"|(?:after|following|as|since) (?:an?|the|its|it|they|he|she|[a-z]+ing))\s"
)
_RELATIVE = re.compile(rf"\s(?:who|which|whose|where)\s(?:\w+\s)?(?:{_FINITE}|{_MOVED}|costs\b)")
_IN_RELATIVE = re.compile(r",\s(?:who|which|whose|where)\s[^,;]*$")
# But what leads a sentence holds for its main clause: "According to estimates by the union, ...".
_LEAD = re.compile(r"\W*(?:under|according to|in|on|by|with|as|based on|from)\b[^,;]*")
# A passive verb acts on the amount before it ("£5m was pledged"), but no noun does ("£5m of the plan").
_OF_NOUN = re.compile(
    r"\b(?:of|in|for|with|than|as|about|and) (?:the|its|their|his|her|an?|this|that) "
    r"(?:(?!was|were|is|are|has|had|have|be|been)[\w'-]+ )?$"
)
_NEW_CLAUSE = re.compile(
    r"\band (?:(?:[\w'-]+ ){1,3}(?:will|would|could|is|are|was|were|has|have) (?:[\w'-]+ ){2,}"
    r"|$|(?:is|are|was|were|has been|have been) $|(?:more|others?|another|it|they|this|he|she|we)\b)"
)
# A figure that is only measured against what a cue names: "300 homes short of the target", "half have met the target".
_APART = re.compile(
    r"\([^)]*$|,\s(?:and|but)\s|\b(?:behind|below|above|against|short of|beyond|but|before|despite|amid"
    r"|missing|missed|met|hits?|with an?"
    r"|of (?:the|those|these|its) (?:[\w-]+ )?(?:(?:that|which) )?(?:it|they|he|she|we)"
    r"|(?:that|who|which) (?:has|have|had)(?! been))\b"
)
# "£5m bridge could open": the sum only describes what the verb is said of; "those earning £5m could gain".
_ATTRIBUTIVE = re.compile(
    r"[\s-](?!(?:of|in|for|on|to|from|a|an|per|each|or|and|more|extra|less|worth|which|that|is|are|was|were|has|had|have"
    r"|will|would|could|can|may|might|should|must|being|been|be)\b|[\w']+ly\b)[a-z]"
)
_DETERMINED = re.compile(r"(?:\b(?:the|an?|its|their|his|her|our|this|that)|'s) $")
_COORDINATED = re.compile(r"(?:\s[a-z-]+){1,4},?\s(?:and|or)\s(?:an?\s|the\s)?")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been) (?:now |currently |also |still )?$")
_MODALS = ("could", "might", "may", "would")
_EARNED = re.compile(r"\b(?:earn|mak|ow|own|pay|liv|hold|receiv|claim)ing\s$|\b(?:who|whose) (?:[\w'-]+ ){1,3}$")
# "When the board set out the plan, eight sites were open": the plan is of the clause that the comma ends.
_SUBORDINATE = re.compile(r"\W*(?:when|while|although|though|since|once|because|despite|after)\b[^,;]*")
_HEAD = re.compile(r"\W*(?:(?:but|and)\s)?(?:(?:in|during|for|over|by)\s(?:the\s)?)?")
_LIST_GOES_ON = re.compile(
    r"\s?(?:on|for|in|to|of|from|at)\s[^,;.:]{2,40}(?:,|,?\s(?:and|or))\s|[^,;.:]{0,40}:[^.;:]{2,60}"
    r"|,?\sand\s(?:(?!(?:has|have|had|is|are|was|were|will|would|could|may|also)\b)[\w'&-]+\s){1,3}"
)
_OPENS = re.compile(r"\s?\([^)]*$")
_DASH = re.compile(r"\s[-–—]+\s|—")
_IN_FIGURE = frozenset({"per", "status", "denominator"})
_ANYWHERE = Span(0, 0)
_MOST_SHARED, _MOST_OF_FIGURE = 8, 40
_LEADING, _FARTHEST = 80, 240

Tiered = tuple[int, int, Mention]
"""How sure the tie is (0 its own figure, 1 shared with it), how many characters part them, and the figure."""


class Attachment:
    """Ties the cues of one sentence to its figures."""

    def __init__(self, clause: Clause, islands: Sequence[Span]) -> None:
        """`islands` are phrases whose cues stay inside ("assuming prices rise 2% a year")."""
        self._clause = clause
        self._islands: list[Span] = []
        for one in islands:
            if not self._islands or one.start >= self._islands[-1].end:
                self._islands.append(one)
        self._fitting: dict[frozenset[Kind], dict[Span | None, list[Mention]]] = {}
        self._borders: dict[tuple[int, int], int | None] = {}
        self._contrasts = [match.start() + clause.span.start for match in _CONTRAST.finditer(clause.low)]

    def figures(self, hit: Hit) -> Iterator[Tiered]:
        """Every figure that a cue may speak of."""
        island = self.island(hit.span)
        if hit.name in _IN_FIGURE and self._is_of_other_kind(hit):
            return
        if hit.fits not in self._fitting:
            places = self._fitting[hit.fits] = defaultdict(list)
            for mention in self._clause.figures:
                if mention.figure.kind in hit.fits:
                    places[self.island(mention.span)].append(mention)
                    places[_ANYWHERE].append(mention)
        # A bracket closes a comparison with the rest: "£6m, against a budget of £4m (in 2019 prices)".
        fitting = self._fitting[hit.fits].get(_ANYWHERE if hit.side is Side.CLOSES else island, [])
        # Figures that lie inside the cue are part of it ("up from 7,800"); where it runs into one, it belongs to that.
        first = bisect_left(fitting, hit.span.start, key=lambda one: one.span.start)
        if first and fitting[first - 1].span.end > hit.span.start:
            # "Five pledges" are counted, and no five is pledged.
            counted = hit.name == "status" and fitting[first - 1].span.end == hit.span.end
            if (hit.name in _IN_FIGURE and not counted) or hit.side is Side.WITHIN:
                yield 0, 0, fitting[first - 1]
            return
        if hit.side is Side.WITHIN:
            return
        last = first
        while last < len(fitting) and fitting[last].span.end <= hit.span.end:
            last += 1
        if first > 1 and self._is_aside(fitting[first - 2], fitting[first - 1], hit):
            fitting = [*fitting[: first - 1], *fitting[first:]]
            first, last = first - 1, last - 1
        left = fitting[first - 1] if first else None
        right = fitting[last] if last < len(fitting) else None
        if right is not None and right.span.start <= hit.span.start:
            if hit.name in _IN_FIGURE:
                yield 0, 0, right
            return
        owner = self._owner(hit, left, right)
        if owner is not None:
            for tied in self._with_company(hit, fitting, first - 1 if owner is left else last):
                if self._reaches(hit, tied[2]):
                    yield tied
        # "50 homes are planned by 2030": what is planned, and for when.
        dated = hit.side is Side.GOVERNS and right is not None and right.figure.kind is Kind.DATE
        if left and dated and _PASSIVE.search(self._clause.before(hit.span.start, 24)) and self._acted_on(hit, left):
            yield 0, _gap(hit.span, left.span), left

    def _is_of_other_kind(self, hit: Hit) -> bool:
        """Whether a cue stands in the words of a figure that it does not fit: "£5m, down 3% annually"."""
        near = self._clause.figures_in(hit.span.start - _MOST_OF_FIGURE, hit.span.start)
        return any(one.span.end >= hit.span.end and one.figure.kind not in hit.fits for one in near)

    def _is_aside(self, outer: Mention, inner: Mention, hit: Hit) -> bool:
        """Whether a bracket behind a figure has closed over another one: "900 bales (of 170kg each) in 2024"."""
        behind = self._clause.between(inner.span, hit.span)
        if ")" not in behind or "(" in behind or not _OPENS.match(self._clause.between(outer.span, inner.span)):
            return False
        return not self._tight(outer.span, inner.span, gapped=False)

    def island(self, span: Span) -> Span | None:
        """The phrase of its own in which a span lies; a phrase does not lie in itself."""
        at = bisect_right(self._islands, span.start, key=lambda one: one.start) - 1
        one = self._islands[at] if at >= 0 else None
        return one if one is not None and span.end <= one.end and one != span else None

    def parted(self, first: Span, second: Span) -> bool:
        """Whether a contrast ("; ", "but") stands between the two."""
        low, high = min(first.end, second.end), max(first.start, second.start)
        return bisect_left(self._contrasts, low) != bisect_left(self._contrasts, high)

    def _owner(self, hit: Hit, left: Mention | None, right: Mention | None) -> Mention | None:
        owner: Mention | None
        if hit.side is Side.BEFORE:
            owner = right
        elif hit.side is Side.AFTER or hit.side is Side.CLOSES:
            owner = left
        elif hit.side is Side.GOVERNS:
            if right is None or self.parted(hit.span, right.span):
                owner = self._acted_on(hit, left)
            else:
                owner = right if self._governs(hit, right) else None
        elif left is None or right is None:
            owner = left or right
        else:
            border = self._border(left, right)
            if (
                right.span.start - hit.span.end <= 1 < hit.span.start - left.span.end
            ):  # "£2m and takes the total to £9m"
                owner = right
            elif border is None:
                owner = left if hit.span.start - left.span.end <= right.span.start - hit.span.end else right
            else:
                owner = left if hit.span.start < border else right
        if owner is None or _gap(hit.span, owner.span) > hit.within or self.parted(hit.span, owner.span):
            return None
        if hit.side is Side.AFTER and hit.name == "status":
            return None if _APART.search(self._clause.between(owner.span, hit.span)) else owner
        return owner

    def _governs(self, hit: Hit, right: Mention) -> bool:
        """Whether a cue and a figure behind it stand in one clause."""
        if right.span.start - hit.span.end > _FARTHEST:
            return False
        between, lead = self._clause.between(hit.span, right.span), self._clause.before(hit.span.start, _LEADING)
        if len(_DASH.findall(between)) % 2 and len(_DASH.findall(lead)) % 2:  # an aside closes between the two
            return False
        if not _OTHER_CLAUSE.search(between) and not _RELATIVE.search(between):
            return True
        return hit.span.start - self._clause.span.start < _LEADING and _LEAD.fullmatch(lead) is not None

    def _reaches(self, hit: Hit, mention: Mention) -> bool:
        """Whether a figure tied to a cue lies before its say ends, and not behind the clause that leads a sentence."""
        if hit.until is not None and mention.span.start >= hit.until:
            return False
        if hit.name != "status" or hit.span.start - self._clause.span.start >= _LEADING:
            return True
        between, lead = self._clause.between(hit.span, mention.span), self._clause.before(hit.span.start, _LEADING)
        if between.count(", ") % 2 and _IN_RELATIVE.search(lead):
            return False
        return ", " not in between or _SUBORDINATE.fullmatch(lead) is None

    def _acted_on(self, hit: Hit, left: Mention | None) -> Mention | None:
        """The amount before a verb in the passive: "£5m was pledged"."""
        if left is None or left.figure.kind in {Kind.DATE, Kind.DURATION}:
            return None
        between = self._clause.after(left.span.end, min(41, hit.span.start - left.span.end))
        if len(between) == 41 or "," in between or _APART.search(between) or _NEW_CLAUSE.search(between):
            return None
        words = self._clause.said(hit.span)
        modal = words.startswith(_MODALS)
        if modal and self._only_describes(left, between + words):
            return None
        if words.endswith("ed"):
            return left
        other = not modal and " and " in between  # "claimed £5m and expects more"
        return None if other or _OF_NOUN.search(between) else left

    def _only_describes(self, left: Mention, words: str) -> bool:
        """Whether a sum only tells of what the verb behind it is said of: "the £5m bridge could open"."""
        if left.figure.kind is Kind.MONEY and _ATTRIBUTIVE.match(words):
            return True
        return _EARNED.search(self._clause.before(left.span.start, _LEADING)) is not None

    def _with_company(self, hit: Hit, fitting: Sequence[Mention], at: int) -> Iterator[Tiered]:
        """The owner, then the figures that share the cue with it."""
        owner = fitting[at]
        distance = _gap(hit.span, owner.span)
        yield 0, distance, owner
        follows = hit.span.start >= owner.span.end
        back, on = range(at - 1, max(-1, at - _MOST_SHARED), -1), range(at + 1, min(len(fitting), at + _MOST_SHARED))
        for nearby in back if follows else on:
            other, joint = fitting[nearby], fitting[nearby + 1 if follows else nearby - 1]
            if hit.side is Side.CLOSES and self.parted(joint.span, other.span):
                return
            tight = hit.side is Side.CLOSES or self._tight(other.span, joint.span, gapped=not follows)
            governed = not follows and (
                (hit.side is Side.GOVERNS and not self._qualifies(hit, owner, joint.span, other.span))
                or self._opens(hit, owner)
                or self._heads(hit, owner.span, joint.span, other.span)
            )
            if not tight and (not governed or self._set_apart(hit, owner, joint.span, other.span)):
                return
            yield 1, _gap(hit.span, other.span), other

    def _qualifies(self, hit: Hit, owner: Mention, joint: Span, other: Span) -> bool:
        """Whether a cue tells of no sum but the one behind it, which tells of a thing: "the projected £5m budget".

        "The planned £5m bridge and £3m road" are both planned.
        """
        if owner.figure.kind is not Kind.MONEY or owner.span.start - hit.span.end > 1:
            return False
        if not _DETERMINED.search(self._clause.before(hit.span.start, 12)) or _COORDINATED.fullmatch(
            self._clause.between(joint, other)
        ):
            return False
        return _ATTRIBUTIVE.match(self._clause.after(owner.span.end)) is not None

    def _tight(self, one: Span, other: Span, *, gapped: bool) -> bool:
        """Whether no more than a joining word stands between two figures.

        `gapped` allows a second subject whose verb is left out: "puts it at £30bn, the Treasury at £3bn".
        """
        first, second = min(one, other), max(one, other)
        between = self._clause.after(first.end, min(60, second.start - first.end))
        if len(between) < 16 and _TIGHT.fullmatch(between):
            return True
        return gapped and len(between) < 60 and _GAPPED.fullmatch(between) is not None

    def _set_apart(self, hit: Hit, owner: Mention, first: Span, second: Span) -> bool:
        """Whether what governs the first figure says nothing of the second: "earmarked £5m, up from £4m"."""
        between = self._clause.after(first.end, min(200, second.start - first.end))
        if self.parted(first, second) or _FORMER.search(between) or _OTHER_CLAUSE.search(between):
            return True
        return hit.name == "status" and _AND_TOTAL.search(self._clause.between(owner.span, second)) is not None

    def _opens(self, hit: Hit, owner: Mention) -> bool:
        """Whether the cue stands in a phrase at the head of the sentence that a comma closes."""
        if hit.side is not Side.EITHER or hit.span.start - self._clause.span.start >= 30:
            return False
        lead = self._clause.before(hit.span.start, 30)
        rest = self._clause.after(hit.span.end, min(200, owner.span.start - hit.span.end))
        return "," in rest and "," not in lead

    def _heads(self, hit: Hit, owner: Span, joint: Span, other: Span) -> bool:
        """Whether a time that leads a sentence holds for a list: "In 2023 it spent £5m on roads and £6m on rail"."""
        if hit.name != "period" or not _HEAD.fullmatch(self._clause.before(hit.span.start)):
            return False
        lead = self._clause.between(hit.span, owner)
        return len(lead) < _LEADING and _LIST_GOES_ON.fullmatch(self._clause.between(joint, other)) is not None

    def _border(self, left: Mention, right: Mention) -> int | None:
        key = (left.span.end, right.span.start)
        if key not in self._borders:
            self._borders[key] = self._drawn(left, right)
        return self._borders[key]

    def _drawn(self, left: Mention, right: Mention) -> int | None:
        start = left.span.end - self._clause.span.start
        gap = self._clause.low[start : right.span.start - self._clause.span.start]
        for pattern in _SEPARATORS:
            if match := pattern.search(gap):
                return left.span.end + match.start()
        joints = list(_JOINING.finditer(gap))
        return left.span.end + joints[-1].start() if joints else None


def _gap(first: Span, second: Span) -> int:
    """How many characters part two spans."""
    return max(0, max(first.start, second.start) - min(first.end, second.end))

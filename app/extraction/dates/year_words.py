"""Years told in words: "this year", "last year", "the same year"."""

from app.domain.edtf import days
from app.domain.figure import Anchor
from app.extraction.dates.anchoring import DATE_BEFORE, from_publication
from app.extraction.dates.reading import Scene

RELATIVE_YEAR = (
    r"(?i:this|last|next|that|the(?:\ssame|\sprevious|\spreceding|\sfollowing)?)\syear"
    r"(?!\s(?:before|earlier|after|ago|end|to\s(?:(?:the\s)?end|(?:\d{1,2}(?:st|nd|rd|th)?\s)?[A-Z])))"
)


def relative_year(scene: Scene, words: str, start: int) -> tuple[int, Anchor] | None:
    """The year that "this year", "last year" or "the same year" means, and from where it is reckoned."""
    word = words.lower().split()
    if word[0] in ("this", "last", "next") or word[:2] == ["the", "year"]:
        step = {"last": -1, "next": 1}.get(word[0], 0)
        before = scene.last_said(start, 3000, 370) if scene.narrative else None
        if before and (stretch := days(before)):
            return stretch[0].year + step, Anchor(day=before, reason=DATE_BEFORE)
        if scene.published:
            value = from_publication(scene, str(scene.published.year + step))
            return (int(value.date), value.anchor) if value.date and value.anchor else None
        return None
    before = scene.last_said(start, 3000, 370)
    stretch = days(before) if before else None
    if before is None or stretch is None:
        return None
    step = {"previous": -1, "preceding": -1, "following": 1}.get(word[1], 0)
    return stretch[0].year + step, Anchor(day=before, reason=DATE_BEFORE)

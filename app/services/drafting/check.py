"""A draft against the library: every figure of it supported, on another basis, contested, or not there."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.comparison.words.likeness import Rarity
from app.domain.claim import Claim
from app.domain.draft import Checked, Finding
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.services.drafting import candidates, meant, sources, unclaimed, years
from app.services.drafting.closest import Asked
from app.services.drafting.drafted import Drafted
from app.services.drafting.sources import Support
from app.services.drafting.weighing import TIMES
from app.services.topics.conversions import Conversions
from app.store.project import Project

LONGEST = 200_000
"""Characters of a draft that are read; an article has a tenth of it."""
_ROUNDS = 2
"""How often the figures of a paragraph are settled beside each other: what supports one is no rival of the next."""
_TELLING = (Finding.SUPPORTED, Finding.CONTESTED)
"""What is told of a date or duration that belongs to another figure."""
_FOUND = (Finding.SUPPORTED, Finding.OTHER_BASIS)
"""What is told of a number that is hardly a figure."""
_DIGIT = re.compile(r"\d")
_UNIT = re.compile(r"(?:an?|one|the) (?:year|quarter|month|week|day|decade)", re.IGNORECASE)
_CITED = re.compile(r"\([^()“”]{0,200}“[^”]{0,400}”[^()“”]{0,200}\)")
"""A citation, whose figures and dates are not the draft's own."""


class Drafting:
    """Checks drafts against one open project; nothing of a draft is kept. Safe to call from any thread."""

    def __init__(self, project: Project, conversions: Conversions, *, today: Callable[[], datetime.date]) -> None:
        self._project = project
        self._conversions = conversions
        self._today = today

    def check(self, text: str) -> list[Checked]:
        """The figures of a draft in the order of its text, each with what the library holds of it.

        First each figure is looked for by its own words; what is found says which articles a paragraph was written
        from, and those are then asked about the rest of it. A date or duration that belongs to another figure stands
        for itself only where the library has it or says otherwise; "last year" contradicts nothing, as it depends on
        the day on which it is read.
        """
        read = text[:LONGEST]
        claims, belonging = self._figures(read)
        drafted = self._drafted(read, claims)
        settled = [one.checked() for one in drafted]
        for _ in range(_ROUNDS):
            support = _support(read, settled)
            settled = [support.settled(one) for one in drafted]
        support = _support(read, settled)
        checked = [support.rest(one, found) for one, found in zip(drafted, settled, strict=True)]
        told = []
        for figure, one in zip(drafted, checked, strict=True):
            year = years.checked(figure, checked) if years.is_year(one.claim) else None
            if year is not None:
                told.append(year)
            elif unclaimed.is_one(one.claim):
                told += [one] if one.finding in _FOUND or figure.is_told(one) else []
            elif (
                not _is_undated(one)
                and not _is_a_unit(one)
                and (one.finding in _TELLING or not _within(one.claim, belonging))
            ):
                told.append(one)
        return told

    def _figures(self, text: str) -> tuple[list[Claim], list[Span]]:
        """The figures of a draft without years and citations, and the words that say on what basis others hold."""
        claims = pipeline.read(Passage(text=text, published=self._today()))
        belonging = _belonging(claims)
        cited = [Span(*match.span()) for match in _CITED.finditer(text)]
        figures = sorted((*claims, *unclaimed.read(text, claims)), key=lambda claim: claim.span)
        return [claim for claim in figures if not any(map(claim.span.overlaps, cited))], belonging

    def _drafted(self, text: str, claims: Sequence[Claim]) -> list[Drafted]:
        """Each figure with the claims that may be of the same thing, those of its paragraph's articles among them."""
        with self._project.reading() as store:
            means = self._conversions.means(store)
            found = candidates.ids(store, text, claims)
            known = candidates.known(store, found)
            rarity = Rarity(candidate.about for candidate in known.values())
            asked = [Asked.of(text, claim) for claim in claims]
            scored = [
                one.scored([known[each] for each in ids if each in known], rarity)
                for one, ids in zip(asked, found, strict=True)
            ]
            homes = sources.homes(text, list(zip(claims, scored, strict=True)))
            printed = {
                article_id: candidates.of_article(store, article_id, known)
                for article_id in sorted({article_id for home in homes for article_id in home})
            }
        drafted = []
        for one, near, home in zip(asked, scored, homes, strict=True):
            places = {each.candidate.place for each in near}
            told = [each for article_id in sorted(home) for each in printed[article_id]]
            own = (each for each in told if each.place not in places)
            claim = meant.in_dollars_of(one.claim, (each.line.record.claim for each in told))
            asked_of = replace(one, claim=claim)
            drafted.append(Drafted.of(asked_of, [*near, *one.scored(own, rarity)], rarity, means, home))
        return drafted


def _support(text: str, checked: Sequence[Checked]) -> Support:
    """What supports the figures of a draft, without the numbers that are hardly figures."""
    return Support(text, [one for one in checked if not unclaimed.is_one(one.claim)])


def _belonging(claims: Sequence[Claim]) -> list[Span]:
    """The words that say of a figure when, for how long or on what basis it holds."""
    stated = (said.span for claim in claims if claim.figure.kind not in TIMES for _, said in claim.basis.stated())
    return [span for span in stated if span is not None]


def _within(claim: Claim, belonging: Sequence[Span]) -> bool:
    return claim.figure.kind in TIMES and any(span.overlaps(claim.span) for span in belonging)


def _is_a_unit(one: Checked) -> bool:
    """Whether it is "a year" or "a month", of which nothing in the library says more than that it could be so."""
    return one.finding is Finding.OTHER_BASIS and _UNIT.fullmatch(one.claim.surface) is not None


def _is_undated(one: Checked) -> bool:
    """Whether a date is contested that only the day tells on which the draft is read: "last year", "on Friday"."""
    is_date = one.claim.figure.kind is Kind.DATE
    return is_date and one.finding is Finding.CONTESTED and not _DIGIT.search(one.claim.surface)

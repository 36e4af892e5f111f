"""A draft against the library: every figure of it supported, on another basis, contested, or not there."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.comparison import likeness
from app.comparison.likeness import Rarity
from app.domain.claim import Claim
from app.domain.draft import Checked, Finding
from app.domain.figure import Kind
from app.domain.span import Span
from app.domain.verdict import Reason
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.services import evidence, paragraph
from app.services.company import Company
from app.services.conversions import Conversions
from app.services.drafted import Candidate, Drafted
from app.services.finding import TIMES
from app.store.project import Project
from app.store.session import Store

LONGEST = 200_000
"""Characters of a draft that are read; an article has a tenth of it."""
BY_WORDS, BY_TOPIC = 60, 60
"""Claims that one sentence is set against for its words, and for its topic."""
BY_NUMBER = 40
"""Claims that print about the same number."""
OF_HOME = 120
"""Claims of the articles that a paragraph was written from."""
_WRONG = Finding.CONTESTED
_TIMED = {Reason.REF_PERIOD, Reason.TARGET_DATE, Reason.HORIZON}
"""Reasons for which a figure is of another time."""
_TELLING = (Finding.SUPPORTED, Finding.CONTESTED)
"""What is told of a date or duration that belongs to another figure."""
_CITED = re.compile(r"\([^()“”]{0,200}“[^”]{0,400}”[^()“”]{0,200}\)")
"""A citation, whose figures and dates are not the draft's own."""
_JOINED = {Kind.MONEY: (Kind.MONEY,), Kind.PERCENTAGE: (Kind.PERCENTAGE,), Kind.QUANTITY: (Kind.QUANTITY,)}


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
        for itself only where the library has it or says otherwise, a year never.
        """
        read = text[:LONGEST]
        claims, belonging = self._figures(read)
        drafted = self._drafted(read, claims)
        company = Company(read, [one.checked() for one in drafted])
        # Twice: what an article confirms for being at home can stand for further figures.
        company = Company(read, [company.settled(one) for one in drafted])
        checked = [company.settled(one) for one in drafted]
        company = Company(read, checked, drafted)
        checked = [company.rest(one, found) for one, found in zip(drafted, checked, strict=True)]
        _check_lengths(drafted, checked)
        checked = [_of_its_time(one, checked) for one in checked]
        return [one for one in checked if one.finding in _TELLING or not _within(one.claim, belonging)]

    def _figures(self, text: str) -> tuple[list[Claim], list[Span]]:
        """The figures of a draft without years and citations, and the words that say on what basis others hold."""
        claims = pipeline.read(Passage(text=text, published=self._today()))
        belonging = _belonging(claims)
        cited = [Span(*match.span()) for match in _CITED.finditer(text)]
        own = [
            claim
            for claim in claims
            if not (_is_year(claim) and _within(claim, belonging)) and not any(map(claim.span.overlaps, cited))
        ]
        return own, belonging

    def _drafted(self, text: str, claims: Sequence[Claim]) -> list[Drafted]:
        """Each figure with the claims that may be of the same thing, those of its paragraph's articles among them."""
        with self._project.reading() as store:
            means = self._conversions.means(store)
            found = [_candidates(store, text, claim) for claim in claims]
            known = _known(store, found)
            rarity = Rarity(candidate.about for candidate in known.values())
            first = [
                Drafted.of(text, claim, [known[one] for one in ids if one in known], rarity, means)
                for claim, ids in zip(claims, found, strict=True)
            ]
            company = Company(text, [one.checked() for one in first], first)
            homes = [company.homes(claim) for claim in claims]
            found = [
                list(dict.fromkeys([*ids, *store.alike.of_articles(home, [claim.figure.kind], OF_HOME)]))
                for claim, ids, home in zip(claims, found, homes, strict=True)
            ]
            known = {**_known(store, [[one for one in ids if one not in known] for ids in found]), **known}
        return [
            Drafted.of(text, claim, [known[one] for one in ids if one in known], rarity, means, home) if home else alone
            for claim, ids, home, alone in zip(claims, found, homes, first, strict=True)
        ]


def _check_lengths(drafted: Sequence[Drafted], checked: list[Checked]) -> None:
    """Set for how long a rate is said to be paid against what supports the rate."""
    lasting = [(one.claim.basis.horizon, one) for one in checked if one.finding is Finding.SUPPORTED]
    spans = [(horizon.span, one) for horizon, one in lasting if horizon is not None and horizon.span is not None]
    for at, one in enumerate(drafted):
        rate = next((rate for span, rate in spans if span.overlaps(one.claim.span)), None)
        if rate is not None and (contested := one.against(rate)) is not None:
            checked[at] = contested


def _of_its_time(one: Checked, checked: Sequence[Checked]) -> Checked:
    """A figure whose number the library has for another time, where that time is contested itself, as supported."""
    closest = one.closest
    if one.finding is not Finding.OTHER_BASIS or closest is None or not set(closest.judgement.reasons) <= _TIMED:
        return one
    if not closest.judgement.reasons or not evidence.same_digits(one.claim, closest.line):
        return one
    wrong = [each.claim.span for each in checked if each.claim.figure.kind in TIMES and each.finding is _WRONG]
    own = [said.span for _, said in one.claim.basis.stated() if said.span is not None]
    told = any(span.overlaps(each) for span in own for each in wrong)
    return replace(one, finding=Finding.SUPPORTED) if told else one


def _belonging(claims: Sequence[Claim]) -> list[Span]:
    """The words that say of a figure when, for how long or on what basis it holds."""
    stated = (said.span for claim in claims if claim.figure.kind not in TIMES for _, said in claim.basis.stated())
    return [span for span in stated if span is not None]


def _is_year(claim: Claim) -> bool:
    return claim.figure.kind is Kind.DATE and (
        len(claim.figure.date or "") < len("2025-05") or "/" in str(claim.figure.date)
    )


def _within(claim: Claim, belonging: Sequence[Span]) -> bool:
    return claim.figure.kind in TIMES and any(span.overlaps(claim.span) for span in belonging)


def _candidates(store: Store, text: str, claim: Claim) -> list[str]:
    """Ids of the claims that may be of the same thing: by the words of the sentence, then by those around it."""
    kinds = _JOINED.get(claim.figure.kind, (claim.figure.kind,))
    sentence, context = claim.sentence.of(text), paragraph.before(text, claim.sentence)
    own = likeness.telling(sentence)
    found = store.alike.by_words(own, kinds, BY_WORDS)
    found += store.alike.by_words([*own, *likeness.telling(context)], kinds, BY_WORDS)
    found += store.alike.by_topic([sentence, context], kinds, BY_TOPIC)
    found += store.alike.by_number(claim.figure, [*own, *likeness.telling(context)], BY_NUMBER)
    return list(dict.fromkeys(found))


def _known(store: Store, found: Sequence[Sequence[str]]) -> dict[str, Candidate]:
    """Every candidate with the words about it, read once for all figures of the draft."""
    ids = list(dict.fromkeys(one for some in found for one in some))
    known = {}
    for line, near in store.alike.lines(ids):
        claim = line.record.claim
        place = claim.span.shifted(-claim.sentence.start)
        about = likeness.read(line.sentence, place, (line.title, near))
        known[line.record.claim_id] = Candidate(line=line, about=about)
    return known

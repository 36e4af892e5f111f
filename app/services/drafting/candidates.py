"""The claims of the library that may be of the same thing as a figure of a draft, with the words about them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.comparison.words import firmness, likeness
from app.comparison.words.likeness import About
from app.domain.claim import Claim, Stance, State
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.span import Span
from app.services.drafting import paragraphs, speakers, unclaimed
from app.store.session import Store

BY_WORDS, BY_TOPIC = 60, 60
"""Claims that one sentence is set against for its words, and for its topic."""
BY_NUMBER = 40
"""Claims that print about the same number."""
OF_HOME = 200
"""Claims of each of the articles that a paragraph was written from."""
LONGEST = 200_000
"""Characters of an article in which bare numbers are looked for."""
_REVISED = re.compile(
    r"\b(?:revis(?:ed?|es|ions?|ing)|correct(?:ed|s|ion|ing)|updat(?:ed?|es|ing)|restated?|re-?counted|amended"
    r"|(?:latest|final|new|fresh|official) (?:figures?|counts?|estimates?|data|bulletin|release)"
    r"|(?:correct|true) (?:figures?|numbers?|counts?|totals?)"
    r"|(?:earlier|previous|first|initial|provisional|original) (?:figures?|counts?|estimates?|reports?)"
    r"|mistakes?|wrongly|errors?)\b",
    re.IGNORECASE,
)
"""What says near a figure that it takes the place of an earlier one."""
_WITHDRAWN_BEFORE = re.compile(
    r"\b(?:(?:and )?not|rather than|instead of|in place of|wrongly (?:\w+ ){1,2}(?:as|at|that)) "
    r"(?:(?:the|a|an|about|around|some|nearly|almost|over|more than) ){0,2}$"
)
_REPORTED_BEFORE = re.compile(
    r"\bhad (?:\w+ )?(?:reported|said|claimed|announced|published|put|given|stated|told)\b[^.;\d]{0,40}$"
)
_WITHDRAWN_AFTER = re.compile(
    r"[^.;\d]{0,30}\b(?:(?:was|were|is) (?:wrong|incorrect|mistaken|an? (?:error|mistake)|too (?:high|low))"
    r"|(?:was|were|had been|that was) (?:wrongly|mistakenly) )"
)
"""What says of a figure itself that it was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim of the library with the words about it."""

    line: ClaimLine
    about: About
    revises: bool = False
    """The text around it says that earlier figures hold no longer."""
    withdrawn: bool = False
    """Its sentence says that it was wrong."""

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands: its article and where it begins there."""
        return self.line.record.article_id, self.line.record.claim.span.start


def counted(claim: Claim) -> str | None:
    """The noun that a figure counts."""
    return claim.figure.unit if claim.figure.kind is Kind.QUANTITY else None


def ids(store: Store, text: str, claims: Sequence[Claim]) -> list[list[str]]:
    """Ids of the claims that may be of the same thing as each: by its sentence, the words before it, its number."""
    kinds: defaultdict[Span, dict[Kind, None]] = defaultdict(dict)
    for claim in claims:
        kinds[claim.sentence][claim.figure.kind] = None
        if claim.figure.kind is Kind.PERCENTAGE:  # which may be a share of what was counted
            kinds[claim.sentence][Kind.QUANTITY] = None
    worded: dict[Span, list[str]] = {}
    found = []
    for claim in claims:
        at, sentence = claim.sentence, claim.sentence.of(text)
        context = paragraphs.before(text, at)
        words = likeness.telling(f"{sentence} {context}")
        if at not in worded:
            worded[at] = [
                *store.alike.by_words(words, list(kinds[at]), BY_WORDS * len(kinds[at])),
                *store.alike.by_topic([sentence, context], list(kinds[at]), BY_TOPIC),
            ]
        numbered = store.alike.by_number(claim.figure, words, BY_NUMBER)
        found.append(list(dict.fromkeys([*worded[at], *numbered])))
    return found


def of_article(store: Store, article_id: str, others: Mapping[str, Candidate]) -> list[Candidate]:
    """All that an article prints, as claims or not, each with the words about it; `others` are known already."""
    ids = store.alike.of_articles([article_id], list(Kind), OF_HOME)
    found = {**others, **known(store, [[one for one in ids if one not in others]])}
    return [*(found[one] for one in ids if one in found), *_unclaimed(store, article_id, found)]


def _unclaimed(store: Store, article_id: str, known: Mapping[str, Candidate]) -> list[Candidate]:
    """The numbers of an article that no claim was made of, or that it denies, each with the words about it."""
    line = next(one.line for one in known.values() if one.line.record.article_id == article_id)
    records = store.claims.of_article(article_id)
    text = store.articles.get(article_id).article.text[:LONGEST]
    bare = unclaimed.read(text, [one.claim for one in records])
    denied = [one for one in records if one.claim.stance is Stance.DENIES and one.state is not State.REJECTED]
    found = [_candidate(*unclaimed.line(text, replace(line, record=one), one.claim)) for one in denied]
    return [
        *(_candidate(*unclaimed.line(text, line, claim)) for claim in bare),
        *(one for one in found if one.withdrawn),
    ]


def _candidate(line: ClaimLine, near: str) -> Candidate:
    line = speakers.resolved(line, near)
    claim, sentence = line.record.claim, line.sentence
    place = claim.span.shifted(-claim.sentence.start)
    revises = _REVISED.search(f"{near} {sentence}") is not None
    withdrawn = _WITHDRAWN_BEFORE.search(sentence, 0, place.start) or _WITHDRAWN_AFTER.match(sentence, place.end)
    if revises:
        withdrawn = withdrawn or _REPORTED_BEFORE.search(sentence, 0, place.start)
    return Candidate(
        line=line,
        about=likeness.read(sentence, place, (line.title, near), counted(claim)),
        revises=revises and not firmness.is_revised_from(sentence[: place.start]),
        withdrawn=withdrawn is not None,
    )


def known(store: Store, found: Sequence[Sequence[str]]) -> dict[str, Candidate]:
    """Every candidate with the words about it, read once for all figures of the draft."""
    ids = list(dict.fromkeys(one for some in found for one in some))
    return {line.record.claim_id: _candidate(line, near) for line, near in store.alike.lines(ids)}

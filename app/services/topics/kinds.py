"""Which kind of figure a topic compares: what the words of its name ask for, else what stands nearest to them."""

import re
from collections import Counter
from collections.abc import Sequence

from app.comparison.words.lexicon import Lexicon
from app.domain.figure import Kind
from app.store import words
from app.store.session import Store

LOOKED_AT = 200
"""Claims, best first, whose sentences say what stands nearest."""
_OF_TIME = (Kind.DATE, Kind.DURATION)
_EITHER = "either"
_ASKED = Lexicon(
    {
        Kind.MONEY: r"costs?|prices?|spend(?:s|ing)?|spent|expenditures?|budgets?|bills?|pa(?:y|ys|id|ying)|payments?"
        r"|fees?|fares?|fund(?:s|ing)?|money|revenues?|incomes?|profits?|debts?|deficits?|surplus|salar(?:y|ies)|wages?"
        r"|rents?|tax(?:es)?|subsid(?:y|ies)|grants?|loans?|fines?|worth|how much",
        Kind.PERCENTAGE: r"per ?cent|percentages?|share|rates?|proportions?|inflation|turnout",
        Kind.QUANTITY: r"numbers?|how many|headcounts?|populations?|deaths?|casualties",
        Kind.DATE: r"dates?|deadlines?|^when",
        Kind.DURATION: r"how long|durations?",
        _EITHER: r"rises?|increases?|growth|falls?|drops?|cuts?|changes?|gaps?",
    }
)
"""Words that say what is counted; a change, which is told in per cent as often as in itself, asks for neither."""
_OF = re.compile(r"\b(?:of|for|to|in|on|at|by|from|with|under|after|before|when|per|until|since)\b(?<!^when)")


def asked_for(name: str) -> Kind | None:
    """The kind that words ask for: "cost of the ferry" money, "interest rates" percentages; None where they do not.

    English names a thing by the last word before a preposition: the share of spending is a share.
    """
    for part in _OF.split(name.lower().strip()):
        if found := _ASKED.last(part):
            (head,) = sorted(found)[:1]
            return None if head == _EITHER else Kind(head)
    return None


def guessed(store: Store, found: Sequence[tuple[str, Kind]], said: Sequence[str], near: Sequence[str]) -> Kind:
    """The kind that a topic compares, of claims that were found with their kinds, best first.

    It is the kind for which the first of the words `said` asks that ask for any, if some of it was found. Else each
    claim counts as often as its own sentence has one of the words `near`; dates and durations only where nothing else
    was found, since they stand everywhere.
    """
    kinds = {kind for _, kind in found}
    asked = next(filter(None, map(asked_for, said)), None)
    if asked is not None and (asked in kinds or not kinds):
        return asked
    likely = [one for one in found if one[1] not in _OF_TIME] or found
    forms = [words.forms(word) for word in near]
    tally: Counter[Kind] = Counter()
    for line in store.claims.lines([claim_id for claim_id, _ in likely[:LOOKED_AT]]):
        sentence = words.spelled(line.sentence)
        tally[line.record.claim.figure.kind] += sum(any(form in sentence for form in some) for some in forms)
    counts = tally if any(tally.values()) else Counter(kind for _, kind in likely)
    return max(Kind, key=lambda kind: counts[kind])

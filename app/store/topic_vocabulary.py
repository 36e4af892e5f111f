"""How surely words tell that a claim is of a topic, and not only of the kind of figure that it compares.

A topic's vocabulary are the words that the sentences of its claims share and the rest of the project has not: each
counts by the share of these sentences that have it, times how much rarer it is elsewhere. A claim's own sentence is
weighed by them, its headline by half, and the sum is set against what the topic's own claims have on average. What of
the article stands under the topic already speaks for it, and so do its watch-terms while it holds few claims; an
article that has few of its words speaks against it.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, prod

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.store import words
from app.store.tables import StoredClaim, StoredTopic, TopicCell, TopicNumber

SAMPLE = 10_000
"""Claims, the last added, in which it is counted how rare a word is."""
FAIR = 100
"""Claims under no topic that are a fair sample; of fewer, no word is taken for a common one."""
LOOKED_UP = 24
"""Words of a topic that are counted there: those of most of its sentences."""
SHARED, FEW = 0.1, 5
"""The share of a topic's sentences that have a word of its vocabulary; any word will do where they are this few."""
TYPED = 3
"""How many sentences the watch-terms are worth; of a topic without any, one sentence is not to be all that counts."""
_HEADLINE, _BESIDE, _MOST = 0.5, 0.5, 1.5
"""What a headline, and an article all of whose figures are of the topic, count for; more than enough is no more."""
_AROUND = 0.5
"""How much of what a topic's sentences share its articles have; what is told by one that has less counts the less."""
_RIVALS = 4
"""Topics of the claim's kind whose words are weighed, and half as many of other kinds."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"(?<=\w{4})(?:ing|ed|es|(?<!s)s|ly)$")
_STOP_LISTED = (
    "a about above according after again all also although am an and another any are as at be because been before "
    "being below between billion bn both but by can could did do does down during each few for from further had "
    "have has he her here him his how i if in including into is it its just last least less m may me million more "
    "most much must my nearly new no nor not now of off on once one only or other our out over own p percent "
    "pounds said same say says she should since so some such than that the their them then there these they this "
    "those thousand through to told too total trillion under until up us very was we were what when where which "
    "while who why will with would year years yearly you your January February March April June July August "
    "September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
STOP = frozenset(_STOP_LISTED.lower().split())
"""Words that tell no topic from another."""
_OF_ANY_FIGURE = (
    "add almost amount announce annual approximate around average bill budget cent change claim confirm cost cut daily "
    "data day decade dollar drop early estimate euro expect expenditure extra fall fallen fee fell figure find first "
    "forecast found fund grew grow grown growth half high higher highest hour increase large larger largest late "
    "latest low lower lowest main money month monthly number paid part pay payment pence people percentage period "
    "person price previous project projected proportion publish quarter rate record report reveal rise risen roughly "
    "rose second share show shown spend spending spent state sterling sum tell third time value warn week weekly worth"
)
_SAID = """
    SELECT value, (SELECT count(*) FROM claim_words WHERE claim_words MATCH value AND claim_words.rowid > :after)
    FROM json_each(:queries)
"""
# Claims of an article are few: no other index than that of articles is to lead to them.
_AMONG = "claim WHERE claim.article_id = :article AND +claim.kind = :kind AND +claim.state <> 'rejected'"
_OF_KIND = f"SELECT count(*) FROM {_AMONG}"
_FILED = f"""
    SELECT filing.topic_id, count(*) FROM (SELECT claim.claim_id FROM {_AMONG}) AS one
    CROSS JOIN filing ON filing.claim_id = one.claim_id GROUP BY filing.topic_id
"""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A small word without what English adds to it."""
    return _ENDING.sub("", word.lower()).rstrip("e") if len(word) > 4 else word.lower()


_FIGURE_STEMS = frozenset(map(stem, _OF_ANY_FIGURE.split()))
"""Of words that say what sort of figure it is, how it moves or that it is told, which figures of every subject have."""


def stems(said: str) -> dict[str, set[str]]:
    """The words of a text that can tell a topic, by their stems."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in _WORD.findall(said.lower()):
        if word not in STOP and len(word) > 1:
            found[stem(word)].add(word)
    return found


@lru_cache(maxsize=8)
def _stems_of(article: str) -> frozenset[str]:
    return frozenset(stems(article))


class Asked:
    """A claim for which a topic is looked for, by its own sentence, its headline and its article."""

    def __init__(self, article_id: str, kind: str, sentence: str, title: str, article: str) -> None:
        self.article_id, self.kind, self._article = article_id, kind, article
        self.sentence, self.title = sentence, title
        self.own = frozenset(stems(sentence))
        self.headline = frozenset(stems(title)) - self.own
        self.spelled = words.spelled(sentence), words.spelled(title)

    def article(self) -> frozenset[str]:
        """The stems of the article."""
        return _stems_of(self._article)


@lru_cache(maxsize=256)
def _shared(name: str, terms: tuple[str, ...], said: str) -> tuple[int, Mapping[str, tuple[float, frozenset[str]]]]:
    """How many sentences a topic's document has, and the stems of most: each with its share, and its words there.

    The topic's name counts as a sentence. Of the same topics one asks again and again: what was made of them is kept.
    """
    sentences = [stems(sentence) for sentence in (name, *said.split("\n")) if sentence]
    typed = {one for term in terms for one in stems(term)}
    held = Counter(one for sentence in sentences for one in sentence if one not in _FIGURE_STEMS or one in typed)
    least = 0 if len(sentences) <= FEW else SHARED * (len(sentences) + 1)
    commonest = sorted((one for one in held if held[one] >= least), key=lambda one: (-held[one], -len(one), one))
    return len(sentences) - 1, {
        one: (
            held[one] / (len(sentences) + 1),
            frozenset(word for sentence in sentences for word in sentence.get(one, ())),
        )
        for one in commonest[:LOOKED_UP]
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What a topic is told by. `usual` is how much of a weight its sentences have on average, `total` of all."""

    weights: Mapping[str, float]
    usual: Mapping[str, float]
    total: float
    sentences: int
    terms: Sequence[str]

    def tells(self, asked: Asked, beside: float) -> float:
        """How surely a claim is of the topic; 1 is what its own claims reach. `beside`: see `Vocabularies`."""
        said = self._share(asked.own) + _HEADLINE * min(self._share(asked.headline), 1) + _BESIDE * beside
        typed = TYPED if self.terms else 1
        known = self.sentences / (self.sentences + typed)
        sure = known * said + (1 - known) * self._stands(asked)
        return sure if beside else sure * (1 - known * self._strange(asked))

    def _strange(self, asked: Asked) -> float:
        """How much its article is of another subject: the dead and wounded of two wars are counted in the same words.

        1 is an article that has no word of the vocabulary.
        """
        had = sum(self.usual[one] for one in self.usual.keys() & asked.article())
        return max(0, 1 - had / (_AROUND * self.total)) if self.total else 0

    def _share(self, said: Iterable[str]) -> float:
        return min(sum(self.weights.get(one, 0) for one in said) / self.total, _MOST) if self.total else 0

    def _stands(self, asked: Asked) -> float:
        said, title = asked.spelled
        return 1 - prod(0 if term in said else 1 - _HEADLINE * (term in title) for term in self.terms)


class Vocabularies:
    """The vocabularies of the topics that one session asks about, each made once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[str, Vocabulary] = {}
        self._said: dict[str, int] = {}
        self._beside: dict[tuple[str, str], Mapping[str, float]] = {}
        found = session.execute(select(StoredTopic.topic_id, StoredTopic.kind))
        self._kinds = {row.topic_id: row.kind for row in found}
        last = session.scalar(select(func.max(StoredClaim.number))) or 0
        self._after = max(0, last - SAMPLE)
        self._claims = last - self._after

    def told(self, asked: Asked, likely: Mapping[str, int]) -> dict[str, float]:
        """How surely the words tell each of the topics that compare the claim's kind; none that no word tells.

        `likely` are topics, likeliest first, with the rows of their documents. One that another surpasses, of whatever
        kind, is told the less: what is surely of another subject is not of this one, though none compares its kind.
        """
        own = [one for one in likely if self._kinds.get(one) == asked.kind][:_RIVALS]
        rest = [one for one in likely if self._kinds.get(one, asked.kind) != asked.kind][: _RIVALS // 2]
        beside = self._standing_beside(asked) if own else {}
        surely = {one: self._of(one, likely[one]).tells(asked, beside.get(one, 0)) for one in (*own, *rest) if own}
        most = max(surely.values(), default=0)
        return {one: surely[one] ** 2 / most for one in own if surely[one] > 0}

    def _standing_beside(self, asked: Asked) -> Mapping[str, float]:
        """The share of the figures of the claim's kind in its article that stand under each topic."""
        key = (asked.article_id, asked.kind)
        if key not in self._beside:
            of_kind = {"article": asked.article_id, "kind": asked.kind}
            count = self._session.scalar(text(_OF_KIND), of_kind) or 1
            self._beside[key] = {row[0]: row[1] / count for row in self._session.execute(text(_FILED), of_kind)}
        return self._beside[key]

    def _of(self, topic_id: str, document: int) -> Vocabulary:
        if topic_id not in self._made:
            self._made[topic_id] = self._make(topic_id, document)
        return self._made[topic_id]

    def _make(self, topic_id: str, document: int) -> Vocabulary:
        named = select(StoredTopic.name, StoredTopic.terms).where(StoredTopic.topic_id == topic_id)
        name, terms = self._session.execute(named).one()
        said = self._session.scalar(text("SELECT sentence FROM topic_words WHERE rowid = :row"), {"row": document})
        sentences, shared = _shared(name, tuple(terms), said or "")
        everywhere = self._count({one: forms for one, (_, forms) in shared.items()})
        filed = min(self._filed(topic_id), self._claims)
        weights: dict[str, float] = {}
        for one, (share, _) in shared.items():
            elsewhere = max(0.0, everywhere[one] - share * filed)
            weights[one] = max(0.0, share * log(share * max(self._claims - filed, FAIR) / (elsewhere + 0.5)))
        usual = {one: weight * shared[one][0] for one, weight in weights.items()}
        return Vocabulary(
            weights=weights,
            usual=usual,
            total=sum(usual.values()),
            sentences=sentences,
            terms=tuple(form for term in terms for form in words.forms(term)),
        )

    def _filed(self, topic_id: str) -> int:
        found = (
            select(func.sum(TopicCell.claims))
            .join(TopicNumber, TopicNumber.number == TopicCell.topic)
            .where(TopicNumber.topic_id == topic_id)
        )
        return self._session.scalar(found) or 0

    def _count(self, asked: Mapping[str, frozenset[str]]) -> dict[str, int]:
        """How many claims of the sample have one of the words of each stem in their sentence."""
        queries = {one: f"{{sentence}} : ({' OR '.join(sorted(forms))})" for one, forms in asked.items()}
        new = json.dumps([query for query in queries.values() if query not in self._said])
        found = self._session.execute(text(_SAID), {"queries": new, "after": self._after})
        self._said.update((row[0], row[1]) for row in found)
        return {one: self._said[query] for one, query in queries.items()}

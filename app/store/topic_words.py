"""The index by which topics are told: one document a topic, in FTS5, ranked by its `bm25()`.

A document is what an analyst typed (the topic's name and its watch-terms) and what the claims filed last were about:
headlines, sentences and the proper names of their articles. It has no numbers: the index breaks words at them.
Documents follow what is filed, but are made again only at the end of a transaction, once for each topic that the
project's triggers have named in `topic_stale`: so filing a thousand claims costs one document, and a suggestion reads
as many rows as there are topics.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from app.domain.claim import State
from app.store.tables import Filing, PlainText, StaleTopic, StoredArticle, StoredClaim, StoredTopic
from app.store.topic_vocabulary import STOP, Asked, Vocabularies

LEARNT = 64
"""Claims that a topic's document is made of: the last filed, since what a topic is about moves on."""
NAMES = 24
"""Proper names taken from an article: the commonest."""
_READ = 20_000
"""Characters of an article that are read for names, and for what its subject is."""
_WEIGHTS = (4.0, 1.0, 1.0, 0.5)
"""What a word counts for in terms, headlines, sentences and names: the analyst typed the first to be found by."""
_KNOWN = "topic vocabularies"
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[\w,;)’'] )[A-Z][a-zà-ÿ]+\b|(?<=[\w,;)’'] )[A-Z]{2,}\b")


def names_in(article: str) -> list[str]:
    """The commonest proper names of a text, word by word: capitals that begin no sentence."""
    found = Counter(match[0] for match in _NAME.finditer(article[:_READ]) if match[0].lower() not in STOP)
    return [name for name, _ in found.most_common(NAMES)]


def refresh(session: Session) -> None:
    """Make the documents again of the topics that something was filed under, taken out of, or typed for."""
    session.flush()
    stale = list(session.scalars(select(StaleTopic.topic_id)))
    for topic_id in stale:
        session.execute(text("DELETE FROM topic_words WHERE topic_id = :topic_id"), {"topic_id": topic_id})
        topic = session.scalar(select(StoredTopic).where(StoredTopic.topic_id == topic_id))
        if topic is not None:
            session.execute(
                text("INSERT INTO topic_words VALUES (:topic_id, :terms, :title, :sentence, :names)"),
                {"topic_id": topic_id, "terms": " ".join((topic.name, *topic.terms)), **_columns(session, topic_id)},
            )
    if stale:
        session.execute(delete(StaleTopic))
        session.info.pop(_KNOWN, None)


def ranked(session: Session, claim_id: str) -> list[tuple[str, float]]:
    """Ids of the topics that a claim may belong to, likeliest first, with how surely the words tell each.

    Only topics that compare its kind, and of which some word tells; 1 is what a topic's own claims reach.
    """
    row = session.execute(
        select(
            StoredClaim.article_id,
            StoredClaim.kind,
            StoredClaim.sentence_start,
            StoredClaim.sentence_end,
            StoredArticle.title,
            PlainText,
        )
        .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
        .join(PlainText, PlainText.sha256 == StoredArticle.text_sha256)
        .where(StoredClaim.claim_id == claim_id)
    ).one_or_none()
    if row is None:
        return []
    article_id, kind, start, end, title, source = row
    names = source.names if source.names is not None else " ".join(names_in(source.content))
    asked = Asked(article_id, kind, source.content[start:end], title or "", source.content[:_READ])
    likely = _likely(session, (asked.title, asked.sentence, names))
    if _KNOWN not in session.info:
        session.info[_KNOWN] = Vocabularies(session)
    told = session.info[_KNOWN].told(asked, {topic_id: document for topic_id, document, _ in likely})
    return list(told.items())


def ranked_for(session: Session, texts: Sequence[str]) -> list[tuple[str, float]]:
    """Ids of the topics that share words with what somebody says, likeliest first, each with its score above zero."""
    return [(topic_id, score) for topic_id, _, score in _likely(session, texts)]


def _likely(session: Session, texts: Sequence[str]) -> list[tuple[str, int, float]]:
    """Ids of the topics that share words with these, the rows of their documents and their scores."""
    query = " OR ".join(f'"{word}"' for word in dict.fromkeys(_keywords(texts)))
    if not query:
        return []
    found = text(
        "SELECT topic_id, rowid, -bm25(topic_words, 0, :terms, :title, :sentence, :names) AS score FROM topic_words "
        "WHERE topic_words MATCH :query ORDER BY score DESC, topic_id"
    )
    weights = dict(zip(("terms", "title", "sentence", "names"), _WEIGHTS, strict=True))
    return [(row[0], row[1], row[2]) for row in session.execute(found, {"query": query, **weights})]


def _columns(session: Session, topic_id: str) -> dict[str, str]:
    """What the claims filed last under a topic are about, each headline, sentence and article once."""
    filed = session.execute(
        select(StoredClaim.sentence_start, StoredClaim.sentence_end, StoredArticle.title, PlainText)
        .join(Filing, Filing.claim_id == StoredClaim.claim_id)
        .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
        .join(PlainText, PlainText.sha256 == StoredArticle.text_sha256)
        .where(Filing.topic_id == topic_id, StoredClaim.state != State.REJECTED)
        .order_by(text("filing.rowid DESC"))
        .limit(LEARNT)
    ).all()
    sources = {source.sha256: source for *_, source in filed}.values()
    return {
        "title": _once(title for *_, title, _ in filed),
        "sentence": _once(source.content[start:end] for start, end, _, source in filed),
        "names": _once(_kept_names(source) for source in sources),
    }


def _kept_names(source: PlainText) -> str:
    """The names of a text, which never changes, so that they are looked for once."""
    if source.names is None:
        source.names = " ".join(names_in(source.content))
    return source.names


def _once(parts: Iterable[str | None]) -> str:
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _keywords(parts: Sequence[str]) -> Iterator[str]:
    """Words that can tell one topic from another."""
    for part in parts:
        yield from (word for word in _WORD.findall(part.lower()) if word not in STOP)

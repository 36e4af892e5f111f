"""What was read from articles and is read anew: claims that change, come and go without a person's act on each."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.article import Part
from app.domain.claim import Claim, ClaimRecord, State
from app.store import links, removal, voices
from app.store.lines import in_pages
from app.store.nearby import Surroundings
from app.store.rows import fill
from app.store.tables import Filing, PlainText, Refusal, StoredArticle, StoredClaim


class Readings:
    """What one session sees of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rules(self) -> dict[str, int | None]:
        """The number of the rules that read each article last, None where that is not known, in the order of adding."""
        found = select(StoredArticle.article_id, StoredArticle.rules).order_by(StoredArticle.number)
        return {row.article_id: row.rules for row in self._session.execute(found)}

    def settled(self, records: Sequence[ClaimRecord]) -> frozenset[str]:
        """Those of the claims that a person decided, edited, pinned or remarked on."""
        own = {one.claim_id for one in records if one.state is not State.WAITING or one.edited_fields}
        ids = [one.claim_id for one in records]
        return frozenset(own | links.spoken_of(self._session, "claim.claim_id", ids, besides=(Filing, Refusal)))

    def filed(self, records: Sequence[ClaimRecord]) -> frozenset[str]:
        """Those that stand under a topic, which says of what they are and not how they are to be read."""
        found: set[str] = set()
        for page in in_pages([one.claim_id for one in records]):
            found.update(self._session.scalars(select(Filing.claim_id).where(Filing.claim_id.in_(page))))
        return frozenset(found)

    def replace(self, claim_id: str, claim: Claim, restated: Sequence[Claim]) -> None:
        """Keep what a claim is read as now; its decision, its filings and its id stay."""
        row = self._session.scalars(select(StoredClaim).where(StoredClaim.claim_id == claim_id)).one()
        text, parts = self._text(row.article_id)
        around = Surroundings(text, parts)
        fill(row, claim)
        row.comment, row.restated = around.comment(claim.span), tuple(restated)
        self._session.flush()

    def remove(self, claim_ids: Sequence[str]) -> None:
        """Take claims away that are no longer read."""
        for page in in_pages(claim_ids):
            some = select(StoredClaim).where(StoredClaim.claim_id.in_(page))
            removal.remove_claims(self._session, list(self._session.scalars(some)))

    def finish(self, article_id: str, rules: int | None = None) -> None:
        """Say whose the figures are now, and by which rules they were read; None where that stays."""
        _, parts = self._text(article_id)
        found = select(StoredClaim).where(StoredClaim.article_id == article_id).order_by(StoredClaim.number)
        rows = list(self._session.scalars(found))
        for row, voice in zip(rows, voices.of(parts, [(row.comment, row.same_key) for row in rows]), strict=True):
            row.voice = voice
        if rules is not None:
            article = self._session.scalars(select(StoredArticle).where(StoredArticle.article_id == article_id)).one()
            article.rules = rules
        self._session.flush()

    def _text(self, article_id: str) -> tuple[str, tuple[Part, ...]]:
        text, parts = self._session.execute(
            select(PlainText.content, StoredArticle.parts)
            .join(StoredArticle, StoredArticle.text_sha256 == PlainText.sha256)
            .where(StoredArticle.article_id == article_id)
        ).one()
        return text, parts

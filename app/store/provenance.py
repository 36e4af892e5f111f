"""Of which version a claim is, and where it comes from, as parts of statements over claims joined to their articles."""

from typing import Any

from sqlalchemy import ColumnElement, case, or_

from app.domain.version import CARRIED
from app.store.tables import StoredArticle, StoredClaim

CURRENT: ColumnElement[bool] = StoredClaim.fate.is_(None)
"""Claims of the newest versions."""
LISTED: ColumnElement[bool] = or_(StoredClaim.fate.is_(None), StoredClaim.fate.not_in(sorted(CARRIED)))
"""These, and the figures that a newer version changed or dropped. One that it carries on stands there alone."""
ORIGIN: ColumnElement[Any] = case(
    (StoredClaim.voice.is_not(None), StoredArticle.family + "#" + StoredClaim.voice), else_=StoredArticle.origin_id
)
"""The origin of a claim: its article's, or the commenter whose own figure it is."""

"""The tables of a project. Rows never leave the store: its repositories hand out values of the domain."""

from app.store.tables.articles import PlainText, RawBytes, Sampled, StoredArticle, StoredClaim, StoredParting
from app.store.tables.base import Base, Journaled, ProjectCard
from app.store.tables.journal import Act, ActChange
from app.store.tables.supplied import SavedSearch, StoredRate, StoredTable
from app.store.tables.topics import Filing, Refusal, StaleTopic, StandingClaim, StoredSchedule, StoredTopic

__all__ = [
    "Act",
    "ActChange",
    "Base",
    "Filing",
    "Journaled",
    "PlainText",
    "ProjectCard",
    "RawBytes",
    "Refusal",
    "Sampled",
    "SavedSearch",
    "StaleTopic",
    "StandingClaim",
    "StoredArticle",
    "StoredClaim",
    "StoredParting",
    "StoredRate",
    "StoredSchedule",
    "StoredTable",
    "StoredTopic",
]

"""The tables of a project. Rows never leave the store: its repositories hand out values of the domain."""

from app.store.tables.articles import PlainText, RawBytes, Sampled, StoredArticle, StoredClaim, StoredParting
from app.store.tables.base import Base, Journaled, ProjectCard
from app.store.tables.imports import StoredFile, StoredRun
from app.store.tables.journal import Act, ActChange, LogEntry
from app.store.tables.marks import (
    Axis,
    Cell,
    Edition,
    Filed,
    Filling,
    Mark,
    Portion,
    Shelf,
    SpeakerCell,
    SpeakerName,
    TopicArticle,
    TopicCell,
    TopicNumber,
    TopicSet,
    Trait,
)
from app.store.tables.remarks import StoredFlag, StoredNote, StoredTag
from app.store.tables.resolutions import StoredQuestion, StoredResolution
from app.store.tables.supplied import SavedSearch, StoredRate, StoredSetting, StoredTable
from app.store.tables.topics import Filing, MeasuredClaim, Refusal, StaleTopic, StoredSchedule, StoredTopic

__all__ = [
    "Act",
    "ActChange",
    "Axis",
    "Base",
    "Cell",
    "Edition",
    "Filed",
    "Filing",
    "Filling",
    "Journaled",
    "LogEntry",
    "Mark",
    "MeasuredClaim",
    "PlainText",
    "Portion",
    "ProjectCard",
    "RawBytes",
    "Refusal",
    "Sampled",
    "SavedSearch",
    "Shelf",
    "SpeakerCell",
    "SpeakerName",
    "StaleTopic",
    "StoredArticle",
    "StoredClaim",
    "StoredFile",
    "StoredFlag",
    "StoredNote",
    "StoredParting",
    "StoredQuestion",
    "StoredRate",
    "StoredResolution",
    "StoredRun",
    "StoredSchedule",
    "StoredSetting",
    "StoredTable",
    "StoredTag",
    "StoredTopic",
    "TopicArticle",
    "TopicCell",
    "TopicNumber",
    "TopicSet",
    "Trait",
]

"""Words of the domain as the window says them: the services give them in English, as the files spell them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

WORDS = frozenset(
    (
        QT_TRANSLATE_NOOP("Vocabulary", "money"),
        QT_TRANSLATE_NOOP("Vocabulary", "percentage"),
        QT_TRANSLATE_NOOP("Vocabulary", "quantity"),
        QT_TRANSLATE_NOOP("Vocabulary", "date"),
        QT_TRANSLATE_NOOP("Vocabulary", "duration"),
        QT_TRANSLATE_NOOP("Vocabulary", "states"),
        QT_TRANSLATE_NOOP("Vocabulary", "estimates"),
        QT_TRANSLATE_NOOP("Vocabulary", "reports"),
        QT_TRANSLATE_NOOP("Vocabulary", "denies"),
        QT_TRANSLATE_NOOP("Vocabulary", "high"),
        QT_TRANSLATE_NOOP("Vocabulary", "medium"),
        QT_TRANSLATE_NOOP("Vocabulary", "low"),
        QT_TRANSLATE_NOOP("Vocabulary", "waiting"),
        QT_TRANSLATE_NOOP("Vocabulary", "accepted"),
        QT_TRANSLATE_NOOP("Vocabulary", "rejected"),
        QT_TRANSLATE_NOOP("Vocabulary", "edited"),
        QT_TRANSLATE_NOOP("Vocabulary", "skipped"),
        QT_TRANSLATE_NOOP("Vocabulary", "per year"),
        QT_TRANSLATE_NOOP("Vocabulary", "one-off"),
        QT_TRANSLATE_NOOP("Vocabulary", "total nominal"),
        QT_TRANSLATE_NOOP("Vocabulary", "total real"),
        QT_TRANSLATE_NOOP("Vocabulary", "present value"),
        QT_TRANSLATE_NOOP("Vocabulary", "share"),
        QT_TRANSLATE_NOOP("Vocabulary", "level"),
        QT_TRANSLATE_NOOP("Vocabulary", "other"),
        QT_TRANSLATE_NOOP("Vocabulary", "unknown"),
        QT_TRANSLATE_NOOP("Vocabulary", "Agree"),
        QT_TRANSLATE_NOOP("Vocabulary", "Compatible"),
        QT_TRANSLATE_NOOP("Vocabulary", "Different basis"),
        QT_TRANSLATE_NOOP("Vocabulary", "Conflict"),
        QT_TRANSLATE_NOOP("Vocabulary", "Superseded"),
        QT_TRANSLATE_NOOP("Vocabulary", "Supersedes"),
        QT_TRANSLATE_NOOP("Vocabulary", "Not comparable"),
        QT_TRANSLATE_NOOP("Vocabulary", "Reference"),
    )
)
"""What can be translated; anything else is said as it is."""


def say(word: str) -> str:
    """A word of the domain in the language of the window."""
    return QCoreApplication.translate("Vocabulary", word)

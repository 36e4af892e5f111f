"""Days as people write them."""

from PySide6.QtCore import QDate, QLocale


def day(iso: str | None) -> str:
    """ "2025-05-23T07:40" as "23 May 2025"; a year or a month alone stays one; empty where there is none."""
    text = (iso or "")[:10]
    date = QDate.fromString(text, "yyyy-MM-dd")
    if date.isValid():
        return QLocale().toString(date, "d MMM yyyy")
    month = QDate.fromString(text, "yyyy-MM")
    return QLocale().toString(month, "MMM yyyy") if month.isValid() else text


def moment(iso: str | None) -> str:
    """The day, and the time of day where it is known: "23 May 2025, 07:40"."""
    if not iso:
        return ""
    clock = iso[11:16] if len(iso) > 10 and iso[10] in "T " else ""
    return f"{day(iso)}, {clock}" if clock else day(iso)

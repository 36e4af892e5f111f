"""A text that stands alone, as printed or mailed: no menus around it, no comments below it."""

import datetime

from app.domain.article import Article
from app.domain.errors import UserError
from app.readers import head, plain
from app.readers.draft import Details, assemble


def article(
    lines: list[str],
    details: Details,
    *,
    otherwise: Details,
    raw: bytes,
    media_type: str,
    source_name: str,
    today: datetime.date,
) -> Article:
    """The article of these lines, a paragraph or table row each. Raises UserError ("no-article") where they are blank.

    What `details` hold already stays; the lines above the first paragraph add to it, then `otherwise`.
    """
    found = head.read(lines, details, today=today)
    details.fill(otherwise)
    body = plain.tidy("\n".join(found.lines))
    if not body and not details.title:
        raise UserError(
            f"{source_name} holds no text; nothing was changed. Paste the article's words instead.",
            reason="no-article",
        )
    return assemble(
        details,
        standfirst=found.standfirst,
        body=body,
        comments=[],
        raw=raw,
        media_type=media_type,
        source_name=source_name,
    )

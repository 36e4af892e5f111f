"""Articles that drafts are checked against, and what a paragraph begins with that was written from them."""

from collections.abc import Callable

from app.domain.draft import Checked
from app.services.desk import Desk
from tests.support import marked_drafts

Library = Callable[..., Desk]
"""Makes a project of articles, by their file names, and of the sample if wanted."""

RAIL = marked_drafts.FIRST_ARTICLES["rail.txt"]

LOCK = {
    "lock.txt": """Title: Sluice at Brackwater to be rebuilt
Outlet: Canal News
Date: 2025-10-14

The Brackwater sluice will be rebuilt at a cost of £67.3m, the waterways board said.

The board pays the harbour £18.6m a year for 25 years. At least 96 per cent of boats must pass within an hour. Traffic \
through the sluice rose from 34 per cent to 61 per cent of what it can take.

Upkeep of the sluice averages £4.27m a year in 2023/24 prices. Nobody had asked about upkeep of £4.27m a year, the \
board said. Tolls bring in £7m.
"""
}

COUNCIL = {
    "arrears.txt": """Title: Council tax arrears climb in Brenworth
Outlet: Brenworth Review
Date: 2025-10-14

Council tax arrears in Brenworth rose by 12 per cent to £18.4 million last year, the auditor said on Tuesday. More \
than 9,300 households were behind with their payments at the end of March, compared with 7,900 a year earlier.

The council employs 1,240 people, of whom 310 work in social care. Fewer than 400 carers receive an allowance. Drivers \
made 5,130 claims for damage by potholes.

It recorded 2,870 complaints about its buses last year. Old vehicles, which are to be sold, had made 412 of the \
journeys that caused them.

Ruth Allender, the finance director, put the shortfall at £7.2 million. Oskar Hale, of the union Civitas, said that it \
was nearer £11 million. The council will pay its contractors £1.5 million a year for 25 years.

A pilot scheme begins in April 2026 and ends in September 2027. The leader said that 64 of the town's 80 bus routes \
would be kept.
""",
    "correction.txt": """Title: Auditor corrects Brenworth arrears
Outlet: Brenworth Review
Date: 2025-12-02

The auditor has revised the count of households in Brenworth that were behind with council tax payments. In all 9,700 \
households were behind at the end of March.
""",
}

ARREARS = "Brenworth's council tax arrears came to £18.4 million. "

PIER = {
    "pier.txt": """Title: Pier at Hollowmouth to be mended
Outlet: Hollowmouth Echo
Date: 2025-06-03

Hollowmouth will spend £18.6 million on its pier, the council said on Monday. The pier drew 412,000 visitors in 2024.

The average visitor is 46.8 years old. Gulls took 34 per cent of the chips, and thefts of bags were 615 fewer. Nora \
Quill, who chairs the traders, said that the pier brought them trade. Her own guess is that 260 of them will gain.

Tobias Renn, the treasurer, said that only 90 traders would gain. The pier was lengthened in 2011.
""",
    "later.txt": """Title: Bill for Hollowmouth pier grows
Outlet: Hollowmouth Echo
Date: 2025-11-20

The pier at Hollowmouth will cost £23.4 million, the council now says. It also corrects its count of visitors: there \
were 387,500 of them in 2024, and not 412,000. Work on the pier begins on 9 March 2026.
""",
}

MENDED = (
    "Hollowmouth's pier, lengthened in 2011, will cost £23.4 million to mend. Work on the pier begins on 9 March 2026."
    " The traders who will gain number no more than 90, the treasurer says. "
)


def only_figure(desk: Desk, text: str) -> Checked:
    """What is told of the one figure of a text."""
    (checked,) = desk.drafting.check(text)
    return checked


def figure_of(desk: Desk, text: str, surface: str) -> Checked:
    """What is told of the one figure of a text that has these words."""
    (found,) = [one for one in desk.drafting.check(text) if one.claim.surface == surface]
    return found

"""Print how long the claims grid takes: ids, a page, the facets, the spread of values. Run it as a module.

Times are medians of processor time.
"""

from contextlib import closing
from pathlib import Path

from app.domain import claim_query
from app.domain.listing import ClaimOrder
from app.services.claims.grid import Claims
from app.store.project import Project
from tests.bench.timing import median, project

QUERIES = ("", "money:>=90m", 'said:"the Treasury" after:2024 basis:per-year', "date:2030..2035", "harbour 2019")
PAGE = 200
ARTICLES = 8_400


def measure(path: Path) -> None:
    """Print what each query takes."""
    with closing(Project.open(path)) as opened:
        claims = Claims(opened)
        for typed in QUERIES:
            narrowed = claim_query.read(typed).narrowed
            ids = claims.ids(narrowed, ClaimOrder.PUBLISHED, descending=True)
            print(f"{typed or 'everything'}: {len(ids):,} claims")
            for name, action in (
                ("ids by day", lambda narrowed=narrowed: claims.ids(narrowed, ClaimOrder.PUBLISHED)),
                ("ids by value", lambda narrowed=narrowed: claims.ids(narrowed, ClaimOrder.VALUE)),
                ("ids by origins", lambda narrowed=narrowed: claims.ids(narrowed, ClaimOrder.ORIGINS)),
                ("a page", lambda ids=ids: claims.lines(ids[:PAGE])),
                ("facets", lambda narrowed=narrowed: claims.facets(narrowed)),
                ("spread", lambda narrowed=narrowed: claims.spread(narrowed)),
            ):
                print(f"  {name:<15} {median(action):7.1f} ms")


if __name__ == "__main__":
    with project(ARTICLES, words=__doc__) as path:
        measure(path)

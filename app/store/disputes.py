"""Which claims of a topic measure the same, and whether all of them can be true: told in SQL.

The table `standing` has the filed claims that count, in the order in which a sweep meets them, so no claim is read and
next to nothing is sorted. An amount without a currency stands under `ANY_CURRENCY` there. It joins those of its topic's
currency only here: which one that is may change with every claim that is filed.
"""

import json
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.orm import Session

from app.domain.claim import Claim, Stance, State
from app.domain.disputes import ANY_CURRENCY, Encounter, Group, MeasuredRange, Tally
from app.store.row_numbers import NUMBERS
from app.store.rows import record
from app.store.tables import StoredClaim

AT_ONCE = 2000
"""Claims that are measured in one go."""
_MONEY = "money "
_CURRENCY = len(_MONEY) + 1
_BARE = _MONEY + ANY_CURRENCY
"""What the measure of an amount without a currency begins with; it sorts behind those that name one."""
_NAMED = f"measure >= '{_MONEY}' AND measure < '{_BARE}'"
_UNNAMED = f"measure >= '{_BARE}' AND measure < '{_MONEY}{chr(ord(ANY_CURRENCY) + 1)}'"
_LIKELIEST = f"""
    SELECT substr(measure, {_CURRENCY}, 3) AS currency FROM standing
    WHERE standing.topic_id = {{topic}} AND {_NAMED}
    GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1
"""
_BARE_TOPICS = f"""
    bare AS MATERIALIZED (
        SELECT topic_id, coalesce(({_LIKELIEST.format(topic="topic.topic_id")}), '{ANY_CURRENCY}') AS currency
        FROM topic
        WHERE EXISTS (SELECT 1 FROM standing WHERE standing.topic_id = topic.topic_id AND {_UNNAMED})
    )
"""
_PLAIN = "(SELECT * FROM standing WHERE topic_id NOT IN (SELECT topic_id FROM bare))"
_RESOLVED = f"""
    (
        SELECT standing.topic_id, halo_low, halo_high, family, voice, claim, CASE WHEN {_UNNAMED}
            THEN '{_MONEY}' || currency || substr(measure, {_CURRENCY + 1}) ELSE measure END AS measure
        FROM bare JOIN standing ON standing.topic_id = bare.topic_id
    )
"""
_TALLIES = f"""
    WITH {_BARE_TOPICS}
    SELECT topic_id, count(*), sum(disputed)
    FROM (
        SELECT topic_id, max(halo_low) > min(halo_high) AS disputed FROM {{standing}} GROUP BY topic_id, measure
    )
    GROUP BY topic_id
"""
_GROUPS = f"""
    WITH {_BARE_TOPICS},
    told AS MATERIALIZED (
        SELECT number, dense_rank() OVER (ORDER BY origin_id) AS origin FROM article
    ),
    apart AS MATERIALIZED (
        SELECT topic_id, measure, count(*) AS gaps
        FROM (
            SELECT topic_id, measure, halo_low, max(halo_high) OVER (
                PARTITION BY topic_id, measure ORDER BY halo_low ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS reached
            FROM {{standing}}
        )
        WHERE halo_low > reached
        GROUP BY topic_id, measure
    )
    SELECT held.*, coalesce(gaps, 0) + 1 AS islands
    FROM (
        SELECT topic_id, measure, count(*) AS claims, count(DISTINCT family) AS articles,
            count(DISTINCT CASE WHEN voice IS NULL THEN origin ELSE family || '#' || voice END) AS origins,
            min(halo_low) AS low, max(halo_high) AS high, max(halo_low) > min(halo_high) AS disputed
        FROM {{standing}} LEFT JOIN told ON told.number = family
        GROUP BY topic_id, measure
    ) AS held
    LEFT JOIN apart ON apart.topic_id = held.topic_id AND apart.measure = held.measure
"""
_CURRENCY_OF = f"""
    SELECT CASE WHEN EXISTS (SELECT 1 FROM standing WHERE topic_id = :topic AND {_UNNAMED})
        OR EXISTS (SELECT 1 FROM json_each(:claims) JOIN claim ON claim_id = value WHERE {_UNNAMED})
        THEN ({_LIKELIEST.format(topic=":topic")}) END
"""
_ASKED = f"""
    SELECT claim_id, first.number AS family, measure,
        CASE WHEN {_UNNAMED} THEN '{_MONEY}' || :currency || substr(measure, {_CURRENCY + 1})
            WHEN substr(measure, {_CURRENCY}, 3) = :currency AND {_NAMED}
            THEN '{_BARE}' || substr(measure, {_CURRENCY + 3}) END AS alike,
        coalesce(halo_low, -9e999) AS low, coalesce(halo_high, 9e999) AS high
    FROM json_each(:claims) CROSS JOIN claim ON claim_id = value
    JOIN article ON article.article_id = claim.article_id JOIN article AS first ON first.article_id = article.family
    WHERE coalesce(halo_low, halo_high) IS NOT NULL AND stance IS NOT '{Stance.DENIES}'
"""
_OTHERS = """
    EXISTS (
        SELECT 1 FROM standing
        WHERE topic_id = :topic AND standing.measure IN (asked.measure, alike) AND standing.family <> asked.family
            AND {}
    )
"""
_ENCOUNTERS = f"""
    SELECT claim_id, {_OTHERS.format("halo_high >= low AND +halo_low <= high")},
        {_OTHERS.format("halo_low > high")} OR {_OTHERS.format("halo_high < low")}
    FROM ({_ASKED}) AS asked
"""
_STAKES = f"""
    WITH {_BARE_TOPICS},
    waits AS MATERIALIZED (SELECT number FROM claim WHERE state = '{State.WAITING}' AND fate IS NULL),
    held AS (SELECT *, claim IN waits AS waiting FROM {{standing}}),
    ends AS MATERIALIZED (
        SELECT topic_id, measure, max(halo_low) AS low, min(halo_high) AS high,
            max(CASE WHEN NOT waiting THEN halo_low END) AS kept_low,
            min(CASE WHEN NOT waiting THEN halo_high END) AS kept_high
        FROM held GROUP BY topic_id, measure HAVING max(halo_low) > min(halo_high)
    )
    SELECT held.claim AS number, min(
        NOT coalesce(kept_low <= kept_high AND (held.halo_low > kept_high OR held.halo_high < kept_low), 0)
    ) AS stake
    FROM ends JOIN held ON held.topic_id = ends.topic_id AND held.measure = ends.measure
    WHERE waiting AND (held.halo_low > ends.high OR held.halo_high < ends.low)
    GROUP BY held.claim
"""
_FILL = "UPDATE claim SET measure = ?, halo_low = ?, halo_high = ? WHERE number = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakes:
    """The waiting claims that dispute others of their topic, as row numbers: four bytes each, since many may."""

    ending: "array[int]" = field(default_factory=lambda: array(NUMBERS))
    """Each of these would end the agreement of all that is decided there."""
    joining: "array[int]" = field(default_factory=lambda: array(NUMBERS))
    """The others, in a dispute that there is already or among waiting claims alone."""


class Disputes:
    """The disputes among the claims that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def measure(self, range_of: Callable[[Claim], MeasuredRange]) -> int:
        """Fill in the ranges of claims that were added or changed, the last added first; gives how many there were.

        No more than `AT_ONCE` in one go. It follows from the claims alone, so it is no act that could be taken back.
        """
        self._session.flush()
        waiting = select(StoredClaim).where(StoredClaim.measure.is_(None)).order_by(StoredClaim.number.desc())
        found = [(row.number, range_of(record(row).claim)) for row in self._session.scalars(waiting.limit(AT_ONCE))]
        if found:
            self._driver.exec_driver_sql(_FILL, [(one.measure, one.low, one.high, number) for number, one in found])
        return len(found)

    def mismeasured(self, range_of: Callable[[Claim], MeasuredRange]) -> int:
        """How many claims are kept with a range that is not theirs; looks at every claim."""
        measured = select(StoredClaim).where(StoredClaim.measure.is_not(None)).execution_options(yield_per=AT_ONCE)
        return sum(
            range_of(record(row).claim)
            != MeasuredRange(measure=row.measure or "", low=row.halo_low, high=row.halo_high)
            for row in self._session.scalars(measured)
        )

    def is_measured(self) -> bool:
        """Whether every claim has been measured."""
        return self._session.scalar(select(StoredClaim.number).where(StoredClaim.measure.is_(None)).limit(1)) is None

    def tallies(self) -> dict[str, Tally]:
        """The tally of each topic that has a measure, by its id."""
        return {
            topic_id: Tally(measures=measures, disputed=disputed)
            for topic_id, measures, disputed in self._each(_TALLIES)
        }

    def groups(self) -> list[Group]:
        """Every measure of every topic, by topic and measure."""
        found = [
            Group(
                topic_id=topic_id,
                measure=measure,
                claims=claims,
                articles=articles,
                origins=origins,
                low=None if low == -inf else low,
                high=None if high == inf else high,
                disputed=bool(disputed),
                islands=islands,
            )
            for topic_id, measure, claims, articles, origins, low, high, disputed, islands in self._each(_GROUPS)
        ]
        return sorted(found, key=lambda group: (group.topic_id, group.measure))

    def stakes(self) -> Stakes:
        """The waiting claims that dispute what else is filed under a topic and measures the same."""
        ending, joining = set[int](), set[int]()
        for number, stake in self._each(_STAKES):
            (joining if stake else ending).add(number)
        return Stakes(ending=array(NUMBERS, sorted(ending)), joining=array(NUMBERS, sorted(joining - ending)))

    def encounters(self, claim_ids: Sequence[str], topic_id: str) -> list[Encounter]:
        """How these claims stand to what other articles say under a topic, filed there or not, in the order asked for.

        Denied figures and those without a number are left out. Each takes a few looks at a table in order, one that
        meets or misses none of a topic's many a look at each of them.
        """
        asked: dict[str, str | None] = {"topic": topic_id, "claims": json.dumps(list(claim_ids))}
        asked["currency"] = self._driver.exec_driver_sql(_CURRENCY_OF, asked).scalar()
        return [
            Encounter(claim_id=claim_id, topic_id=topic_id, meets=bool(meets), misses=bool(misses))
            for claim_id, meets, misses in self._driver.exec_driver_sql(_ENCOUNTERS, asked)
        ]

    def _each(self, statement: str) -> Iterator[Row[*tuple[Any, ...]]]:
        for standing in (_PLAIN, _RESOLVED):
            yield from self._driver.exec_driver_sql(statement.format(standing=standing))

    @property
    def _driver(self) -> Connection:
        """Statements that are written as SQL go straight to it."""
        return self._session.connection()

"""Claims and comparisons as other programs read them."""

import json

from app.domain.figure import Kind
from app.services import filters
from app.services.desk import Desk
from app.services.records import comparison_json
from tests.support.desks import topic_on


def test_a_verdict_has_the_form_that_judge_gives_it(desk: Desk, topic_id: str) -> None:
    said = json.loads(filters.written(comparison_json(desk.comparing.compare(topic_id))))
    pair = {"id": 1, "a_text": "It costs £80m a year.", "b_text": "It costs nearly £160m a year."}
    ((line, _),) = filters.judge_lines([json.dumps(pair).encode()])
    judged = json.loads(line)
    found = next(row["judgement"] for group in said["groups"] for row in group["rows"] if row["judgement"])
    assert found["verdict"] == judged["verdict"] == "conflict"
    assert set(found) == set(judged) - {"id", "a", "b"} | {"conversion"}
    assert found["size"] == judged["size"]
    assert (found["size"]["ratio"], found["size"]["gap"]) == (2, 80_000_000)


def test_a_row_names_its_article_though_the_outlet_is_not_known(desk: Desk) -> None:
    desk.importing.pasted("Title: What the pier costs\n\nThe pier costs £20m a year. The pier costs £90m over 5 years.")
    said = comparison_json(desk.comparing.compare(topic_on(desk, "The pier", "pier", Kind.MONEY)))
    rows = [row for group in json.loads(filters.written(said))["groups"] for row in group["rows"]]
    assert {(*row["outlets"], row["title"]) for row in rows} == {("What the pier costs",)}

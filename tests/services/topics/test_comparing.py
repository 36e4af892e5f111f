"""A topic's figures side by side, through real articles, from text to verdict."""

from decimal import Decimal

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.verdict import Reason, Verdict
from app.services.desk import Desk
from app.services.topics.comparing import Comparison


def _verdicts(comparison: Comparison) -> dict[str, Verdict | None]:
    return {row.figure: row.judgement.verdict if row.judgement else None for row in comparison.rows}


def test_the_figure_most_printed_is_the_reference_until_a_person_pins_another(desk: Desk, topic_id: str) -> None:
    comparison = desk.comparing.compare(topic_id)
    assert comparison.pinned is not None
    assert comparison.pinned.figure == "£80m a year"
    assert _verdicts(comparison) == {
        "£80m a year": None,
        "nearly £160m a year": Verdict.CONFLICT,
        "£12m": Verdict.DIFFERS_BY_BASIS,
        "£2.4bn": Verdict.DIFFERS_BY_BASIS,
    }
    total = next(row for row in comparison.rows if row.figure == "£2.4bn")
    desk.grouping.pin(topic_id, total.line.record.claim_id)
    again = desk.comparing.compare(topic_id)
    assert again.pinned is not None
    assert again.pinned.figure == "£2.4bn"
    assert _verdicts(again)["£80m a year"] is Verdict.DIFFERS_BY_BASIS


def test_the_reference_counts_what_most_figures_count(desk: Desk) -> None:
    articles = [
        "The camp holds 32,300 people.",
        "The camp held 56,000 people.",
        "The camp lies between 60 hotels.",
        "Its camp has grown to 60 hotels.",
        "The camp fed 30,600 people.",
    ]
    for number, text in enumerate(articles):
        desk.importing.pasted(f"Outlet: Pier News {number}\nPublished: 2025-03-0{number + 1}\n\nCamp\n\n{text}")
    kind, lines = desk.grouping.find(["camp"], Kind.QUANTITY)
    topic_id, _ = desk.grouping.add("Camp", [], kind, [line.record.claim_id for line in lines])
    comparison = desk.comparing.compare(topic_id)
    assert {row.figure: row.origins for row in comparison.rows}["60 hotels"] == 2
    assert comparison.pinned is not None
    assert comparison.pinned.figure == "32,300 people"


def test_the_reference_has_the_size_of_most_figures(desk: Desk) -> None:
    comparison = _filed(
        desk,
        "A tenant by the tunnel would receive $10,000. The council expects that the tunnel costs it $400bn.",
        "Families whose home the tunnel takes can claim $10,000. Opponents of the tunnel speak of $500bn.",
        "The council offers $10,000 to whoever makes room for the tunnel, a work of $300bn.",
    )
    assert {row.figure: row.origins for row in comparison.rows}["$10,000"] == 3
    assert comparison.pinned is not None
    assert comparison.pinned.figure == "$400bn"


def test_of_figures_printed_as_often_the_reference_is_on_the_basis_of_most(desk: Desk) -> None:
    comparison = _filed(
        desk,
        "Tunnel costs rose by £60m.",
        "The tunnel costs £80m a year.",
        "Engineers put the tunnel at £90m a year.",
    )
    assert comparison.pinned is not None
    assert comparison.pinned.figure == "£80m a year"


def test_every_topic_is_compared_the_fullest_first(desk: Desk, topic_id: str) -> None:
    desk.grouping.add("A first by name", [], Kind.MONEY, [])
    assert [comparison.topic.name for comparison in desk.comparing.all()] == ["The bridge", "A first by name"]
    assert desk.comparing.all()[0] == desk.comparing.compare(topic_id)


def test_a_pin_given_for_once_is_not_kept(desk: Desk, topic_id: str) -> None:
    hedged = next(row for row in desk.comparing.compare(topic_id).rows if row.figure == "nearly £160m a year")
    once = desk.comparing.compare(topic_id, hedged.line.record.claim_id)
    assert once.pinned is not None
    assert once.pinned.figure == "nearly £160m a year"
    kept = desk.comparing.compare(topic_id).pinned
    assert kept is not None
    assert kept.figure == "£80m a year"


def test_copies_of_one_story_are_many_articles_and_one_origin(desk: Desk, topic_id: str) -> None:
    comparison = desk.comparing.compare(topic_id)
    assert comparison.pinned is not None
    assert (comparison.pinned.articles, comparison.pinned.origins) == (2, 1)
    assert comparison.pinned.outlets == ("Quay Post", "Evening Copy")
    assert (comparison.articles, comparison.origins) == (3, 2)


def test_the_headline_is_the_worst_verdict_and_says_what_would_settle_it(desk: Desk, topic_id: str) -> None:
    comparison = desk.comparing.compare(topic_id)
    assert comparison.headline is not None
    assert comparison.headline.verdict is Verdict.CONFLICT
    assert Reason.MAGNITUDE in comparison.headline.reasons
    assert comparison.headline.question
    assert dict(comparison.counts) == {Verdict.CONFLICT: 1, Verdict.DIFFERS_BY_BASIS: 2}


def _neediest_figure(desk: Desk, kind: Kind, pinned: str, *texts: str) -> str:
    """The figure of the headline where that of these words is the reference."""
    for number, text in enumerate(texts):
        desk.importing.pasted(f"Outlet: Pier {number}\nPublished: 2025-03-0{number + 1}\n\nClinic\n\n{text}")
    _, lines = desk.grouping.find(["clinic"], kind)
    ids = {line.record.claim.surface: line.record.claim_id for line in lines}
    topic_id, _ = desk.grouping.add("Clinic", [], kind, list(ids.values()))
    neediest = desk.comparing.compare(topic_id, ids[pinned]).neediest
    assert neediest is not None
    return neediest.figure


def test_a_figure_in_another_unit_is_the_headline_only_for_want_of_others(desk: Desk) -> None:
    texts = (
        "The queue for the clinic reached 7.6 million.",
        "Nurses gave 18.4 million treatments at the clinic.",
        "The queue for the clinic reached 7.75 million.",
    )
    assert _neediest_figure(desk, Kind.QUANTITY, "7.6 million", *texts) == "7.75m"


def test_where_no_basis_is_the_references_the_headline_is_of_its_kind(desk: Desk) -> None:
    texts = (
        "In January, 73% of patients at the clinic were seen in four hours.",
        "In May, 11% of beds at the clinic were shut.",
        "In June, 71% of patients at the clinic were seen in four hours.",
    )
    assert _neediest_figure(desk, Kind.PERCENTAGE, "73%", *texts) == "71 %"


def test_groups_share_a_basis_and_keep_their_order(desk: Desk, topic_id: str) -> None:
    labels = [group.label.kind for group in desk.comparing.compare(topic_id).groups]
    assert labels == ["Per year", "One-off", "Total, 30 years"]


def test_a_rejected_claim_leaves_the_comparison_and_undo_brings_it_back(desk: Desk, topic_id: str) -> None:
    hedged = next(row for row in desk.comparing.compare(topic_id).rows if row.figure == "nearly £160m a year")
    desk.reviewing.decide(hedged.claim_ids, State.REJECTED)
    assert "nearly £160m a year" not in _verdicts(desk.comparing.compare(topic_id))
    desk.history.undo()
    assert _verdicts(desk.comparing.compare(topic_id))["nearly £160m a year"] is Verdict.CONFLICT


def test_an_edited_basis_changes_the_verdict(desk: Desk, topic_id: str) -> None:
    hedged = next(row for row in desk.comparing.compare(topic_id).rows if row.figure == "nearly £160m a year")
    desk.reviewing.set_basis(hedged.line.record.claim_id, {"price": "real:2030/31"})
    verdict = next(row for row in desk.comparing.compare(topic_id).rows if row.figure == "nearly £160m a year")
    assert verdict.judgement is not None
    assert verdict.judgement.verdict is Verdict.DIFFERS_BY_BASIS
    assert Reason.PRICE_BASIS in verdict.judgement.reasons
    assert any(chip.by_analyst for chip in verdict.chips)


def test_a_claim_of_another_topic_cannot_be_pinned(desk: Desk, topic_id: str) -> None:
    with pytest.raises(UserError, match="not filed under") as refused:
        desk.comparing.compare(topic_id, "clm_nowhere")
    assert refused.value.reason == "not-in-topic"


def test_an_article_dated_only_by_its_season_is_compared_like_any_other(desk: Desk, topic_id: str) -> None:
    article_id = desk.comparing.compare(topic_id).rows[0].line.record.article_id
    for day in ("spring 2025", "2025", "2025-03"):
        desk.library.correct(article_id, "published", day)
        assert len(desk.comparing.compare(topic_id).rows) == 4


def test_the_very_claim_that_is_pinned_speaks_for_its_row(desk: Desk) -> None:
    comparison = _filed(
        desk,
        "The tunnel cost £30m a year.",
        "The tunnel cost £30m a year in 2019.",
        "The tunnel cost £50m a year in 2024.",
    )
    row = next(row for row in comparison.rows if row.figure == "£30m a year")
    bare, full = row.claim_ids
    assert row.claim_id == full
    against_full, against_bare = (desk.comparing.compare(comparison.topic.topic_id, one) for one in (full, bare))
    assert _verdicts(against_full)["£50m a year"] is Verdict.DIFFERS_BY_BASIS
    assert against_bare.pinned is not None
    assert against_bare.pinned.claim_id == bare
    assert _verdicts(against_bare)["£50m a year"] is Verdict.CONFLICT


def test_a_rate_that_its_sentence_alone_says_is_one_is_called_so(desk: Desk) -> None:
    comparison = _filed(desk, "The annual cost of the tunnel is £30m.", "The tunnel costs £900m over 30 years.")
    assert {row.figure for row in comparison.rows} == {"£30m a year", "£900m"}


def test_an_empty_topic_has_nothing_to_judge(desk: Desk) -> None:
    topic_id, _ = desk.grouping.add("Nothing yet", [], Kind.MONEY, [])
    comparison = desk.comparing.compare(topic_id)
    assert (comparison.rows, comparison.pinned, comparison.headline, comparison.counts) == ((), None, None, ())


def test_the_headline_prefers_a_figure_near_the_reference_to_one_a_hundred_times_as_large(desk: Desk) -> None:
    desk.importing.pasted("Outlet: Pier News\n\nBridge\n\nIt will cost £8bn a year. The bridge will cost £120m a year.")
    kind, lines = desk.grouping.find(["bridge"])
    wanted = [line for line in lines if line.record.claim.surface in ("£80m a year", "£120m a year", "£8bn a year")]
    topic_id, _ = desk.grouping.add("Costs", [], kind, [line.record.claim_id for line in wanted])
    comparison = desk.comparing.compare(topic_id)
    assert dict(comparison.counts) == {Verdict.CONFLICT: 2}
    assert comparison.headline is not None
    assert "£120m a year" in comparison.headline.sentence


def test_the_newer_figure_says_what_it_replaces(desk: Desk) -> None:
    for day, amount in (("2025-03-01", "£300m"), ("2025-03-09", "£340m")):
        desk.importing.pasted(
            f"Outlet: Audit Weekly\nPublished: {day}\n\nTunnel {amount}\n\nAuditors now put the tunnel at {amount}."
        )
    kind, lines = desk.grouping.find(["tunnel"])
    topic_id, _ = desk.grouping.add("Tunnel", [], kind, [line.record.claim_id for line in lines])
    older = next(line for line in lines if line.record.claim.surface == "£300m")
    newer = next(row for row in desk.comparing.compare(topic_id, older.record.claim_id).rows if row.figure == "£340m")
    assert newer.judgement is not None
    assert (newer.judgement.verdict, newer.judgement.short) == (Verdict.SUPERSEDED, "replaces £300m")
    assert newer.supersedes
    rows = desk.comparing.compare(topic_id, newer.claim_id).rows
    assert not any(row.supersedes for row in rows)


def _filed(desk: Desk, *texts: str) -> Comparison:
    """The comparison of a new topic that holds every amount of these articles."""
    kind = desk.grouping.find(["bridge"])[0]
    for number, text in enumerate(texts):
        desk.importing.pasted(f"Outlet: Pier News {number}\nPublished: 2025-03-0{number + 1}\n\nTunnel\n\n{text}")
    _, lines = desk.grouping.find(["tunnel"], kind)
    topic_id, _ = desk.grouping.add("Tunnel", [], kind, [line.record.claim_id for line in lines])
    return desk.comparing.compare(topic_id)


def test_figures_stand_in_the_measure_of_their_basis_and_one_that_states_none_in_its_own(desk: Desk) -> None:
    comparison = _filed(
        desk,
        "The tunnel costs £30m a year, the port said.",
        "The tunnel costs £900m over 30 years in total, the port said.",
        "Of the tunnel £70m was said.",
    )
    groups = {group.label.kind: [row.figure for row in group.rows] for group in comparison.groups}
    assert groups == {"Per year": ["£30m a year"], "Total, 30 years": ["£900m"], "Not stated": ["£70m"]}
    assert all(len(group.measures) == 1 and not group.measures[0].compares for group in comparison.groups)


def test_figures_that_can_all_be_true_make_one_camp_and_the_spread_stays_within_the_basis(desk: Desk) -> None:
    comparison = _filed(
        desk,
        "The tunnel costs £100m a year, Ada Fenwick said.",
        "The tunnel costs £101m a year, Bram Holt said.",
        "The tunnel will cost nearly £200m a year, the port said.",
        "The tunnel will cost more than £150m a year, a paper said. In total it costs £9bn over 40 years.",
        "The ferry company denied that the tunnel costs £400m a year.",
    )
    (measure,) = next(group for group in comparison.groups if group.label.kind == "Per year").measures
    assert [(camp.figures, camp.bounds, camp.articles, camp.origins) for camp in measure.camps] == [
        (("£101m a year", "£100m a year"), (), 2, 2),
        (("nearly £200m a year",), ("more than £150m a year",), 1, 1),
    ]
    assert (measure.camps[0].low, measure.camps[0].high) == (Decimal("100.5E6"), Decimal("101.5E6"))
    assert (measure.spread, measure.unmet, measure.left_out) == (2, (), 0)
    assert measure.said == (
        "2 camps: £101m a year (2 articles, 2 independent origins) · nearly £200m a year (1 article; more than £150m a "
        "year can be true too); the greatest is twice the least"
    )


def test_many_camps_are_told_by_their_ends_and_a_vast_spread_without_its_number(desk: Desk) -> None:
    prices = ("£1", "£20", "£700", "£9,000", "£300,000", "£40m", "£5bn")
    comparison = _filed(desk, *(f"The tunnel costs {price} a year, the port said." for price in prices))
    (measure,) = next(group for group in comparison.groups if group.label.kind == "Per year").measures
    assert len(measure.camps) == len(prices)
    assert measure.said == "7 camps from £1 a year to £5bn a year; the greatest is more than 1,000 times the least"


def test_outlets_that_quote_one_document_are_one_origin_of_the_figure(desk: Desk) -> None:
    comparison = _filed(
        desk,
        "The treaty puts the tunnel at £30m a year. Gulls screamed over the quay all morning.",
        "According to the treaty, the tunnel costs £30m a year. The mayor was away and could not be asked.",
        "Bram Holt said the tunnel costs £30m a year. He has dug two of them in the north.",
    )
    row = next(row for row in comparison.rows if row.figure == "£30m a year")
    assert row.articles == 3
    assert row.origins == len({"the treaty", "Bram Holt"})


def test_readers_comments_are_counted_beside_their_article_and_not_as_articles(desk: Desk) -> None:
    comments = "Comments\n\nAnn: The tunnel costs £40m a year.\n\nBo: The tunnel costs £30m a year.\n"
    comparison = _filed(desk, f"The tunnel costs £30m a year, the port said.\n\n{comments}")
    told = {row.figure: (row.articles, row.comments, row.origins) for row in comparison.rows}
    assert told == {"£30m a year": (1, 1, 1), "£40m a year": (0, 1, 1)}  # Bo repeats the article
    assert (comparison.articles, comparison.comments, comparison.origins) == (1, 2, 2)

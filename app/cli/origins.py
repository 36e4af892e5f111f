"""origins: which articles tell one story, and the analyst's word on it."""

import argparse
from contextlib import closing

from app.cli import printing
from app.cli.rooms import Rooms
from app.domain.wording import counted
from app.services.articles.origin_records import origin_json, story_json
from app.services.articles.origins import Origin, Related, Story


def origins(options: argparse.Namespace, rooms: Rooms) -> int:
    """List the origins that several articles share, after joining or splitting if asked to."""
    with closing(rooms.open(options.project)) as desk:
        if options.join:
            desk.origins.join(options.join)
        if options.split:
            desk.origins.split(options.split)
        if options.article:
            _print_story(desk.origins.of(options.article), as_json=options.json)
            return 0
        found = desk.origins.told_often()
        facets = desk.library.facets()
    for origin in found:
        _print_origin(origin, as_json=options.json)
    if not options.json:
        printing.say(f"{counted(facets.articles, 'article')}, {counted(facets.origins, 'independent origin')}")
    return 0


def _print_origin(origin: Origin, *, as_json: bool) -> None:
    if as_json:
        printing.record(origin_json(origin))
        return
    printing.say(f"{origin.words}: {counted(len(origin.articles), 'article')}")
    printing.table([_cells(one) for one in origin.articles], indent="  ")
    printing.say("")


def _print_story(story: Story, *, as_json: bool) -> None:
    if as_json:
        printing.record(story_json(story))
        return
    _print_origin(story.origin, as_json=False)
    if story.shares:
        printing.say("Shares passages with")
        printing.table([_cells(one) for one in story.shares], indent="  ")


def _cells(one: Related) -> list[str]:
    teller = one.teller
    return [teller.article_id, teller.outlet or "-", teller.published or "no date", teller.title, one.why or "first"]

"""Incident cards, one A4 page for each playbook: with power and network down the wall must be enough (I4, I5, S7)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.register.areas import AreaOnRecord
from frontdesk.domain.register.contacts import Contact, ContactKind
from frontdesk.domain.register.teams import Team, TeamOnRecord
from frontdesk.domain.register.things import Thing, ThingKind
from frontdesk.domain.runs.playbook import Playbook, PlaybookOnRecord, Step, each_of
from frontdesk.domain.values.clock import Millis
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.playbooks import came_from, every_one, post_of_step, time_of_step, when_of_step
from frontdesk.words.register import area_names, how_many
from frontdesk.words.teams import team_word
from frontdesk.words.times import long_time

_NUMBERS = 2
"""How many numbers of a kind a card has; the rest stands on the contact list."""
_ON_CARDS = frozenset({ThingKind.SUPPLY, ThingKind.EQUIPMENT})


class Register(NamedTuple):
    """What the register holds that stands on the cards."""

    contacts: Sequence[Contact]
    teams: Sequence[TeamOnRecord]
    things: Sequence[Thing]
    areas: Sequence[AreaOnRecord]


def as_html(playbooks: Iterable[PlaybookOnRecord], register: Register, policy: Policy, now: Millis) -> str:
    """Return the cards as one self-contained page for the browser, each on a sheet of its own."""
    return (
        environment()
        .get_template("cards.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            title=_("Incident cards"),
            store=policy.store_name,
            address=labelled(_("We are at (say it first on the phone)"), ""),
            where_things_are=_("Where things are"),
            places=list(_places(register)),
            printed=_("printed {at}").format(at=long_time(now, OpeningHours.of(policy).zone)),
            cards=[
                {
                    "title": found.playbook.title,
                    "first": found.playbook.first,
                    "numbers": list(_numbers(found.playbook, register.contacts)),
                    "teams": list(_teams(found.playbook, register.teams)),
                    "version": labelled(found.playbook.key, came_from(found)),
                }
                for found in playbooks
            ],
        )
    )


def _numbers(playbook: Playbook, contacts: Iterable[Contact]) -> Iterator[tuple[str, str, str]]:
    """Yield whom outside it may take to ring; where nobody is on the list there is room to write."""
    listed = [contact for contact in contacts if contact.in_use]
    for said in playbook.contacts:
        kind = ContactKind(said)
        found = [contact.details for contact in listed if contact.details.kind is kind][:_NUMBERS]
        for details in found:
            yield word(kind), details.name, details.phone
        if not found:
            yield word(kind), "", ""


def _teams(playbook: Playbook, teams: Iterable[TeamOnRecord]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Yield each team with who leads it and its steps; first the steps of no team."""
    alone = [step for step in playbook.steps if not step.team]
    if alone:
        yield _("Everybody"), "", [_step(playbook, step) for step in alone]
    for team in teams:
        steps = [_step(playbook, step) for step in playbook.steps if step.team == team.key]
        if steps:
            yield team_word(team.key, team.name), _leads(team), steps


def _leads(team: TeamOnRecord) -> str:
    people = [(_("leads"), team.leader), (_("stands in"), team.stand_in)]
    said = [" ".join(filter(None, (how, who.name, who.phone))) for how, who in people if who is not None]
    return " · ".join(said) or _("leads ________  stands in ________")


def _step(playbook: Playbook, step: Step) -> tuple[str, str]:
    post = post_of_step(step) if step.team != Team.COMMAND else ""
    told = (post, time_of_step(step), when_of_step(playbook, step))
    each = each_of(step.each)
    title = step.title.replace(each.in_title, every_one(each)) if each else step.title
    return title, " · ".join(filter(None, told))


def _places(register: Register) -> Iterator[tuple[str, str]]:
    """Yield for each area what is kept there of supplies and equipment: extinguishers, first aid, switches."""
    names = area_names(register.areas)
    order = list(names)
    kept = [
        thing
        for thing in register.things
        if thing.retired_at is None and thing.described.kind in _ON_CARDS and thing.described.area in names
    ]
    kept.sort(key=lambda thing: order.index(thing.described.area))
    for area, things in groupby(kept, key=lambda thing: thing.described.area):
        said = (" ".join(filter(None, (thing.name, _count(thing)))) for thing in things)
        yield names[area], _(", ").join(said)


def _count(thing: Thing) -> str:
    return how_many(thing._replace(described=thing.described._replace(least=None)))

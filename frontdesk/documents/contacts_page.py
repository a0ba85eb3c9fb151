"""The contact list as one HTML page for the wall: emergency numbers first, outside, teams, staff (S1, S6, S7)."""

from collections.abc import Sequence
from itertools import groupby

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.register.contacts import Contact
from frontdesk.domain.register.teams import TeamOnRecord
from frontdesk.domain.values.clock import Millis
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.register import contact_word
from frontdesk.words.teams import team_duty, team_word
from frontdesk.words.times import long_time

Row = tuple[str, ...]


def as_html(
    contacts: Sequence[Contact], teams: Sequence[TeamOnRecord], staff: Sequence[Person], policy: Policy, now: Millis
) -> str:
    """Return the list as a self-contained page for the browser."""
    used = [contact for contact in contacts if contact.in_use]
    return (
        environment()
        .get_template("contacts.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=_("Emergency contact list"),
            emergencies=[(contact_word(each), each.details.phone) for each in used if each.is_emergency],
            sections=[
                (
                    _("Outside"),
                    (_("sort"), _("its name"), _("phone"), _("when it is answered"), _("note")),
                    _outside(used),
                ),
                (_("Teams"), (_("team"), _("leads"), _("stands in"), _("other members")), _teams(teams)),
                (_("Staff"), (_("post"), _("name"), _("phone")), _staff(staff)),
            ],
            duties=[(team_word(team.key, team.name), team_duty(team.key, team.duty)) for team in teams],
            duties_of=_("What each team does"),
            printed=_("printed {at}").format(at=long_time(now, OpeningHours.of(policy).zone)),
        )
    )


def _outside(contacts: Sequence[Contact]) -> list[Row]:
    rows: list[Row] = []
    listed = [contact for contact in contacts if not contact.is_emergency]
    for kind, of_kind in groupby(listed, key=lambda contact: contact.details.kind):
        for place, contact in enumerate(of_kind):
            said = contact.details
            name = f"{said.name} ({_('backup')})" if said.is_backup else said.name
            rows.append(("" if place else word(kind), name, said.phone, said.hours, said.note))
    return rows


def _teams(teams: Sequence[TeamOnRecord]) -> list[Row]:
    return [
        (
            team_word(team.key, team.name),
            _reached(team.leader),
            _reached(team.stand_in),
            _(", ").join(_reached(person) for person in team.members[2:]) or "—",
        )
        for team in teams
    ]


def _staff(staff: Sequence[Person]) -> list[Row]:
    """Return the people from the top of the house down."""
    posts = list(Post)
    listed = sorted(staff, key=lambda person: (-posts.index(person.post), person.name))
    return [(word(person.post), person.name, person.phone or "—") for person in listed]


def _reached(person: Person | None) -> str:
    return "—" if person is None else " ".join(filter(None, (person.name, person.phone)))

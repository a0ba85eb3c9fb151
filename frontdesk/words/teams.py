"""The teams of an emergency in words: what each is called, what it does, who is in it (I3)."""

from collections.abc import Mapping

from frontdesk.domain.people.staff import Person
from frontdesk.domain.register.teams import Team
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word

_DUTIES: Mapping[Team, str] = {
    Team.COMMAND: N_("Takes command, decides, reports upward and to the authorities, and declares the end."),
    Team.RESCUE: N_("Saves people first, gives first aid, puts out a fire that is small, cuts off power and gas."),
    Team.EVACUATION: N_("Leads customers and staff out to the assembly point, and counts them there."),
    Team.CORDON: N_("Closes off the place, keeps the way in free for fire engine and ambulance, leads them in."),
    Team.COMMUNICATION: N_("Makes every call, inside and outside, keeps the record, and tells customers."),
    Team.SUPPLIES: N_("Brings what is needed: extinguishers, first aid, vehicles, tools; keeps it ready."),
    Team.AFTERMATH: N_("Cares for those hurt and for customers, speaks to the insurer, puts the place in order."),
}
"""As shipped."""


def team_word(key: str, name: str = "") -> str:
    """Return what a team is called."""
    return name or (word(Team(key)) if key in set(Team) else key)


def team_duty(key: Team, duty: str = "") -> str:
    """Return what a team does, in a sentence."""
    return duty or _(_DUTIES[key])


def member_line(person: Person, place: int) -> str:
    """Return who is in a team, and as what: the first leads it, the second stands in."""
    said = (_("leads"), _("stands in"))[place] if place < 2 else ""
    return "  ".join(filter(None, (person.name, word(person.post), person.phone, said)))

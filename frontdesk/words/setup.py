"""What the set-up asks and says, in the language in force."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from frontdesk.domain.people.roles import Role
from frontdesk.domain.policy.calendar import read_hours
from frontdesk.domain.policy.provinces import NAMES
from frontdesk.domain.setup.answers import bays, province
from frontdesk.domain.setup.draft import Draft, Newcomer, Step
from frontdesk.domain.setup.people import Gap, gaps
from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n
from frontdesk.words.doctor import SENTENCES
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.times import days_of_the_week

TITLES = {
    Step.STORE: N_("The store"),
    Step.PROVINCE: N_("Province"),
    Step.BAYS: N_("Pre-inspection bays"),
    Step.HOURS: N_("Opening hours"),
    Step.PEOPLE: N_("People"),
    Step.STATION: N_("This machine"),
    Step.CHECK: N_("Is everything right?"),
}

ABOUT = {
    Step.STORE: N_("The store's name, as it stands on screens, tickets and documents."),
    Step.PROVINCE: N_("Type the character that most plates here begin with, or the province's name, or touch it."),
    Step.BAYS: N_("The bays' names as they are painted there, with a blank between them."),
    Step.HOURS: N_(
        "Like 8:30-18:00; empty for a day that is not open. Closed days: 2026-02-17, or 2026-02-16~2026-02-22."
    ),
    Step.PEOPLE: N_("Whoever is called needs a phone. At least a service manager; others can come later (Ctrl+O)."),
    Step.STATION: N_("Which station is this machine?"),
    Step.CHECK: N_("Nothing is written before F10. All can be changed later at the manager console (Ctrl+W)."),
}

STATIONS = {
    StationKind.GUARD: N_("at the gate: cars come in and leave"),
    StationKind.RECEPTION: N_("service advisors: receiving, complaints"),
    StationKind.MANAGER: N_("answers prompts, decides, sees everything"),
    StationKind.WORKSHOP: N_("jobs, ready times, what the customer is to hear"),
    StationKind.LOUNGE: N_("a screen for customers: calls their numbers"),
}

_GAPS = {
    Role.MANAGER: N_("No service manager yet: prompts go to that person first."),
    Role.DEPUTY: N_(
        "No workshop supervisor, who stands in as deputy: after {minutes} minutes there is no deputy to call."
    ),
    Role.DIRECTOR: N_("No service director: after {minutes} minutes there is no director to call."),
}


def title(step: Step) -> str:
    """Return the title of a step with its number: Set-up · 2/7 Province."""
    place = list(Step).index(step) + 1
    return _("Set-up · {place}/{count} {title}").format(place=place, count=len(Step), title=_(TITLES[step]))


def province_name(character: str) -> str:
    """Return a province as 粤 广东, or 粤 Guangdong."""
    chinese, latin = NAMES[character]
    return f"{character} {chinese if i18n.language() == 'zh' else latin}"


def missing(people: tuple[Newcomer, ...]) -> Iterator[str]:
    """Yield what it means that somebody is missing, or cannot be phoned."""
    for gap in gaps(people):
        yield _gap(gap)


def _gap(gap: Gap) -> str:
    if gap.name:
        return _(SENTENCES["no_phone"]).format(name=gap.name)
    return _(_GAPS[gap.role]).format(minutes=gap.after_s // 60)


def hours_by_days(hours: Sequence[str]) -> str:
    """Return the hours with days alike put together: Mon–Fri 08:30-18:00, Sat–Sun closed."""
    days, said = days_of_the_week(), []
    for opens, group in groupby(enumerate(map(read_hours, hours)), key=lambda day: day[1]):
        alike = [days[place] for place, _opens in group]
        named = alike[0] if len(alike) == 1 else f"{alike[0]}–{alike[-1]}"
        said.append(f"{named} {opens or _('not open')}")
    return _(", ").join(said)


def summary(draft: Draft) -> list[tuple[str, str]]:
    """Return what was answered, each with its title."""
    people = [f"{person.name} {word(person.post)} {person.phone}".rstrip() for person in draft.people]
    return [
        (_(TITLES[Step.STORE]), draft.store_name),
        (_(TITLES[Step.PROVINCE]), province_name(province(draft.province))),
        (_(TITLES[Step.BAYS]), _(", ").join(bays(draft.bays))),
        (_(TITLES[Step.HOURS]), hours_by_days(draft.hours)),
        (_("Closed days"), draft.closed or "—"),
        (_(TITLES[Step.PEOPLE]), _(", ").join(people)),
        (_(TITLES[Step.STATION]), word(draft.station) if draft.station else "—"),
    ]

"""The text of a prompt: what is wrong, with the cars by name, and what this station must do now."""

from collections.abc import Sequence

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.clocks import DueClock
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.matters.due import OF_CUSTOMERS, Due
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Person
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.words.escalations.progress import how_it_ended, what_comes_next, who_has_it, who_has_the_crowd
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.matters import due_word, title_of
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import duration
from frontdesk.words.vocabulary.escalations import SHORT_ACTIONS
from frontdesk.words.zone import place_name


def situations(prompts: Sequence[Escalation], snapshot: Snapshot, now: Millis) -> str:
    """Return what is the matter, in one line for one kind: how many there are, and the longest by name."""
    first = prompts[0]
    count = len(prompts) + (snapshot.unshown if first.kind is Kind.COMPLAINT_DUE and first.state is State.RAISED else 0)
    customers = _customers(prompts, snapshot) if first.kind is Kind.DUE_MISSED else 0
    longest = max(prompts, key=lambda each: _length(each, snapshot, now))
    if 1 in {count, customers}:
        return situation(longest, snapshot, now)
    said = _(_SEVERAL_CUSTOMERS) if customers else _(_SEVERAL.get(first.kind, _SEVERAL_CASES))
    time = duration(_length(longest, snapshot, now))
    said = said.format(kind=word(first.kind), count=customers or count, time=time)
    return labelled(said, _named(longest, snapshot))


_SEVERAL = {
    Kind.LATE_RECEPTION: N_("{count} late, longest {time}"),
    Kind.OVER_STAY: N_("{count} over-stays, longest {time}"),
    Kind.DIVERSION_EXPIRED: N_("{count} long in the lounge, longest {time}"),
}
_SEVERAL_CASES = N_("{kind} ×{count}, latest by {time}")
_SEVERAL_CUSTOMERS = N_("{count} customers to tell, longest {time}")


def _customers(prompts: Sequence[Escalation], snapshot: Snapshot) -> int:
    """Return to how many customers something is owed; 0 where any of it is the store's own work, or is not known."""
    owed = [due_of(prompt, snapshot) for prompt in prompts]
    if not all(each is not None and each[1].name in OF_CUSTOMERS for each in owed):
        return 0
    return len({each[0].id for each in owed if each is not None})


def _length(escalation: Escalation, snapshot: Snapshot, now: Millis) -> Millis:
    """Return how long a car has been in the zone, a customer has waited, or a case is late."""
    car = None if escalation.kind is Kind.COMPLAINT_DUE else car_of(escalation, snapshot)
    if car is None:
        return max(0, now - escalation.crossed_at)
    return car.zone_time(now) if escalation.kind is Kind.OVER_STAY else car.customer_wait(now)


def _named(escalation: Escalation, snapshot: Snapshot) -> str:
    """Return which car or case it is."""
    if escalation.kind is Kind.COMPLAINT_DUE and (found := case_of(escalation, snapshot)):
        return f"{case_number(found[0].id)} {found[0].customer}".strip()
    if owed := due_of(escalation, snapshot):
        return f"{case_number(owed[0].id)} {title_of(owed[0])}"
    car = car_of(escalation, snapshot)
    if car is None:
        return show_plate(escalation.plate)
    ticket = f" {car.ticket}" if escalation.kind is Kind.DIVERSION_EXPIRED else ""
    return f"{show_plate(escalation.plate)}{ticket} {place_name(car.place)}"


def car_of(escalation: Escalation, snapshot: Snapshot) -> Car | None:
    """Return the car an escalation is about, or None (an over-count, a complaint, a car that is gone)."""
    return snapshot.floor.find(escalation.plate) if escalation.plate else None


def title(escalation: Escalation, snapshot: Snapshot) -> str:
    """Return what is wrong, in a word or two."""
    if escalation.kind is Kind.OVER_COUNT:
        return f"{word(escalation.kind)} {snapshot.floor.count}/{snapshot.policy.over_count}"
    return word(escalation.kind)


def crowd_line(snapshot: Snapshot, now: Millis) -> str:
    """Return the over-count with who has it and what comes next; "" while the zone is not over (Z5)."""
    who, crowd = who_has_the_crowd(snapshot), snapshot.over_count
    if not who:
        return ""
    over = f"{word(Kind.OVER_COUNT)} {snapshot.floor.count}/{snapshot.policy.over_count}"
    comes = what_comes_next(crowd, snapshot, now) if crowd else ""
    return " · ".join(filter(None, (labelled(over, who), comes)))


def particulars(escalation: Escalation, snapshot: Snapshot, now: Millis) -> str:
    """Return which cars or which case it is about."""
    if escalation.kind is Kind.OVER_COUNT:
        return " ".join(show_plate(car.plate) for car in snapshot.floor.in_zone)
    if escalation.kind is Kind.COMPLAINT_DUE:
        return _which_case(escalation, snapshot, now)
    if escalation.kind is Kind.INCIDENT:
        return _which_incident(escalation, snapshot)
    if owed := due_of(escalation, snapshot):
        matter, due = owed
        late = duration(now - due.due_at)
        return f"{case_number(matter.id)} {word(matter.kind)} {title_of(matter)} {due_word(due)} +{late}"
    car = car_of(escalation, snapshot)
    if car is None:
        return show_plate(escalation.plate)
    time = duration(car.zone_time(now))
    if escalation.kind in {Kind.LATE_RECEPTION, Kind.DIVERSION_EXPIRED}:
        time = _("waits {time}").format(time=duration(car.customer_wait(now)))
    ticket = f" {car.ticket}" if escalation.kind is Kind.DIVERSION_EXPIRED else ""
    return f"{show_plate(escalation.plate)}{ticket} {place_name(car.place)} {time}"


def _which_incident(escalation: Escalation, snapshot: Snapshot) -> str:
    from frontdesk.words.incidents import numbered  # noqa: PLC0415 - a station opens without it

    found = snapshot.incident(escalation.subject.number)
    number = case_number(escalation.subject.number)
    if found is None:
        return number
    # Who has the command stands in the line above, as long as it goes on.
    return f"{numbered(found)} · {word(found.level)}"


def situation(escalation: Escalation, snapshot: Snapshot, now: Millis) -> str:
    """Return what is wrong, with the cars by name, for the panel, the decision and the record."""
    found = snapshot.incident(escalation.subject.number) if escalation.kind is Kind.INCIDENT else None
    if found is not None and found.is_drill:
        # Its first word says that it is one.
        return particulars(escalation, snapshot, now)
    return labelled(title(escalation, snapshot), particulars(escalation, snapshot, now))


def case_of(escalation: Escalation, snapshot: Snapshot) -> tuple[Case, DueClock] | None:
    """Return the case and the clock of an escalation, or None if they are not in the picture."""
    for case in snapshot.complaints:
        for clock in case.clocks:
            if escalation.subject == Subject.of_clock(clock.id):
                return case, clock
    return None


def due_of(escalation: Escalation, snapshot: Snapshot) -> tuple[Matter, Due] | None:
    """Return the matter and what is owed for it that an escalation is about, or None where it is about neither."""
    dues = ((matter, due) for matter in snapshot.matters for due in matter.dues)
    return next((each for each in dues if escalation.subject == Subject.of_due(each[1].id)), None)


def _which_case(escalation: Escalation, snapshot: Snapshot, now: Millis) -> str:
    found = case_of(escalation, snapshot)
    if found is None:
        return show_plate(escalation.plate)
    case, clock = found
    drill = _("DRILL") if case.is_drill else ""
    late = f"+{duration(now - clock.due_at)}"
    return " ".join(filter(None, (drill, case_number(case.id), case.customer, word(clock.name), late)))


_VERBS = {
    Kind.INCIDENT: N_("Ctrl+X opens it"),
    Kind.LATE_RECEPTION: N_("F6 receive now · F8 seen"),
    Kind.COMPLAINT_DUE: N_("F8 open the case"),
    Kind.DUE_MISSED: N_("F8 open the matter"),
    Kind.DIVERSION_EXPIRED: N_("F8 renew or bring back"),
}


def todo(
    escalation: Escalation, snapshot: Snapshot, station: StationKind, now: Millis, *, brief: bool = False, listed: bool
) -> str:
    """Return what this station must do now; "" where that is nothing.

    `brief`: whoever is to be told is named without what they are. `listed`: in the list of all prompts, where the
    station's other keys do nothing.
    """
    if escalation.state is State.CLEARED:
        return ""
    if escalation.kind is Kind.LATE_RECEPTION and (listed or station is StationKind.GUARD):
        return _("F8 seen")
    if escalation.kind in _VERBS:
        return _(_VERBS[escalation.kind])
    if escalation.state is State.RAISED and station is not StationKind.MANAGER:
        return "" if escalation.is_told else _fetch(escalation, snapshot, station, now, brief=brief)
    return _("F8 decide") if escalation.state is not State.ACTED and station is StationKind.MANAGER else ""


def meanwhile(escalation: Escalation, snapshot: Snapshot, station: StationKind, now: Millis) -> str:
    """Return who has it, and what follows if nobody does anything; "" where its key says all."""
    if escalation.state is State.CLEARED:
        return how_it_ended(escalation)
    if escalation.kind in _VERBS:
        return ""
    comes = what_comes_next(escalation, snapshot, now)
    if escalation.state is State.RAISED and station is not StationKind.MANAGER:
        if not escalation.is_told:
            return ""
        role, _person = _whom(escalation, snapshot, now)
        told = _("{who} told the {role}").format(who=escalation.told_by, role=word(role))
        return f"{told} · {comes}"
    parts = [] if escalation.state is State.RAISED else [who_has_it(escalation)]
    if escalation.state is State.ACTED and escalation.action is not None:
        parts = [labelled(escalation.acted_by, _(SHORT_ACTIONS[escalation.action]))]
        open_tasks = sum(task.escalation == escalation.id for task in snapshot.tasks)
        parts += [_("{count} to do").format(count=open_tasks)] if open_tasks else []
    return " · ".join(filter(None, (*parts, comes)))


def _whom(escalation: Escalation, snapshot: Snapshot, now: Millis) -> tuple[Role, Person | None]:
    """Return who is to be told: the role, and the person who has it now."""
    return snapshot.roster.to_fetch(escalation.plan.stage(max(1, escalation.level)).decider, now)


def _fetch(escalation: Escalation, snapshot: Snapshot, station: StationKind, now: Millis, *, brief: bool) -> str:
    role, person = _whom(escalation, snapshot, now)
    if person is None:
        return _("tell the {role} now, then F8").format(role=word(role))
    if brief or (station is StationKind.GUARD and role is Role.MANAGER):
        return _("tell {name} {phone} now, then F8").format(name=person.name, phone=person.phone)
    return _("tell {role} {name} {phone} now, then F8").format(role=word(role), name=person.name, phone=person.phone)

"""The prompt panel: what must be done now, one line each with its verb. It never takes the focus: it eats no key."""

from frontdesk.domain.clock import SECOND, Millis
from frontdesk.domain.complaints import Complaint, DueClock
from frontdesk.domain.escalations import Escalation, Kind, State, for_station
from frontdesk.domain.plates import show_plate
from frontdesk.domain.snapshot import Snapshot
from frontdesk.domain.staff import Person, StationKind, person_to_tell
from frontdesk.domain.zone import Car
from frontdesk.i18n import N_, _
from frontdesk.wording import case_number, duration, labelled, place_name, short_time, word
from screens.lines import Line, Span, ends, fit
from screens.picture import Picture
from screens.status import store_zone

SETTLE: Millis = 700
"""A prompt answers nothing this long after it came up: what is pressed then was meant for something else."""

SHOWN = 4
SHOWN_LOW = 2
"""How many prompts are shown at a time; the second in a low window, where the board needs the room."""

_LOW = 30
"""A window with fewer rows is low."""


def car_of(escalation: Escalation, shot: Snapshot) -> Car | None:
    """Return the car an escalation is about, or None (an over-count, a complaint, a car that is gone)."""
    return shot.floor.find(escalation.plate) if escalation.plate else None


def title(escalation: Escalation, shot: Snapshot) -> str:
    """Return what is the matter, in a word or two."""
    if escalation.kind is Kind.OVER_COUNT:
        return f"{word(escalation.kind)} {shot.floor.count}/{shot.policy.over_count}"
    return word(escalation.kind)


def particulars(escalation: Escalation, shot: Snapshot, now: Millis) -> str:
    """Return which cars or which case it is about."""
    if escalation.kind is Kind.OVER_COUNT:
        return " ".join(show_plate(car.plate) for car in shot.floor.in_zone)
    if escalation.kind is Kind.COMPLAINT_DUE:
        return _which_case(escalation, shot, now)
    car = car_of(escalation, shot)
    if car is None:
        return show_plate(escalation.plate)
    time = duration(car.zone_time(now))
    if escalation.kind is Kind.LATE_RECEPTION:
        time = _("waits {time}").format(time=duration(now - car.arrived_at))
    return f"{show_plate(escalation.plate)} {place_name(car.place)} {time}"


def situation(escalation: Escalation, shot: Snapshot, now: Millis) -> str:
    """Return what is the matter, with the cars by name: for the panel, the decision and the record."""
    return labelled(title(escalation, shot), particulars(escalation, shot, now))


def case_of(escalation: Escalation, shot: Snapshot) -> tuple[Complaint, DueClock] | None:
    """Return the case and the clock an escalation is about, or None where they are not in the picture."""
    for case in shot.complaints:
        for clock in case.clocks:
            if escalation.subject == f"clock:{clock.id}":
                return case, clock
    return None


def _which_case(escalation: Escalation, shot: Snapshot, now: Millis) -> str:
    found = case_of(escalation, shot)
    if found is None:
        return show_plate(escalation.plate)
    case, clock = found
    late = duration(now - clock.due_at)
    return f"{case_number(case.id)} {case.customer} {word(clock.name)} +{late}"


_VERBS = {
    Kind.LATE_RECEPTION: N_("F6 receive now"),
    Kind.COMPLAINT_DUE: N_("F8 open the case"),
}


def verb(escalation: Escalation, station: StationKind, staff: tuple[Person, ...]) -> str:
    """Return what this station is to do now."""
    if station is StationKind.GUARD:
        person = person_to_tell(staff)
        if person is None:
            return _("tell the service manager now, then F8")
        return _("tell {name} {phone} now, then F8").format(name=person.name, phone=person.phone)
    if escalation.kind in _VERBS:
        return _(_VERBS[escalation.kind])
    if escalation.action is not None:
        return _("{who} acted: {action}").format(who=escalation.acted_by, action=word(escalation.action))
    if escalation.state is State.ACKNOWLEDGED:
        return _("{who} has it; F8 decide").format(who=escalation.acknowledged_by)
    return _("F8 decide")


class PromptPanel(Picture):
    """The open prompts of this station, the most urgent first."""

    def __init__(self, station: StationKind) -> None:
        super().__init__(id="prompts")
        self._station = station
        self._up_since: dict[int, Millis] = {}
        self._told: tuple[str, Millis] | None = None

    def prompts(self) -> tuple[Escalation, ...]:
        """Return what this station has to answer."""
        if self.snapshot is None:
            return ()
        return for_station(self.snapshot.escalations, self._station, self.snapshot.policy, self.now)

    def ready(self, escalation: Escalation, monotonic: Millis) -> bool:
        """Whether a prompt has been up long enough for a key to be meant for it. Both times are the machine's."""
        return monotonic - self._up_since.get(escalation.id, monotonic) >= SETTLE

    def note(self, monotonic: Millis) -> list[Escalation]:
        """Take note of which prompts are up at a machine time; return those that are new."""
        shown = {escalation.id: escalation for escalation in self.prompts()}
        fresh = [escalation for number, escalation in shown.items() if number not in self._up_since]
        gone = [number for number in self._up_since if number not in shown]
        self._up_since = {number: self._up_since.get(number, monotonic) for number in shown}
        if gone and self.snapshot is not None:
            self._say_who_was_first(gone)
        return fresh

    def build(self, width: int) -> list[Line]:
        """Return a line for each prompt, or one that says that there is none."""
        shot = self.snapshot
        prompts = self.prompts()
        if shot is None or not prompts:
            return [self._quiet(width)]
        zone = store_zone(shot)
        lines: list[Line] = []
        room = SHOWN if self.screen.size.height >= _LOW else SHOWN_LOW
        for escalation in prompts[:room]:
            since = short_time(escalation.crossed_at, zone, self.now)
            todo = Span(f" ▸ {verb(escalation, self._station, shot.staff)} ", "prompt")
            said = Span(f" ‼ {since} {situation(escalation, shot, self.now)} ", "prompt")
            lines.append(ends([said], [todo], width, "prompt"))
        if len(prompts) > room:
            more = _("and {count} more").format(count=len(prompts) - room)
            lines.append(fit([Span(f"   {more}", "prompt")], width, "prompt"))
        return lines

    def _quiet(self, width: int) -> Line:
        if self._told and self.now - self._told[1] < 60 * SECOND:
            return fit([Span(f" {self._told[0]}", "ok")], width)
        return fit([Span(" " + _("no prompts"), "dim")], width)

    def _say_who_was_first(self, gone: list[int]) -> None:
        assert self.snapshot is not None
        zone = store_zone(self.snapshot)
        for number in gone:
            escalation = self.snapshot.escalation(number)
            if escalation is None:
                continue
            name = f"{word(escalation.kind)} {show_plate(escalation.plate)}".strip()
            if escalation.action is not None:
                at, done = short_time(escalation.acted_at or 0, zone), word(escalation.action)
                text = _("{name}: {who} acted at {at}: {action}")
                text = text.format(name=name, who=escalation.acted_by, at=at, action=done)
            elif escalation.cleared_at is not None:
                text = _("{name}: over at {at}").format(name=name, at=short_time(escalation.cleared_at, zone))
            elif escalation.acknowledged_at is not None:
                at = short_time(escalation.acknowledged_at, zone)
                text = _("{name}: {who} has it since {at}").format(name=name, who=escalation.acknowledged_by, at=at)
            else:
                who = escalation.told_by
                text = _("{name}: told by {who}").format(name=name, who=who)
            self._told = (text, self.now)
        self.redraw()

"""The whole picture at one moment: what every station shows is computed from it and the time."""

from typing import NamedTuple

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.search import CaseCounts
from frontdesk.domain.copies.copying import Copying
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.limits import ticket_breaches, zone_breaches
from frontdesk.domain.escalations.next_call import next_due
from frontdesk.domain.escalations.open_steps import OpenStep, to_be_done
from frontdesk.domain.escalations.panel import Row, rows
from frontdesk.domain.escalations.prompts import for_station
from frontdesk.domain.escalations.reach import Reach
from frontdesk.domain.escalations.seen import Sighting, has_seen
from frontdesk.domain.escalations.tasks import MOVES, Task
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.figures.today import Today
from frontdesk.domain.gates import Unsure
from frontdesk.domain.incidents.incident import Incident, incident_breaches
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.lounge import Ticket
from frontdesk.domain.matters.due import due_breaches
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.messages.message import Message
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.staff import Person
from frontdesk.domain.picture.in_line import Waiting, in_line
from frontdesk.domain.picture.team_steps import stands_at
from frontdesk.domain.picture.unreadable import Unreadable
from frontdesk.domain.picture.workshop_calls import is_awaited
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.progress.progress import Progress, is_quiet
from frontdesk.domain.register.teams import TeamOnRecord
from frontdesk.domain.stations.presence import Presence
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.running_time import ClockSet
from frontdesk.domain.values.store_time import StoreTime
from frontdesk.domain.weather.forecast import NO_WEATHER, Weather
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.offers import Offer, offers


class Snapshot(NamedTuple):
    """Everything the stations show, read in one transaction; replaced on every change, never altered."""

    seq: int
    policy: Policy
    floor: Floor
    escalations: tuple[Escalation, ...]
    """The open escalations, oldest crossing first.

    Of missed clocks only the first `DUE_SHOWN` are here, those that nobody has taken on before the others.
    """
    complaints: tuple[Case, ...]
    """The open cases, next due first; the first `COMPLAINTS_SHOWN` of them."""
    due_counts: CaseCounts
    """How many cases are open, and how many open or closed ones wait for something, when this was read."""
    roster: Roster
    """The staff list, and who is on duty."""
    recent: tuple[Happened, ...]
    """The latest entries, newest first."""
    pace: StoreTime | None
    closed: tuple[Escalation, ...]
    """The escalations cleared last, newest first: to say who was first."""
    unexplained: tuple[Escalation, ...]
    """The latest escalations that ended without anybody acting and without anybody having said why."""
    count_unexplained: int
    """How many those are; of more than `UNEXPLAINED_COUNTED` one more than that."""
    seen: tuple[Sighting, ...]
    """Who has seen what still stands, and is not asked about it again."""
    tasks: tuple[Task, ...]
    """The errands from decisions that are not done yet."""
    tickets: tuple[Ticket, ...]
    """The call tickets in force, in the order they were handed out."""
    presence: Presence
    next_clock: Millis | None
    """When the next complaint clock that has no escalation yet is due."""
    waiting: tuple[Escalation, ...]
    """Of missed clocks whose escalations wait for the same thing, the one that is due first."""
    unshown: int
    """How many missed clocks that nobody has taken on are not among the escalations here."""
    count_escalations: int
    """The number of open escalations, including those not listed here."""
    passed_over: tuple[str, ...] = ()
    """The parts of the policy on record that this version does not understand."""
    clock_set: ClockSet | None = None
    """When the machine's clock was found set last."""
    unreadable: tuple[Unreadable, ...] = ()
    """What is on record of all this and cannot be shown as it is."""
    camera: tuple[Unsure, ...] = ()
    """What a camera at the gate was not sure of lately, the latest first."""
    matters: tuple[Matter, ...] = ()
    """The open matters, next due first; the first `MATTERS_SHOWN` of them, each with what is owed for it first."""
    repairs: tuple[Progress, ...] = ()
    """The cars in repair, the earliest promise first."""
    messages: tuple[Message, ...] = ()
    """What people have to tell somebody, in that order; the first `MESSAGES_SHOWN` of it."""
    count_messages: int = 0
    """How many those are in all."""
    message_passes_at: Millis | None = None
    """When the time of a message that waits is over."""
    sends_at: Millis | None = None
    """When a program has something to send."""
    today: Today | None = None
    """Today in figures, as it was reckoned last."""
    agenda_at: Millis | None = None
    """When time alone brings something next that is no due."""
    incidents: tuple[Incident, ...] = ()
    """The incidents that are not over, and those that ended in the last moments."""
    copying: Copying | None = None
    """How it stands with the copies; None where nothing is planned."""
    steps: tuple[OpenStep, ...] = ()
    """The steps of the teams that are to be done now, or that somebody is at; the first `STEPS_SHOWN` of them."""
    teams: tuple[TeamOnRecord, ...] = ()
    """Who is in each team, while there are such steps."""
    weather: Weather = NO_WEATHER
    """What is published of today's weather and of the days after it."""

    def now(self, machine_time: Millis) -> Millis:
        """Return the store's time at a machine time."""
        return machine_time if self.pace is None else self.pace.at(machine_time)

    def has_news(self, now: Millis) -> bool:
        """Whether time alone has brought something not yet on record, which is worth a transaction.

        Either a limit was crossed, a situation is over, somebody is to be called, or the agenda has something.
        """
        if self.agenda_at is not None and now >= self.agenda_at:
            return True
        if self.message_passes_at is not None and now >= self.message_passes_at:
            return True
        owed = due_breaches((due for matter in self.matters for due in matter.dues), now)
        wrong = incident_breaches(self.incidents)
        breaches = (*wrong, *zone_breaches(self.floor, self.policy, now), *ticket_breaches(self.tickets, now), *owed)
        standing = {(e.kind, e.subject) for e in self.escalations if e.kind is not Kind.COMPLAINT_DUE}
        if {(breach.kind, breach.subject) for breach in breaches} != standing:
            return True
        if self.next_clock is not None and now > self.next_clock:
            return True
        of_zone = (escalation for escalation in self.escalations if escalation.kind is not Kind.COMPLAINT_DUE)
        waits = (next_due(escalation, self.reach, now) for escalation in (*of_zone, *self.waiting))
        return any(due is not None and due.at <= now for due in waits)

    def prompts(self, station: StationKind, now: Millis, who: str = "") -> tuple[Escalation, ...]:
        """Return what a station has to show, the most urgent first, but what whoever works there has seen."""
        found = for_station(self.escalations, self.closed, station, self.policy, now)
        return tuple(prompt for prompt in found if not has_seen(prompt, self.seen, station, who))

    def unshown_at(self, station: StationKind) -> int:
        """Return how many more prompts for missed clocks a station that looks after cases would have to show."""
        return self.unshown if station in {StationKind.RECEPTION, StationKind.MANAGER} else 0

    def tasks_at(self, station: StationKind, now: Millis) -> tuple[Task, ...]:
        """Return what a station was asked to do, in the order it was asked."""
        workshop = self.presence.is_there(StationKind.WORKSHOP, now)
        return tuple(task for task in self.tasks if task.station(workshop=workshop) is station)

    def steps_at(self, station: StationKind, now: Millis, who: str = "") -> tuple[OpenStep, ...]:
        """Return the steps of teams whose people work at a station, what somebody there is at first (I3)."""
        if not self.steps:
            return ()
        workshop = self.presence.is_there(StationKind.WORKSHOP, now)
        mine = (each for each in self.steps if stands_at(each, station, who, self.teams, workshop=workshop))
        return to_be_done(mine, who)

    def rescues_at(self, station: StationKind) -> tuple[Matter, ...]:
        """Return the rescues that the workshop lists from the call on, what is owed first at their head (R2)."""
        return tuple(filter(is_awaited, self.matters)) if station is StationKind.WORKSHOP else ()

    @property
    def over_count(self) -> Escalation | None:
        """The over-count that stands, where it is on record."""
        return next((escalation for escalation in self.escalations if escalation.kind is Kind.OVER_COUNT), None)

    @property
    def reach(self) -> Reach:
        """Whom a call reaches."""
        return Reach(self.roster, self.presence)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Who can be guided from the lane into a bay that is free, the longest wait first."""
        return offers(self.floor, {task.visit_id for task in self.tasks if task.errand in MOVES})

    def rows(self, station: StationKind, now: Millis, who: str = "") -> tuple[Row, ...]:
        """Return what a station is asked, line by line, but what whoever works there has seen."""
        decides = self.decides(station, who, now)
        asked = self.prompts(station, now, who), self.tasks_at(station, now), self.offers
        return rows(*asked, station, decides=decides, steps=self.steps_at(station, now, who))

    def count_asked(self, station: StationKind, now: Millis, who: str = "") -> int:
        """Return how many things a station is to answer, listed or not."""
        asked = (row for row in self.rows(station, now, who) if row.has_a_key)
        return sum(len(row.items) for row in asked) + self.unshown_at(station)

    def decides(self, station: StationKind, who: str, now: Millis) -> bool:
        """Whether a crowding is decided on at a station; elsewhere whoever was called is told of it (Z1, Z5)."""
        if station is StationKind.RECEPTION:
            return self.roster.may_decide(who, now)
        return station is StationKind.MANAGER

    @property
    def open_complaints(self) -> int:
        """How many cases are open, drills aside."""
        return self.due_counts.open

    @property
    def listed_complaints(self) -> int:
        """How many open cases the queue lists, including drills."""
        return self.due_counts.open + self.due_counts.drills

    def queue(self, now: Millis) -> tuple[Waiting, ...]:
        """Return the open cases, matters and messages in one line, next due first; those with nothing due come last.

        Before these stands what waits for a person without a time: a draft, a text that could not be sent. A car in
        repair is among them once its customer is to be told something.
        """
        return in_line((*self.complaints, *self._matters_at(now), *self.messages))

    def listed_in_queue(self, now: Millis) -> int:
        """Return how many lines the queue has in all."""
        return self.listed_complaints + len(self._matters_at(now)) + self.count_messages

    def _matters_at(self, now: Millis) -> tuple[Matter, ...]:
        return tuple(matter for matter in self.matters if not is_quiet(matter, now))

    @property
    def staff(self) -> tuple[Person, ...]:
        """The staff list."""
        return self.roster.staff

    def escalation(self, number: int) -> Escalation | None:
        """Return an escalation by its number, open or lately closed."""
        return next((e for e in (*self.escalations, *self.closed) if e.id == number), None)

    def incident(self, number: int) -> Incident | None:
        """Return an incident that is not over, or ended only now."""
        return next((each for each in self.incidents if each.id == number), None)

    def latest_of(self, prompt: int) -> Escalation | None:
        """Return the latest crossing of a prompt, open or lately closed."""
        found = [e for e in (*self.escalations, *self.closed) if e.prompt == prompt]
        return max(found, key=lambda e: e.id, default=None)

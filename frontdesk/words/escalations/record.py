"""The record of an escalation in words: who was told when, how late, what was done about it, how it ended."""

from collections.abc import Callable, Iterable
from datetime import tzinfo

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.escalations.tasks import Errand
from frontdesk.domain.escalations.terms import CALLS, NO_STATION, NOBODY, Action, LineKind, Outcome, Why
from frontdesk.domain.lounge import ticket_name
from frontdesk.domain.people.roles import Role
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import MINUTE, SECOND, Millis, to_datetime
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.places import Place
from frontdesk.words.escalations.progress import what_comes_next, who_has_it
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import as_far_as_known, word, word_of
from frontdesk.words.phrases import At, case_number, labelled
from frontdesk.words.times import clock_time, duration
from frontdesk.words.zone import place_name

_UNDELIVERED = {NOBODY: N_("not delivered: nobody is known for it"), NO_STATION: N_("not delivered: no station open")}

Facts = dict[str, object]


def name_of(escalation: Escalation) -> str:
    """Return the name of an escalation: over-stay 苏A·12345."""
    return " ".join(filter(None, (word(escalation.kind), show_plate(escalation.plate))))


def moment(at: Millis, zone: tzinfo, day: Millis) -> str:
    """Return an instant to the second, with the date in front if it is not on `day`."""
    date = to_datetime(at, zone).date()
    return clock_time(at, zone) if date == to_datetime(day, zone).date() else f"{date} {clock_time(at, zone)}"


def step_words(step: RecordLine, places: Iterable[Place]) -> str:
    """Return one line of the record: called · deputy 李强 · late 0:05 · delivered."""
    if step.kind in CALLS:
        whom = " ".join(filter(None, (word_of(Role, step.role), step.who)))
        heard = _("delivered") if step.delivered else _(_UNDELIVERED.get(step.detail, N_("not delivered")))
        late = _("late {time}").format(time=duration(step.late)) if step.late >= SECOND else ""
        return " · ".join(filter(None, (word(step.kind), whom, late, heard)))
    facts = step.facts
    names = {place.key: place_name(place) for place in places}
    # Who noted that it was over, or that it began again, did nothing about it.
    who = "" if step.kind in {LineKind.CLEARED, LineKind.AGAIN} else step.who
    role = word_of(Role, step.role) if step.role else ""
    has_details = bool(facts) and step.kind in _DETAILS
    details = as_far_as_known(lambda: _DETAILS[step.kind](facts, names)) if has_details else []
    what = _("owed again: called anew") if step.kind is LineKind.AGAIN and not facts else word(step.kind)
    return " · ".join(filter(None, (what, who, role, *details)))


def _decided(facts: Facts, names: dict[str, str]) -> list[str]:
    cars = facts.get("cars")
    action = word_of(Action, str(facts["action"]))
    told = [_car(car, names, action) for car in cars if isinstance(car, dict)] if isinstance(cars, list) else []
    return [action, *told]


def _car(car: Facts, names: dict[str, str], action: str) -> str:
    place, ticket, gained = str(car.get("place", "")), car.get("ticket"), car.get("gained_s")
    minutes = max(1, round(gained * SECOND / MINUTE)) if isinstance(gained, int) and gained else 0
    plate, where = show_plate(str(car.get("plate", ""))), names.get(place, place)
    parts = [
        plate if action.endswith(where) else f"{plate} → {where}",
        ticket_name(ticket) if isinstance(ticket, int) and ticket else "",
        _("saves about {minutes} min").format(minutes=minutes) if minutes else "",
    ]
    return _(", ").join(filter(None, parts))


def _done(facts: Facts, names: dict[str, str]) -> list[str]:
    place, car = str(facts.get("place", "")), show_plate(str(facts.get("plate", "")))
    return [f"{car} → {names.get(place, place)}"] if place else [word_of(Errand, str(facts["errand"])), car]


def _ended(outcome: str) -> list[str]:
    return [] if outcome == Outcome.CLEARED else [word_of(Outcome, outcome)]


_DETAILS: dict[LineKind, Callable[[Facts, dict[str, str]], list[str]]] = {
    LineKind.TOLD: lambda facts, names: [str(facts.get("person", ""))],
    LineKind.ACTED: _decided,
    LineKind.DONE: _done,
    LineKind.CLEARED: lambda facts, names: _ended(str(facts["outcome"])),
    LineKind.AGAIN: lambda facts, names: [case_number(int(str(facts["continues"])))],
    LineKind.UNDONE: lambda facts, names: [word_of(LineKind, str(facts["kind"]))],
    LineKind.EXPLAINED: lambda facts, names: [word_of(Why, str(facts["why"]))],
}
"""The details of a line, by its kind."""


def head(escalation: Escalation, snapshot: Snapshot, now: Millis, zone: tzinfo) -> list[str]:
    """Return what it is, when the limit was crossed, and how it ended or stands."""
    late = escalation.raised_at - escalation.crossed_at
    text = _("crossed at {at}, on record {time} later") if late >= SECOND else _("crossed at {at}")
    crossed = text.format(at=moment(escalation.crossed_at, zone, now), time=duration(late))
    return [f"{case_number(escalation.id)} · {name_of(escalation)}", crossed, ending(escalation, snapshot, now, zone)]


def ending(escalation: Escalation, snapshot: Snapshot, now: Millis, zone: tzinfo) -> str:
    """Return how it ended and after how long, or who has it and what comes next."""
    lasting = duration(escalation.lasted(now))
    if escalation.cleared_at is None or escalation.outcome is None:
        stands = _("stands for {time}").format(time=lasting)
        level = _("level {number}").format(number=escalation.level)
        parts = (stands, level, who_has_it(escalation), what_comes_next(escalation, snapshot, now))
        return " · ".join(filter(None, parts))
    over = _("{outcome} at {at}, after {time}").format(
        outcome=word(escalation.outcome), at=moment(escalation.cleared_at, zone, now), time=lasting
    )
    acted = who_acted(escalation)
    why = labelled(escalation.explained_by, word(escalation.why)) if escalation.why else ""
    return " · ".join(filter(None, (over, acted, why)))


def who_acted(escalation: Escalation) -> str:
    """Return who decided and what; "" if nobody did."""
    if escalation.action is None:
        return ""
    return _("{who} acted: {action}").format(who=escalation.acted_by, action=word(escalation.action))


def crossing(escalation: Escalation, at: At) -> str:
    """Return a crossing as evidence: No. 3 · over-stay 苏A·12345 · crossed 10:42 (Z8)."""
    crossed = _("crossed {at}").format(at=at(escalation.crossed_at))
    return " · ".join((case_number(escalation.id), name_of(escalation), crossed))


def handling(escalation: Escalation, now: Millis) -> str:
    """Return how long a crossing stood, or has stood so far, how it ended, and who acted on it."""
    lasting = duration(escalation.lasted(now))
    if escalation.outcome is None:
        stood = _("stands for {time}").format(time=lasting)
    else:
        stood = _("{outcome} after {time}").format(outcome=word(escalation.outcome), time=lasting)
    acted = who_acted(escalation) or (word(escalation.why) if escalation.why else _("nobody acted"))
    return " · ".join((stood, acted))


def crossing_line(escalation: Escalation, now: Millis, at: At) -> str:
    """Return a crossing and its outcome in one line."""
    return " · ".join((crossing(escalation, at), handling(escalation, now)))

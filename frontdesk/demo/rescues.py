"""The rescue of the demo's morning: the call, the plan, its consent and signature, the road, and what came of it."""

from collections.abc import Callable

from frontdesk.demo.script import Line
from frontdesk.desk import approvals, parts
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling
from frontdesk.desk.rescues import calls, planning, road
from frontdesk.desk.rescues import rescues as on_record
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.parts.part import PartState
from frontdesk.domain.parts.typed import read_names, read_parts
from frontdesk.domain.rescues.checks import PlanTyped, present_plan
from frontdesk.domain.rescues.rescue import CallForm, Rescue
from frontdesk.domain.rescues.terms import Hurt, RescueOutcome, Stands
from frontdesk.domain.values.clock import MINUTE
from frontdesk.words import rescues as words

Act = Callable[[Desk, Line, Rescue], Result | None]


def _call(desk: Desk, line: Line) -> Result:
    said = line.details
    form = CallForm(
        said["place"], Stands.SHOULDER, Hurt.NOBODY, line.plate, said["model"], int(said["km"]), said["customer"],
        said["symptom"],
    )  # fmt: skip
    return calls.take(desk, form, said["phone"])


def _plan(desk: Desk, line: Line, rescue: Rescue) -> Result:
    said = line.details
    typed = PlanTyped(
        int(said["travel"]), int(said["minutes"]), said["leader"], read_names(said["crew"]), said["jobs"],
        int(said["least"]), int(said["most"]), read_parts(said["parts"]), cautions=said["cautions"],
    )  # fmt: skip
    return planning.plan(desk, rescue.id, typed)


def _agree(desk: Desk, line: Line, rescue: Rescue) -> Result:
    return planning.consent(desk, rescue.id, line.details["words"])


def _sign(desk: Desk, _line: Line, rescue: Rescue) -> Result:
    return approvals.sign(desk, rescue.id)


def _hand(desk: Desk, _line: Line, rescue: Rescue) -> Result | None:
    """Hand out every part that is still waited for."""
    answer = None
    for part in rescue.missing:
        answer = parts.step(desk, part.id, PartState.HANDED)
    return answer


def _leave(desk: Desk, line: Line, rescue: Rescue) -> Result:
    snapshot, plan = desk.snapshot(), present_plan(rescue, None)
    eta = desk.now() + plan.travel * MINUTE
    phone = next((person.phone for person in snapshot.staff if person.name == plan.leader), "")
    tell = words.departure_text(rescue, eta, OpeningHours.of(snapshot.policy).zone, phone)
    return road.depart(desk, rescue.id, tell, eta=eta, vehicle=line.details["vehicle"])


def _told(desk: Desk, _line: Line, rescue: Rescue) -> Result | None:
    """The customer was rung up, and knows when the team comes."""
    owed = next((each for each in telling.of_matter(desk, rescue.id) if each.is_open), None)
    return telling.told(desk, owed.id) if owed else None


def _word(desk: Desk, line: Line, rescue: Rescue) -> Result:
    return road.contact(desk, rescue.id, line.details["words"])


def _there(desk: Desk, _line: Line, rescue: Rescue) -> Result:
    return road.arrive(desk, rescue.id)


def _checked(desk: Desk, _line: Line, rescue: Rescue) -> Result:
    return road.check(desk, rescue.id, as_planned=True)


def _came(desk: Desk, line: Line, rescue: Rescue) -> Result:
    return road.result(desk, rescue.id, RescueOutcome(line.details["outcome"]))


def _of_rescue(act: Act) -> Callable[[Desk, Line], Result | None]:
    """Do it with the rescue of the line's car, where it goes on."""

    def do(desk: Desk, line: Line) -> Result | None:
        found = next((each for each in on_record.open_ones(desk) if each.form.plate == line.plate), None)
        return act(desk, line, found) if found else None

    return do


_STEPS: dict[str, Act] = {
    "rescue_plan": _plan,
    "rescue_agreed": _agree,
    "rescue_signed": _sign,
    "rescue_parts": _hand,
    "rescue_left": _leave,
    "rescue_told": _told,
    "rescue_word": _word,
    "rescue_there": _there,
    "rescue_checked": _checked,
    "rescue_came": _came,
}
ACTIONS: dict[str, Callable[[Desk, Line], Result | None]] = {
    "rescue": _call,
    **{name: _of_rescue(act) for name, act in _STEPS.items()},
}

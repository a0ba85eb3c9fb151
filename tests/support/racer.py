"""One station in a process of its own: it does what it is told on a line of JSON, at the instant it is told.

Run: racer.py STATION WHO. A line that names a store opens it instead of the one before; none: closes that.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from frontdesk.desk import approvals, lounge, penalties, plates, undo, zone
from frontdesk.desk.appointments import booking
from frontdesk.desk.cases import page, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.desk.incidents import commanding, reporting
from frontdesk.desk.meetings import items, meetings
from frontdesk.desk.messages import telling
from frontdesk.desk.register import fitness, things
from frontdesk.desk.rosters import absences, changes, planning, publishing
from frontdesk.desk.runs import runs
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.register.things import Described, ThingKind
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import Plate

COMMANDS: dict[str, Callable[..., Any]] = {
    "arrive": zone.arrive,
    "move": zone.move,
    "leave": zone.leave,
    "correct_plate": plates.correct,
    "undo": undo.undo,
    "acknowledge": handling.acknowledge,
    "act": lambda desk, number, action, plate, seen=None: decisions.act(
        desk, number, Action(action), (plate,), seen=seen
    ),
    "done": tasks.done,
    "call": lounge.call,
    "no_show": lounge.no_show,
    "bring_back": lounge.bring_back,
    "evaluate": handling.evaluate,
    "take": lambda desk, number, step, note, operation=None: steps.take(desk, number, CaseStep(step), note, operation),
    "show_phone": page.show_phone,
    "told": telling.told,
    "no_answer": telling.no_answer,
    "thing_out": lambda desk, number, why: fitness.out(desk, number, why=why),
    "thing_add": lambda desk, name: things.add(desk, Described(ThingKind.TOOL, name)),
    "thing_count": things.count,
    "propose": penalties.propose,
    "sign": penalties.sign,
    "book": lambda desk, at, plate: booking.book(desk, NewAppointment(at, Plate(plate))),
    "report": lambda desk, kind, place, **more: reporting.report(desk, IncidentKind(kind), place, **more),
    "take_back": reporting.take_back,
    "take_command": commanding.take,
    "step_take": runs.take,
    "step_done": runs.done,
    "meeting_hold": meetings.hold,
    "meeting_cancel": meetings.cancel,
    "meeting_done": lambda desk, number, words, item=None: items.done(desk, number, words, item=item),
    "meeting_again": lambda desk, number, until, why, item=None: items.again(desk, number, until, why, item=item),
    "roster_submit": publishing.submit,
    "roster_sign": approvals.sign,
    "roster_set": lambda desk, number, day, who, shift: planning.set_turn(
        desk, number, date.fromisoformat(day), who, shift
    ),
    "roster_swap": lambda desk, day, who, other, back=None: changes.swap(
        desk, date.fromisoformat(day), who, other, back and date.fromisoformat(back)
    ),
    "roster_take_over": lambda desk, day, who, shift: changes.take_over(desk, date.fromisoformat(day), who, shift),
    "sick": lambda desk, who, day: absences.add(desk, who, date.fromisoformat(day), date.fromisoformat(day), "病假"),
}


def carry_out(desk: Desk, order: dict[str, Any]) -> dict[str, Any]:
    while time.monotonic() < order["begin"]:
        pass
    try:
        answer = COMMANDS[order["command"]](desk, *order["args"], **order["more"])
    except FrontdeskError as error:
        return {"refused": error.reason.value, "facts": {name: str(value) for name, value in error.facts.items()}}
    return {"answer": answer and asdict(answer)}


def main(station: str, who: str) -> None:
    clock = ManualClock(0)
    desk: Any = None
    with ExitStack() as opened:
        for line in sys.stdin:
            order = json.loads(line)
            if "store" in order:
                opened.close()
                desk = order["store"] and opened.enter_context(
                    Desk.open(Path(order["store"]), Actor(station, who), clock)
                )
                print("ready", flush=True)
            else:
                clock.at = order["now"]
                print(json.dumps(carry_out(desk, order)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

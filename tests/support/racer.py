"""One station in a process of its own: it does what it is told on a line of JSON, at the instant it is told.

Run: racer.py STORE STATION WHO.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from frontdesk.desk import lounge, penalties, plates, undo, zone
from frontdesk.desk.cases import page, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import FrontdeskError

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
    "propose": penalties.propose,
    "sign": penalties.sign,
}


def carry_out(desk: Desk, order: dict[str, Any]) -> dict[str, Any]:
    while time.monotonic() < order["begin"]:
        pass
    try:
        answer = COMMANDS[order["command"]](desk, *order["args"], **order["more"])
    except FrontdeskError as error:
        return {"refused": error.reason.value, "facts": {name: str(value) for name, value in error.facts.items()}}
    return {"answer": answer and asdict(answer)}


def main(store: Path, station: str, who: str) -> None:
    clock = ManualClock(0)
    with Desk.open(store, Actor(station, who), clock) as desk:
        print("ready", flush=True)
        for line in sys.stdin:
            order = json.loads(line)
            clock.at = order["now"]
            print(json.dumps(carry_out(desk, order)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])

"""`frontdesk gate list`, `add`, `remove` and `test` (Z4)."""

from argparse import Namespace

from frontdesk.commands.gates import results
from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk import gates
from frontdesk.domain.gates import SHOWN_FOR, Direction, Gate, GateReason, Outcome, Read
from frontdesk.domain.values.clock import MINUTE
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, {"list": _list, "add": _add, "remove": _remove, "test": _test}[args.verb], results)


def _list(session: Session) -> int:
    found = gates.everyone(session.desk)
    if session.args.json:
        output.say_json({"gates": [{"name": gate.name, "direction": gate.direction} for gate in found]})
    else:
        output.say("\n".join(labelled(gate.name, word(gate.direction)) for gate in found) or _("There is no gate yet."))
    return 0


def _add(session: Session) -> int:
    args = session.args
    direction = Direction.BOTH if args.direction is None else read_choice(Direction, args.direction)
    done, token = gates.add(session.desk, args.name, direction, args.operation)
    if not token:
        return session.tell(done, _("its address was told then"))
    path = f"/gate/{token}"
    if args.json:
        output.say_json({"name": done.facts["name"], "direction": direction, "path": path})
        return 0
    said = _("the camera reports to {path} at the machine of frontdesk serve; this is told only now")
    return session.tell(done, said.format(path=path))


def _remove(session: Session) -> int:
    return session.tell(gates.remove(session.desk, session.args.name, session.args.operation))


def _test(session: Session) -> int:
    """Do what a camera's report would do."""
    args = session.args
    gate = next((gate for gate in gates.everyone(session.desk) if gate.name == args.name), None)
    if gate is None:
        raise Refused(GateReason.NO_GATE, name=args.name)
    read = Read(args.plate)
    outcome = gates.take(session.desk, gate, read)
    if args.json:
        output.say_json({"outcome": outcome, "plate": args.plate})
    else:
        output.say(_told(session, gate, read, outcome))
    return 0


def _told(session: Session, gate: Gate, read: Read, outcome: Outcome) -> str:
    """Return what was read, and what became of it, in sentences."""
    snapshot = session.desk.snapshot()
    plate = read.plate(snapshot.policy.province)
    if outcome is Outcome.UNSURE:
        said = _(
            "Gate {gate} read: {text}. That is not certain enough: no car was registered. The guard's station shows it"
            " for {minutes} minutes; → in the empty box takes it over."
        )
    elif outcome is Outcome.AGAIN:
        said = _(
            "Gate {gate} read: {plate}. Nothing was done: this car passed less than a minute ago, or it is already"
            " where this gate would bring it."
        )
    elif snapshot.floor.find(plate):
        said = _("Gate {gate} read: {plate}. This car was registered: it has arrived.")
    else:
        said = _("Gate {gate} read: {plate}. This car was registered: it has left.")
    text = read.shown or _("no plate")
    return said.format(gate=gate.name, text=text, plate=show_plate(plate), minutes=SHOWN_FOR // MINUTE)

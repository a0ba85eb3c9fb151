"""`frontdesk gate list`, `add`, `remove` and `test` (Z4)."""

from argparse import Namespace

from frontdesk.commands.gates import results
from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk import gates
from frontdesk.domain.gates import Direction, GateReason, Read
from frontdesk.domain.values.errors import Refused
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
    outcome = gates.take(session.desk, gate, Read(args.plate))
    if args.json:
        output.say_json({"outcome": outcome, "plate": args.plate})
    else:
        output.say(labelled(args.plate, word(outcome)))
    return 0

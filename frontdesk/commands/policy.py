"""`frontdesk policy show` and `load`."""

from argparse import Namespace
from dataclasses import asdict
from functools import partial

from frontdesk.commands import output
from frontdesk.commands.session import Session, on_store
from frontdesk.desk import policy as policies
from frontdesk.domain.policy import Policy
from frontdesk.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.step == "show":
        return on_store(args, _show)
    # Read before the store is opened: a file that is not right creates none.
    policy = policies.from_file(args.file)
    return on_store(args, partial(_load, policy=policy), create=True)


def _show(session: Session) -> int:
    if session.args.json:
        output.say_json(asdict(session.snapshot.policy))
    else:
        output.say(policies.to_toml(session.snapshot.policy).rstrip("\n"))
    return 0


def _load(session: Session, policy: Policy) -> int:
    answer = policies.load(session.desk, policy, session.args.operation)
    if answer is not None:
        return session.tell(answer)
    if session.args.json:
        output.say_json({"done": None})
    else:
        output.say(_("This policy is in force already."))
    return 0

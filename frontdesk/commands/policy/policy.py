"""`frontdesk policy show` and `load`."""

from argparse import Namespace
from dataclasses import asdict

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk import policy as policies
from frontdesk.words.i18n import _
from frontdesk.words.policy import comments


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb == "show":
        return on_store(args, _show)
    if not args.store.exists():
        # Read before the store is opened: a file that is not right creates none.
        policies.from_file(args.file)
    return on_store(args, _load, create=True)


def _show(session: Session) -> int:
    if session.args.json:
        output.say_json(asdict(session.snapshot.policy))
    else:
        output.say(policies.to_toml(session.snapshot.policy, comments()).rstrip("\n"))
    return 0


def _load(session: Session) -> int:
    """Put the numbers in the file into force; all others stay as they are."""
    policy = policies.from_file(session.args.file, session.snapshot.policy)
    result = policies.load(session.desk, policy, session.args.operation)
    if result is not None:
        return session.tell(result)
    if session.args.json:
        output.say_json({"done": None})
    else:
        output.say(_("Nothing was changed: what the file names is in force already."))
    return 0

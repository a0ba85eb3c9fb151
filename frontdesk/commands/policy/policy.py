"""`frontdesk policy show` and `load`."""

from argparse import Namespace
from dataclasses import asdict, replace
from enum import StrEnum

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk import policy as policies
from frontdesk.domain.cases.case import CaseKind, Channel
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Refused
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


def _by_key(policy: Policy) -> Policy:
    """Return a policy whose lists hold keys: 电话 is the entry phone that comes with the program, and no other."""
    kinds, channels = (
        tuple(dict.fromkeys(str(_entry(entry, known)) for entry in entries))
        for entries, known in ((policy.kinds, CaseKind), (policy.channels, Channel))
    )
    return replace(policy, kinds=kinds, channels=channels)


def _entry(text: str, known: type[StrEnum]) -> str:
    try:
        return read_choice(known, text)
    except Refused:
        return text


def _show(session: Session) -> int:
    if session.args.json:
        output.say_json(asdict(session.snapshot.policy))
    else:
        output.say(policies.to_toml(session.snapshot.policy, comments()).rstrip("\n"))
    return 0


def _load(session: Session) -> int:
    """Put the numbers in the file into force; all others stay as they are."""
    policy = _by_key(policies.from_file(session.args.file, session.snapshot.policy))
    result = policies.load(session.desk, policy, session.args.operation)
    if result is not None:
        return session.tell(result)
    if session.args.json:
        output.say_json({"done": None})
    else:
        output.say(_("Nothing was changed: what the file names is in force already."))
    return 0

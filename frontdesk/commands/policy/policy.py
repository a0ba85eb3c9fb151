"""`frontdesk policy show` and `load`."""

from argparse import Namespace
from dataclasses import asdict, replace
from typing import Any

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.policy import results
from frontdesk.desk import policy as policies
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import folded
from frontdesk.words.every_language import keys_by_name
from frontdesk.words.i18n import _
from frontdesk.words.policy.form import ENTRIES
from frontdesk.words.policy.meanings import comments
from frontdesk.words.refusals.sentence import sentence


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb == "show":
        return on_store(args, _show)
    if not args.store.exists():
        # Read before the store is opened: a file that is not right creates none.
        _, wrong = policies.from_file(args.file)
        if wrong:
            return say_faults(args, wrong)
    return on_store(args, _load, results, create=True)


def by_key(policy: Policy) -> Policy:
    """Return a policy whose lists hold keys: 电话 is the entry phone that comes with the program, and no other."""
    entries: dict[str, Any] = {}
    for name, known in ENTRIES.items():
        keys = keys_by_name(known)
        entries[name] = tuple(dict.fromkeys(keys.get(folded(entry), entry) for entry in getattr(policy, name)))
    return replace(policy, **entries)


def _show(session: Session) -> int:
    if session.args.json:
        output.say_json(asdict(session.snapshot.policy))
    else:
        output.say(policies.to_toml(session.snapshot.policy, comments()).rstrip("\n"))
    return 0


def _load(session: Session) -> int:
    """Put the numbers in the file into force; all others stay as they are."""
    present = session.snapshot.policy
    policy, wrong = policies.from_file(session.args.file, present)
    if wrong:
        return say_faults(session.args, wrong)
    result = policies.load(session.desk, by_key(policy), session.args.operation, present=present)
    if result is not None:
        return session.tell(result)
    if session.args.json:
        output.say_json({"done": None})
    else:
        output.say(_("Nothing was changed: what the file names is in force already."))
    return 0


def say_faults(args: Namespace, wrong: list[InputError]) -> int:
    """Say everything that is not right in the file, each with what would be right."""
    if len(wrong) == 1:
        return output.refuse(args, wrong[0])
    said = [sentence(fault) for fault in wrong]
    count = _("Faults found: {count}. Nothing was changed.").format(count=len(wrong))
    if args.json:
        listed = [
            {"error": fault.reason, "key": fault.facts["key"], "message": text}
            for fault, text in zip(wrong, said, strict=True)
        ]
        output.say_json({"error": wrong[0].reason, "message": count, "faults": listed})
    for text in said:
        output.warn(text)
    return output.fail(count)

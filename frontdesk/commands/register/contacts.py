"""`frontdesk contacts`: whom outside to ring, and the contact list to print (S1, S7)."""

from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.printed import print_page
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.register import results
from frontdesk.desk.register import contacts
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.contacts import Contact, ContactKind, Details, found_by
from frontdesk.words.i18n import _
from frontdesk.words.register import contact_line, contact_word
from frontdesk.words.times import iso_time


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in _ACTS:
        return carry_out(args, _ACTS[args.verb], results)
    return on_store(args, _print if args.verb == "print" else _list)


def _list(session: Session) -> int:
    args, now = session.args, session.desk.now()
    days = session.snapshot.policy.contact_call_days
    kind = args.kind and read_choice(ContactKind, args.kind)
    found = [
        contact
        for contact in contacts.listed(session.desk)
        if (not kind or contact.details.kind is kind) and (not args.to_call or contact.is_to_call(now, days))
    ]
    if args.json:
        output.say_json_list("contacts", (_as_json(session, contact) for contact in found))
        return 0
    for contact in found:
        output.say(contact_line(contact, session.zone, now, days))
    if not found:
        output.say(_("No such contact is on the list."))
    return 0


def _print(session: Session) -> int:
    from frontdesk.documents import filing  # noqa: PLC0415 - seldom asked for

    return print_page(session, lambda: filing.of_contacts(session.desk).page)


def _contact(session: Session) -> Contact:
    every = contacts.listed(session.desk)
    return found_by(session.args.contact, every, map(contact_word, every))


def _said(session: Session, was: Details) -> Details:
    args = session.args
    typed = {
        "kind": args.kind and read_choice(ContactKind, args.kind),
        "phone": args.phone,
        "hours": args.hours,
        "note": args.note,
        "is_backup": None if args.backup is None else args.backup == "yes",
    }
    return was._replace(**{name: value for name, value in typed.items() if value is not None})


def _add(session: Session) -> Result:
    said = _said(session, Details(ContactKind.SUPPLIER, session.args.contact))
    return contacts.add(session.desk, said, session.args.operation)


def _set(session: Session) -> Result:
    contact, name = _contact(session), session.args.name
    was = contact.details if name is None else contact.details._replace(name=name)
    return contacts.change(session.desk, contact.key, _said(session, was), session.args.operation)


def _remove(session: Session) -> Result:
    return contacts.take_off(session.desk, _contact(session).key, session.args.operation)


def _again(session: Session) -> Result:
    return contacts.put_back(session.desk, _contact(session).key, session.args.operation)


def _called(session: Session) -> Result:
    return contacts.called(session.desk, _contact(session).key, session.args.operation)


_ACTS: dict[str, Callable[[Session], Result]] = {
    "add": _add,
    "set": _set,
    "remove": _remove,
    "again": _again,
    "called": _called,
}


def _as_json(session: Session, contact: Contact) -> dict[str, object]:
    said, now = contact.details, session.desk.now()
    return {
        "key": contact.key,
        "kind": said.kind,
        "name": contact_word(contact),
        "phone": said.phone,
        "hours": said.hours or None,
        "note": said.note or None,
        "backup": said.is_backup,
        "emergency": contact.is_emergency,
        "called_at": iso_time(contact.called_at, session.zone),
        "called_by": contact.called_by or None,
        "to_call": contact.is_to_call(now, session.snapshot.policy.contact_call_days),
        "in_use": contact.in_use,
    }

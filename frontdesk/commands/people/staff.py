"""`frontdesk staff list`, `add`, `change`, `remove` and `pin` (S1, S2)."""

from argparse import Namespace

from rich.cells import cell_len

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.kit.tables import padded
from frontdesk.commands.people import results
from frontdesk.desk.people import pins, staff
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.phones import parse_phone
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    steps = {"list": _list, "add": _add, "change": _change, "remove": _remove, "pin": _pin}
    return on_store(args, steps[args.verb], results, create=args.verb == "add")


def _list(session: Session) -> int:
    # From the top, as the staff list on the wall has them.
    people = sorted(session.snapshot.staff, key=lambda person: -list(Post).index(person.post))
    if session.args.json:
        listed = [{"name": person.name, "post": person.post, "phone": person.phone} for person in people]
        output.say_json({"staff": listed})
    elif not people:
        output.say(_("Nobody is on the staff list yet: frontdesk staff add NAME --post manager --phone NUMBER"))
    else:
        rows = [(person.name, word(person.post), person.phone) for person in people]
        widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
        output.say("\n".join(padded(row, widths) for row in rows))
    return 0


def _add(session: Session) -> int:
    args = session.args
    post = read_choice(Post, args.post)
    done = staff.add(session.desk, args.name, post, args.phone, args.operation)
    return session.tell(done, *_said(post, args.phone))


def _said(post: Post | None, phone: str | None) -> list[str]:
    """Return what was typed of a person besides the name."""
    return [*([word(post)] if post else []), *([parse_phone(phone)] if phone else [])]


def _change(session: Session) -> int:
    args = session.args
    post = None if args.post is None else read_choice(Post, args.post)
    done = staff.change(session.desk, args.name, post=post, phone=args.phone, operation=args.operation)
    return session.tell(done, *_said(post, args.phone))


def _remove(session: Session) -> int:
    return session.tell(staff.remove(session.desk, session.args.name, session.args.operation))


def _pin(session: Session) -> int:
    """Give a person a first PIN, which is told once: nothing keeps it."""
    done, pin = pins.give(session.desk, session.args.name, session.args.operation)
    if not pin:
        return session.tell(done, _("the PIN was told then; without --operation a new one is given"))
    if session.args.json:
        output.say_json({"name": done.facts["name"], "pin": pin})
        return 0
    said = _("first PIN {pin}, told only now: {name} signs in with it (Ctrl+O) and chooses another")
    return session.tell(done, said.format(pin=pin, name=done.facts["name"]))

"""`frontdesk incidents roll-call`, `mark`, `list-on-paper`: people and cars are counted (I4, I16)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.printed import print_page
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.roll_calls import results
from frontdesk.commands.roll_calls.as_json import as_json
from frontdesk.desk.roll_calls import counting, reading
from frontdesk.domain.journal.result import Result
from frontdesk.domain.roll_calls.roll_call import Mark, Subject
from frontdesk.words.i18n import _
from frontdesk.words.roll_calls import round_lines


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb == "list-on-paper":
        return on_store(args, _print)
    if args.verb == "roll-call" and args.show:
        return on_store(args, _show)
    if args.verb == "mark":
        args.mark = read_choice(Mark, args.mark)
        args.car = args.car or args.mark in {Mark.MOVED_OUT, Mark.STAYS}
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk = session.args, session.desk
    if args.verb == "mark":
        entry = reading.meant(reading.last_of(desk, args.number), args.name, car=args.car)
        return counting.mark(
            desk, args.number, entry.key, args.mark, words=args.words, operation=args.operation
        )  # fmt: skip
    if args.end:
        return counting.end(desk, args.number, args.operation)
    if args.add is not None:
        is_staff = any(person.name == args.add for person in session.snapshot.staff)
        subject = Subject.PERSON if is_staff else Subject.VISITOR
        return counting.add(desk, args.number, subject, args.add, args.operation)
    return counting.start(desk, args.number, visitors=args.visitors, operation=args.operation)


def _show(session: Session) -> int:
    rounds = reading.of_matter(session.desk, session.args.number)
    if session.args.json:
        output.say_json_list("roll_calls", (as_json(each, session.zone) for each in rounds))
        return 0
    if not rounds:
        output.say(_("Nobody was counted yet."))
    for line in round_lines(rounds[-1], session.snapshot.floor.places, session.zone) if rounds else ():
        output.say(line)
    return 0


def _print(session: Session) -> int:
    from frontdesk.documents import roll_call_page  # noqa: PLC0415 - seldom asked for

    desk, number = session.desk, session.args.number

    def page() -> str:
        found = reading.expected_now(desk) if number is None else reading.last_of(desk, number)
        return roll_call_page.as_html(found, session.snapshot.policy, session.snapshot.floor.places, desk.now())

    return print_page(session, page)

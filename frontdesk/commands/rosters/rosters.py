"""`frontdesk roster`: who works when (S2, S8)."""

from argparse import Namespace
from datetime import timedelta

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.progress import Bar, progress
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.rosters import results
from frontdesk.commands.rosters.as_json import board_json, gap_json, version_json
from frontdesk.commands.rosters.choices import read_day, read_shift_key, read_version, version_of
from frontdesk.desk.rosters import changes, needs_by_hand, planning, publishing, reading, solver
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.proposal import Step
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.version import RosterState, Version
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code
from frontdesk.words.holidays import title_with
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.rosters.grid import grid_lines
from frontdesk.words.rosters.lines import gap_lines, proposal_line, version_line
from frontdesk.words.trainings import certificate_key

FREE, AUTO, NONE = "-", "auto", "-"


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    looks = {"list": _list, "show": _show, "gaps": _gaps, "export": _export}
    if args.verb is None or args.verb in looks:
        return on_store(args, looks.get(args.verb or "list", _list))
    acts = {"plan": _plan, "need": _need, "set": _set, "swap": _swap, "publish": _publish}
    return carry_out(args, acts[args.verb], results)


def _list(session: Session) -> int:
    found = reading.versions(session.desk)
    return output.say_list(
        session.args, "rosters", map(version_json, found),
        (version_line(version) for version in found), _("No roster was begun: frontdesk roster plan FIRST LAST."),
    )  # fmt: skip


def _show(session: Session) -> int:
    board = reading.board(session.desk, read_version(session, session.args.roster).id)
    if session.args.json:
        output.say_json(board_json(board))
        return 0
    for line in (title_with(version_line(board.version), board.unknown_years), *grid_lines(board)):
        output.say(line)
    return 0


def _gaps(session: Session) -> int:
    board = reading.board(session.desk, read_version(session, session.args.roster).id)
    found = list(board.gaps())
    if session.args.json:
        output.say_json_list("gaps", map(gap_json, found))
        return 0
    if not found:
        output.say(_("Nobody is missing.") if board.needs else _("No shift of this roster says yet whom it needs."))
    for line in gap_lines(board):
        output.say(line)
    return 0


def _plan(session: Session) -> Result | int:
    """Begin the roster of these days, or go on with the one there is; then have it proposed."""
    args, desk = session.args, session.desk
    first, last = read_day(session, args.first), read_day(session, args.last)
    there = [each for each in reading.versions(desk) if (each.first, each.last) == (first, last)]
    if there and args.empty:
        raise Refused(RosterReason.ROSTER_OVERLAPS, number=there[0].id, first=first, last=last, state=there[0].state)
    begun = None if there else planning.begin(desk, first, last, args.operation)
    number = begun.number if begun else there[0].id
    if begun and (args.empty or not solver.is_there()):
        if not args.empty:
            output.warn(sentence(Refused(RosterReason.PLANNING_EXTRA), typed=True))
        return begun
    with progress(args, _("roster")) as bar:
        proposal = planning.proposed(desk, number, _telling(bar))
    result = planning.take(
        desk, number, proposal, f"{args.operation}-2" if begun and args.operation else args.operation
    )
    return session.tell(begun or result, proposal_line(proposal))


def _telling(bar: Bar) -> solver.Say:
    def tell(step: Step) -> None:
        bar(max(0, step.part - 1), step.of)

    return tell


def _need(session: Session) -> Result:
    args = session.args
    first = read_day(session, args.day)
    last = first if args.until is None else read_day(session, args.until)
    if last < first:
        raise Refused(RosterReason.NEED_DAYS, first=first, last=last)
    version = _of_day(session, args.day)
    shift, post = read_shift_key(session, args.shift), read_choice(Post, args.post)
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    asked = args.certificate and certificate_key("" if args.certificate == NONE else args.certificate)
    typed = [needs_by_hand.Typed(day, shift, post, args.least, args.why, asked) for day in days]
    return needs_by_hand.set_needs(session.desk, version.id, typed, args.operation)


def _set(session: Session) -> Result:
    args, desk = session.args, session.desk
    day, version = read_day(session, args.day), _of_day(session, args.day)
    post = None if args.post is None else read_choice(Post, args.post)
    typed = clean_code(args.shift).lower()
    if version.state is RosterState.PUBLISHED:
        if typed in {FREE, AUTO}:
            raise Refused(RosterReason.PUBLISHED_STAYS, number=version.id)
        key = read_shift_key(session, args.shift)
        return changes.take_over(desk, day, args.person, key, post=post, operation=args.operation)
    shift = {FREE: "", AUTO: None}[typed] if typed in {FREE, AUTO} else read_shift_key(session, args.shift)
    return planning.set_turn(desk, version.id, day, args.person, shift, post=post, operation=args.operation)


def _swap(session: Session) -> Result:
    args = session.args
    other_day = None if args.other_day is None else read_day(session, args.other_day)
    day = read_day(session, args.day)
    return changes.swap(session.desk, day, args.person, args.other, other_day, operation=args.operation)


def _publish(session: Session) -> Result:
    version = read_version(session, session.args.roster)
    result = publishing.submit(session.desk, version.id, session.args.operation)
    board = reading.board(session.desk, version.id)
    for line in gap_lines(board):
        output.warn(line)
    return result


def _export(session: Session) -> int:
    from frontdesk.commands.rosters import exporting  # noqa: PLC0415 - seldom asked for

    board = reading.board(session.desk, read_version(session, session.args.roster).id)
    return exporting.export(session, board)


def _of_day(session: Session, text: str) -> Version:
    """Return the version a typed day is in. Raises `Refused(NO_ROSTER)`."""
    found = version_of(reading.versions(session.desk), read_day(session, text))
    if found is None:
        raise Refused(RosterReason.NO_ROSTER, number=text)
    return found

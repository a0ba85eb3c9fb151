"""`frontdesk things import` and `frontdesk contacts import`: a list taken in, line by line (S3, S7)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.register import areas, importing
from frontdesk.desk.register.importing import Taken
from frontdesk.documents import register_tables
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.register.contacts import ContactKind
from frontdesk.domain.register.things import ThingKind
from frontdesk.domain.values.text import folded
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.register import shipped_areas


def run(args: Namespace) -> int:
    """Take the file; return the exit code, 1 if a line was not taken."""
    return on_store(args, _things if args.command == "things" else _contacts)


def _things(session: Session) -> int:
    args = session.args
    today = OpeningHours.of(session.snapshot.policy).day_of(session.desk.now())
    kind = read_choice(ThingKind, args.kind) if args.kind else None
    read = register_tables.things_of(args.file, _area_names(session), today, kind)
    lines = () if args.all_or_nothing and read.problems else read.things
    taken = importing.take_things(session.desk, lines, whole=args.all_or_nothing, operation=args.operation)
    return _tell(session, taken._replace(problems=(*read.problems, *taken.problems)))


def _contacts(session: Session) -> int:
    args = session.args
    kind = read_choice(ContactKind, args.kind) if args.kind else None
    read = register_tables.contacts_of(args.file, kind)
    lines = () if args.all_or_nothing and read.problems else read.contacts
    taken = importing.take_contacts(session.desk, lines, whole=args.all_or_nothing, operation=args.operation)
    return _tell(session, taken._replace(problems=(*read.problems, *taken.problems)))


def _area_names(session: Session) -> dict[str, str]:
    """Return the key of each area by whatever it is called in either language."""
    shipped = shipped_areas()
    every = areas.listed(session.desk)
    called = {folded(name): area.key for area in every for name in (area.key, *shipped.get(area.key, ()))}
    return called | {folded(area.name): area.key for area in every if area.name}


def _tell(session: Session, taken: Taken) -> int:
    problems = sorted(taken.problems, key=lambda problem: problem.line)
    if session.args.json:
        told = [
            {"line": each.line, "error": each.why.reason, "message": sentence(each.why, session.zone)}
            for each in problems
        ]
        output.say_json({"done": "import", "new": taken.new, "known": taken.known, "problems": told})
        return 1 if problems else 0
    output.say(_("new {new} · on the register already {known}").format(new=taken.new, known=taken.known))
    if problems:
        output.say(_("Lines not taken: {count}").format(count=len(problems)))
    for each in problems:
        said = sentence(each.why, session.zone)
        output.say(_("line {number}: {problem}").format(number=each.line, problem=said))
    if problems and session.args.all_or_nothing:
        output.say(_("Nothing was taken: every line has to be right (--all-or-nothing)."))
    return 1 if problems else 0

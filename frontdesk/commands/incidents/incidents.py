"""`frontdesk incidents`: when something goes wrong (I1–I17)."""

from argparse import Namespace

from frontdesk.commands.incidents import results
from frontdesk.commands.incidents.as_json import incident_json, shown_json
from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.desk.incidents import commanding, knowing, places, reading, reporting
from frontdesk.domain.incidents.incident import Fact, IncidentKind, Level
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code, folded
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words import i18n
from frontdesk.words.every_language import in_every_language
from frontdesk.words.i18n import _
from frontdesk.words.incidents import entry_line, heading, hurt_words, obstacles_words
from frontdesk.words.lookup import word
from frontdesk.words.register import area_word
from frontdesk.words.times import clock_time


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    if args.verb == "show":
        return on_store(args, _show)
    if "kind" in args:
        args.kind = read_choice(IncidentKind, args.kind)
    if "level" in args:
        args.level = read_choice(Level, args.level)
    if "fact" in args:
        args.fact = tuple(read_choice(Fact, each) for each in args.fact)
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk, operation = session.args, session.desk, session.args.operation
    language = i18n.language()
    if args.verb == "report":
        args.place = _place(session, args.place)
        at = None if args.at is None else read_time(args.at, desk.now(), session.zone, past=True)
        return reporting.report(
            desk, args.kind, args.place, hurt=args.hurt, facts=args.fact, words=args.words, at=at,
            is_drill=args.drill, language=language, operation=operation,
        )  # fmt: skip
    if args.verb == "say":
        return knowing.say(desk, args.number, args.words, hurt=args.hurt, facts=args.fact, operation=operation)
    if args.verb == "level":
        return knowing.set_level(desk, args.number, args.level, args.words, operation)
    if args.verb == "command" and args.to:
        return commanding.hand_over(desk, args.number, args.to, args.words, operation)
    if args.verb == "command":
        return commanding.take(desk, args.number, language, operation)
    does = {"contained": commanding.contain, "end": commanding.end, "mistake": reporting.take_back}[args.verb]
    return does(desk, args.number, args.words, operation)


def _place(session: Session, text: str) -> str:
    """Return the key of a place, from the key or its name in either language. Raises `Refused(NO_PLACE)`."""
    known = session.desk.read(places.of_store)
    called = in_every_language(lambda: [area_word(area.key, area.name) for area in known])
    typed = folded(text)
    for area, names in zip(known, zip(*called, strict=True), strict=True):
        if typed in {folded(name) for name in (area.key, *names)}:
            return area.key
    choices = tuple(area.key for area in known)
    if i18n.language() != "en":
        choices = tuple(f"{area.key} {area_word(area.key, area.name)}" for area in known)
    raise Refused(IncidentReason.NO_PLACE, text=clean_code(text), choices=choices)


def _list(session: Session) -> int:
    session = up_to_date(session)
    found, now = reading.listed(session.desk), session.desk.now()
    return output.say_list(
        session.args, "incidents", (incident_json(each, session.zone) for each in found),
        (heading(each, now) for each in found), _("Nothing has gone wrong yet."),
    )  # fmt: skip


def _show(session: Session) -> int:
    session = up_to_date(session)
    found = reading.shown(session.desk, session.args.number)
    if session.args.json:
        output.say_json(shown_json(found, session.zone))
        return 0
    output.say(heading(found.incident, session.desk.now()))
    output.say("  " + hurt_words(found.incident))
    for entry in found.entries:
        output.say("  " + entry_line(entry, session.zone))
    for line in found.called:
        if line.role:
            at = clock_time(line.at, session.zone)
            output.say("  " + " ".join(filter(None, (at, word(line.kind), results.role_word(line.role), line.who))))
    if found.obstacles:
        output.say(obstacles_words(found.obstacles))
    return 0

"""`frontdesk drills`: planned, held, scored; when the next ones are due."""

from argparse import Namespace
from zoneinfo import ZoneInfo

from frontdesk.commands.drills import results
from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.desk import drills
from frontdesk.desk.drills import Shown
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.drills.drill import Reached, Scored
from frontdesk.domain.drills.reasons import DrillReason
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import Refused
from frontdesk.words import i18n
from frontdesk.words.drills import clocks_line, drill_line, due_line, objective_line, people_line
from frontdesk.words.times import iso_time

Json = dict[str, object]


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    return on_store(args, _show) if args.verb == "show" else carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk, operation = session.args, session.desk, session.args.operation
    if args.verb == "start":
        return drills.start(desk, args.number, operation, language=i18n.language())
    if args.verb == "score":
        return drills.score(desk, args.number, tuple(_scored(args.number, text) for text in args.results), operation)
    args.kind = kind = read_choice(IncidentKind, args.kind.replace("-", "_"))
    at = read_deadline(args.at, desk.now(), OpeningHours.of(session.snapshot.policy))
    return drills.plan(
        desk, kind, args.place, at, args.observer,
        people=args.person, objectives=args.objective, operation=operation,
    )  # fmt: skip


def _scored(number: int, text: str) -> Scored:
    """Return what RESULT=WORDS says. Raises `Refused(SCORE_EACH)`."""
    result, _sign, words = text.partition("=")
    key = result.strip().lower().replace("-", "_")
    if key not in set(Reached):
        raise Refused(DrillReason.SCORE_EACH, number=number, count="—")
    return Scored(Reached(key), words.strip())


def _list(session: Session) -> int:
    session = up_to_date(session)
    found, zone, now = drills.listed(session.desk), session.zone, session.desk.now()
    if session.args.json:
        due = [{"kind": kind, "by": iso_time(at, zone), "late": now > at} for kind, at in found.due]
        output.say_json({"drills": [_json(each, zone) for each in found.drills], "due": due})
        return 0
    for each in found.drills:
        output.say(drill_line(each.drill, zone, now, runs=each.runs))
    for kind, at in found.due:
        output.say(f"  {due_line(kind, at, zone, now)}")
    return 0


def _show(session: Session) -> int:
    session = up_to_date(session)
    found, zone, now = drills.shown(session.desk, session.args.number), session.zone, session.desk.now()
    if session.args.json:
        output.say_json(_json(found, zone))
        return 0
    output.say(drill_line(found.drill, zone, now, runs=found.runs))
    output.say(people_line(found.drill))
    output.say(clocks_line(found.clocks))
    for objective in found.drill.objectives:
        output.say(f"  {objective_line(objective)}")
    return 0


def _json(found: Shown, zone: ZoneInfo) -> Json:
    drill = found.drill
    return {
        "number": drill.id,
        "kind": drill.kind,
        "place": drill.place,
        "planned_at": iso_time(drill.planned_at, zone),
        "observer": drill.observer,
        "people": list(drill.people),
        "incident": drill.incident,
        "started_at": iso_time(drill.started_at, zone),
        "being_held": found.runs,
        "clocks": {name: None if length is None else length / 1000 for name, length in found.clocks._asdict().items()},
        "objectives": [
            {"text": each.text, "result": each.reached, "words": each.words or None, "measure": each.measure}
            for each in drill.objectives
        ],
        "measures": [each.measure for each in drill.objectives if each.measure is not None],
        "scored_at": iso_time(drill.scored_at, zone),
        "scored_by": drill.scored_by or None,
        "asks_for_review": drill.asks_for_review,
    }

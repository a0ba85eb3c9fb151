"""`frontdesk progress`: cars in repair, from the first job to the hand-back (P1–P4)."""

from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_car, read_choice
from frontdesk.commands.kit.printed import print_page
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.progress import results
from frontdesk.commands.progress.as_json import as_json
from frontdesk.commands.progress.figures import figures
from frontdesk.desk import zone
from frontdesk.desk.progress import findings, jobs, promises, repairs, telling
from frontdesk.desk.runs import runs, starting
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import CHOSEN_HOLDS, WORK, Decision, FoundKind, Heard, Waits
from frontdesk.domain.progress.typed import read_cost
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, fragment, show_plate
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.progress import found_line, heading, job_line, telling_line


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in _LOOKS:
        return on_store(args, _LOOKS[args.verb])
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    return _COMMANDS[session.args.verb](session, read_car(session.snapshot, session.args.plate))


def _time(session: Session, text: str | None) -> Millis | None:
    if text is None:
        return None
    return read_deadline(text, session.desk.now(), OpeningHours.of(session.snapshot.policy))


def _heard(session: Session) -> Heard:
    return Heard.PHONE if session.args.by_phone else Heard.IN_PERSON


def _assign(session: Session, plate: Plate) -> Result:
    args = session.args
    return jobs.assign(
        session.desk, plate, read_choice(WORK, args.kind), args.technician,
        title=args.title, minutes=args.minutes, job=args.job, operation=args.operation,
    )  # fmt: skip


def _hold(session: Session, plate: Plate) -> Result:
    args = session.args
    why, until = read_choice(CHOSEN_HOLDS, args.why), _time(session, args.until)
    return jobs.hold(session.desk, plate, why, until, job=args.job, operation=args.operation)


def _part(session: Session, plate: Plate) -> Result:
    args = session.args
    return jobs.use(
        session.desk, plate, args.name,
        number=args.number, quantity=args.quantity, job=args.job, operation=args.operation,
    )  # fmt: skip


def _check(session: Session, plate: Plate) -> Result:
    args = session.args
    return jobs.check(session.desk, plate, passed=not args.failed, words=args.words, operation=args.operation)


def _found(session: Session, plate: Plate) -> Result:
    args = session.args
    return findings.find(
        session.desk, plate, read_choice(FoundKind, args.kind), args.what,
        cost=read_cost(args.cost or ""), minutes=args.minutes, job=args.job, operation=args.operation,
    )  # fmt: skip


def _decide(session: Session, plate: Plate) -> Result:
    args = session.args
    decision = read_choice(Decision, args.decision)
    return findings.decide(
        session.desk, plate, decision, _heard(session), args.words, number=args.found, operation=args.operation
    )


def _promise(session: Session, plate: Plate) -> Result:
    args = session.args
    told = None if args.told is None else read_choice(Heard, args.told)
    becomes = _time(session, args.time) or 0
    return promises.promise(session.desk, plate, becomes, why=args.why, told=told, operation=args.operation)


def _waits(session: Session, plate: Plate) -> Result:
    args = session.args
    where, wish = read_choice(Waits, args.where), _time(session, args.wish)
    return promises.wait(session.desk, plate, where, wish_at=wish, operation=args.operation)


def _told(session: Session, plate: Plate) -> Result:
    args = session.args
    return telling.told(session.desk, plate, _heard(session), args.words, args.operation)


def _hand_back(session: Session, plate: Plate) -> Result:
    return starting.hand_back(session.desk, plate, i18n.language(), session.args.operation)


def _sheet(session: Session) -> int:
    from frontdesk.documents import handback_page  # noqa: PLC0415 - seldom asked for

    def page() -> str:
        car = repairs.shown(session.desk, _past_car(session))
        last = next(iter(runs.of_matter(session.desk, car.id, i18n.language())[-1:]), None)
        return handback_page.as_html(car, last, session.snapshot.policy, session.desk.now())

    return print_page(session, page)


def _on_job(command: Callable[..., Result]) -> Callable[[Session, Plate], Result]:
    return lambda session, plate: command(session.desk, plate, session.args.job, session.args.operation)


def _simply(command: Callable[..., Result]) -> Callable[[Session, Plate], Result]:
    return lambda session, plate: command(session.desk, plate, session.args.operation)


_COMMANDS: dict[str, Callable[[Session, Plate], Result]] = {
    "assign": _assign,
    "start": _on_job(jobs.start),
    "hold": _hold,
    "done": _on_job(jobs.done),
    "drop": _on_job(jobs.drop),
    "part": _part,
    "check": _check,
    "found": _found,
    "decide": _decide,
    "release": _simply(findings.release),
    "promise": _promise,
    "keep": _simply(promises.keep),
    "waits": _waits,
    "told": _told,
    "hand-back": _hand_back,
}


def _list(session: Session) -> int:
    found = repairs.here(session.desk)
    return output.say_list(
        session.args, "progress", (as_json(car, session.zone) for car in found),
        (heading(car, session.zone, session.desk.now()) for car in found), _("No car is in repair."),
    )  # fmt: skip


def _show(session: Session) -> int:
    car = repairs.shown(session.desk, _past_car(session))
    tellings, now = repairs.tellings(session.desk, car.id), session.desk.now()
    if session.args.json:
        output.say_json(as_json(car, session.zone, tellings))
        return 0
    output.say(heading(car, session.zone, now))
    for line in (
        *(job_line(job, session.zone, now) for job in car.jobs),
        *(found_line(found) for found in car.found),
        *(telling_line(each, session.zone, now) for each in tellings),
    ):
        output.say(f"  {line}")
    return 0


def _past_car(session: Session) -> Plate:
    """Return the plate of a car that is here, or of one that was in repair; a part of it is enough.

    Raises `Refused`: as `read_car`, AMBIGUOUS_PLATE.
    """
    plate, typed = read_car(session.snapshot, session.args.plate), fragment(session.args.plate)
    if repairs.record(session.desk, plate):
        return plate
    known = [each for each in zone.known_plates(session.desk, typed) if repairs.record(session.desk, each)]
    if len(known) > 1:
        raise Refused(ZoneReason.AMBIGUOUS_PLATE, text=typed, plates=tuple(map(show_plate, known)))
    return known[0] if known else plate


def _record(session: Session) -> int:
    plate = _past_car(session)
    found = repairs.record(session.desk, plate)
    if not found:
        raise Refused(ProgressReason.NO_RECORD, plate=plate)
    if session.args.json:
        output.say_json_list("progress", (as_json(car, session.zone) for car in found))
        return 0
    now = session.desk.now()
    for car in found:
        output.say(heading(car, session.zone, now))
        for job in car.jobs:
            output.say(f"  {job_line(job, session.zone, now)}")
    return 0


def _stage(session: Session) -> int:
    car = repairs.shown(session.desk, _past_car(session))
    if session.args.json:
        output.say_json({"plate": car.plate, "stage": stage(car)})
        return 0
    output.say(word(stage(car)))
    return 0


_LOOKS: dict[str | None, Callable[[Session], int]] = {
    None: _list,
    "list": _list,
    "show": _show,
    "record": _record,
    "stage": _stage,
    "sheet": _sheet,
    "figures": figures,
}

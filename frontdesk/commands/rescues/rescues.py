"""`frontdesk rescues`: from the call to the customer's mark (R1–R9)."""

import shlex
from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.printed import print_page
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.rescues import results
from frontdesk.commands.rescues.as_json import as_json
from frontdesk.commands.rescues.unusual import check_numbers, read_plate
from frontdesk.desk.rescues import calls, planning, road
from frontdesk.desk.rescues import rescues as on_record
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.parts.typed import read_needed
from frontdesk.domain.progress.typed import read_cost
from frontdesk.domain.rescues.checks import LOW_MARK, PlanTyped, out_elsewhere, present_plan
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.rescue import CallForm
from frontdesk.domain.rescues.terms import Hurt, RescueOutcome, Stands
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words import rescues as words
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in _COMMANDS:
        return carry_out(args, lambda session: _COMMANDS[session.args.verb](session), results)
    return on_store(args, {"show": _show, "phone": _phone, "print": _print}.get(args.verb, _list))


def _list(session: Session) -> int:
    found = (on_record.newest if session.args.all else on_record.open_ones)(session.desk)
    tolerance = tolerance_of(session.snapshot.policy)
    return output.say_list(
        session.args, "rescues", (as_json(each, session.snapshot.policy, session.zone) for each in found),
        (f"{each.id} {words.list_line(each, tolerance, session.zone)}" for each in found),
        _("No car stands on the road."),
    )  # fmt: skip


def _show(session: Session) -> int:
    rescue = on_record.shown(session.desk, session.args.number)
    if session.args.json:
        output.say_json(as_json(rescue, session.snapshot.policy, session.zone))
        return 0
    zone = session.zone
    output.say(words.heading(rescue, tolerance_of(session.snapshot.policy)))
    lines = [*words.call_lines(rescue, zone), *(row for plan in rescue.plans for row in words.plan_lines(plan, zone))]
    lines += [f"{case_number(part.id)} {words.part_line(part, zone)}" for part in rescue.parts]
    for text in (*lines, *words.step_lines(rescue, zone)):
        output.say(f"  {text}")
    return 0


def _phone(session: Session) -> int:
    phones = on_record.show_phones(session.desk, session.args.number, session.args.operation)
    if session.args.json:
        output.say_json({"number": session.args.number, "phones": phones.split(" · ")})
    else:
        output.say(phones)
    return 0


def _print(session: Session) -> int:
    from frontdesk.documents import rescue_page  # noqa: PLC0415 - seldom asked for

    args = session.args
    code = print_page(
        session, lambda: (rescue_page.slip if args.slip else rescue_page.sheet)(session.desk, args.number).page
    )
    if args.slip and not rescue_page.can_draw_codes():
        output.warn(_("Without its QR code: that takes the extra “lan” (pip install 'frontdesk[lan]')."))
    return code


def _take(session: Session) -> Result:
    args = session.args
    check_numbers(session, args.phone, args.second)
    form = CallForm(
        args.place, read_choice(Stands, args.stands), read_choice(Hurt, args.hurt), read_plate(session, args.plate),
        args.model, args.km, args.customer, args.symptom, args.elsewhere,
    )  # fmt: skip
    return calls.take(session.desk, form, args.phone, args.second, operation=args.operation)


def _correct(session: Session) -> Result:
    args = session.args
    said = {name: getattr(args, name) for name in CallForm._fields if getattr(args, name) is not None}
    for name, kind in (("stands", Stands), ("hurt", Hurt)):
        if name in said:
            said[name] = read_choice(kind, said[name])
    if "plate" in said:
        said["plate"] = read_plate(session, said["plate"])
    check_numbers(session, args.phone, args.second)
    form = on_record.shown(session.desk, args.number).form._replace(**said)
    return calls.change(session.desk, args.number, form, phone=args.phone, second=args.second, operation=args.operation)


def _plan(session: Session) -> Result:
    args = session.args
    least, most = read_cost(args.cost) or (0, 0)
    typed = PlanTyped(
        args.travel, args.minutes, args.leader, tuple(args.crew), args.jobs, least, most,
        tuple(map(read_needed, args.part)), args.tools, args.cautions,
    )  # fmt: skip
    answer = planning.plan(session.desk, args.number, typed, operation=args.operation)
    people = {typed.leader, *typed.crew}
    for line in words.out_lines(out_elsewhere(people, args.number, on_record.open_ones(session.desk))):
        output.warn(line)
    return answer


def _consent(session: Session) -> Result:
    args = session.args
    return planning.consent(
        session.desk, args.number, args.words,
        agrees=not args.declines, revision=args.revision, operation=args.operation,
    )  # fmt: skip


def _depart(session: Session) -> Result:
    args, rescue = session.args, on_record.shown(session.desk, session.args.number)
    at = _past(session)
    left = session.desk.now() if at is None else at
    eta = left + present_plan(rescue, None).travel * MINUTE if args.eta is None else _ahead(session, args.eta)
    tell = words.departure_text(rescue, eta, session.zone, rescue.leaders_phone(session.snapshot.staff))
    return road.depart(
        session.desk, args.number, tell,
        eta=eta, vehicle=args.vehicle, without=args.without, at=at, operation=args.operation,
    )  # fmt: skip


def _eta(session: Session) -> Result:
    args, rescue = session.args, on_record.shown(session.desk, session.args.number)
    eta = _ahead(session, args.time)
    tell = words.later_text(rescue, eta, session.zone, rescue.leaders_phone(session.snapshot.staff), args.why)
    return road.say_eta(session.desk, args.number, eta, tell, why=args.why, operation=args.operation)


def _contact(session: Session) -> Result:
    return road.contact(session.desk, session.args.number, session.args.words, operation=session.args.operation)


def _arrive(session: Session) -> Result:
    return road.arrive(session.desk, session.args.number, at=_past(session), operation=session.args.operation)


def _check(session: Session) -> Result:
    args = session.args
    as_planned = not args.otherwise.strip()
    return road.check(session.desk, args.number, as_planned=as_planned, words=args.otherwise, operation=args.operation)


def _read(session: Session) -> Result:
    return road.read(session.desk, session.args.number, session.args.operation)


def _result(session: Session) -> Result:
    args = session.args
    return road.result(
        session.desk, args.number, read_choice(RescueOutcome, args.outcome), args.words,
        satisfied=not args.unsatisfied, operation=args.operation,
    )  # fmt: skip


def _follow_up(session: Session) -> Result:
    args = session.args
    answer = road.follow_up(session.desk, args.number, args.mark, operation=args.operation)
    if args.mark <= LOW_MARK:
        output.warn(_("A bad mark. If it is a complaint: {command}").format(command=_complaint(session)))
    return answer


def _complaint(session: Session) -> str:
    """Return the command that puts a bad mark on record as a complaint."""
    rescue = on_record.shown(session.desk, session.args.number)
    said = words.complaint_words(rescue, session.args.mark, "")
    about = ["--customer", rescue.form.customer, "--plate", show_plate(rescue.form.plate), "--words", said]
    return shlex.join(["frontdesk", "complaints", "add", *about])


_COMMANDS: dict[str, Callable[[Session], Result]] = {
    "add": _take, "correct": _correct, "plan": _plan, "consent": _consent, "depart": _depart, "eta": _eta,
    "contact": _contact, "arrive": _arrive, "check": _check, "read": _read,
    "result": _result, "follow-up": _follow_up,
}  # fmt: skip


def _past(session: Session) -> Millis | None:
    args = session.args
    return None if args.at is None else read_time(args.at, session.desk.now(), session.zone)


def _ahead(session: Session, text: str) -> Millis:
    return read_deadline(text, session.desk.now(), OpeningHours.of(session.snapshot.policy))

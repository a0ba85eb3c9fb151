"""`frontdesk incidents news`, `told`, `investigate`, `assess`, `close`, `hazard`, `car`, `print` (I9–I16)."""

from argparse import Namespace

from frontdesk.commands.incidents import aftermath_results as results
from frontdesk.commands.incidents.aftermath_json import followed_json
from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_car, read_choice
from frontdesk.commands.kit.printed import print_page
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.desk import matters
from frontdesk.desk.incidents import aftermath, cars, hazards, news
from frontdesk.domain.incidents.aftermath import IntoPlan
from frontdesk.domain.incidents.car_checks import CheckResult
from frontdesk.domain.incidents.incident import EntryKind, IncidentKind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import Audience
from frontdesk.words import i18n
from frontdesk.words.aftermath import car_line, found_in_line, found_lines, news_line
from frontdesk.words.incidents import heading


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb == "print":
        return on_store(args, _print)
    if args.verb == "aftermath":
        return on_store(args, _show)
    if args.verb == "news":
        args.audience = read_choice(Audience, args.audience)
    if args.verb == "car":
        args.result = read_choice(CheckResult, args.result)
    if args.verb == "hazard" and args.happened is not None:
        args.happened = read_choice(IncidentKind, args.happened)
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk, operation = session.args, session.desk, session.args.operation
    does = {"news": _news, "hazard": _hazard, "assess": _assess, "car": _car}
    if args.verb in does:
        return does[args.verb](session)
    if args.verb == "told":
        kind = EntryKind.AUTHORITY if args.to == "authority" else EntryKind.INSURER
        return aftermath.told_outside(desk, args.number, kind, args.words, operation)
    if args.verb == "investigate":
        return aftermath.investigate(
            desk, args.number, cause=args.cause, responsible=args.responsible, loss_cny=args.loss, operation=operation
        )
    return matters.close(desk, args.number, args.why, operation)


def _assess(session: Session) -> Result:
    args = session.args
    return aftermath.assess(
        session.desk, args.number, lessons=args.lessons, into_plan=IntoPlan.YES if args.plan else IntoPlan.NO,
        why=args.no_plan, plan=args.plan, operation=args.operation,
    )  # fmt: skip


def _car(session: Session) -> Result:
    args = session.args
    plate = read_car(session.snapshot, args.plate)
    return cars.check(session.desk, args.number, plate, args.result, words=args.words, operation=args.operation)


def _news(session: Session) -> Result:
    args, desk, operation = session.args, session.desk, session.args.operation
    if args.text is not None:
        return news.write(desk, args.number, args.audience, args.text, operation)
    if args.sign is not None:
        return news.sign(desk, args.number, args.audience, seen=args.sign, operation=operation)
    return news.send(desk, args.number, args.audience, operation)


def _hazard(session: Session) -> Result:
    args, desk, operation = session.args, session.desk, session.args.operation
    if args.rate is not None:
        likelihood, severity = args.rate
        return hazards.rate(desk, args.number, likelihood, severity, operation)
    if args.acted is not None:
        return hazards.act(desk, args.number, args.acted, operation)
    return hazards.becomes(desk, args.number, args.happened, language=i18n.language(), operation=operation)


def _show(session: Session) -> int:
    found = aftermath.shown(session.desk, session.args.number)
    if session.args.json:
        output.say_json(followed_json(found, session.zone))
        return 0
    now = session.desk.now()
    output.say(heading(found.incident, now))
    for line in (
        *([found_in_line(found.found_in)] if found.found_in else []),
        *found_lines(found.found, session.zone, now, session.snapshot.policy.due_warning),
        *(news_line(each, session.zone) for each in found.news),
        *(car_line(each, session.zone) for each in found.cars),
    ):
        output.say("  " + line)
    return 0


def _print(session: Session) -> int:
    from frontdesk.documents import incident_page  # noqa: PLC0415 - seldom asked for

    return print_page(session, lambda: incident_page.of_incident(session.desk, session.args.number).page)

"""`frontdesk checks`: which there are, which are to be done, and doing one."""

from argparse import Namespace
from collections.abc import Callable, Iterable

from frontdesk.commands.checks import results
from frontdesk.commands.checks.as_json import listed_json, shown_json
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.desk.checks import doing, listing, switching
from frontdesk.desk.checks.doing import Given
from frontdesk.desk.checks.switching import Wanted
from frontdesk.desk.runs import runs
from frontdesk.domain.checks.periods import Every
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.checks.shipped import STARTER
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import Refused
from frontdesk.words import i18n
from frontdesk.words.checks import check_line, drill_line, item_line, missed_lines, round_line, share_line
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    if args.verb == "show":
        return on_store(args, _show)
    if getattr(args, "key", None) is not None:
        args.key = args.key.strip().lower().replace("-", "_")
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk, operation = session.args, session.desk, session.args.operation
    if args.verb == "off":
        return switching.switch_off(desk, args.key, operation)
    if args.verb == "open":
        return switching.open_now(desk, args.key, args.thing, operation)
    if args.verb == "do":
        answers = (
            *_given(args.items, Given),
            *_given(args.fault, lambda key, said: Given(key, words=said, is_fault=True)),
            *_given(args.skip, lambda key, said: Given(key, words=said, is_skipped=True)),
        )
        if not answers and not args.is_done:
            raise Refused(CheckReason.NO_ANSWER, number=args.number)
        return doing.several(
            desk, args.number, answers, is_done=args.is_done, operation=operation, language=i18n.language()
        )
    if args.key is None:
        return switching.switch_on_all(desk, STARTER, operation)
    every = None if args.every is None else Every(args.every)
    return switching.switch_on(
        desk, args.key, Wanted(every, args.until, args.station, args.role, args.playbook), operation
    )


def _given(said: Iterable[str], made: Callable[[str, str], Given]) -> Iterable[Given]:
    """Give what ITEM=ANSWER says. Raises `Refused(BAD_ANSWER)`."""
    for text in said:
        key, sign, answer = text.partition("=")
        if not sign:
            raise Refused(CheckReason.BAD_ANSWER, text=text)
        yield made(key.strip().lower().replace("-", "_"), answer.strip())


def _list(session: Session) -> int:
    session = up_to_date(session)
    found, zone, now = listing.listed(session.desk), session.zone, session.desk.now()
    if session.args.json:
        output.say_json(listed_json(found, zone))
        return 0
    for each in found.open_rounds:
        output.say(round_line(each, zone, now))
    output.say(share_line(found.week))
    for each in found.marked:
        output.say(_("for the review: {check}").format(check=round_line(each, zone, now)))
    for said in missed_lines(found.missed, zone, now):
        output.say(said)
    for check in found.checks:
        output.say(f"  {check.key} {check_line(check)}")
    output.say(f"  {drill_line(found.drill, zone, now)}")
    return 0


def _show(session: Session) -> int:
    session = up_to_date(session)
    desk, zone, now, number = session.desk, session.zone, session.desk.now(), session.args.number
    found = listing.shown(desk, number)
    run = runs.of_matter(desk, number, i18n.language())[-1]
    if session.args.json:
        output.say_json(shown_json(found, run, zone))
        return 0
    output.say(round_line(found, zone, now))
    for each in run.steps:
        output.say(f"  {each.step.key} {item_line(each)}")
    return 0

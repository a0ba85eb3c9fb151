"""`frontdesk contacts calls | call | correct | begin`: the emergency contact list called through (S1, S7)."""

from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.register import results
from frontdesk.desk.register import calling
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.calling import CallResult, Reachable, left_first, meant
from frontdesk.domain.values.clock import Millis
from frontdesk.words.calling import how_far, reachable_line
from frontdesk.words.times import iso_time

VERBS = frozenset({"calls", "call", "correct", "begin"})


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, _list) if args.verb == "calls" else carry_out(args, _ACTS[args.verb], results)


def _list(session: Session) -> int:
    every, since = calling.listed(session.desk)
    shown = [each for each in left_first(every, since) if not session.args.to_call or each.is_left(since)]
    if session.args.json:
        output.say_json_list("calls", (_as_json(each, since, session) for each in shown))
        return 0
    output.say(how_far(every, since))
    now = session.desk.now()
    for each in shown:
        output.say(reachable_line(each, since, session.zone, now))
    return 0


def _call(session: Session) -> Result:
    args = session.args
    result = read_choice(CallResult, args.result)
    return calling.called(session.desk, _meant(session).key, result, args.words, args.operation)


def _correct(session: Session) -> Result:
    return calling.correct(session.desk, _meant(session).key, session.args.phone, session.args.operation)


def _begin(session: Session) -> Result:
    return calling.begin(session.desk, session.args.operation)


def _meant(session: Session) -> Reachable:
    every, _since = calling.listed(session.desk)
    return meant(session.args.contact, every)


_ACTS: dict[str, Callable[[Session], Result]] = {"call": _call, "correct": _correct, "begin": _begin}


def _as_json(each: Reachable, since: Millis, session: Session) -> dict[str, object]:
    last, reached = each.last, each.reached
    return {
        "key": each.key,
        "name": each.name,
        "what": each.what,
        "phone": each.phone or None,
        "backup": each.is_backup,
        "state": each.state(since),
        "left": each.is_left(since),
        "last_at": iso_time(last.at if last else None, session.zone),
        "last_by": last.who if last else None,
        "last_result": last.result if last else None,
        "words": (last.words if last else "") or None,
        "reached_at": iso_time(reached.at if reached else None, session.zone),
        "reached_by": reached.who if reached else None,
    }

"""`frontdesk retention`: how long each class of records is kept, and clearing what is expired (G2)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.retention import results
from frontdesk.desk import forgetting, retention
from frontdesk.domain.calendar.typed_dates import read_date
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.retention.terms import Held, RecordClass
from frontdesk.words.forgetting import other_counts
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import iso_time, long_time, years


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "show"}:
        return on_store(args, _show)
    args.class_, args.before = read_choice(RecordClass, args.class_), read_date(args.before)
    return on_store(args, _list if args.dry_run else _purge, results)


def _show(session: Session) -> int:
    found = retention.shown(session.desk)
    if session.args.json:
        output.say_json_list("classes", map(_json, found))
        return 0
    for held in found:
        output.say(_line(held))
    return 0


def _json(held: Held) -> dict[str, object]:
    return {
        "class": held.kind, "years": held.years, "past_before": str(held.past_before), "past": held.past,
        "purge": held.going,
    }  # fmt: skip


def _line(held: Held) -> str:
    kept = _("kept for {time} · ended before {day}: {count}").format(
        time=years(held.years), day=held.past_before, count=held.past
    )
    going = _("nothing to clear")
    if any(held.going.values()):
        cleared = _("cases to clear: {cases}, phone numbers: {numbers}").format_map(held.going)
        going = " · ".join((cleared, *other_counts(held.going)))
    return labelled(word(held.kind), f"{kept} · {going}")


def _purge(session: Session) -> int:
    args, desk = session.args, session.desk
    known = session.known_result()
    done = retention.purge(desk, args.class_, args.before, args.operation) if known is None else known
    if done.kind == ForgetEvent.FORGET:
        is_clean = forgetting.leave_no_trace(desk)
        code = session.tell(done)
        output.warn(
            _(
                "Backups, exports and papers made before still hold everything: delete them; after a restore, clear"
                " again."
            )
        )
        if not is_clean:
            output.warn(_("Others read it just now: until the last station was closed once, some of it may be left."))
        return code
    code = session.tell(done)
    if done.facts["anew"]:
        output.warn(_("Nothing was cleared: the list is no longer the one that was submitted. It is submitted anew."))
    output.warn(
        _("The director signs this list: frontdesk sign {number}. Then the same command clears it.").format(
            number=done.number
        )
    )
    return code


def _list(session: Session) -> int:
    args = session.args
    found = retention.listed(session.desk, args.class_, args.before)
    if args.json:
        cases = [{"number": case.id, "received_at": iso_time(case.received_at, session.zone)} for case in found.cases]
        counts = {"numbers": found.numbers, "taken_back": list(found.taken_back)}
        addressed = found.addressed
        counts["messages"], counts["appointments"] = list(addressed.messages), list(addressed.appointments)
        counts["repairs"] = list(addressed.repairs)
        counts["matters"] = list(addressed.matters)
        output.say_json({"class": args.class_, "before": str(args.before), "cases": cases, **counts})
        return 0
    if found.cases:
        output.say(_("The name, the phone number and all words go from these cases; times, stages and figures stay:"))
    for case in found.cases:
        output.say(f"  {case_number(case.id)} · {long_time(case.received_at, session.zone)}")
    output.say(_("cases: {cases}, phone numbers: {numbers}").format(cases=len(found.cases), numbers=found.numbers))
    for line in other_counts(found.addressed.counts):
        output.say(line)
    return 0

"""`frontdesk steps`: what is to be done now, step by step, and what was done."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.commands.runs import results
from frontdesk.commands.runs.as_json import run_json, step_json
from frontdesk.desk import matters
from frontdesk.desk.runs import faults, runs
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import Due
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.runs.playbook import About
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number
from frontdesk.words.runs import entry_line, facts_line, heading, step_line, when_line


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list if args.number is None else _show)
    if "key" in args:
        args.key = args.key.strip().lower().replace("-", "_")
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk, operation = session.args, session.desk, session.args.operation
    if args.verb == "lead":
        return runs.lead(desk, args.number, args.name, args.words, operation)
    if args.verb == "fact":
        return runs.say_fact(desk, args.number, args.key, is_so=not args.is_not, operation=operation)
    return _about_step(session, i18n.language())


def _about_step(session: Session, language: str) -> Result:
    args, desk, operation = session.args, session.desk, session.args.operation
    if args.verb == "take":
        return runs.take(desk, args.number, args.key, operation, language=language)
    if args.verb == "skip":
        return runs.skip(desk, args.number, args.key, args.words, operation, language=language)
    if args.verb == "measure":
        return faults.see_to(desk, args.number, args.key, args.words, operation, language=language)
    at = None if args.at is None else read_time(args.at, desk.now(), session.zone)
    if args.verb == "fail":
        return runs.fail(desk, args.number, args.key, args.words, at=at, operation=operation, language=language)
    return runs.done(
        desk, args.number, args.key, args.value, words=args.words, at=at, operation=operation, language=language
    )


def _list(session: Session) -> int:
    session = up_to_date(session)
    args, zone, now = session.args, session.zone, session.desk.now()
    found = [
        (run, each, matters.shown(session.desk, run.matter))
        for run in runs.open_ones(session.desk, i18n.language())
        if run.playbook.about != About.CHECK
        for each in run.to_do(args.station or "")
    ]
    if args.json:
        output.say_json_list("steps", (step_json(run, each, _dues(matter), zone) for run, each, matter in found))
        return 0
    if not found:
        output.say(_("No step is to be done."))
    for run, each, matter in found:
        told = step_line(run, each, zone, now, _dues(matter).get(each.due or 0))
        plate = show_plate(matter.title) if run.playbook.about == About.CAR else ""
        output.say(" ".join(filter(None, (case_number(run.matter), plate, run.playbook.title, each.step.key, told))))
    return 0


def _show(session: Session) -> int:
    session = up_to_date(session)
    args, zone, now = session.args, session.zone, session.desk.now()
    found = runs.of_matter(session.desk, args.number, i18n.language())
    if args.json:
        output.say_json_list(
            "runs", (run_json(run, _dues(matters.shown(session.desk, run.matter)), zone) for run in found)
        )
        return 0
    if not found:
        output.say(_("Nothing is done step by step for matter {number}.").format(number=case_number(args.number)))
    for run in found:
        dues = _dues(matters.shown(session.desk, run.matter))
        told = [heading(run), when_line(run, zone), facts_line(run)]
        for each in run.steps:
            told.append(f"  {each.step.key} {step_line(run, each, zone, now, dues.get(each.due or 0))}")
        for line in filter(None, (*told, *(f"  {entry_line(entry, zone, now)}" for entry in run.entries))):
            output.say(line)
    return 0


def _dues(matter: Matter) -> dict[int, Due]:
    return {due.id: due for due in matter.dues}

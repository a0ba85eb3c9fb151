"""`frontdesk plans`: what the store lives by, in versions that are signed and read (G1, G3, G4)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.printed import print_page
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.commands.plans import results
from frontdesk.commands.plans.as_json import as_json, line_json, reads_json
from frontdesk.commands.policy.policy import by_key, say_faults
from frontdesk.desk import policy as policies
from frontdesk.desk.plans import emergency, plans, publishing
from frontdesk.domain.journal.result import Result
from frontdesk.domain.plans.plan import read_key
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_words
from frontdesk.files.text_file import read_text
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.matters import due_line
from frontdesk.words.phrases import labelled
from frontdesk.words.plans import change_line, difference_line, emergency_line, heading, reads_line
from frontdesk.words.times import long_time

_LOOKS = {"show", "reads", "print"}


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    if args.verb == "emergency":
        args.number = args.number.replace("-", "_")
    else:
        args.key = read_key(args.key)
    if args.verb in _LOOKS:
        return on_store(args, {"show": _show, "reads": _reads, "print": _print}[args.verb])
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result | int:
    args, desk = session.args, session.desk
    if args.verb == "new":
        return _new(session)
    if args.verb == "submit":
        return plans.submit(desk, args.key, args.operation)
    if args.verb == "publish":
        return publishing.publish(desk, args.key, args.operation)
    if args.verb == "read":
        return plans.read(desk, args.key, args.operation)
    return emergency.change(desk, args.number, args.value, args.why, args.operation)


def _new(session: Session) -> Result | int:
    args = session.args
    numbers: Policy | None = None
    if args.policy is not None:
        made, wrong = policies.from_file(args.policy, plans.base(session.desk))
        if wrong:
            return say_faults(args, wrong)
        numbers = by_key(made)
    text = "" if args.text is None else read_text(args.text)
    if args.text is not None and not text.strip():
        raise Refused(PlanReason.PLAN_WORDS, plan=args.key)
    draft = plans.Draft(args.title, text, args.before, args.after, args.why, numbers)
    return plans.write(session.desk, args.key, draft, args.operation)


def _list(session: Session) -> int:
    found = plans.listed(session.desk)
    if session.args.json:
        output.say_json_list("plans", (line_json(plan, session.zone) for plan in found))
        return 0
    if not found:
        output.say(_("No plan has been written. The first version: frontdesk plans new zone --title … --text FILE."))
    for plan in found:
        output.say(heading(plan.newest))
        if plan.in_force is not None and plan.in_force is not plan.newest:
            output.say("  " + heading(plan.in_force))
        if plan.unread:
            output.say("  " + reads_line(plan))
    return 0


def _show(session: Session) -> int:
    session = up_to_date(session)
    plan, zone, policy = plans.shown(session.desk, session.args.key), session.zone, session.snapshot.policy
    changed = plans.emergency_changes(session.desk)
    if session.args.json:
        output.say_json(as_json(plan, changed, zone))
        return 0
    newest, now = plan.newest, session.desk.now()
    lines = [heading(newest), *(change_line(version, zone) for version in reversed(plan.versions))]
    lines += [difference_line(each) for each in plan.difference(newest)]
    if newest.policy is not None:
        lines += [emergency_line(each, zone, now) for each in changed]
    lines += [line for approval in newest.approvals for line in signature_lines(approval, zone)]
    lines += [reads_line(plan)]
    lines += [due_line(due, zone, now, policy.due_warning) for due in newest.matter.dues if due.is_running]
    lines += [clean_words(newest.said.text, None)]
    for line in filter(None, lines):
        output.say(line)
    return 0


def _reads(session: Session) -> int:
    plan = plans.shown(session.desk, session.args.key)
    if session.args.json:
        in_force = plan.in_force
        version = in_force.version if in_force else None
        output.say_json({"key": plan.plan.key, "version": version, **reads_json(plan, session.zone)})
        return 0
    output.say(reads_line(plan) or _("No version is in force yet."))
    for each in plan.reads:
        output.say(labelled(each.person, long_time(each.at, session.zone)))
    return 0


def _print(session: Session) -> int:
    from frontdesk.documents import plan_page  # noqa: PLC0415 - seldom asked for

    def page() -> str:
        plan, now = plans.shown(session.desk, session.args.key), session.desk.now()
        if session.args.leaflet:
            return plan_page.leaflet(plan, plans.base(session.desk), now)
        return plan_page.record(plan, session.snapshot.policy, now)

    return print_page(session, page)

"""`frontdesk group offered`, `accept` and `decline`: what head office offers, and what the director says to it."""

from argparse import Namespace

from frontdesk.commands.group import results
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.desk import approvals
from frontdesk.desk.group import templates
from frontdesk.domain.group.templates import Offer, OfferState, state_of
from frontdesk.words.group.templates import heading, offer_lines
from frontdesk.words.i18n import _
from frontdesk.words.times import iso_time


def offered(args: Namespace) -> int:
    """Show what is offered, number by number, and what became of earlier offers; return the exit code."""
    return on_store(args, _offered)


def accept(args: Namespace) -> int:
    """Sign a template; return the exit code."""

    def work(session: Session) -> int:
        templates.shown(session.desk, args.number)
        code = session.tell(approvals.sign(session.desk, args.number, operation=args.operation))
        version = templates.shown(session.desk, args.number).plan_version
        if version is not None:
            output.warn(
                _(
                    "A plan brings the numbers here: they were written as its next version, No. {number}. It goes the"
                    " plan's own way: frontdesk plans submit is next."
                ).format(number=version)
            )
        return code

    return carry_out(args, work, results)


def decline(args: Namespace) -> int:
    """Reject a template, with words; return the exit code."""

    def work(session: Session) -> int:
        templates.shown(session.desk, args.number)
        done = approvals.reject(session.desk, args.number, args.words, operation=args.operation)
        return session.tell(done)

    return carry_out(args, work, results)


def _offered(session: Session) -> int:
    found, policy = templates.offered(session.desk), session.snapshot.policy
    if session.args.json:
        output.say_json_list("offers", (_as_json(session, each) for each in found))
        return 0
    if not found:
        output.say(_("Head office has offered nothing yet."))
    for each in found:
        output.say(heading(each))
        if state_of(each.approval.state) is OfferState.OFFERED:
            for line in offer_lines(each, policy, session.zone):
                output.say(line)
    return 0


def _as_json(session: Session, offer: Offer) -> dict[str, object]:
    template, approval = offer.template, offer.approval
    changes = offer.changes(session.snapshot.policy)
    return {
        "number": offer.matter,
        "template": template.number,
        "name": template.name,
        "version": template.version,
        "note": template.note,
        "by": template.by,
        "state": state_of(approval.state).removeprefix("template_"),
        "since": iso_time(approval.asked_at, session.zone),
        "decided_at": iso_time(approval.decided_at, session.zone),
        "decided_by": [each.who for each in approval.signatures],
        "plan_version": offer.plan_version,
        "numbers": [{"key": each.key, "now": each.was, "offered": each.becomes} for each in changes],
    }

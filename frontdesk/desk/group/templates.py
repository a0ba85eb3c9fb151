"""Templates of head office at the store: offered as a matter that the director signs or rejects, then in force (G1)."""

import json
from collections.abc import Collection, Iterable

from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.group import templates
from data.matters import matters
from data.plans import plans as plans_on_record
from frontdesk.desk import numbers
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import ask_for_signatures, take_back
from frontdesk.desk.plans import plans
from frontdesk.desk.policy import put_in_force
from frontdesk.domain.approvals.approval import ApprovalState, Text, What
from frontdesk.domain.group.events import TemplateEvent
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.templates import Offer, Template, with_template
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.people.staff import Post
from frontdesk.domain.plans.checks import check_none_pending
from frontdesk.domain.plans.numbers import changed_of_plan
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import InputError


def offered(desk: Desk) -> tuple[Offer, ...]:
    """Return every template that was ever offered, oldest first."""
    return desk.read(templates.every)


def shown(desk: Desk, matter: int) -> Offer:
    """Return a template by the number of its matter. Raises `Refused(NO_OFFER)`."""
    return desk.read(lambda connection: templates.get(connection, matter))


def unknown(desk: Desk, on_offer: Collection[int]) -> list[int]:
    """Return which of the templates that head office offers are still to be fetched."""
    known = {each.template.number for each in offered(desk)}
    return [number for number in on_offer if number not in known]


def keep(desk: Desk, template: Template) -> Result | None:
    """Put on record that a template is offered, and ask the director; None where it is known already.

    Raises `InputError(NOT_UNDERSTOOD)` where its numbers are none.
    """
    if policies.of_text(json.dumps(template.numbers)) is None:
        raise InputError(GroupReason.NOT_UNDERSTOOD, status=200)

    def body(transaction: Transaction) -> Result | None:
        if any(each.template.number == template.number for each in templates.every(transaction.connection)):
            return None
        matter = matters.open_one(transaction, MatterKind.TEMPLATE, f"{template.name} {template.version}")
        templates.add(transaction, matter, template)
        text = template.signed_text
        ask_for_signatures(transaction, matter, What.TEMPLATE, text, (Post.DIRECTOR,), asked_by=template.by)
        return Result(TemplateEvent.OFFERED, number=matter, facts=_facts(template))

    return desk.do_if(body)


def take_back_withdrawn(desk: Desk, on_offer: Collection[int]) -> None:
    """What nobody has decided on, and head office offers no more, lapses."""

    def body(transaction: Transaction) -> Result | None:
        gone = next(iter(_gone(transaction.connection, on_offer)), None)
        if gone is None:
            return None
        take_back(transaction, gone.matter)
        matters.close(transaction, gone.matter, Outcome.DROPPED)
        return Result(TemplateEvent.TAKEN_BACK, number=gone.matter, facts=_facts(gone.template))

    while desk.do_if(body) is not None:
        pass


def text(transaction: Transaction, matter: int) -> Text:
    """Return what is signed of a template: all that head office said of it."""
    return templates.get(transaction.connection, matter).template.signed_text


def decided(transaction: Transaction, matter: int, state: ApprovalState) -> Result | None:
    """Accepted, its numbers are in force at once; where a plan brings the numbers, it is that plan's next version.

    Declined, the matter ends. Raises `Refused`: TEMPLATE_UNFITTING, PLAN_STATE, and as a policy that is put in force.
    """
    offer = templates.get(transaction.connection, matter)
    if state is ApprovalState.REJECTED:
        matters.close(transaction, matter, Outcome.DROPPED)
        return None
    governing = plans_on_record.governing(transaction.connection)
    if governing is not None:
        _write_into_plan(transaction, offer, *governing)
        return None
    present = policies.current(transaction.connection)
    changed = put_in_force(transaction, with_template(present, offer.template.numbers))
    if not changed:
        return None
    return Result(PolicyEvent.TEMPLATE, number=matter, facts={"changed": numbers.told(changed)})


def _write_into_plan(transaction: Transaction, offer: Offer, key: str, approved: Policy) -> None:
    becomes = with_template(approved, offer.template.numbers)
    if not changed_of_plan(approved, becomes):
        return
    check_none_pending(plans_on_record.get(transaction.connection, key))
    name = f"{offer.template.name} {offer.template.version}"
    said = plans.Draft(after=name, why=offer.template.note or name, policy=becomes)
    templates.note_plan(transaction, offer, plans.draft(transaction, key, said))


def _gone(connection: Connection, on_offer: Collection[int]) -> Iterable[Offer]:
    return (
        each
        for each in templates.every(connection)
        if each.approval.state is ApprovalState.ASKED and each.template.number not in on_offer
    )


def _facts(template: Template) -> dict[str, str | int]:
    return {"template": template.name, "version": template.version}

"""The plan of a rescue: made by the supervisor, agreed to by the customer, then signed by the director (R2, R3, R7)."""

from data import parts
from data import policy as policies
from data.engine.transaction import Row, Transaction
from data.rescues import plans, rescues
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import ask_for_signatures, take_back
from frontdesk.desk.people.duty import check_manages, check_supervises
from frontdesk.desk.rescues.rescues import on_rescue, staff_names, tolerance
from frontdesk.desk.rescues.settling import settle
from frontdesk.domain.approvals.approval import ApprovalState, Text, What
from frontdesk.domain.journal.result import Result
from frontdesk.domain.parts.part import Needed, PartState, Source, check_what
from frontdesk.domain.people.staff import NAME_LIMIT, Post
from frontdesk.domain.rescues.checks import PlanTyped, check_plan, present_plan
from frontdesk.domain.rescues.events import RescueEvent
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.values.clock import SECOND
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words


def plan(desk: Desk, number: int, typed: PlanTyped, operation: str | None = None) -> Result:
    """Put a revision of the plan on record; what was agreed stays only where nothing that counts has changed.

    Its parts are wanted from now on, those of the revision before no more. Raises `Refused` as `check_plan`, and
    NOT_YOUR_POST, PART_NAME.
    """
    said = _clean(typed)

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        check_supervises(transaction)
        check_plan(said, staff_names(transaction.connection))
        for part in said.parts:
            check_what(part.name, part.quantity)
        revision = len(rescue.plans) + 1
        plans.add(transaction, rescue.id, revision, said)
        _want_parts(transaction, rescue, said.parts)
        _let_lapse(transaction, number)
        return Result(RescueEvent.PLAN, facts={"revision": revision})

    return on_rescue(desk, number, change, operation)


def consent(
    desk: Desk, number: int, words: str = "", *,
    agrees: bool = True, revision: int | None = None, operation: str | None = None,
) -> Result:  # fmt: skip
    """Put on record what the customer said to the plan; where they agree, the director is asked to sign it.

    `revision`: the one that was told; a newer one is not agreed to by that. Raises `Refused`: NOT_YOUR_POST,
    NO_PLAN_YET, OLD_REVISION; CONSENT_WHY where they do not agree and nothing is said.
    """
    said = whole_words(words)

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        check_manages(transaction)
        present = present_plan(rescue, revision)
        if not agrees and not said:
            raise Refused(RescueReason.CONSENT_WHY)
        row: Row = {"consent_revision": present.revision, "consent_at": transaction.now, "consent": int(agrees)}
        rescues.change(transaction, rescue, {**row, "consent_by": transaction.actor.who, "consent_words": said})
        take_back(transaction, number, also_signed=True)
        if agrees:
            by = transaction.now + policies.current(transaction.connection).rescue_approval_s * SECOND
            text = present.signed_text()
            ask_for_signatures(transaction, number, What.RESCUE, text, (Post.DIRECTOR,), by=by)
        return Result(RescueEvent.CONSENT if agrees else RescueEvent.REFUSE, facts={"revision": present.revision})

    return on_rescue(desk, number, change, operation)


def text(transaction: Transaction, number: int) -> Text:
    """Return what is signed of a rescue, as it stands now."""
    rescue = rescues.get(transaction.connection, number)
    standing = rescue.standing(tolerance(transaction.connection))
    return {} if standing is None else standing.signed_text()


def decided(transaction: Transaction, number: int, _state: ApprovalState) -> None:
    """Let follow what the director decided: the team gets ready, or there is another plan."""
    settle(transaction, number)


def _let_lapse(transaction: Transaction, number: int) -> None:
    """What was asked for or signed lapses where the plan is another one now."""
    rescue = rescues.get(transaction.connection, number)
    if not rescue.has_consent(tolerance(transaction.connection)):
        take_back(transaction, number, also_signed=True)


def _want_parts(transaction: Transaction, rescue: Rescue, needed: tuple[Needed, ...]) -> None:
    """Want the parts of a revision; what was handed out or is on its way already is not wanted again.

    A part that no revision named was wanted by hand, and stays so.
    """
    left = list(needed)
    planned = {part for plan in rescue.plans for part in plan.parts}
    for part in rescue.parts:
        if part.state is PartState.CANCELLED:
            continue
        same = Needed(part.name, part.quantity)
        if same in left:
            left.remove(same)
        elif part.is_open and same in planned:
            parts.change(transaction, part, {"state": PartState.CANCELLED})
    for each in left:
        parts.ask(transaction, rescue.id, {"name": each.name, "quantity": each.quantity, "source": Source.STOCK})


def _clean(typed: PlanTyped) -> PlanTyped:
    return PlanTyped(
        typed.travel, typed.minutes, whole_line(typed.leader, NAME_LIMIT),
        tuple(whole_line(name, NAME_LIMIT) for name in typed.crew), whole_line(typed.jobs),
        typed.cost_min, typed.cost_max, tuple(Needed(whole_line(p.name), p.quantity) for p in typed.parts),
        whole_line(typed.tools), whole_words(typed.cautions),
    )  # fmt: skip

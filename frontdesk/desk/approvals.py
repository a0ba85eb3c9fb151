"""Signing, in person or by phone, rejecting, confirming; a signature counts for the text as it stands now (Z7, G1)."""

from collections.abc import Callable
from typing import NamedTuple

from data import approvals, policy
from data.engine.transaction import Transaction
from data.matters import dues, matters
from frontdesk.desk import retention
from frontdesk.desk.desk import Desk
from frontdesk.desk.group import templates
from frontdesk.desk.holidays import notices
from frontdesk.desk.incidents import news
from frontdesk.desk.matters import close_if_done, owe_in_working_days, owe_signature
from frontdesk.desk.people.duty import roster_of
from frontdesk.desk.plans import plans
from frontdesk.desk.rescues import planning
from frontdesk.desk.review import reviews
from frontdesk.desk.rosters import publishing
from frontdesk.desk.surveys import surveys
from frontdesk.desk.weather import decisions
from frontdesk.domain.approvals.approval import (
    Approval,
    ApprovalState,
    Text,
    Verdict,
    What,
    check_confirm,
    check_sign,
    is_disputed,
)
from frontdesk.domain.approvals.events import ApprovalEvent
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words


class _Signed(NamedTuple):
    """What is signed of a matter: its text as it stands now, and what follows when it is decided."""

    text: Callable[[Transaction, int], Text]
    decided: Callable[[Transaction, int, ApprovalState], Result | None]
    """What follows says itself what it did where that is more than that somebody signed."""
    by: Callable[[Transaction, int], Millis] | None = None
    """By when each signs, where that is sooner than the policy's working days."""
    in_person: bool = False
    """Whether nobody approves it by phone."""


_SIGNED = {
    What.REVIEW: _Signed(reviews.text, reviews.decided),
    What.PURGE: _Signed(retention.text, retention.decided),
    What.PLAN: _Signed(plans.text, plans.decided),
    What.SURVEY: _Signed(surveys.text, surveys.decided),
    What.RESCUE: _Signed(planning.text, planning.decided),
    What.NEWS: _Signed(news.text, news.decided),
    What.WEATHER: _Signed(decisions.text, decisions.decided, decisions.sign_by),
    What.ROSTER: _Signed(publishing.text, publishing.decided),
    What.NOTICE: _Signed(notices.text, notices.decided),
    What.TEMPLATE: _Signed(templates.text, templates.decided, in_person=True),
}


def asked(desk: Desk) -> tuple[Approval, ...]:
    """Return what waits for a signature, oldest first."""
    return desk.read(approvals.asked)


def of_matter(desk: Desk, number: int) -> tuple[Approval, ...]:
    """Return what was or is to be signed for a matter, oldest first."""
    return desk.read(lambda connection: approvals.of_matter(connection, number))


def sign(
    desk: Desk,
    number: int,
    *,
    by_phone: str = "",
    words: str = "",
    seen: int | None = None,
    operation: str | None = None,
) -> Result:
    """Sign what was asked for last for a matter; by phone it is somebody else's, who says so and confirms it later.

    `seen`: the number of the approval that was read; another one is not signed for it.

    Raises `Refused`: NO_MATTER, NO_APPROVAL, APPROVAL_DECIDED, UNKNOWN_PERSON, OWN_REQUEST, SIGNED_TWICE,
    NOT_THE_ROLE, TEXT_CHANGED, SUBMITTED_ANEW, ON_THE_PHONE, IN_PERSON_ONLY,
    and what the matter's own concern refuses.
    """
    named = whole_line(by_phone, NAME_LIMIT)
    return _give(desk, number, Verdict.APPROVED, words, by_phone=named, seen=seen, operation=operation)


def reject(desk: Desk, number: int, words: str, *, seen: int | None = None, operation: str | None = None) -> Result:
    """Reject it, and say why; also what one is said to have approved by phone. Raises as `sign`, and REJECTED_WHY."""
    return _give(desk, number, Verdict.REJECTED, words, seen=seen, operation=operation)


def confirm(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Confirm in person what one approved by phone. Raises `Refused`: NO_MATTER, NO_APPROVAL, NOTHING_TO_CONFIRM."""

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        matters.get(connection, number)
        approval = approvals.latest(connection, number)
        signature = check_confirm(approval, transaction.actor.who)
        approvals.sign(transaction, approval, signature.role, Verdict.CONFIRMED, words="")
        dues.meet(transaction, number, DueName.APPROVAL_CONFIRM)
        left = [each.who for each in approval.unconfirmed if each is not signature]
        if left:
            _owe_confirmation(transaction, number, left[0])
        else:
            close_if_done(transaction, number)
        return Result(ApprovalEvent.CONFIRM, number=number, facts={"what": approval.what})

    return desk.do(body, operation)


def _give(
    desk: Desk,
    number: int,
    verdict: Verdict,
    words: str,
    *,
    by_phone: str = "",
    seen: int | None,
    operation: str | None,
) -> Result:
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        matters.get(connection, number)
        approval = approvals.latest(connection, number)
        if seen not in {None, approval.id}:
            raise Refused(ApprovalReason.SUBMITTED_ANEW, number=number)
        kind, who = _SIGNED[approval.what], by_phone or transaction.actor.who
        if by_phone and kind.in_person:
            raise Refused(ApprovalReason.IN_PERSON_ONLY, number=number)
        followed: Result | None = None
        if verdict is Verdict.REJECTED and is_disputed(approval, who, said):
            _dispute(transaction, approval, said)
        else:
            role = check_sign(
                approval, verdict, who, kind.text(transaction, number),
                words=said, roster=roster_of(transaction), now=transaction.now,
            )  # fmt: skip
            names = approval.not_by_phone(by_phone)
            if by_phone and (transaction.actor.who in names or not said):
                raise Refused(ApprovalReason.ON_THE_PHONE, number=number, who=by_phone, names=names)
            approvals.sign(transaction, approval, role, verdict, words=said, by_phone=by_phone)
            followed = _decide(transaction, approval, verdict)
            if by_phone:
                _owe_confirmation(transaction, number, by_phone)
            close_if_done(transaction, number)
        return followed or Result(_event(verdict, by_phone), number=number, facts={"what": approval.what, "who": who})

    return desk.do(body, operation)


def _decide(transaction: Transaction, approval: Approval, verdict: Verdict) -> Result | None:
    """Put on record what became of it, where this was the last signature or a rejection; else the next one is owed.

    Return what followed of itself, if anything did.
    """
    state = _state_after(approval, verdict)
    dues.meet(transaction, approval.matter, DueName.APPROVAL)
    if state is None:
        by = _SIGNED[approval.what].by
        following = approval.roles[len(approval.given) + 1]
        owe_signature(transaction, approval.matter, following, by=by and by(transaction, approval.matter))
        return None
    approvals.end(transaction, approval, state)
    return _SIGNED[approval.what].decided(transaction, approval.matter, state)


def _owe_confirmation(transaction: Transaction, number: int, who: str) -> None:
    """Somebody owes that they confirm what they approved by phone; after whoever owes it already."""
    owed = matters.get(transaction.connection, number).dues
    if not any(due.name is DueName.APPROVAL_CONFIRM and due.is_running for due in owed):
        days = policy.current(transaction.connection).approval_confirm_days
        owe_in_working_days(transaction, number, DueName.APPROVAL_CONFIRM, days, person=who)


def _dispute(transaction: Transaction, approval: Approval, words: str) -> None:
    """Whoever is said to have approved by phone has not: what was signed for them does not count."""
    signature = check_confirm(approval, transaction.actor.who)
    approvals.sign(transaction, approval, signature.role, Verdict.REJECTED, words=words)
    approvals.end(transaction, approval, ApprovalState.REJECTED)
    for name in (DueName.APPROVAL_CONFIRM, DueName.APPROVAL):
        dues.meet(transaction, approval.matter, name)
    _SIGNED[approval.what].decided(transaction, approval.matter, ApprovalState.REJECTED)


def _state_after(approval: Approval, verdict: Verdict) -> ApprovalState | None:
    if verdict is Verdict.REJECTED:
        return ApprovalState.REJECTED
    return ApprovalState.APPROVED if len(approval.given) + 1 == len(approval.roles) else None


def _event(verdict: Verdict, by_phone: str) -> ApprovalEvent:
    if verdict is Verdict.REJECTED:
        return ApprovalEvent.REJECT
    return ApprovalEvent.BY_PHONE if by_phone else ApprovalEvent.SIGN

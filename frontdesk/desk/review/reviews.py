"""The monthly review: opened when its month is over, filled with causes, submitted, signed by the director (Z7)."""

from collections.abc import Iterable

from data import journal, measures, policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.review import reviews
from frontdesk.desk.desk import Desk
from frontdesk.desk.figures import reports
from frontdesk.desk.matters import ask_for_signatures, owe_in_working_days, take_back
from frontdesk.desk.people.duty import check_at_desk, check_manages, roster_of
from frontdesk.desk.review.causes import causes_of_month
from frontdesk.desk.review.under_review import MonthUnderReview, crossings_of, read_month, span_of, text_of, zone_of
from frontdesk.domain.approvals.approval import ApprovalState, Text, What
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.lists import listed
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.measures.measure import Measure, MeasureState
from frontdesk.domain.people.staff import Post
from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.events import ReviewEvent
from frontdesk.domain.review.reasons import ReviewReason
from frontdesk.domain.review.review import Review, ReviewState, check_draft, check_month_over, check_submit
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_words


def opened(desk: Desk) -> tuple[Review, ...]:
    """Return every review, the earliest month first."""
    return desk.read(reviews.every)


def of_month(desk: Desk, month: Month) -> MonthUnderReview:
    """Return the review of a month. Raises `Refused(NO_REVIEW)`."""
    reports.catch_up(desk, *reports.days_of(month))
    now = desk.now()

    def read(connection: Connection) -> MonthUnderReview:
        return read_month(connection, reviews.of_month(connection, month), now)

    return desk.read(read)


def shown(desk: Desk, month: Month) -> Review:
    """Return the review of a month without what it is about. Raises `Refused(NO_REVIEW)`."""
    return desk.read(lambda connection: reviews.of_month(connection, month))


def open_month(desk: Desk, month: Month, operation: str | None = None) -> Result:
    """Open the review of a month that is over. Raises `Refused`: MONTH_RUNS, REVIEW_OPENED."""

    def body(transaction: Transaction) -> Result:
        check_month_over(month, Month.of(transaction.now, zone_of(transaction.connection)))
        if reviews.is_opened(transaction.connection, month):
            raise Refused(ReviewReason.REVIEW_OPENED, month=str(month))
        return Result(ReviewEvent.OPEN, number=open_in(transaction, month), facts={"month": str(month)})

    return desk.do(body, operation)


def open_in(transaction: Transaction, month: Month) -> int:
    """Open the review of a month, in a transaction under way; return the number of its matter."""
    connection = transaction.connection
    number = matters.open_one(transaction, MatterKind.REVIEW, str(month))
    reviews.open_one(transaction, number, month)
    ends = month.later(1).begins(zone_of(connection)) - 1
    owe_in_working_days(transaction, number, DueName.REVIEW, policy.current(connection).review_by_days, since=ends)
    return number


def say_cause(
    desk: Desk, month: Month, crossings: dict[int, str], words: str = "", operation: str | None = None
) -> Result:
    """Say why limits were crossed in a month: the cause of each, by the number of the escalation.

    What was submitted is a draft again by that. Raises `Refused`: NO_REVIEW, REVIEW_STATE, NOT_OF_MONTH, ALL_SAID.
    """
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        review = reviews.of_month(connection, month)
        check_draft(review)
        check_at_desk(transaction)
        of_it = {each.id for each in crossings_of(connection, month)}
        if strange := sorted(set(crossings) - of_it):
            raise Refused(ReviewReason.NOT_OF_MONTH, month=str(month), number=strange[0])
        known = reviews.causes(connection, *span_of(connection, month))
        fresh = {
            crossing: cause
            for crossing, cause in sorted(crossings.items())
            if crossing not in known or (known[crossing].cause, known[crossing].words) != (cause, said)
        }
        if not fresh:
            raise Refused(ReviewReason.ALL_SAID, month=str(month))
        for crossing, cause in fresh.items():
            reviews.say_cause(transaction, crossing, cause, said)
        back_to_draft(transaction, review)
        return Result(ReviewEvent.CAUSE, number=review.id, facts={"month": str(month), "count": len(fresh)})

    return desk.do(body, operation)


def take_proposed(desk: Desk, month: Month, operation: str | None = None) -> Result:
    """Say of each case without a cause the one that is proposed. Raises `Refused`: NOTHING_PROPOSED, as `say_cause`."""
    said = desk.read(lambda connection: reviews.causes(connection, *span_of(connection, month)))
    cases = causes_of_month(desk, month).cases
    proposed = {
        case.escalation.id: str(case.proposal.cause)
        for case in cases
        if case.proposal.cause is not None and case.escalation.id not in said
    }
    if all(case.escalation.id in said for case in cases):
        raise Refused(ReviewReason.ALL_SAID, month=str(month))
    if not proposed:
        raise Refused(ReviewReason.NOTHING_PROPOSED, month=str(month))
    return say_cause(desk, month, proposed, operation=operation)


def leave(desk: Desk, month: Month, cause: str, why: str, operation: str | None = None) -> Result:
    """Say why a frequent cause has no measure. Raises `Refused`: NO_REVIEW, REVIEW_STATE, LEFT_WHY, HAS_MEASURE."""
    said = whole_words(why)

    def body(transaction: Transaction) -> Result:
        review = reviews.of_month(transaction.connection, month)
        check_draft(review)
        check_manages(transaction)
        if not said:
            raise Refused(ReviewReason.LEFT_WHY, month=str(month), causes=listed((cause,), Cause))
        if cause in _measured(measures.of_matter(transaction.connection, review.id)):
            raise Refused(ReviewReason.HAS_MEASURE, month=str(month), causes=listed((cause,), Cause))
        reviews.leave(transaction, review, cause, said)
        back_to_draft(transaction, review)
        return Result(ReviewEvent.LEAVE, number=review.id, facts={"month": str(month), "cause": cause})

    return desk.do(body, operation)


def submit(desk: Desk, month: Month, conclusion: str, operation: str | None = None) -> Result:
    """Submit a review to the director; what was asked for before lapses. Raises `Refused`, as `check_submit` says."""
    said = whole_words(conclusion)
    reports.catch_up(desk, *reports.days_of(month))

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        review = reviews.of_month(connection, month)
        month_now = read_month(connection, review, transaction.now)
        check_submit(
            review,
            undecided=len(month_now.undecided),
            causes={cause: count for cause, count in month_now.pareto.counts.items() if cause is not None},
            answered=_measured(month_now.measures) | {left.cause for left in review.left},
            conclusion=said,
            who=transaction.actor.who,
            staff={person.name for person in roster_of(transaction).staff},
        )
        check_manages(transaction)
        reviews.change(transaction, review, {"state": ReviewState.SUBMITTED, "conclusion": said})
        dues.meet(transaction, review.id, DueName.REVIEW)
        ask_for_signatures(transaction, review.id, What.REVIEW, text(transaction, review.id), (Post.DIRECTOR,))
        return Result(ReviewEvent.SUBMIT, number=review.id, facts={"month": str(month)})

    return desk.do(body, operation)


def back_to_draft(transaction: Transaction, review: Review) -> None:
    """What was submitted and has changed since is a draft again: it has to be submitted anew."""
    if review.state is ReviewState.SUBMITTED:
        take_back(transaction, review.id)
        decided(transaction, review.id, ApprovalState.LAPSED)


def may_undo(transaction: Transaction, last: Happened) -> None:
    """What a submitted or signed review stands on is not taken back. Raises `Refused(CHANGED_SINCE)`."""
    if last.kind in {ReviewEvent.CAUSE, ReviewEvent.LEAVE}:
        # Both events name their month first.
        review = reviews.of_month(transaction.connection, Month.read(last.detail.split()[0]))
        reopened = any(change.table == "reviews" for change in journal.changes(transaction.connection, last.seq))
        if review.state is not ReviewState.DRAFT and not reopened:
            raise Refused(JournalReason.CHANGED_SINCE, kind=last.kind)


def _measured(found: Iterable[Measure]) -> set[str]:
    """Return the causes against which there is a measure."""
    return {each.cause for each in found if each.state is not MeasureState.DROPPED}


def text(transaction: Transaction, number: int) -> Text:
    """Return what the director signs, as it stands now: the figures, the causes, the measures, the conclusion."""
    connection = transaction.connection
    return text_of(read_month(connection, reviews.get(connection, number), transaction.now))


def decided(transaction: Transaction, number: int, state: ApprovalState) -> None:
    """Put on record what became of a review that was signed or rejected; who rejected it wants it again."""
    review = reviews.get(transaction.connection, number)
    if state is ApprovalState.APPROVED:
        reviews.change(transaction, review, {"state": ReviewState.APPROVED})
        return
    reviews.change(transaction, review, {"state": ReviewState.DRAFT})
    days = policy.current(transaction.connection).review_by_days
    owe_in_working_days(transaction, number, DueName.REVIEW, days)

"""What time alone does to messages: one that was told too late expires, a sender that was stopped has sent or not."""

from data.engine.transaction import Transaction
from data.messages import messages
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Audience, Message, MessageState, TryResult
from frontdesk.domain.messages.times import after_failure


def pass_time(desk: Desk) -> Result | None:
    """Put on record what time has brought; None where it has brought nothing, or somebody else was first."""

    def body(transaction: Transaction) -> Result | None:
        found = messages.passed(transaction.connection, transaction.now)
        for message in found:
            (_stopped if message.state is MessageState.SENDING else _expired)(transaction, message)
        return Result(MessageEvent.PASSED, number=len(found)) if found else None

    first = desk.read(messages.passes_at)
    return None if first is None or first > desk.now() else desk.do_if(body)


def _expired(transaction: Transaction, message: Message) -> None:
    """Nobody told it in time: it stands among what is owed until somebody says what is done; a call just ends."""
    messages.add_try(transaction, message, TryResult.EXPIRED)
    if message.audience is Audience.STAFF:
        messages.end(transaction, message, MessageState.EXPIRED)
    else:
        messages.change(transaction, message, {"state": MessageState.EXPIRED, "try_at": transaction.now})


def _stopped(transaction: Transaction, message: Message) -> None:
    """Whether it went out nobody knows: a customer is rather asked than told twice, a call may come twice."""
    messages.add_try(transaction, message, TryResult.UNCERTAIN)
    tries = message.count_tries + 1
    again = after_failure(tries, transaction.now) if message.audience is Audience.STAFF else None
    state = MessageState.UNCERTAIN if again is None else MessageState.OWED
    values = {"state": state, "try_at": transaction.now if again is None else again, "tries": tries}
    messages.change(transaction, message, values)

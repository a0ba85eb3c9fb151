"""A store with people at the desk, and a word to be told."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling
from frontdesk.desk.owing import owe
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Message, Purpose, ToTell
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏A12345")
SAID = ToTell(Purpose.PROMISE, "17:00 交车", name="陈先生", plate=CAR, phone="13800138000", about="visit:1")


@pytest.fixture
def owed(advisor: Desk) -> Callable[..., Message]:
    """Owes a message as another concern does, in a transaction of its own; returns it."""

    def put(**other: Any) -> Message:
        said = SAID._replace(**other)
        result = advisor.do(lambda transaction: Result(MessageEvent.OWE, number=owe(transaction, said)))
        return telling.shown(advisor, result.number)

    return put

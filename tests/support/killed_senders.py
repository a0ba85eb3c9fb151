"""Processes that send what is due and are killed at random: what came of each message is counted.

Run: killed_senders.py FOLDER KILLS SEED. Prints one JSON object. Every round owes some texts to customers and a call to
the staff; two processes send at once and are killed, and a minute later whoever looks says what became of them.
"""

import asyncio
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import data.schema.migrations  # noqa: F401 - loaded before the fork
from data.messages import messages, routes
from frontdesk.commands.messages.sending import send_due
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.owing import owe
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Audience, Channel, MessageState, Purpose, ToTell
from frontdesk.domain.messages.times import BACK_OFF, LEASE
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR, ManualClock
from frontdesk.machine.senders.notify_file import Notify

START = 1_780_020_000_000
EACH, SENDERS, LONGEST_S = 3, 2, 0.06


def desk_at(store: Path, at: int) -> Desk:
    return Desk.open(store, Actor("watch", ""), ManualClock(at))


def send(store: Path, at: int, notify: Notify) -> int:
    """Begin to send in a process of its own; return its number."""
    child = os.fork()
    if child:
        return child
    try:
        with desk_at(store, at) as desk:
            asyncio.run(send_due(desk, notify, lingers=0))
    finally:
        os._exit(0)


def owe_some(store: Path, at: int, customers: str, staff: str) -> None:
    def body(transaction: Any) -> Result:
        for number in range(EACH):
            said = ToTell(
                Purpose.READY, "车好了", phone="13800138000", channel=Channel.SMS, is_automatic=True, is_urgent=True,
                about=f"visit:{at}.{number}",
            )  # fmt: skip
            owe(transaction, said)
        number = owe(transaction, ToTell(Purpose.WORD, "故障", Audience.STAFF, channel=staff, about=str(at)))
        return Result(MessageEvent.OWE, number=number)

    with desk_at(store, at) as desk:
        routes.put(desk.connection, {"sms": (customers,)})
        desk.do(body)


def main(folder: Path, kills: int, seed: int) -> None:
    draw, store = random.Random(seed), folder / "store.db"
    for name in ("customers", "staff"):
        (folder / name).mkdir()
    customers, staff = (f"folder:{folder / name}" for name in ("customers", "staff"))
    notify, at, killed = Notify({"sms": (customers,)}, {}, {}), START, 0
    while killed < kills:
        owe_some(store, at, customers, staff)
        running = [send(store, at, notify) for _ in range(SENDERS)]
        for child in running:
            time.sleep(draw.random() * LONGEST_S)
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            killed += os.WIFSIGNALED(status)
        at += LEASE
        with desk_at(store, at) as desk:
            handling.evaluate(desk)
    # Where a fast machine let many calls come before enough was killed, those above so many an hour go out later.
    for wait in (0, *BACK_OFF, LEASE, HOUR, HOUR):
        at += wait
        os.waitpid(send(store, at, notify), 0)
    print(json.dumps(counted(folder, store, at) | {"killed": killed}))


def counted(folder: Path, store: Path, at: int) -> dict[str, int]:
    """Count the messages by what became of them, and the files there are of each."""
    files = Counter(
        number
        for name in ("customers", "staff")
        for file in (folder / name).glob("*.json")
        for number in json.loads(file.read_text(encoding="utf-8"))["numbers"]
    )
    with desk_at(store, at) as desk:
        (last,) = desk.connection.execute("select max(id) from messages").fetchone()
        found = messages.of(desk.connection, range(1, last + 1))
    of_customers = [each for each in found if each.audience is Audience.CUSTOMER]
    states = Counter(each.state for each in of_customers)
    return {
        "messages": len(found),
        "sent": states[MessageState.SENT],
        "uncertain": states[MessageState.UNCERTAIN],
        "elsewhere": len(of_customers) - states[MessageState.SENT] - states[MessageState.UNCERTAIN],
        "twice": sum(files[each.id] > 1 for each in of_customers),
        "sent_without_a_file": sum(each.state is MessageState.SENT and not files[each.id] for each in found),
        "uncertain_with_a_file": sum(each.state is MessageState.UNCERTAIN and files[each.id] > 0 for each in found),
        "calls_lost": sum(each.audience is Audience.STAFF and not files[each.id] for each in found),
        "calls_twice": sum(each.audience is Audience.STAFF and files[each.id] > 1 for each in found),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

"""The gates with a camera, and what a camera was not sure of."""

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.domain.gates import SHOWN, SHOWN_FOR, Direction, Gate, GateReason, Unsure
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_GATE = "select id, name, direction from gates where removed = 0"


def everyone(connection: Connection) -> tuple[Gate, ...]:
    """Return the gates in the order they were put in."""
    return tuple(_gate(row) for row in connection.execute(f"{_GATE} order by id"))


def of_token(connection: Connection, token: str) -> Gate | None:
    """Return the gate whose token has this hash; None for none, and for one that was taken out."""
    row = connection.execute(f"{_GATE} and token = ?", (token,)).fetchone()
    return None if row is None else _gate(row)


def add(transaction: Transaction, name: str, direction: Direction, token: str) -> int:
    """Put a gate in. Raises `Refused(ALREADY_GATE)`."""
    if any(gate.name == name for gate in everyone(transaction.connection)):
        raise Refused(GateReason.ALREADY_GATE, name=name)
    return transaction.insert("gates", {"name": name, "direction": direction, "token": token})


def remove(transaction: Transaction, name: str) -> int:
    """Take a gate out: its token is worth nothing any more. Raises `Refused(NO_GATE)`."""
    gate = next((gate for gate in everyone(transaction.connection) if gate.name == name), None)
    if gate is None:
        raise Refused(GateReason.NO_GATE, name=name)
    transaction.update("gates", gate.id, {"removed": 1}, where={"removed": 0})
    return gate.id


def note(connection: Connection, gate: Gate, text: str, at: Millis) -> None:
    """Note what a guard should look at, in a transaction under way; what is long gone goes."""
    connection.execute("delete from gate_reads where at < ?", (at - SHOWN_FOR,))
    same = connection.execute("select 1 from gate_reads where gate = ? and text = ?", (gate.name, text)).fetchone()
    if same is None:
        connection.execute("insert into gate_reads (gate, at, text) values (?, ?, ?)", (gate.name, at, text))


def looked_at(connection: Connection, number: int) -> bool:
    """Forget what a guard has looked at, in a transaction under way; return whether it was there."""
    return connection.execute("delete from gate_reads where id = ?", (number,)).rowcount == 1


def unsure(connection: Connection, now: Millis) -> tuple[Unsure, ...]:
    """Return what cameras were not sure of lately, the latest first."""
    rows = connection.execute(
        "select id, gate, at, text from gate_reads where at >= ? order by id desc limit ?", (now - SHOWN_FOR, SHOWN)
    )
    return tuple(Unsure(*row) for row in rows)


def _gate(row: tuple[int, str, str]) -> Gate:
    return Gate(row[0], row[1], Direction(row[2]))

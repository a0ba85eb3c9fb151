"""Which customers are told of a holiday by the program: booked in it, here now, or here lately (S5)."""

from collections.abc import Iterator
from typing import NamedTuple

from data.customers import Customers
from data.engine.connection import Connection
from data.messages import wishes
from data.people import phones
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate

MOST = 2_000
_TOUCHED = (
    "select plate from appointments where state = 'booked' and plate <> '' and at >= ?1 and at < ?2"
    " union select plate from visits where left_at is null"
)
_LATELY = "select plate from visits where arrived_at >= ? group by plate order by max(arrived_at) desc limit ?"


class ToBeTold(NamedTuple):
    """A customer, each number once."""

    plate: Plate
    name: str
    phone_id: int


def touched(connection: Connection, span: tuple[Millis, Millis]) -> Iterator[ToBeTold]:
    """Yield who has an appointment in the holiday, or whose car is here now: they are rung up where no text goes."""
    yield from _numbered(connection, connection.execute(_TOUCHED, span).fetchall(), texts=False)


def lately(connection: Connection, since: Millis) -> Iterator[ToBeTold]:
    """Yield who was here since an instant and takes texts."""
    yield from _numbered(connection, connection.execute(_LATELY, (since, MOST)).fetchall(), texts=True)


def _numbered(connection: Connection, rows: list[tuple[str]], *, texts: bool) -> Iterator[ToBeTold]:
    customers = Customers(connection)
    for (plate,) in rows:
        found = customers.of_plate(Plate(plate))
        number = phones.in_full(connection, found.phone_id) if found.phone_id is not None else ""
        if not number or found.phone_id is None or (texts and wishes.of_number(connection, number).no_texts):
            continue
        yield ToBeTold(Plate(plate), found.name, found.phone_id)

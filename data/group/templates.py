"""The templates that head office offered, as the store knows them."""

import json
from typing import Any

from data import approvals
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.engine.unreadable import each
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.templates import Offer, Template
from frontdesk.domain.values.errors import Refused

_COLUMNS = "t.id, number, name, version, note, numbers, plan_version"
_OF = f"select {_COLUMNS} from group_templates t"


def every(connection: Connection) -> tuple[Offer, ...]:
    """Return every template that was ever offered, oldest first."""
    rows = connection.execute(f"{_OF} order by t.id").fetchall()
    return tuple(each("group_templates", rows, lambda row: _offer(connection, row)))


def get(connection: Connection, matter: int) -> Offer:
    """Return a template by the number of its matter. Raises `Refused(NO_OFFER)`."""
    row = connection.execute(f"{_OF} where t.id = ?", (matter,)).fetchone()
    if row is None:
        raise Refused(GroupReason.NO_OFFER, number=matter)
    return _offer(connection, row)


def add(transaction: Transaction, matter: int, template: Template) -> None:
    """Put on record that a template is offered."""
    about = {"id": matter, "number": template.number, "name": template.name, "version": template.version}
    numbers = json.dumps(template.numbers, ensure_ascii=False)
    transaction.insert("group_templates", {**about, "note": template.note, "numbers": numbers})


def note_plan(transaction: Transaction, offer: Offer, version: int) -> None:
    """Put on record into which version of a plan a template was written."""
    transaction.update("group_templates", offer.matter, {"plan_version": version}, where={"plan_version": None})


def _offer(connection: Connection, row: tuple[Any, ...]) -> Offer:
    matter, number, name, version, note, numbers, plan_version = row
    approval = approvals.latest(connection, matter)
    template = Template(number, name, version, note, approval.asked_by, json.loads(numbers))
    return Offer(matter, template, approval, plan_version)

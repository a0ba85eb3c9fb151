"""The revisions of the plans of rescues: added, never changed (R2)."""

import json
from collections import defaultdict
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.parts.part import Needed
from frontdesk.domain.rescues.checks import PlanTyped
from frontdesk.domain.rescues.rescue import PlanRevision

_SAID = "revision, at, who, travel, minutes, leader, crew, jobs, cost_min, cost_max, parts, tools, cautions"


def of(connection: Connection, numbers: str) -> dict[int, tuple[PlanRevision, ...]]:
    """Return the plans of rescues, the first revision first; `numbers` is a JSON list."""
    rows = connection.execute(
        f"select rescue_id, {_SAID} from rescue_plans where rescue_id in (select value from json_each(?))"
        " order by revision",
        (numbers,),
    ).fetchall()
    found: defaultdict[int, list[PlanRevision]] = defaultdict(list)
    for owner, plan in each("rescue_plans", rows, lambda row: (row[0], _plan(row[1:]))):
        found[owner].append(plan)
    return {owner: tuple(plans) for owner, plans in found.items()}


def add(transaction: Transaction, rescue: int, revision: int, typed: PlanTyped) -> None:
    """Put a revision on record."""
    said: Row = {name: getattr(typed, name) for name in PlanTyped.__slots__}
    said |= {"crew": json.dumps(typed.crew, ensure_ascii=False), "parts": json.dumps(typed.parts, ensure_ascii=False)}
    who: Row = {"rescue_id": rescue, "revision": revision, "at": transaction.now, "who": transaction.actor.who}
    transaction.insert("rescue_plans", {**who, **said})


def _plan(row: tuple[Any, ...]) -> PlanRevision:
    named = dict(zip(_SAID.split(", "), row, strict=True))
    named |= {"crew": tuple(json.loads(named["crew"]))}
    named |= {"parts": tuple(Needed(*part) for part in json.loads(named["parts"]))}
    return PlanRevision(**named)

"""A case as the people at the desk work on it: registered, taken a step on, refused; what runs and stands."""

from typing import Any

import pytest
from store_checks import tables

from frontdesk.desk.cases import register as complaints
from frontdesk.desk.cases import steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import Case, CaseKind, Channel, Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.values.clock import HOUR
from frontdesk.domain.values.errors import Refused

START = 1_780_020_000_000
"""2026-05-29 10:00:00 in Shanghai, a Friday."""
TODAY_CLOSE = START + 8 * HOUR
FOUND = {"investigation": "拆检", "analysis": "油封老化", "measure": "入库抽检"}
"""What quality answers (C13)."""


def register(desk: Desk, severity: Severity = Severity.ORDINARY, **said: Any) -> int:
    """Register a case of 陈静's; return its number."""
    usual: dict[str, Any] = {"customer": "陈静", "phone": "13812345678", "plate": "苏A12345", "words": "漏油"}
    kinds = {"channel": Channel.PHONE, "kind": CaseKind.PRODUCT}
    return complaints.register(desk, NewCase(severity=severity, **{**kinds, **usual, **said})).number


def take(desk: Desk, number: int, step: CaseStep, note: str = "已办", **given: Any) -> None:
    """Take a step, with what it takes beside the words."""
    steps.take(desk, number, step, note, given=Given(**given))


def refused(desk: Desk, number: int, step: CaseStep, note: str = "已办", **given: Any) -> Refused:
    """Take a step that is refused and changes nothing; return the refusal."""
    before = tables(desk.connection)
    with pytest.raises(Refused) as refusal:
        take(desk, number, step, note, **given)
    assert tables(desk.connection) == before
    return refusal.value


def running(case: Case) -> set[str]:
    """Return the names of the clocks that run."""
    return {clock.name.value for clock in case.running}


def clock_of(desk: Desk, number: int, name: ClockName) -> Any:
    """Return a case's clock of that name; of several the first."""
    return next(clock for clock in complaints.get(desk, number).clocks if clock.name is name)


def standing(desk: Desk) -> tuple[Escalation, ...]:
    """Return the escalations that stand."""
    return desk.snapshot().escalations


def to_confirmed(desk: Desk, number: int) -> None:
    """Take a case on until the customer confirms the outcome."""
    for step in (CaseStep.ANSWER, CaseStep.RESOLVE, CaseStep.CONFIRM):
        take(desk, number, step)

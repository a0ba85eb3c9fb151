"""Call tickets and expired diversions (Z5a)."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.escalations.limits import ticket_breaches
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.lounge import (
    LoungeReason,
    Ticket,
    TicketState,
    check_call,
    check_no_show,
    check_restore,
    latest_calls,
    ticket_name,
)
from frontdesk.domain.values.errors import Reason, Refused


def ticket(**more: Any) -> Ticket:
    facts: dict[str, Any] = {
        "id": 1, "visit_id": 1, "plate": "苏A12345", "day": "2026-05-29", "number": 7, "issued_at": 0, "arrived_at": 0,
        "expires_at": 1800, "renewals": 0, "renewed_by": "", "calls": 0, "called_at": None, "bay": "",
        "no_show_at": None, **more,
    }  # fmt: skip
    return Ticket(**facts)


WAITING: dict[str, int] = {}
ONCE, TWICE = {"calls": 1}, {"calls": 2}
GONE, GONE_TWICE = {"calls": 1, "no_show_at": 5}, {"calls": 2, "no_show_at": 5}


@pytest.mark.parametrize(
    ("state", "call", "no_show", "restore"),
    [
        (WAITING, None, LoungeReason.NOT_CALLED, LoungeReason.NO_NO_SHOW),
        (ONCE, None, None, LoungeReason.NO_NO_SHOW),
        (TWICE, LoungeReason.CALLED_TWICE, None, LoungeReason.NO_NO_SHOW),
        (GONE, LoungeReason.TICKET_NO_SHOW, LoungeReason.TICKET_NO_SHOW, None),
        (GONE_TWICE, LoungeReason.TICKET_NO_SHOW, LoungeReason.TICKET_NO_SHOW, None),
    ],
)
def test_what_may_happen_to_a_ticket(
    state: dict[str, Any], call: Reason | None, no_show: Reason | None, restore: Reason | None
) -> None:
    assert [refusal(check, ticket(**state)) for check in (check_call, check_no_show, check_restore)] == [
        call, no_show, restore,
    ]  # fmt: skip


def refusal(check: Callable[[Ticket], None], one: Ticket) -> Reason | None:
    try:
        check(one)
    except Refused as refused:
        return refused.reason
    return None


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (WAITING, TicketState.WAITING),
        (ONCE, TicketState.CALLED),
        (TWICE, TicketState.CALLED),
        (GONE, TicketState.NO_SHOW),
    ],
)
def test_how_far_it_has_come(state: dict[str, Any], expected: TicketState) -> None:
    assert ticket(**state).state is expected


@pytest.mark.parametrize(("number", "name"), [(1, "A001"), (42, "A042"), (999, "A999"), (1000, "A1000")])
def test_what_the_customer_reads(number: int, name: str) -> None:
    assert ticket_name(number) == name
    assert ticket(number=number).name == name


@pytest.mark.parametrize(("now", "expired"), [(1799, False), (1800, False), (1801, True)])
def test_a_diversion_expires_after_its_time_not_at_it(now: int, expired: bool) -> None:
    found = ticket_breaches([ticket(), ticket(id=2, expires_at=9000)], now)
    assert [(b.subject, b.plate, b.crossed_at) for b in found] == (
        [(Subject.of_ticket(1, 0), "苏A12345", 1800)] if expired else []
    )


def test_a_renewed_diversion_expires_as_another() -> None:
    (found,) = ticket_breaches([ticket(renewals=2, expires_at=5)], 6)
    assert found.subject == Subject.of_ticket(1, 2)


def test_the_latest_call_comes_first() -> None:
    calls = [ticket(id=n, calls=1, called_at=at) for n, at in ((1, 5), (2, 9), (3, 9))]
    assert [each.id for each in latest_calls([*calls, ticket(id=4), ticket(id=5, **GONE)])] == [3, 2, 1]

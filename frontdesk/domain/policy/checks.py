"""What is wrong with a policy's numbers."""

from dataclasses import fields

from frontdesk.domain.policy import (
    appointments,
    calendar,
    cases,
    copies,
    escalations,
    incidents,
    matters,
    messages,
    outlook,
    progress,
    rescues,
    store,
    weather,
    zone,
)
from frontdesk.domain.policy.numbers import BOUNDS, Problem
from frontdesk.domain.policy.policy import Policy

CONCERNS = (
    store.problems,
    zone.problems,
    escalations.problems,
    incidents.problems,
    appointments.problems,
    cases.problems,
    matters.problems,
    progress.problems,
    rescues.problems,
    messages.problems,
    outlook.problems,
    calendar.problems,
    weather.problems,
    copies.problems,
)


def bounds() -> dict[str, tuple[int, int]]:
    """Return the smallest and largest value of each number, both included."""
    return {each.name: each.metadata[BOUNDS] for each in fields(Policy) if BOUNDS in each.metadata}


def inconsistencies(policy: Policy) -> list[Problem]:
    """Return everything that is wrong in a policy although its types are right."""
    wrong: list[Problem] = [
        (name, getattr(policy, name), f"{least}–{most}")
        for name, (least, most) in bounds().items()
        if not least <= getattr(policy, name) <= most
    ]
    for problems in CONCERNS:
        wrong += problems(policy)
    return wrong

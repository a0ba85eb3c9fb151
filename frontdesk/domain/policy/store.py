"""The store itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from frontdesk.domain.people.pins import SignIn
from frontdesk.domain.policy.numbers import Problem, number
from frontdesk.domain.values.plates import PROVINCES


@dataclass(frozen=True, init=False, repr=False, eq=False)
class StoreNumbers:
    """The store's name, where it is, and how long an action can be undone."""

    store_name: str = ""
    time_zone: str = "Asia/Shanghai"
    province: str = "苏"
    """The province character put before a plate that was typed without one."""
    sign_in: str = "names"
    """How people say who they are: "names" chosen from the staff list, or "pins" for what counts (S2)."""
    undo_s: int = number(120, 1, 86_400)


def problems(policy: StoreNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the store's part."""
    try:
        ZoneInfo(policy.time_zone)
    except (KeyError, ValueError, OSError):
        yield "time_zone", policy.time_zone, "Asia/Shanghai"
    if policy.sign_in not in tuple(SignIn):
        yield "sign_in", policy.sign_in, " ".join(SignIn)
    if policy.province not in tuple(PROVINCES):
        yield "province", policy.province, " ".join(PROVINCES)

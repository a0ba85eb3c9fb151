"""Holidays: how long before one its plan is opened, and which customers are told of it (S2, S5)."""

from dataclasses import dataclass

from frontdesk.domain.policy.numbers import number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class HolidayNumbers:
    """When holidays are prepared."""

    holiday_ahead_days: int = number(21, 0, 90)
    """S2: so many days before a public holiday its plan is opened; 0: none is opened by itself."""
    holiday_least_days: int = number(1, 1, 31)
    """S2: a holiday of fewer days has no plan."""
    holiday_text_days: int = number(30, 0, 366)
    """S5: whoever was here within so many days is texted the opening hours, where something sends texts."""

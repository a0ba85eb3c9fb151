"""The register: how long before its last day a thing is to be renewed, how soon what is amiss is put right (S3, S9)."""

from dataclasses import dataclass

from frontdesk.domain.policy.numbers import number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class RegisterNumbers:
    """When somebody is told of what expires, is too few or is faulty, and how soon that is put right."""

    thing_warning_days: int = number(30, 0, 366)
    """S9: from so many days before its last day on, a thing is to be renewed."""
    thing_days: int = number(3, 1, 366)
    """S3: within so many days what is too few or faulty is put right."""
    contact_call_days: int = number(31, 1, 366)
    """S7: a contact that nobody has called for so long is to be called through."""
    contact_list_days: int = number(5, 0, 60)
    """S1: within so many days the contact list is called through once its time has come."""
    contact_again_days: int = number(1, 0, 30)
    """S1: within so many days whoever was not reached is rung again, and a wrong number corrected."""

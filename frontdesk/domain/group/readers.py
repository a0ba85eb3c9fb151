"""Who may look at head office's dashboard in a browser."""

from typing import NamedTuple

from frontdesk.domain.values.clock import DAY, Millis

ACCESS_CODE_LENGTH = 16
"""In signs of 32: nobody finds it by trying, also not whoever has the hash."""
SIGNED_IN_FOR: Millis = 30 * DAY
"""So long a browser is known again; then the code is typed once more."""


class Reader(NamedTuple):
    """Somebody who has an access code, and in how many browsers it holds."""

    name: str
    added_at: Millis
    browsers: int
    signed_in_at: Millis | None
    """When it was typed last."""

"""How much of everything a station is shown."""

from frontdesk.domain.values.clock import MINUTE, Millis

DUE_SHOWN = 50
"""How many prompts for missed clocks are listed; nobody reads more."""

ENDED_SHOWN: Millis = 2 * MINUTE
"""For so long stations say that an incident is over, was a mistake, or a drill that was stopped."""

UNEXPLAINED_COUNTED = 99
"""So far the escalations are counted that nobody has explained: a store where nobody does has ever more of them."""

MATTERS_SHOWN = 60
"""How many matters are listed; of all that is owed the first are among them."""

MESSAGES_SHOWN = 60
"""How many messages are listed: at most so many as a station has rows for."""

COMPLAINTS_SHOWN = 60
"""How many cases are listed, which is more than a station has rows for; the case browser shows all."""

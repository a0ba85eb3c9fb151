"""The printer of this machine, for every kind of station and for `frontdesk tickets print` (Z5a)."""

from typing import NamedTuple

from frontdesk.domain.lounge import Ticket
from frontdesk.domain.policy.policy import Policy
from frontdesk.machine.settings import Settings


class MachinePrinter(NamedTuple):
    """Prints call tickets as the settings say: to files, or on a receipt printer."""

    settings: Settings

    @property
    def prints_at_once(self) -> bool:
        """Whether a ticket is printed as soon as it is handed out, which needs a printer in the settings."""
        return bool(self.settings.printer)

    def print(self, ticket: Ticket, policy: Policy) -> str:
        """Print a ticket; return where it went. Raises `PrinterError`."""
        from frontdesk.printing.printers import printer_for  # noqa: PLC0415 - slow to load, needed only here
        from frontdesk.printing.ticket_slip import slip_of  # noqa: PLC0415

        return printer_for(self.settings.printer, self.settings.ticket_folder).print(slip_of(ticket, policy))

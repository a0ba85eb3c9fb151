"""The sentences of refusals about printing."""

from frontdesk.domain.printing import PrintingReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    PrintingReason.CANNOT_PRINT: N_("The ticket was not printed: {detail}. The number stays valid; print again."),
    PrintingReason.BAD_PRINTER: N_(
        "“{text}” is no printer. Right would be a folder, tcp://192.168.1.50:9100 or /dev/usb/lp0."
    ),
}

REFUSALS = Refusals(SENTENCES)

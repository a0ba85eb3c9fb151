"""The sentences of refusals about browsers that show stations."""

from frontdesk.domain.stations.devices import DeviceReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    DeviceReason.WRONG_CODE: N_(
        "This code is not right, or its ten minutes are over, or it was used. frontdesk serve pair shows a new one."
    ),
    DeviceReason.TOO_MANY_CODES: N_(
        "Too many wrong codes came: until {at} no code is heard, not even a right one. Type it again then."
    ),
    DeviceReason.NO_DEVICE: N_("There is no device {number}. Which there are: frontdesk serve devices."),
}

REFUSALS = Refusals(SENTENCES)

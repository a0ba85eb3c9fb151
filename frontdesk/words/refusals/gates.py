"""The sentences of refusals about cameras at the gate."""

from frontdesk.domain.gates import GateReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    GateReason.NO_GATE: N_("There is no gate {name}. See frontdesk gate list."),
    GateReason.GATE_NAME: N_("A gate needs a name, like north."),
    GateReason.ALREADY_GATE: N_("There is a gate {name} already. Take it out first, or choose another name."),
}

REFUSALS = Refusals(SENTENCES)

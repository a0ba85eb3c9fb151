"""The names of the values and events of what follows from an incident."""

from frontdesk.domain.approvals.approval import What
from frontdesk.domain.incidents.aftermath import IntoPlan
from frontdesk.domain.incidents.aftermath_events import AftermathEvent
from frontdesk.domain.incidents.car_checks import CheckResult
from frontdesk.domain.incidents.incident import EntryKind
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Obstacle
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    values=(
        (What.NEWS, N_("news of an incident")),
        (IntoPlan.YES, N_("goes into the plan")),
        (IntoPlan.NO, N_("does not go into the plan")),
        (CheckResult.FIT, N_("nothing found on the car")),
        (CheckResult.DAMAGED, N_("damage found on the car")),
        (EntryKind.RATED, N_("hazard rated")),
        (EntryKind.ACTED, N_("hazard dealt with")),
        (EntryKind.BECAME, N_("hazard happened, now incident")),
        (EntryKind.AUTHORITY, N_("authority told")),
        (EntryKind.INSURER, N_("insurer told")),
        (EntryKind.NEWS, N_("news let out")),
        (EntryKind.INVESTIGATED, N_("cause found")),
        (EntryKind.ASSESSED, N_("lessons drawn")),
        (DueName.AUTHORITY, N_("tell the authority")),
        (DueName.INVESTIGATE, N_("find cause, person responsible and loss")),
        (DueName.ASSESS, N_("say what was learned")),
        (DueName.HAZARD, N_("deal with the hazard")),
        (Obstacle.NOT_LEARNED_FROM, N_("it was not said yet what was learned")),
    ),
    events={
        AftermathEvent.INVESTIGATE: N_("cause found"),
        AftermathEvent.ASSESS: N_("lessons drawn"),
        AftermathEvent.OUTSIDE: N_("told outside"),
        AftermathEvent.RATE: N_("hazard rated"),
        AftermathEvent.ACT: N_("hazard dealt with"),
        AftermathEvent.BECAME: N_("hazard became an incident"),
        AftermathEvent.NEWS: N_("news written"),
        AftermathEvent.NEWS_SIGN: N_("news signed"),
        AftermathEvent.NEWS_SEND: N_("news let out"),
        AftermathEvent.CAR_CHECK: N_("car looked at"),
    },
)

"""The names of the values and events of roll calls."""

from frontdesk.domain.roll_calls.events import RollCallEvent
from frontdesk.domain.roll_calls.roll_call import Mark, Subject
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    values=(
        (Subject.PERSON, N_("staff here")),
        (Subject.CUSTOMER, N_("customers here")),
        (Subject.VISITOR, N_("visitors")),
        (Subject.CAR, N_("cars here")),
        (Mark.PRESENT, N_("here now")),
        (Mark.LEFT, N_("left the store")),
        (Mark.MISSING, N_("not found")),
        (Mark.HURT, N_("hurt")),
        (Mark.MOVED_OUT, N_("moved out")),
        (Mark.STAYS, N_("stays there")),
    ),
    events={
        RollCallEvent.START: N_("roll call begun"),
        RollCallEvent.MARK: N_("marked in the roll call"),
        RollCallEvent.ADD: N_("put on the roll call"),
        RollCallEvent.END: N_("roll call complete"),
    },
)

"""The names of the values and events of appointments."""

from collections.abc import Mapping

from frontdesk.domain.appointments.appointment import State, Waits, Way
from frontdesk.domain.appointments.events import AppointmentEvent
from frontdesk.domain.appointments.show_rate import Lead
from frontdesk.domain.appointments.table_columns import Column
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (State.BOOKED, N_("booked")),
    (State.ARRIVED, N_("came")),
    (State.NO_SHOW, N_("did not come")),
    (State.CANCELLED, N_("called off")),
    (Waits.LOUNGE, N_("waits here")),
    (Waits.AWAY, N_("goes away")),
    (Way.PHONE, N_("phone")),
    (Way.PERSON, N_("in person")),
    (Way.WECHAT, N_("WeChat")),
    (Way.ONLINE, N_("online")),
    (Way.OTHER, N_("other")),
    (Lead.SAME_DAY, N_("same day")),
    (Lead.SOON, N_("1–3 days")),
    (Lead.LONGER, N_("longer")),
    (Column.NUMBER, N_("number")),
    (Column.AT, N_("appointment time")),
    (Column.PLATE, N_("plate")),
    (Column.CUSTOMER, N_("customer")),
    (Column.PHONE, N_("phone")),
    (Column.PURPOSE, N_("purpose")),
    (Column.WORK, N_("work")),
    (Column.MINUTES, N_("minutes")),
    (Column.WAITS, N_("where the customer waits")),
    (Column.ADVISOR, N_("service advisor")),
    (Column.WAY, N_("booked by")),
    (Column.STATE, N_("state")),
    (Column.CONFIRMED_AT, N_("confirmed")),
    (Column.WHY, N_("reason")),
    (Column.UID, N_("id in the source")),
    (Column.SEQUENCE, N_("version")),
)

EVENTS: Mapping[str, str] = {
    AppointmentEvent.BOOK: N_("appointment booked"),
    AppointmentEvent.MOVE: N_("appointment moved"),
    AppointmentEvent.CANCEL: N_("appointment called off"),
    AppointmentEvent.ARRIVED: N_("came for the appointment"),
    AppointmentEvent.REMIND: N_("appointment confirmed"),
    AppointmentEvent.IMPORT: N_("appointment taken from a file"),
    AppointmentEvent.CAPACITY: N_("capacity of a half hour set"),
    AppointmentEvent.NO_SHOW: N_("did not come for the appointment"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)

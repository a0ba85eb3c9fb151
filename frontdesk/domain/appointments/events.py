"""The events about appointments in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_CASES, OF_TIME, Need


class AppointmentEvent(Event):
    """What was done about an appointment, or what time brought."""

    BOOK = "appointment_book"
    MOVE = "appointment_move"
    CANCEL = "appointment_cancel"
    ARRIVED = "appointment_arrived"
    """An appointment and the visit of a car that is here were put together by hand."""
    REMIND = "appointment_remind"
    """The customer was told, or answered: they come."""
    IMPORT = "appointment_import"
    """A line of a table or an entry of a calendar was taken, changed or cancelled."""
    CAPACITY = "appointment_capacity"
    """Somebody said how many a half hour takes."""
    NO_SHOW = "appointment_no_show"

    @property
    def can_be_undone(self) -> bool:
        """All that a person did here can be taken back; what a file said is put right by the next one."""
        return self not in {AppointmentEvent.NO_SHOW, AppointmentEvent.IMPORT}

    @property
    def is_passing(self) -> bool:
        """Time brings a no-show."""
        return self is AppointmentEvent.NO_SHOW

    @property
    def need(self) -> Need:
        """The book is kept at the desk; that a customer came anybody may say."""
        if self is AppointmentEvent.NO_SHOW:
            return OF_TIME
        return OF_CARS if self is AppointmentEvent.ARRIVED else OF_CASES

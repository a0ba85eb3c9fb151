"""Reading the book of appointments: a day with its half hours, who fits what is typed, what a shift would do (Z9)."""

from datetime import date

from data import policy as policies
from data.appointments import appointments
from data.engine.connection import Connection
from data.weather import decisions
from frontdesk.desk.appointments.book import Book
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.appointment import Appointment
from frontdesk.domain.appointments.show_rate import ShowRates
from frontdesk.domain.appointments.slots import Day, Shifted, Slot, shifted
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.weather import stops
from frontdesk.domain.weather.decision import Decision


def of_day(desk: Desk, day: date | None = None) -> Day:
    """Return a day of the book; None means today."""
    now = desk.now()

    def question(connection: Connection) -> Day:
        book = Book(connection, now)
        return book.day(day or book.hours.day_of(now))

    return desk.read(question)


def with_rates(desk: Desk, day: date) -> tuple[Day, ShowRates]:
    """Return a day of the book, and how many of those who booked came lately."""
    now = desk.now()

    def question(connection: Connection) -> tuple[Day, ShowRates]:
        book = Book(connection, now)
        return book.day(day), book.rates

    return desk.read(question)


def shown(desk: Desk, number: int) -> Appointment:
    """Return one appointment. Raises `Refused`."""
    return desk.read(lambda connection: appointments.get(connection, number))


def between(desk: Desk, first: date, last: date) -> tuple[Appointment, ...]:
    """Return the appointments from one day to another, both included."""

    def question(connection: Connection) -> tuple[Appointment, ...]:
        zone = OpeningHours.of(policies.current(connection)).zone
        begins, ends = DaySpan.of(first, zone).begins, DaySpan.of(last, zone).ends
        return appointments.between(connection, begins, ends)

    return desk.read(question)


def weighed(desk: Desk, wanted: Millis) -> tuple[Slot | None, tuple[Slot, ...]]:
    """Return the half hour that was wanted, None where the store is closed, and the next best times."""
    now = desk.now()

    def question(connection: Connection) -> tuple[Slot | None, tuple[Slot, ...]]:
        book = Book(connection, now)
        return book.slot_at(wanted), book.best_near(wanted)

    return desk.read(question)


def decided(desk: Desk, at: Millis) -> Decision | None:
    """Return the decision because of the weather that is about whoever comes at an instant."""
    now = desk.now()
    return desk.read(lambda connection: stops.of_booking(decisions.standing(connection), at, now))


def what_if(desk: Desk, origin: Millis, target: Millis, moved: int = 1) -> Shifted | None:
    """Return what moving so many would do to the risk of both half hours; None where it is one, or one is closed."""
    now = desk.now()

    def question(connection: Connection) -> Shifted | None:
        book = Book(connection, now)
        one, other = book.slot_at(origin), book.slot_at(target)
        if one is None or other is None or one.begins == other.begins:
            return None
        return shifted(book.risk(origin), book.risk(target), one, other, moved)

    return desk.read(question)

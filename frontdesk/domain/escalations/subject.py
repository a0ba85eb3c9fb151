"""What an escalation is about: the zone, a car's visit, a clock of a case, a due, an incident, a ticket (Z4a–Z7)."""

from enum import StrEnum
from typing import NamedTuple


class About(StrEnum):
    """The sorts of things that cross a limit."""

    ZONE = "zone"
    VISIT = "visit"
    CLOCK = "clock"
    TICKET = "ticket"
    DUE = "due"
    INCIDENT = "incident"


class Subject(NamedTuple):
    """A thing that crossed a limit. Its stored text is zone, visit:3, clock:12, due:4, incident:38 or ticket:5:0."""

    about: About
    number: int = 0
    renewals: int = 0
    """How often a call ticket had been renewed; each renewal starts a new hour."""

    @classmethod
    def of_zone(cls) -> "Subject":
        """The zone as a whole."""
        return cls(About.ZONE)

    @classmethod
    def of_visit(cls, visit: int) -> "Subject":
        """One visit of a car."""
        return cls(About.VISIT, visit)

    @classmethod
    def of_clock(cls, clock: int) -> "Subject":
        """One clock of a case."""
        return cls(About.CLOCK, clock)

    @classmethod
    def of_due(cls, due: int) -> "Subject":
        """Something owed for a matter."""
        return cls(About.DUE, due)

    @classmethod
    def of_incident(cls, matter: int) -> "Subject":
        """An incident, by the number of its matter."""
        return cls(About.INCIDENT, matter)

    @classmethod
    def of_ticket(cls, ticket: int, renewals: int) -> "Subject":
        """One call ticket, since it was renewed last."""
        return cls(About.TICKET, ticket, renewals)

    @classmethod
    def read(cls, text: str) -> "Subject":
        """Return the subject from its stored text. Raises `ValueError` if the text is not a subject."""
        match text.split(":"):
            case [About.ZONE]:
                return cls.of_zone()
            case [About.VISIT, visit]:
                return cls.of_visit(int(visit))
            case [About.CLOCK, clock]:
                return cls.of_clock(int(clock))
            case [About.DUE, due]:
                return cls.of_due(int(due))
            case [About.INCIDENT, matter]:
                return cls.of_incident(int(matter))
            case [About.TICKET, ticket, renewals]:
                return cls.of_ticket(int(ticket), int(renewals))
        raise ValueError(text)

    def __str__(self) -> str:
        match self.about:
            case About.ZONE:
                return self.about.value
            case About.TICKET:
                return f"{self.about}:{self.number}:{self.renewals}"
            case _:
                return f"{self.about}:{self.number}"

    def concerns(self, visit: int) -> bool:
        """Whether it concerns a car in the zone: the car itself, or the zone with every car in it."""
        return self in {Subject.of_zone(), Subject.of_visit(visit)}

"""The events about what follows from an incident in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_CASES, OF_THE_STORE, Need


class AftermathEvent(Event):
    """What was done after an incident, or about a hazard."""

    INVESTIGATE = "incident_investigated"
    ASSESS = "incident_assessed"
    OUTSIDE = "incident_told_outside"
    """The authority or the insurer was told."""
    RATE = "hazard_rated"
    ACT = "hazard_acted"
    BECAME = "hazard_became"
    """A hazard has happened: it is an incident now."""
    NEWS = "news_written"
    NEWS_SIGN = "news_signed"
    NEWS_SEND = "news_sent"
    CAR_CHECK = "car_checked"

    @property
    def can_be_undone(self) -> bool:
        """What was found and rated can be taken back; who was told, was told, and a signature stands."""
        lasts = {AftermathEvent.NEWS_SIGN, AftermathEvent.NEWS_SEND, AftermathEvent.OUTSIDE, AftermathEvent.BECAME}
        return self not in lasts

    @property
    def need(self) -> Need:
        """Whoever runs the service investigates and assesses; hazards and cars are anybody's; news is the desk's."""
        if self in {AftermathEvent.INVESTIGATE, AftermathEvent.ASSESS}:
            return OF_THE_STORE
        if self in {AftermathEvent.NEWS, AftermathEvent.NEWS_SEND}:
            return OF_CASES
        return OF_CARS

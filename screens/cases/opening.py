"""Opening the page of a case at a station."""

from screens.cases.unfinished import Unfinished
from screens.kit.station import Station


def open_case(station: Station, number: int | None) -> None:
    """Open a case by its number; do nothing if none was chosen."""
    from screens.cases.case_page import CaseDialog  # noqa: PLC0415 - the first picture does without it

    if number:
        station.open(CaseDialog(number, station, station.keeps(Unfinished).steps))

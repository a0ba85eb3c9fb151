"""The workshop's errands are asked at its station while that is open, else at the reception desk (Z5b, Z6a, Z6b)."""

import pytest

from frontdesk.domain.escalations.tasks import Errand, Task
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.plates import Plate


@pytest.mark.parametrize(
    ("errand", "workshop", "station"),
    [
        (Errand.DRIVE, True, StationKind.WORKSHOP),
        (Errand.DRIVE, False, StationKind.RECEPTION),
        (Errand.REORDER, True, StationKind.WORKSHOP),
        (Errand.REORDER, False, StationKind.RECEPTION),
        (Errand.LOUNGE, True, StationKind.RECEPTION),
        (Errand.PARK, True, StationKind.GUARD),
    ],
)
def test_where_an_errand_is_asked(errand: Errand, workshop: bool, station: StationKind) -> None:
    task = Task(1, 1, errand, 1, Plate("苏A12345"), "", "", 0, "王芳")
    assert task.station(workshop=workshop) is station

"""A line of the log: an order names its cars and says nothing has happened yet; no place is said twice."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words import i18n
from frontdesk.words.happened import happened

PLACES = tuple(Place(kind.value, kind, "1", None) for kind in PlaceKind)


@pytest.fixture
def _chinese() -> Iterator[None]:
    before = i18n.language()
    i18n.use("zh")
    yield
    i18n.use(before)


@pytest.mark.usefixtures("_chinese")
@pytest.mark.parametrize(
    ("kind", "detail", "place", "others", "said"),
    [
        ("act", "repair", PlaceKind.REPAIR, ("苏E01123",), "已下达：苏E·12345、苏E·01123 移至待修区"),
        ("act", "repair", PlaceKind.REPAIR, (), "已下达：苏E·12345 移至待修区"),
        ("act", "workshop_bay", PlaceKind.WORKSHOP_BAY, ("苏E1", "苏E2", "苏E01123"), "已下达：4 辆移至车间等待工位"),
        ("hand_over", "", PlaceKind.WORKSHOP, (), "苏E·12345 移交车间"),
        ("done", "park", PlaceKind.TEMPORARY, (), "苏E·12345 已完成：引导车辆到临时停车位"),
        ("done", "drive", PlaceKind.REPAIR, (), "苏E·12345 已完成：移车 → 待修区"),
        ("move", "", PlaceKind.LANE, (), "苏E·12345 移位 → 区内排队"),
    ],
)
def test_a_line_of_the_log(kind: str, detail: str, place: PlaceKind, others: tuple[str, ...], said: str) -> None:
    entry = Happened(1, 0, 0, "manager", "王芳", kind, "苏E12345", place.value, detail, True, others)
    assert happened(entry, PLACES, ZoneInfo("Asia/Shanghai")).partition(" ")[2] == said

"""The area of a plate, areas and places that are typed (G5)."""

import pytest
from at_desk import refusal

from frontdesk.domain.customers.customer import Place, area_of, read_area, read_place
from frontdesk.domain.customers.reasons import CustomerReason


@pytest.mark.parametrize(
    ("plate", "area"),
    [
        ("苏E12345", "苏E"), ("苏AD12345", "苏A"), ("粤Z1234港", "粤Z"), ("使123456", ""), ("AB12345", ""), ("", ""),
        ("LSVAU2180N2183294", ""), ("苏", ""), ("苏1A2345", ""), ("港E12345", ""),
    ],
)  # fmt: skip
def test_the_area_of_a_plate(plate: str, area: str) -> None:
    assert area_of(plate) == area


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("苏E", "苏E"), ("苏e", "苏E"), ("苏 E", "苏E"), ("苏·E", "苏E"), ("苏Ｅ", "苏E"), ("苏", "苏"), ("江苏", "苏"),
        ("江苏省", "苏"), ("Jiangsu", "苏"), ("内蒙古自治区", "蒙"), ("  广东 ", "粤"),
    ],
)  # fmt: skip
def test_an_area_that_is_typed(typed: str, area: str) -> None:
    assert read_area(typed) == area


@pytest.mark.parametrize("typed", ["", "苏州", "E", "苏E1", "%", "苏_", "' or 1=1 --", "\u202e苏x?", "42"])
def test_what_is_no_area(typed: str) -> None:
    assert refusal(lambda: read_area(typed)) is CustomerReason.UNKNOWN_AREA


@pytest.mark.parametrize(
    "place", [Place(True, 1_780_020_000_000, "苏E12345"), Place(False, 42, ""), Place(True, 0, "LSVAU2180N2183294")]
)
def test_a_place_is_read_as_it_is_written(place: Place) -> None:
    assert read_place(place.written) == place


@pytest.mark.parametrize(
    "typed", ["", "3-1-苏E12345", "1--", "1-x-苏", "-", "1-1-" + "苏" * 18, "1-1234567890123456-苏"]
)
def test_what_is_no_place(typed: str) -> None:
    assert refusal(lambda: read_place(typed)) is CustomerReason.BAD_PLACE

"""A plate on a public screen: its middle is hidden, whatever kind it is."""

import pytest

from frontdesk.domain.values.plates import mask_plate, show_plate


@pytest.mark.parametrize(
    ("plate", "masked"),
    [
        ("苏A12345", "苏A·***45"),
        ("苏AD12345", "苏A·***45"),
        ("苏A1234警", "苏A·***4警"),
        ("粤Z1234港", "粤Z·***4港"),
        ("使123456", "***56"),
        ("VA12345", "***45"),
        ("苏A123", "***23"),
        ("苏A1234", "苏A·***34"),
        ("ABCD", "***CD"),
        ("ABC", "***"),
        ("A", "***"),
        ("", "***"),
    ],
)
def test_what_is_left_of_a_plate(plate: str, masked: str) -> None:
    assert mask_plate(plate) == masked
    assert len(plate) < 2 or plate not in masked
    assert show_plate(plate) not in masked or not plate

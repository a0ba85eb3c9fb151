"""What cameras send, as their makers' guides have it, and what is none of it (Z4)."""

import json

import pytest

from frontdesk.domain.gates import Direction, Read
from frontdesk.files.camera_reports import FORMS, ReportError

AT = 1_780_020_000_000

ZHENSHI = {
    "AlarmInfoPlate": {
        "serialno": "fe32-1", "deviceName": "IVS", "isoffline": 0,
        "result": {
            "PlateResult": {
                "license": "苏A12345", "confidence": 97, "plateid": 4242,
                "timeStamp": {"Timeval": {"sec": AT // 1000, "usec": 0}},
            }
        },
    }
}  # fmt: skip
DAHUA = {
    "Picture": {
        "Plate": {"PlateNumber": "苏A12345", "Confidence": 88, "IsExist": True},
        "SnapInfo": {
            "DeviceID": "D1",
            "SnapSequence": 7,
            "Direction": "Reverse",
            "AccurateTime": "2026-05-29T10:00:00+08:00",
        },
    }
}  # fmt: skip
HIKVISION = """<?xml version="1.0" encoding="UTF-8"?>
<EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
<macAddress>00:11</macAddress><dateTime>2026-05-29T10:00:00+08:00</dateTime><activePostCount>1</activePostCount>
<eventType>ANPR</eventType><eventState>active</eventState>
<ANPR><licensePlate>苏A12345</licensePlate><confidenceLevel>92</confidenceLevel><direction>forward</direction></ANPR>
</EventNotificationAlert>"""
PARTS = (
    b'--B\r\nContent-Disposition: form-data; name="anpr.xml"; filename="anpr.xml"\r\nContent-Type: text/xml\r\n\r\n'
    + HIKVISION.encode()
    + b'\r\n--B\r\nContent-Disposition: form-data; name="licensePlatePicture.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    + bytes(range(256))
    + b"\r\n--B--\r\n"
)


def read(form: str, said: object, kind: str = "") -> Read | None:
    body = said if isinstance(said, bytes) else said.encode() if isinstance(said, str) else json.dumps(said).encode()
    return FORMS[form](body, kind)


@pytest.mark.parametrize(
    ("form", "said", "kind", "found"),
    [
        ("", {"plate": "苏A12345"}, "", Read("苏A12345")),
        (
            "", {"plate": "苏A12345", "at": "2026-05-29T10:00:00+08:00", "id": "7", "sure": 90, "direction": "out"}, "",
            Read("苏A12345", AT, "7", 90, Direction.OUT),
        ),
        ("zhenshi", ZHENSHI, "", Read("苏A12345", AT, "fe32-14242", 97)),
        ("zhenshi", {"heartbeat": 1}, "", None),
        ("dahua", DAHUA, "", Read("苏A12345", AT, "D17", 88, Direction.OUT)),
        ("dahua", {"DeviceID": "D1"}, "", None),
        (
            "hikvision", HIKVISION, "application/xml",
            Read("苏A12345", AT, "00:112026-05-29T10:00:00+08:001", 92, Direction.IN),
        ),
        (
            "hikvision", PARTS, "multipart/form-data; boundary=B",
            Read("苏A12345", AT, "00:112026-05-29T10:00:00+08:001", 92, Direction.IN),
        ),
        ("hikvision", HIKVISION.replace(">active<", ">inactive<"), "", None),
        ("hikvision", "<EventNotificationAlert><eventType>videoloss</eventType></EventNotificationAlert>", "", None),
    ],
)  # fmt: skip
def test_what_the_makers_send(form: str, said: object, kind: str, found: Read | None) -> None:
    assert read(form, said, kind) == found


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("form", "said", "kind"),
    [
        ("", b"", ""),
        ("", b"\xff\xfe\x00", ""),
        ("", "[" * 100_000, ""),
        ("", "[1]", ""),
        ("", {"id": "7"}, ""),
        ("zhenshi", {"AlarmInfoPlate": "no"}, ""),
        ("zhenshi", {"AlarmInfoPlate": {"result": []}}, ""),
        ("dahua", {"Picture": 7}, ""),
        ("hikvision", b"", ""),
        ("hikvision", b"<a>", ""),
        ("hikvision", BOMB, ""),
        ("hikvision", BOMB.encode("utf-16"), ""),
        ("hikvision", BOMB.replace("DOCTYPE", "doctype"), ""),
        ("hikvision", PARTS, "multipart/form-data; boundary=other"),
        ("hikvision", PARTS, "multipart/form-data"),
        ("hikvision", b"no parts", "multipart/form-data; boundary=\u4e2d"),
    ],
)
def test_what_is_none_of_it(form: str, said: object, kind: str) -> None:
    with pytest.raises(ReportError):
        read(form, said, kind)


@pytest.mark.parametrize("strange", ["9" * 40, "-5", "１２", "junk", "2026-05-29T10:00:00"])
@pytest.mark.parametrize("name", ["at", "sure", "direction"])
def test_what_is_not_right_in_the_plain_form_is_refused(name: str, strange: object) -> None:
    with pytest.raises(ReportError):
        read("", {"plate": "苏A12345", name: strange})


@pytest.mark.parametrize("strange", [None, "", [], {}, True])
def test_what_is_empty_is_not_said(strange: object) -> None:
    found = read("", {"plate": "苏A12345", "at": strange, "id": strange, "sure": strange, "direction": strange})
    assert found == Read("苏A12345")

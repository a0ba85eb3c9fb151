"""What cameras at the gate send: a plain form, and those of their makers (Z4)."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from email import message_from_bytes, policy
from typing import Any
from xml.etree import ElementTree

from frontdesk.domain.gates import Direction, Read
from frontdesk.domain.values.clock import SECOND, Millis

_WAYS = {"in": Direction.IN, "out": Direction.OUT}


class ReportError(ValueError):
    """It is none of the forms that are known."""


def plain(body: bytes, _kind: str) -> Read | None:
    """Read {"plate": "苏A12345", "at": "2026-05-27T10:00:00+08:00", "id": "7"}; only the plate is needed."""
    said = _json(body)
    if "plate" not in said:
        raise ReportError("plate")
    way, at, sure = (_text(said.get(name)).casefold() for name in ("direction", "at", "sure"))
    found = Read(_text(said["plate"]), _time(said.get("at")), _text(said.get("id")), _percent(said.get("sure")))
    if (at and found.at is None) or (sure and found.sure is None) or way not in {"", *_WAYS}:
        raise ReportError("at, with its zone; sure, 0 to 100; direction, in or out")
    return found._replace(direction=_WAYS.get(way))


def zhenshi(body: bytes, _kind: str) -> Read | None:
    """Read what 臻识 and 芊熠 send; a heart-beat tells no plate."""
    alarm = _json(body).get("AlarmInfoPlate")
    if alarm is None:
        return None
    result = _part(_part(alarm, "result"), "PlateResult")
    seen = _part(_part(result, "timeStamp", {}), "Timeval", {}).get("sec")
    number = "".join(map(_text, (_part(alarm).get("serialno"), result.get("plateid"))))
    return Read(_text(result.get("license")), _seconds(seen), number, _percent(result.get("confidence")))


def dahua(body: bytes, _kind: str) -> Read | None:
    """Read what 大华 sends (ITSAPI)."""
    picture = _json(body).get("Picture")
    if picture is None:
        return None
    plate, snap = _part(_part(picture, "Plate")), _part(picture, "SnapInfo", {})
    way = {"in": Direction.IN, "out": Direction.OUT, "obverse": Direction.IN, "reverse": Direction.OUT}
    number = "".join(map(_text, (snap.get("DeviceID"), snap.get("SnapSequence") or snap.get("SnapTime"))))
    return Read(
        _text(plate.get("PlateNumber")),
        _time(snap.get("AccurateTime") or snap.get("SnapTime")),
        number,
        _percent(plate.get("Confidence")),
        way.get(_text(snap.get("Direction")).casefold()),
    )


def hikvision(body: bytes, kind: str) -> Read | None:
    """Read what 海康 sends (ISAPI): the XML alone, or in a form of several parts; pictures are not looked at."""
    alert = _xml(_first_xml(body, kind))
    found = {_local(element.tag): _text(element.text) for element in alert.iter()}
    if found.get("eventState", "active") != "active" or found.get("eventType", "ANPR").casefold() not in {"anpr", ""}:
        return None
    if "licensePlate" not in found and "originalLicensePlate" not in found:
        return None
    way = {"forward": Direction.IN, "reverse": Direction.OUT}
    number = found.get("UUID") or "".join(found.get(name, "") for name in ("macAddress", "dateTime", "activePostCount"))
    return Read(
        found.get("licensePlate") or found.get("originalLicensePlate", ""),
        _time(found.get("dateTime")),
        number,
        _percent(found.get("confidenceLevel")),
        way.get(found.get("direction", "").casefold()),
    )


FORMS: Mapping[str, Callable[[bytes, str], Read | None]] = {
    "": plain,
    "zhenshi": zhenshi,
    "dahua": dahua,
    "hikvision": hikvision,
}
"""The forms by the last part of a gate's address. Each raises `ReportError`, and returns None for a heart-beat."""


def _json(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ReportError("json") from error
    return _part(said)


def _part(said: object, name: str = "", default: dict[str, Any] | None = None) -> dict[str, Any]:
    found = said.get(name, default) if name and isinstance(said, dict) else said
    if not isinstance(found, dict):
        raise ReportError(name or "object")
    return found


def _xml(text: bytes) -> ElementTree.Element:
    """Return the root; what defines entities is refused, because no camera needs them."""
    if b"<!DOCTYPE" in text.upper().replace(b"\x00", b"") or b"<!ENTITY" in text.upper().replace(b"\x00", b""):
        raise ReportError("entities")
    try:
        return ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReportError("xml") from error


def _first_xml(body: bytes, kind: str) -> bytes:
    if not kind.casefold().startswith("multipart/"):
        return body
    head = b"Content-Type: " + kind.encode("latin-1", "replace") + b"\r\n\r\n"
    whole = message_from_bytes(head + body, policy=policy.HTTP)
    for part in whole.walk():
        if "xml" in part.get_content_type() or (part.get_filename() or "").endswith(".xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content
    raise ReportError("no xml")


def _local(tag: str) -> str:
    return re.sub(r"\{.*\}", "", tag)


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _percent(value: object) -> int | None:
    text = _text(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None


def _seconds(value: object) -> Millis | None:
    text = _text(value)
    return int(text) * SECOND if text.isascii() and text.isdigit() and len(text) < 12 else None


def _time(value: object) -> Millis | None:
    """Return a time with its zone; one without is not believed, because nobody knows which zone was meant."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _seconds(value)
    try:
        found = datetime.fromisoformat(_text(value))
    except ValueError:
        return None
    return None if found.tzinfo is None else round(found.timestamp() * SECOND)

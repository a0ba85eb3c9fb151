"""Whether the texts of the settings can be what they are for; what checks them is loaded where one is given."""

from collections.abc import Iterator, Mapping
from typing import Any

from frontdesk.domain.machine import MachineDetail
from frontdesk.domain.values.errors import PrinterError


def wrong_about_copies(values: Mapping[str, Any]) -> Iterator[tuple[str, MachineDetail]]:
    """Give each setting about copies that is not right, with what would be."""
    if not (values.get("backup_to") or values.get("backup_key")):
        return
    from frontdesk.domain.copies.settings import are_folders, is_public_part  # noqa: PLC0415 - a station opens without it

    if not are_folders(str(values.get("backup_to", ""))):
        yield "backup_to", MachineDetail.FOLDERS
    if not is_public_part(str(values.get("backup_key", ""))):
        yield "backup_key", MachineDetail.PUBLIC_PART


def wrong_about_weather(values: Mapping[str, Any]) -> Iterator[tuple[str, MachineDetail]]:
    """Give each setting about the weather that is not right, with what would be."""
    if not (values.get("forecast_from") or values.get("forecast_at")):
        return
    from frontdesk.machine.weather.source import is_place, is_source  # noqa: PLC0415 - a station opens without it

    if not is_source(str(values.get("forecast_from", ""))):
        yield "forecast_from", MachineDetail.FORECASTS
    if not is_place(str(values.get("forecast_at", ""))):
        yield "forecast_at", MachineDetail.DEGREES


def wrong(values: Mapping[str, Any]) -> Iterator[tuple[str, MachineDetail]]:
    """Give each setting that is a text and not right, with what would be."""
    yield from wrong_about_copies(values)
    yield from wrong_about_weather(values)


def is_printer(text: str) -> bool:
    """Whether tickets can be printed there, as far as its name tells."""
    if not text:
        return True
    from frontdesk.printing.address import parse_address  # noqa: PLC0415 - only where a printer is named

    try:
        parse_address(text)
    except PrinterError:
        return False
    return True

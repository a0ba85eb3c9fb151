"""What both dialogs about penalties are looked at for."""

from typing import Any

HOSTILE = "[/b][@click=app.quit]\x1b[31m{x}"
CLEANED = "[/b][@click=app.quit][31m{x}"


def fits(person: Any, size: Any) -> None:
    assert {strip.cell_length for strip in person.strips} == {size[0]}
    assert max(widget.region.bottom for widget in person.app.screen.query("Static")) < size[1]

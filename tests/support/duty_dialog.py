"""The duty dialog, opened, and what comes of it."""

from typing import Any

from screens.people.duty import DutyDialog

SECOND, MINUTE, HOUR = 1_000, 60_000, 3_600_000


async def open_duty(person: Any, *, settled: Any = True) -> None:
    app, screen = person.app, person.app.screen
    app.call_later(lambda: app.push_screen(DutyDialog(screen)))
    await person.until(lambda: isinstance(app.screen, DutyDialog) and app.screen.query("#until"))
    await person.pilot.pause()
    await person.until(lambda: person.show("DutyList").strip())
    if settled:
        await person.later(700)


def at(person: Any, hour: Any, minute: Any = 0, day: Any = 29) -> Any:
    """An instant in Shanghai in that May, whose 29th at 10:00 the tests begin with."""
    return 1_780_020_000_000 + ((day - 29) * 24 + hour - 10) * HOUR + minute * MINUTE


async def shift(person: Any, role: Any) -> Any:
    """Wait until a duty is set for a role; return who, and until when."""
    found = await person.until(lambda: person.app.snapshot.roster.shift(role, person.app.now))
    return found.name, found.ends_at


async def to(person: Any, name: Any) -> None:
    """Go to a field with the keyboard."""
    for _step in range(6):
        if person.app.focused is not None and person.app.focused.id == name:
            return
        await person.press("tab")
    raise AssertionError(name)

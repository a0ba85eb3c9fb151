"""A case in a person's hands at a station: opened, a step chosen or filled in, its page read."""

from typing import Any

IGNORES_KEYS_FOR = 1_000
"""Longer than a dialog is deaf."""


async def opened(person: Any) -> None:
    """Open the case that is due first."""
    await person.press("tab", "enter")
    await person.dialog("CaseDialog")
    await person.until(lambda: "F9" in person.text)
    await person.later(IGNORES_KEYS_FOR)


async def filled(person: Any, key: Any, *texts: Any) -> None:
    """Fill in a step's form, field by field, and save it; the case is up again."""
    await person.press(key)
    await person.dialog("StepForm")
    await person.later(IGNORES_KEYS_FOR)
    for place, text in enumerate(texts):
        if place:
            await person.press("tab")
        await person.paste(text)
    await person.press("f10")
    await person.dialog("CaseDialog")
    await person.later(IGNORES_KEYS_FOR)


async def from_menu(person: Any, step_word: Any) -> None:
    """Choose what is to be done by its name."""
    await person.press("enter")
    await person.dialog("ChooseDialog")
    await person.touch(step_word)
    await person.until(lambda: type(person.app.screen).__name__ != "ChooseDialog")
    await person.later(IGNORES_KEYS_FOR)


def record(person: Any) -> Any:
    """Return what can be read on the page of the case, also what is scrolled out of sight."""
    text = person.app.screen.query_one("CaseText")
    return "\n".join("".join(span.text for span in spans) for spans in text.build(text.size.width))

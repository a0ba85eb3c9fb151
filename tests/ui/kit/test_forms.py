"""A form says at once whom it is not for, and Enter goes from field to field."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.incidents.aftermath import Aftermath
from screens.incidents.found_form import FoundForm
from screens.kit.dialog import Trouble
from screens.register.contact_form import ContactForm
from screens.trainings.forms import TrainingForm

NOTHING = Aftermath("", "", None, None, "", "", None, "", None, "", None, None)
FORMS: dict[str, Callable[..., Any]] = {
    "cause": lambda station: FoundForm(station, 1, NOTHING),
    "contact": ContactForm,
    "training": TrainingForm,
}


@pytest.mark.parametrize(
    ("station", "refused"),
    [("guard", {"cause", "contact", "training"}), ("reception", {"cause"}), ("manager", set())],
)
async def test_whom_it_is_not_for(at_station, staffed, station, refused):
    async with at_station(station) as person:
        for name, form in FORMS.items():
            dialog = form(person.screen)
            person.screen.open(dialog)
            await person.dialog(type(dialog).__name__)
            await person.later(700)
            assert ("may not do this here" in dialog.query_one(Trouble).text) is (name in refused), name
            await person.press("escape")
            await person.closed()


async def test_enter_goes_on(at_station, staffed):
    async with at_station("reception") as person:
        for form in (FORMS["contact"], FORMS["training"]):
            dialog = form(person.screen)
            person.screen.open(dialog)
            await person.dialog(type(dialog).__name__)
            passed = []
            for _ in range(4):
                passed.append(dialog.focused)
                await person.press("enter")
            assert len(set(passed)) == 4
            await person.press("escape")
            await person.closed()

"""The screen of each step."""

from frontdesk.domain.setup.draft import Draft, Step
from screens.setup.answers import BaysStep, HoursStep, ProvinceStep, StoreStep
from screens.setup.last import CheckStep, StationStep
from screens.setup.people import PeopleStep
from screens.setup.screen import SetupScreen

_SCREENS: dict[Step, type[SetupScreen]] = {
    screen.STEP: screen for screen in (StoreStep, ProvinceStep, BaysStep, HoursStep, PeopleStep, StationStep, CheckStep)
}


def screen_of(draft: Draft) -> SetupScreen:
    """Return the screen of the step where the set-up is."""
    return _SCREENS[draft.step](draft)

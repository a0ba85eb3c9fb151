"""The names of the values and events of checks."""

from collections.abc import Mapping

from frontdesk.domain.checks.check import RoundState
from frontdesk.domain.checks.events import CheckEvent
from frontdesk.domain.checks.periods import Every
from frontdesk.domain.checks.shipped import ShippedCheck
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Every.DAILY, N_("each opening day")),
    (Every.WEEKLY, N_("each week")),
    (Every.MONTHLY, N_("each month")),
    (Every.QUARTERLY, N_("each quarter")),
    (Every.BEFORE_HOLIDAY, N_("before each holiday")),
    (RoundState.OPEN, N_("to be checked")),
    (RoundState.DONE, N_("checked already")),
    (RoundState.MISSED, N_("check missed")),
    (RoundState.STOPPED, N_("check called off")),
    (ShippedCheck.ZONE_MARKING, N_("zone marking")),
    (ShippedCheck.VEHICLES, N_("service vehicle")),
    (ShippedCheck.FIRST_AID, N_("first-aid kit")),
    (ShippedCheck.EXTINGUISHERS, N_("extinguishers in place")),
    (ShippedCheck.ESCAPE_SIGNS, N_("escape signs")),
    (ShippedCheck.SPARE_TOOLS, N_("spare tools")),
    (ShippedCheck.RADIOS, N_("radios")),
    (ShippedCheck.EXTINGUISHER_DATES, N_("extinguisher pressure and date")),
    (ShippedCheck.ALARM_CAMERAS, N_("alarm and cameras")),
    (ShippedCheck.WIRING, N_("wiring and appliances")),
    (ShippedCheck.SAFETY_WALK, N_("safety walk")),
    (ShippedCheck.PARTS_STOCK, N_("parts stock")),
    (ShippedCheck.CONTACTS, N_("contact list called through")),
    (ShippedCheck.CARDS, N_("cards printed")),
    (ShippedCheck.EMERGENCY_MONEY, N_("emergency money")),
    (ShippedCheck.HOLIDAY, N_("check before a holiday")),
)

EVENTS: Mapping[str, str] = {
    CheckEvent.ON: N_("check switched on"),
    CheckEvent.OFF: N_("check switched off"),
    CheckEvent.OPEN: N_("check opened"),
    CheckEvent.ITEM: N_("item checked"),
    CheckEvent.DONE: N_("check done"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)

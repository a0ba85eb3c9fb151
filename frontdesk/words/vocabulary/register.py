"""The names of the values and events of the register."""

from collections.abc import Mapping

from frontdesk.domain.register.areas import Area
from frontdesk.domain.register.calling import CallResult, CallState
from frontdesk.domain.register.contacts import ContactKind
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.table_columns import Column
from frontdesk.domain.register.teams import Team
from frontdesk.domain.register.things import ThingEntry, ThingKind, ThingState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Area.ZONE, N_("pre-inspection zone")),
    (Area.WORKSHOP, N_("workshop")),
    (Area.PAINT_SHOP, N_("paint shop")),
    (Area.PARTS_STORE, N_("parts store")),
    (Area.SHOWROOM, N_("showroom")),
    (Area.LOUNGE, N_("lounge")),
    (Area.OFFICE, N_("office")),
    (Area.POWER_ROOM, N_("power room")),
    (Area.PARKING, N_("car park")),
    (ThingKind.SUPPLY, N_("supplies")),
    (ThingKind.EQUIPMENT, N_("equipment")),
    (ThingKind.VEHICLE, N_("service vehicle")),
    (ThingKind.TOOL, N_("tool")),
    (ThingState.READY, N_("ready for use")),
    (ThingState.LOW, N_("too few")),
    (ThingState.EXPIRING, N_("expires soon")),
    (ThingState.EXPIRED, N_("expired")),
    (ThingState.FAULTY, N_("out of order")),
    (ThingState.OUT, N_("taken out")),
    (ThingState.RETIRED, N_("not used any more")),
    (ThingEntry.ADDED, N_("put on the register")),
    (ThingEntry.CHANGED, N_("described anew")),
    (ThingEntry.COUNTED, N_("counted")),
    (ThingEntry.RENEWED, N_("renewed")),
    (ThingEntry.FAULTY, N_("out of order")),
    (ThingEntry.READY, N_("in order again")),
    (ThingEntry.OUT, N_("taken out")),
    (ThingEntry.BACK, N_("brought back")),
    (ThingEntry.CHECKED, N_("checked, in order")),
    (ThingEntry.RETIRED, N_("not used any more")),
    (ThingEntry.AGAIN, N_("used again")),
    (ContactKind.FIRE, N_("fire brigade")),
    (ContactKind.AMBULANCE, N_("ambulance")),
    (ContactKind.POLICE, N_("police")),
    (ContactKind.TRAFFIC, N_("traffic police")),
    (ContactKind.POWER, N_("power supply")),
    (ContactKind.WATER, N_("water supply")),
    (ContactKind.INSURER, N_("insurer")),
    (ContactKind.RESCUE, N_("towing and rescue")),
    (ContactKind.SUPPLIER, N_("supplier")),
    (ContactKind.NEIGHBOUR, N_("neighbouring dealer")),
    (ContactKind.AUTHORITY, N_("authority")),
    (ContactKind.LEGAL, N_("legal adviser")),
    (ContactKind.MEDIA, N_("press and media")),
    (CallResult.REACHED, N_("reached")),
    (CallResult.NOT_REACHED, N_("nobody answered")),
    (CallResult.WRONG_NUMBER, N_("wrong number")),
    (CallState.NUMBERLESS, N_("no number")),
    (CallState.WRONG, N_("wrong number, to be corrected")),
    (CallState.NOT_REACHED, N_("nobody answered, to be rung again")),
    (CallState.TO_CALL, N_("to be called")),
    (CallState.CALLED, N_("reached")),
    (Column.NAME, N_("its name")),
    (Column.KIND, N_("sort")),
    (Column.AREA, N_("area of the store")),
    (Column.QUANTITY, N_("number of pieces")),
    (Column.LEAST, N_("at least")),
    (Column.UNIT, N_("unit")),
    (Column.EXPIRES_ON, N_("last day of use")),
    (Column.PHONE, N_("phone")),
    (Column.HOURS, N_("when it is answered")),
    (Column.NOTE, N_("note")),
    (Column.BACKUP, N_("backup")),
    (Team.COMMAND, N_("command team")),
    (Team.RESCUE, N_("rescue team")),
    (Team.EVACUATION, N_("evacuation team")),
    (Team.CORDON, N_("cordon team")),
    (Team.COMMUNICATION, N_("communication team")),
    (Team.SUPPLIES, N_("supplies team")),
    (Team.AFTERMATH, N_("aftermath team")),
)

FIELDS: Mapping[str, str] = {
    "kind": N_("sort"),
    "name": N_("its name"),
    "area": N_("area of the store"),
    "quantity": N_("number of pieces"),
    "least": N_("at least"),
    "unit": N_("unit"),
    "expires_on": N_("last day of use"),
}
"""What is said of a thing, by the names of its history."""

EVENTS: Mapping[str, str] = {
    RegisterEvent.AREA_ADD: N_("area added"),
    RegisterEvent.AREA_CHANGE: N_("area changed"),
    RegisterEvent.TEAM_CHANGE: N_("team described anew"),
    RegisterEvent.TEAM_MEMBERS: N_("team members changed"),
    RegisterEvent.THING_ADD: N_("put on the register"),
    RegisterEvent.THING_CHANGE: N_("described anew"),
    RegisterEvent.THING_COUNT: N_("counted"),
    RegisterEvent.THING_RENEW: N_("renewed"),
    RegisterEvent.THING_FAULTY: N_("said to be out of order"),
    RegisterEvent.THING_READY: N_("in order again"),
    RegisterEvent.THING_OUT: N_("taken out"),
    RegisterEvent.THING_BACK: N_("brought back"),
    RegisterEvent.THING_RETIRE: N_("not used any more"),
    RegisterEvent.THING_AGAIN: N_("used again"),
    RegisterEvent.CONTACT_ADD: N_("contact added"),
    RegisterEvent.CONTACT_CHANGE: N_("contact changed"),
    RegisterEvent.CONTACT_REMOVE: N_("contact taken off the list"),
    RegisterEvent.CONTACT_CALLED: N_("contact called through"),
    RegisterEvent.CONTACT_TRIED: N_("contact rung in vain"),
    RegisterEvent.CALLING_BEGIN: N_("contact list to be called through"),
    RegisterEvent.CONTACTS_IMPORT: N_("list of contacts taken in"),
    RegisterEvent.THINGS_IMPORT: N_("list of things taken in"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)

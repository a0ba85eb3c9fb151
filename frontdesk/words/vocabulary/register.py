"""The names of the values and events of the register."""

from collections.abc import Mapping

from frontdesk.domain.register.areas import Area
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.teams import Team
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
    (Team.COMMAND, N_("command team")),
    (Team.RESCUE, N_("rescue team")),
    (Team.EVACUATION, N_("evacuation team")),
    (Team.CORDON, N_("cordon team")),
    (Team.COMMUNICATION, N_("communication team")),
    (Team.SUPPLIES, N_("supplies team")),
    (Team.AFTERMATH, N_("aftermath team")),
)

DUTIES: Mapping[Team, str] = {
    Team.COMMAND: N_("Takes command, decides, reports upward and to the authorities, and declares the end."),
    Team.RESCUE: N_("Saves people first, gives first aid, puts out a fire that is small, cuts off power and gas."),
    Team.EVACUATION: N_("Leads customers and staff out to the assembly point, and counts them there."),
    Team.CORDON: N_("Closes off the place, keeps the way in free for fire engine and ambulance, leads them in."),
    Team.COMMUNICATION: N_("Makes every call, inside and outside, keeps the record, and tells customers."),
    Team.SUPPLIES: N_("Brings what is needed: extinguishers, first aid, vehicles, tools; keeps it ready."),
    Team.AFTERMATH: N_("Cares for those hurt and for customers, speaks to the insurer, puts the place in order."),
}
"""What each team does, as shipped (I3)."""

EVENTS: Mapping[str, str] = {
    RegisterEvent.AREA_ADD: N_("area added"),
    RegisterEvent.AREA_CHANGE: N_("area changed"),
    RegisterEvent.TEAM_CHANGE: N_("team described anew"),
    RegisterEvent.TEAM_MEMBERS: N_("team members changed"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)

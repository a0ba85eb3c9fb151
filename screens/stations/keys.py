"""Every key of every station, in one table: the bindings, the hints, the help and the palette are made from it.

The actions that matter sit on function keys and Ctrl, so that a Chinese input method can stay on.
"""

from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import N_
from screens.kit.keys import ALL, DESK, Key

KEYS = (
    Key("f1", "help", N_("help"), N_("Every key, and what the colours mean."), hint=ALL),
    Key("f2", "arrive", N_("arrive"), N_("The car typed in arrives: to a free bay, else into the lane."), hint=ALL),
    Key("f3", "move", N_("move"), N_("Move the car to another place."), hint=ALL),
    Key("f4", "leave", N_("leave"), N_("The car leaves the store."), hint=ALL),
    Key(
        "f5", "turn_away", N_("turn away"),
        N_("Not here for maintenance or repair: turned away from the zone, and on record."), hint=ALL,
    ),
    Key(
        "f6", "receive", N_("receive"),
        N_("The customer is received. With nothing typed at the reception desk: who has waited longest."), DESK, DESK,
    ),
    Key("f7", "work_order", N_("work order"), N_("The work order is made."), DESK, DESK),
    Key(
        "f8", "prompt", N_("prompt"),
        N_("Answer what is at the top: told, seen, done, or decide what to do."), hint=ALL,
    ),
    Key("f9", "undo", N_("undo"), N_("Take back what you did last at this station, within two minutes."), hint=ALL),
    Key("f10", "hand_over", N_("hand over"), N_("Hand the car over to the workshop."), DESK, DESK),
    Key(
        "ctrl+n", "complaint", N_("new complaint"),
        N_("Register a complaint while the customer is speaking."), DESK, DESK,
    ),
    Key(
        "ctrl+f", "find", N_("find cases"),
        N_("Find a case by part of what is known of it, and look through all of them: late, due today, to follow up."),
        DESK,
    ),
    Key("ctrl+r", "closed", N_("closed cases"), N_("Look through closed complaints, to open one again."), DESK),
    Key(
        "ctrl+l", "tickets", N_("lounge"),
        N_("The customers in the lounge: call, no-show, back into the zone, renew, print."), DESK, DESK,
    ),
    Key("ctrl+y", "record", N_("record"), N_("Look back on escalations: who was told when, what was done."), DESK,
        frozenset({StationKind.MANAGER}),
    ),
    Key(
        "ctrl+b", "ledger", N_("ledger"),
        N_("The penalties of a month: what each person comes to; sign, appeal, decide."),
        frozenset({StationKind.MANAGER}),
    ),
    Key("ctrl+d", "duty", N_("on duty"), N_("Who is on duty as manager and as deputy, and until when."), DESK),
    Key("ctrl+s", "app.silence", N_("sound off"), N_("Pause the sound: for 10 minutes, for 30, on again.")),
    Key("ctrl+e", "province", N_("province"), N_("Choose a plate's province character with one key.")),
    Key("ctrl+o", "operator", N_("operator"), N_("Who works here now: choose from the staff list, or add a person.")),
    Key("ctrl+t", "app.language", N_("中文 / English"), N_("Switch between Chinese and English.")),
    Key("ctrl+q", "app.quit", N_("quit"), N_("Close this station; the records stay.")),
)  # fmt: skip

DEMO_KEYS = (
    Key("ctrl+g", "app.next_station", N_("next station"), N_("Demo: look at the next station."), hint=ALL),
    Key("ctrl+up", "app.faster", N_("faster"), N_("Demo: let time run faster.")),
    Key("ctrl+down", "app.slower", N_("slower"), N_("Demo: let time run slower, down to a pause.")),
)

OTHER_KEYS = (
    ("↑ ↓", N_("Choose a car: among those that fit what is typed, or on the board."), ALL),
    ("10:05", N_("Typed behind the plate (A12345 10:05): when it really happened. Both times stay on record."), ALL),
    ("Tab", N_("Go to the complaint queue and back; Enter there opens a case."), DESK),
    ("Esc", N_("Empty the entry box, or close a dialog without doing anything."), ALL),
    ("Ctrl+P", N_("Find any of these actions by name."), ALL),
)


def of_station(station: StationKind, *, demo: bool = False) -> tuple[Key, ...]:
    """Return the keys of a station."""
    keys = tuple(key for key in KEYS if station in key.stations)
    return (*keys, *DEMO_KEYS) if demo else keys

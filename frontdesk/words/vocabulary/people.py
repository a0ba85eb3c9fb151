"""The names of the values and events of people."""

from collections.abc import Mapping

from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Post
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Post.GUARD, N_("guard")),
    (Post.DRIVER, N_("driver")),
    (Post.OFFICE, N_("office clerk")),
    (Post.PARTS, N_("parts clerk")),
    (Post.QUALITY, N_("quality inspector")),
    (Post.TECHNICIAN, N_("repair technician")),
    (Post.ADVISOR, N_("service advisor")),
    (Post.SUPERVISOR, N_("workshop supervisor")),
    (Post.MANAGER, N_("service manager")),
    (Post.DIRECTOR, N_("service director")),
    (Post.GENERAL_MANAGER, N_("general manager")),
    (Role.GUARD, N_("guard")),
    (Role.ADVISOR, N_("service advisor")),
    (Role.MANAGER, N_("service manager")),
    (Role.DEPUTY, N_("deputy")),
    (Role.DIRECTOR, N_("service director")),
    (Role.GENERAL_MANAGER, N_("general manager")),
    (Role.COMMAND, N_("lead of the command")),
)

EVENTS: Mapping[str, str] = {
    PeopleEvent.DUTY: N_("duty set"),
    PeopleEvent.PIN_GIVEN: N_("given a first PIN"),
    PeopleEvent.PIN_CHOSEN: N_("chose a PIN"),
    PeopleEvent.DUTY_END: N_("duty ended"),
    PeopleEvent.STAFF_ADD: N_("added to the staff list"),
    PeopleEvent.STAFF_CHANGE: N_("staff list corrected"),
    PeopleEvent.STAFF_REMOVE: N_("removed from the staff list"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)

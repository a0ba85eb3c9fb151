"""The sentences of refusals about the staff list and duty."""

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    PeopleReason.NO_NAME: N_("A person needs a name."),
    PeopleReason.NO_OPERATOR: N_("Who does this? Choose the operator first (Ctrl+O, or --by NAME)."),
    PeopleReason.UNKNOWN_PERSON: N_("{name} is not on the staff list."),
    PeopleReason.ALREADY_STAFF: N_("{name} is on the staff list already."),
    PeopleReason.SHIFT_FAR: N_("{at} is too far away for a duty to begin. Type it again."),
    PeopleReason.SAME_PERSON: N_("Nothing of {name} would change: say another post or phone number."),
    PeopleReason.NOT_FOR_POST: N_(
        "{name} is a {post}, and cannot be {role}: choose an advisor, the supervisor, a manager or a director."
    ),
    PeopleReason.BAD_SHIFT: N_("A duty ends after it starts, and within 31 days. Right would be an end like 18:00."),
    PeopleReason.NO_DUTY: N_("Nobody is set as {role} now; whoever has the post by the staff list stands in."),
}

REFUSALS = Refusals(SENTENCES)

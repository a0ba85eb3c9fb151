"""The sentences of refusals about meetings."""

from frontdesk.domain.meetings.reasons import MeetingReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    MeetingReason.NO_MEETING: N_("There is no meeting No. {number}. See frontdesk meetings."),
    MeetingReason.MEETING_STATE: N_("Meeting No. {number}: {state}. “{act}” is not possible now."),
    MeetingReason.MEETING_WHAT: N_("What is the meeting about? Say it in one line."),
    MeetingReason.MEETING_PAST: N_("{at} is over: it is {now} now. Right would be a later time."),
    MeetingReason.MEETING_FAR: N_("{at} is too far away. Right would be a time within a year."),
    MeetingReason.MEETING_WHY: N_("Say why meeting No. {number} is moved or cancelled."),
    MeetingReason.NOBODY_PRESENT: N_("Who was there? Meeting No. {number} needs the names."),
    MeetingReason.HELD_WHEN: N_(
        "Meeting No. {number} was held after it was planned, at most a week ago, and not later than now: {now}."
    ),
    MeetingReason.HELD_EARLY: N_(
        "Meeting No. {number} is only on {when}. If it was brought forward, move it first (F10, with “when” and why),"
        " then say that it was held."
    ),
    MeetingReason.NO_MINUTES: N_("What was said at meeting No. {number}? The minutes need words."),
    MeetingReason.ITEM_WHAT: N_("“{item}”: what is it? Meeting No. {number} needs a few words."),
    MeetingReason.ITEM_WHO: N_("“{item}”: who sees to it? Meeting No. {number} needs a name."),
    MeetingReason.ITEM_UNTIL: N_("“{item}”: by when? Meeting No. {number} needs a time to come, within a year."),
    MeetingReason.ITEM_THERE: N_("“{item}” in the same words stands at meeting No. {number} already."),
    MeetingReason.NO_ITEM: N_("Which one? Right at meeting No. {number} would be one of: {choices}."),
    MeetingReason.NOTHING_OWED: N_(
        "Nothing is owed of meeting No. {number} itself: what was promised in a complaint is kept there."
    ),
    MeetingReason.ITEM_DONE: N_("“{item}” at meeting No. {number} is done already: {text}."),
    MeetingReason.ITEM_GONE: N_("“{item}” is not owed any more: meeting No. {number} is {state}."),
    MeetingReason.ITEM_ANSWER: N_("What shows that “{item}” is done? Meeting No. {number} needs a few words."),
    MeetingReason.OF_THE_CASE: N_("This was promised in complaint No. {number}: it is kept or withdrawn there."),
    MeetingReason.NOT_OF_GROUP: N_("The emergency group decides: note a decision at meeting No. {number}."),
    MeetingReason.ONLY_OF_GROUP: N_("Only the emergency group decides: note a promise at meeting No. {number}."),
}

TYPED: dict[Reason, str] = {
    MeetingReason.HELD_EARLY: N_(
        "Meeting No. {number} is only on {when}. If it was brought forward, move it first"
        " (frontdesk meetings move {number} --at TIME --why TEXT), then say that it was held."
    ),
}
"""Where a command is typed, no key is named."""

REFUSALS = Refusals(SENTENCES, typed=TYPED)

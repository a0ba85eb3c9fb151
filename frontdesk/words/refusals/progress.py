"""The sentences of refusals about cars in repair."""

from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    ProgressReason.NOT_IN_WORKSHOP: N_(
        "{plate} is not in repair here. A car with a work order is, once the workshop assigns a job (F2 there)."
    ),
    ProgressReason.NO_RECORD: N_("{plate} was never in repair here, and no car that was fits what was typed."),
    ProgressReason.HANDED_BACK: N_("{plate} was handed back at {at} by {who}."),
    ProgressReason.NO_JOB: N_("{plate} has no such job. Its jobs: {jobs}."),
    ProgressReason.WHICH_JOB: N_("{plate} has several jobs that fit: {jobs}. Say which: --job and its number."),
    ProgressReason.JOB_STATE: N_("Job {number} of {plate} is “{state}”: that cannot be done with it now."),
    ProgressReason.NOT_BEGUN: N_("Job {number} of {plate} was not begun: begin it first, or drop it."),
    ProgressReason.MINUTES: N_("A job takes 1 to {right} minutes."),
    ProgressReason.NO_TECHNICIAN: N_("Who does it on {plate}? Give a technician's name."),
    ProgressReason.STOPPED: N_(
        "{plate} stands still for a quality problem: {what}. The supervisor lets the jobs go on first."
    ),
    ProgressReason.WORK_OPEN: N_(
        "{plate} is “{stage}”: it is checked once all its work is done, and only once after that."
    ),
    ProgressReason.CHECK_WORDS: N_("What is not in order on {plate}? A few words: they become the next job."),
    ProgressReason.FOUND_WHAT: N_("What was found? One line."),
    ProgressReason.COSTS: N_(
        "That is no cost or time: right would be 300-500 yuan, the smaller first, and 40 minutes."
    ),
    ProgressReason.NO_FOUND: N_("Nothing was found on {plate} that is to be decided."),
    ProgressReason.WHICH_FOUND: N_("Several problems of {plate} are to be decided: {numbers}. Say the number too."),
    ProgressReason.UNDECIDED: N_(
        "{plate}: the customer has not decided on No. {number} yet: {what}. Put the answer on record first."
    ),
    ProgressReason.UNTOLD: N_(
        "{plate}: the customer has not been told of No. {number} yet, a fault in our own work: {what}. Tell them first."
    ),
    ProgressReason.NOT_ASKED: N_(
        "{plate}: “{what}” is a fault in our own work. It is put right in any case; the customer is told, not asked."
    ),
    ProgressReason.DECIDED: N_("{plate}, No. {number}: “{decision}”, put on record by {who} at {at}."),
    ProgressReason.NOT_STOPPED: N_("No quality problem stops {plate}."),
    ProgressReason.PROMISE_PAST: N_("{at} is over, it is {now}. A promise lies ahead, like 16:30 or 2 hours."),
    ProgressReason.PROMISE_WHY: N_("{plate} is promised for {at}. Why does that change? A few words for the customer."),
    ProgressReason.TOO_FAR: N_("{at} is more than a year ahead: right would be a time within a year."),
    ProgressReason.NO_PROMISE: N_("Nothing is promised for {plate} yet."),
    ProgressReason.WISH_PAST: N_("{at} is over, it is {now}. A wish to hear later lies ahead, like 17:00."),
    ProgressReason.NOT_READY: N_(
        "{plate} is “{stage}”, not ready. It is handed back once work, check and wash are done."
    ),
    ProgressReason.NOT_HANDED_BACK: N_(
        "{plate} is in repair (No. {number}) and not handed back. Hand it back first; if it has left all the same, the"
        " manager closes No. {number} and says why, or a script says --anyway."
    ),
    ProgressReason.HOLD_PAST: N_("{at} is over, it is {now}. A job waits until a time ahead, like 11:30."),
    ProgressReason.PART_WHAT: N_("Which part, and how many? A name, and 1 to {right} of it."),
}

REFUSALS = Refusals(SENTENCES)

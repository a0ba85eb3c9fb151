"""The sentences of refusals about what follows from an incident."""

from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

REFUSALS = Refusals(
    {
        AftermathReason.NOT_OVER: N_("No. {number} is no incident that is over: the command declares it over first."),
        AftermathReason.CAUSE_MISSING: N_(
            "Why did No. {number} happen, and who is responsible? “Nobody” is an answer."
        ),
        AftermathReason.LOSS: N_("“{text}” is no loss in whole yuan; right would be 0 to {right}."),
        AftermathReason.NOT_INVESTIGATED: N_("The cause of No. {number} is found first, then what was learned."),
        AftermathReason.LESSONS_MISSING: N_("What was learned from No. {number}? Say it in a sentence."),
        AftermathReason.NO_MEASURE_SET: N_("No. {number} was more than slight: propose a measure for it first."),
        AftermathReason.INTO_PLAN_WHY: N_("Why does what was learned from No. {number} go into no plan? Say it."),
        AftermathReason.INTO_WHICH_PLAN: N_("Into which plan does it go? Name its key; see frontdesk plans."),
        AftermathReason.NO_HAZARD: N_("No. {number} is no hazard: it has happened."),
        AftermathReason.HAZARD_ACTED: N_("The hazard No. {number} was dealt with by {who}, {when}."),
        AftermathReason.RATING: N_("Likelihood and severity are each a number from 1 to 5."),
        AftermathReason.TOLD_WHAT: N_("Say in a few words what was done, or who was told and what they said."),
        AftermathReason.NEWS_TEXT: N_("What is to be said of No. {number}? Write it down."),
        AftermathReason.NO_NEWS: N_("Nothing was written for these people about No. {number} yet."),
        AftermathReason.SAME_NEWS: N_("Version {version} is the newest of No. {number}, by {who}. Read it again."),
        AftermathReason.UNSIGNED_NEWS: N_(
            "Version {version} about No. {number} is not signed: outside it goes only as the command ({name}) signs it."
        ),
        AftermathReason.NEWS_SIGNED: N_("Version {version} about No. {number} is signed already."),
        AftermathReason.NEWS_SENT: N_("{who} let it out, {when}. What is new is a new version."),
        AftermathReason.IN_A_DRILL: N_("No. {number} is a drill: nobody outside is told."),
        AftermathReason.NO_CAR_CHECK: N_("{plate} is not to be looked at for this incident."),
        AftermathReason.CAR_CHECK_WORDS: N_("What is damaged on {plate}? Say it in a few words."),
        AftermathReason.CAR_WAS_THERE: N_(
            "{plate} stood where incident No. {number} happened: it is looked at first, then work goes on."
        ),
    }
)

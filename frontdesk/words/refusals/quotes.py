"""The sentences of refusals about quotations."""

from frontdesk.domain.quotes import QuoteReason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

REFUSALS = Refusals(
    {
        QuoteReason.NO_QUOTE: N_("There is no quotation No. {number}. See frontdesk quotes."),
        QuoteReason.QUOTE_FOR: N_("A quotation is for a matter or for a complaint: say which of the two."),
        QuoteReason.QUOTE_ASKED: N_("What does the customer want done? Say it in a sentence."),
        QuoteReason.QUOTE_LINE: N_(
            "“{text}” is no line of a quotation. Right would be what it is, then whole yuan: clutch cylinder 300-500"
        ),
        QuoteReason.QUOTE_LINES: N_("A quotation has 1 to {right} lines."),
        QuoteReason.QUOTE_FREE: N_("A quotation comes to 1 yuan or more; a single line may be free: car wash 0."),
        QuoteReason.QUOTE_UNTIL: N_("A quotation holds until a time that is to come, within a year."),
    }
)

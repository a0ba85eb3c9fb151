"""The names of what cases ask of others, with the steps and events about it."""

from collections.abc import Mapping

from frontdesk.domain.cases.asks import Asked, AskKind, LegalMatter, Remedy
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.steps import CaseStep, Obstacle
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (AskKind.MATERIAL, N_("technical records")),
    (AskKind.LEGAL, N_("legal advice")),
    (AskKind.ONSITE, N_("on-site plan")),
    (AskKind.SAMPLE, N_("defective part")),
    (Asked.MATERIAL, N_("technical records asked for")),
    (Asked.LEGAL, N_("legal advice asked for")),
    (Asked.ONSITE, N_("on-site plan under way")),
    (Asked.SAMPLE, N_("defective part asked back")),
    (Asked.SAMPLE_HERE, N_("defective part here: send it")),
    (Asked.SAMPLE_SENT, N_("defective part being analysed")),
    (LegalMatter.ADVICE, N_("advice")),
    (LegalMatter.CONTRACT, N_("contract review")),
    (LegalMatter.LAWSUIT, N_("lawsuit")),
    (Remedy.REPAIR, N_("repair of the fault")),
    (Remedy.EXCHANGE, N_("exchange")),
    (Remedy.REFUND, N_("refund")),
    (Remedy.EXPLANATION, N_("explanation")),
    (Obstacle.ASKED, N_("something asked for is not there yet")),
    (CaseStep.ASK_MATERIAL, N_("ask for technical records")),
    (CaseStep.MATERIAL, N_("technical records supplied")),
    (CaseStep.ASK_LEGAL, N_("ask the legal adviser")),
    (CaseStep.LEGAL, N_("legal advice or result")),
    (CaseStep.LEGAL_NEXT, N_("legal: next date")),
    (CaseStep.ONSITE, N_("agree on an on-site plan")),
    (CaseStep.ONSITE_DONE, N_("on site finished")),
    (CaseStep.ASK_SAMPLE, N_("ask the part back")),
    (CaseStep.SAMPLE_HERE, N_("part received")),
    (CaseStep.SAMPLE_SENT, N_("part sent to be analysed")),
    (CaseStep.SAMPLE, N_("result of the analysis")),
    (CaseStep.NOT_NEEDED, N_("no longer needed")),
)

EVENTS: Mapping[str, str] = {
    CaseEvent.ASK_MATERIAL: N_("technical records asked for"),
    CaseEvent.MATERIAL: N_("technical records supplied"),
    CaseEvent.ASK_LEGAL: N_("legal advice asked for"),
    CaseEvent.LEGAL: N_("legal advice given"),
    CaseEvent.LEGAL_NEXT: N_("legal matter has another date"),
    CaseEvent.ONSITE: N_("on-site plan agreed"),
    CaseEvent.ONSITE_DONE: N_("on site finished"),
    CaseEvent.ASK_SAMPLE: N_("defective part asked back"),
    CaseEvent.SAMPLE_HERE: N_("defective part received"),
    CaseEvent.SAMPLE_SENT: N_("defective part sent"),
    CaseEvent.SAMPLE: N_("defective part analysed"),
    CaseEvent.NOT_NEEDED: N_("not needed any more"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)

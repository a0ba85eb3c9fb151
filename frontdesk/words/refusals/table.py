"""The sentences of every concern; `frontdesk.words.refusals.sentence` fills them in."""

from collections.abc import Mapping

from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.words.refusals import (
    appointments,
    calendar,
    case_table,
    cases,
    copies,
    customers,
    devices,
    escalations,
    figures,
    files,
    forgetting,
    gates,
    incidents,
    journal,
    lounge,
    machine,
    matters,
    messages,
    outlook,
    past,
    penalties,
    people,
    plans,
    policy,
    printing,
    progress,
    quotes,
    register,
    replay,
    rescues,
    rosters,
    runs,
    setup,
    store,
    values,
    weather,
    zone,
)
from frontdesk.words.refusals.refusals import Choice, Fact, Refusals

CONCERNS: tuple[Refusals, ...] = (
    appointments.REFUSALS,
    calendar.REFUSALS,
    case_table.REFUSALS,
    cases.REFUSALS,
    copies.REFUSALS,
    customers.REFUSALS,
    devices.REFUSALS,
    escalations.REFUSALS,
    figures.REFUSALS,
    files.REFUSALS,
    forgetting.REFUSALS,
    gates.REFUSALS,
    incidents.REFUSALS,
    journal.REFUSALS,
    lounge.REFUSALS,
    machine.REFUSALS,
    matters.REFUSALS,
    messages.REFUSALS,
    outlook.REFUSALS,
    past.REFUSALS,
    penalties.REFUSALS,
    people.REFUSALS,
    plans.REFUSALS,
    policy.REFUSALS,
    printing.REFUSALS,
    progress.REFUSALS,
    quotes.REFUSALS,
    register.REFUSALS,
    replay.REFUSALS,
    rescues.REFUSALS,
    rosters.REFUSALS,
    runs.REFUSALS,
    setup.REFUSALS,
    store.REFUSALS,
    values.REFUSALS,
    weather.REFUSALS,
    zone.REFUSALS,
)

SENTENCES: Mapping[Reason, str] = {reason: said for each in CONCERNS for reason, said in each.sentences.items()}
WHY: Mapping[Reason, str] = {reason: said for each in CONCERNS for reason, said in each.why.items()}
DETAILS: Mapping[Detail, str] = {detail: said for each in CONCERNS for detail, said in each.details.items()}
CHOICES: Mapping[Reason, Choice] = {reason: choose for each in CONCERNS for reason, choose in each.choices.items()}
TYPED: Mapping[Reason, str] = {reason: said for each in CONCERNS for reason, said in each.typed.items()}
FACTS: Mapping[Reason, tuple[str, Fact]] = {reason: fact for each in CONCERNS for reason, fact in each.facts.items()}

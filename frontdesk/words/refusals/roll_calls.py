"""The sentences of refusals about roll calls."""

from collections.abc import Callable

from frontdesk.domain.roll_calls.reasons import RollCallReason
from frontdesk.domain.roll_calls.roll_call import Entry
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.refusals import Facts, Refusals, Said
from frontdesk.words.roll_calls import entry_name

_TOLD = 8


def _named(fact: str) -> tuple[str, Callable[[Facts, Said], str]]:
    def names(facts: Facts, said: Said) -> str:
        entries = facts.get(fact)
        told = [entry_name(each) for each in entries if isinstance(each, Entry)] if isinstance(entries, tuple) else []
        more = _("… {count} more").format(count=len(told) - _TOLD) if len(told) > _TOLD else ""
        return _(", ").join(filter(None, (*told[:_TOLD], more)))

    return fact, names


REFUSALS = Refusals(
    {
        RollCallReason.NO_ROLL_CALL: N_("There was no roll call for No. {number}."),
        RollCallReason.ROLL_CALL_ENDED: N_(
            "The roll call for No. {number} was ended by {who}, {when}. Begin the next round: it keeps this one."
        ),
        RollCallReason.NOT_EXPECTED: N_(
            "“{text}” is not on the roll call for No. {number}. Right would be a name, initials, or part of a plate."
        ),
        RollCallReason.SEVERAL_FIT: N_("“{text}” may be any of these: {found}. Say which one."),
        RollCallReason.NO_SUCH_MARK: N_("That cannot be said of this one. Right would be: {right}."),
        RollCallReason.MARKED_BEFORE: N_("{who} was first, {when}: {mark}. Look, then press the key again."),
        RollCallReason.MARKED_SO: N_("That stands there already: {mark}, said by {who}, {when}."),
        RollCallReason.STILL_MISSING: N_("{count} are still missing: {missing}."),
        RollCallReason.EXPECTED_ALREADY: N_("“{text}” is on the roll call already."),
        RollCallReason.VISITORS: N_("How many visitors are there? Right would be 0 to {right}."),
    },
    facts={
        RollCallReason.STILL_MISSING: _named("missing"),
        RollCallReason.SEVERAL_FIT: _named("found"),
    },
)

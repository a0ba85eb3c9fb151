"""What a proposed cause rests on, in one sentence (Z7)."""

from frontdesk.domain.review.parts import Part
from frontdesk.domain.review.proposals import Evidence, Proposal, Unproposed
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import duration


def proposed(proposal: Proposal) -> str:
    """Return the proposed cause with its evidence, or why there is none."""
    if proposal.cause is None:
        return _no_proposal(proposal)
    return labelled(word(proposal.cause), evidence(proposal.evidence))


def evidence(found: Evidence) -> str:
    """Return what speaks for a cause: wait for reception 14:10, usually no more than 5:30."""
    if found.explained is not None:
        return _("as it was explained: {why}").format(why=word(found.explained))
    if found.part is not None:
        return _of_part(found, found.part)
    if found.arrivals is not None:
        text = _("{count} cars came within half an hour, usually no more than {usual}")
        return text.format(count=found.arrivals, usual=found.usual_arrivals)
    return _("{count} of the {all} cars that stood there").format(count=found.cars, all=found.of_cars)


def _of_part(found: Evidence, part: Part) -> str:
    text = (
        _("{part} {took}, usually no more than {usual}")
        if found.is_entered
        else _("{part} {took} until it left the zone, usually no more than {usual}")
    )
    return text.format(part=word(part), took=duration(found.took or 0), usual=duration(found.usual or 0))


def _no_proposal(proposal: Proposal) -> str:
    if proposal.why_not is Unproposed.TOO_LITTLE_HISTORY:
        text = _("No proposal: only {days} days on record, too few to say what is usual.")
        return text.format(days=proposal.evidence.days)
    return _("No proposal: no part of the time was longer than usual.")

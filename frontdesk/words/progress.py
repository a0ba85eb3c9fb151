"""Cars in repair in words: a line for each, its jobs, and what the customer is told (P2–P4)."""

from datetime import tzinfo

from frontdesk.domain.progress.figures import Figures
from frontdesk.domain.progress.progress import Found, Job, Progress, Telling
from frontdesk.domain.progress.stage import held_until, stage
from frontdesk.domain.progress.terms import FoundKind, Heard, Hold, JobKind, JobState, Stage
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words import i18n
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.matters import time_left
from frontdesk.words.phrases import labelled
from frontdesk.words.times import rough_duration, short_time


def heading(car: Progress, zone: tzinfo, now: Millis) -> str:
    """Return a car in repair in one line: how far it is, its promise, since when the customer has heard nothing."""
    promise = labelled(_("ready by"), short_time(car.promised_at, zone, now)) if car.promised_at else ""
    heard = _("told {time} ago").format(time=rough_duration(max(0, now - car.told_at)))
    heard = heard if was_told(car) else _("not told yet")
    due = car.word_due
    owed = labelled(word(due.name), time_left(due, now)) if due else ""
    return " · ".join(
        filter(None, (show_plate(car.plate), said_stage(car, zone, now), promise, word(car.waits), heard, owed))
    )


def said_stage(car: Progress, zone: tzinfo, now: Millis) -> str:
    """Return how far a car is, and until when it waits."""
    reached, until = stage(car), held_until(car)
    if reached is Stage.WAITING and any(job.state is JobState.WAITING and job.technician for job in car.work):
        return _("to be begun")
    if until is None or reached not in {Stage.FOR_PARTS, Stage.FOR_CUSTOMER, Stage.PAUSED}:
        return word(reached)
    return _("{stage} until {time}").format(stage=word(reached), time=short_time(until, zone, now))


def was_told(car: Progress) -> bool:
    """Whether the customer was told anything since the repair began; at first they stood at the desk."""
    return car.told_at > car.matter.opened_at


def told_last(car: Progress, zone: tzinfo, now: Millis) -> str:
    """Return when the customer was told last, and by whom."""
    if not was_told(car):
        return _("not told yet, here since {time}").format(time=short_time(car.told_at, zone, now))
    return _("told at {time} by {who}").format(time=short_time(car.told_at, zone, now), who=car.told_by or "–")


def job_line(job: Job, zone: tzinfo, now: Millis) -> str:
    """Return a job: its number, what it is, who does it, how far it is."""
    state = word(job.state)
    if job.kind is JobKind.CHECK and job.state is JobState.DROPPED:
        state = _("not passed")
    if job.state is JobState.HELD and job.hold is not None:
        state = word(job.hold) if job.hold is Hold.QUALITY else f"{state} {word(job.hold)}"
    until = labelled(_("until"), short_time(job.hold_until, zone, now)) if job.hold_until else ""
    parts = _(", ").join(f"{clean_line(part.name)} ×{part.quantity}" for part in job.parts)
    said = (f"{job.id} {word(job.kind)}", clean_line(job.title), job.technician, state, until, parts)
    return " · ".join(filter(None, said))


def found_line(found: Found) -> str:
    """Return what was found: its number, what it is, what it costs, and what the customer decided."""
    decided = word(found.decision) if found.decision else _("not decided yet")
    if found.kind is FoundKind.QUALITY:
        decided = _("not told yet") if found.told_at is None else _("was told")
    said = (f"{found.id} {word(found.kind)}", clean_line(found.what), estimate(found), decided, clean_line(found.words))
    return " · ".join(filter(None, said))


def telling_line(telling: Telling, zone: tzinfo, now: Millis) -> str:
    """Return when the customer was told, by whom, how, and what."""
    said = (short_time(telling.at, zone, now), word(telling.channel), telling.who, clean_line(telling.words))
    return " · ".join(filter(None, said))


def estimate(found: Found) -> str:
    """Return what a problem costs and how long it takes: 300–500 yuan, about 40 min more."""
    costs = ""
    if found.cost_max:
        spread = f"{found.cost_min}–{found.cost_max}" if found.cost_min != found.cost_max else str(found.cost_max)
        costs = _("{amount} yuan").format(amount=spread)
    longer = _("about {count} min more").format(count=found.minutes) if found.minutes else ""
    return _(", ").join(filter(None, (costs, longer)))


def draft(car: Progress, zone: tzinfo, now: Millis) -> str:
    """Return what the customer is told: how far the car is, what was found, by when it is ready."""
    reached = stage(car)
    plate = show_plate(car.plate)
    if reached is Stage.READY:
        return _("Hello, your car {plate} is ready. Please come to the reception desk.").format(plate=plate)
    said = [_("Hello, this is about your car {plate}.").format(plate=plate)]
    if reached is not Stage.FOR_CUSTOMER or not car.undecided:
        said.append(how_it_is(car, zone, now))
    said += [_asked(found) if found.kind is FoundKind.HIDDEN else _own_fault(found) for found in car.undecided]
    if car.promised_at is not None:
        why = next((promise.why for promise in reversed(car.promises) if promise.told_at is None and promise.why), "")
        when = short_time(car.promised_at, zone, now)
        text = _("It will be ready at {time}: {why}.") if why else _("It will be ready at {time}.")
        said.append(text.format(time=when, why=clean_line(why)))
    return "".join(said) if _(", ") == "、" else " ".join(said)


def to_customer(car: Progress, zone: tzinfo, now: Millis) -> tuple[str, str]:
    """Return what a text says, and what stands in the place of {what} in the store's own words.

    Customers are written to in Chinese, as they are reminded, whatever language the station speaks.
    """
    with i18n.spoken("zh"):
        return draft(car, zone, now), what_of_it(car, zone, now)


_TO_CUSTOMER = {
    Stage.WAITING: N_("It is in the workshop and will be worked on next."),
    Stage.WORKING: N_("It is being worked on."),
    Stage.FOR_PARTS: N_("The parts it needs are not here yet."),
    Stage.FOR_CUSTOMER: N_("Before we go on we need a word from you."),
    Stage.PAUSED: N_("The work on it had to be interrupted."),
    Stage.CHECK: N_("The work is done; it is being checked."),
    Stage.WASH: N_("The work is done; it is being washed."),
    Stage.READY: N_("It is ready to be fetched."),
    Stage.HANDED_BACK: N_("It has been handed back to you."),
}
"""How far a car is, as its customer is told."""


def how_it_is(car: Progress, zone: tzinfo, now: Millis) -> str:
    """Return how far a car is, as its customer is told, and until when parts are waited for."""
    reached, until = stage(car), held_until(car)
    if reached is Stage.FOR_PARTS and until is not None and until > now:
        return _("The parts it needs are expected at {time}.").format(time=short_time(until, zone, now))
    return _(_TO_CUSTOMER[reached])


def what_of_it(car: Progress, zone: tzinfo, now: Millis) -> str:
    """Return what stands in the place of {what} in the store's own words: what was found, else how far the car is."""
    if not car.undecided:
        return how_it_is(car, zone, now).rstrip("。.")
    return _(", ").join(_with_estimate(found) for found in car.undecided)


def _asked(found: Found) -> str:
    return _("We found: {what}. Shall we do it?").format(what=_with_estimate(found))


def _own_fault(found: Found) -> str:
    """A fault in the store's own work is told, not asked (P2)."""
    text = _("We have to tell you of a fault in our work: {what}. We have stopped and are putting it right.")
    return text.format(what=clean_line(found.what))


def _with_estimate(found: Found) -> str:
    return _(", ").join(filter(None, (clean_line(found.what), estimate(found))))


def figures_lines(found: Figures, days: int) -> list[str]:
    """Return the figures of the last days, a line for each."""
    share = "–" if found.share_kept is None else f"{found.share_kept:.0%}"
    median, longest = (
        "–" if length is None else rough_duration(length) for length in (found.silence_median, found.silence_longest)
    )
    return [
        _("the last {days} days").format(days=days),
        _("promises kept: {share} ({kept} of {count})").format(share=share, kept=found.kept, count=found.promises),
        _("silence while open: usually {median}, at most {longest}").format(median=median, longest=longest),
        _("told {count} times, sent {sent} texts; word too late {late} of {words} times").format(
            count=found.told, sent=found.sent, late=found.late, words=found.words
        ),
    ]


def channels() -> list[str]:
    """Return how somebody can be told, in the order in which it is chosen."""
    return [word(each) for each in Heard]

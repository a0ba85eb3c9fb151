"""Answers the prompts of a station with F8 and the prompt panel."""

from collections.abc import Iterator, Sequence
from functools import partial

from frontdesk.desk import guiding
from frontdesk.desk.escalations import handling, tasks
from frontdesk.domain.escalations.alerts import Item, StationAlerts
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.open_steps import OpenStep
from frontdesk.domain.escalations.panel import answered_next
from frontdesk.domain.escalations.tasks import Task
from frontdesk.domain.escalations.terms import ONLY_SEEN, Kind, State, Why
from frontdesk.domain.picture.workshop_calls import WorkshopCalls
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.offers import Offer
from frontdesk.words import i18n
from frontdesk.words.escalations.progress import who_was_first
from frontdesk.words.escalations.prompt import case_of, due_of
from frontdesk.words.i18n import _
from screens.cases.opening import open_case
from screens.escalations.messages import Called, HandedOut
from screens.escalations.prompt_panel import PromptPanel
from screens.kit.feedback import Feedback
from screens.kit.station import Station
from screens.kit.store_zone import store_zone


def note_prompts(station: Station) -> None:
    """Check the panel for news; report that the station is called, and which tickets were handed out."""
    call = station.query_one(PromptPanel).look(station.clock.monotonic())
    if call.urgency is not None:
        station.post_message(Called(call.urgency))
    if call.handed_out:
        station.post_message(HandedOut(call.handed_out))


class Alarms:
    """What a station without a panel of prompts was called for: an incident, and what it owes in a rescue."""

    def __init__(self) -> None:
        self.heard: StationAlerts | None = None
        self.rescues = WorkshopCalls()


def note_alarms(station: Station, alarms: Alarms) -> None:
    """Report that a station without a panel is called."""
    alarms.heard = alarms.heard or StationAlerts(station.STATION)
    prompts = station.latest().prompts(station.STATION, station.now)
    call = alarms.heard.look(prompts, station.clock.monotonic())
    rescue = alarms.rescues.look(station.latest().rescues_at(station.STATION), station.now)
    urgency = call.urgency or rescue
    if urgency is not None:
        station.post_message(Called(urgency))


async def answer(station: Station) -> None:
    """Answer the line that asks for something first; what has only just come there does not listen yet."""
    panel = station.query_one(PromptPanel)
    row = answered_next(panel.rows())
    if row is None:
        _nothing_to_answer(station, panel.known())
        return
    if not panel.is_read(row, station.clock.monotonic()):
        told = panel.told_lately()
        text = _("This prompt has only just come up. Read it, then press F8 again.")
        station.say(f"{told} · {text}" if told else text)
        return
    await answer_items(station, row.items)


async def answer_items(station: Station, items: Sequence[Item]) -> None:
    """Answer prompts of one kind, do an errand, or take up the first that is offered."""
    item = items[0]
    station.say("")
    station.settling.begin()
    if isinstance(item, OpenStep):
        await _answer_step(station, item)
    elif isinstance(item, Task):
        await station.perform(tasks.done, item.id)
    elif isinstance(item, Offer):
        await station.perform(guiding.guide, item.car.plate, item.bay.key)
    elif not item.is_crowding:
        await _answer_other(station, [each for each in items if isinstance(each, Escalation)])
    elif station.latest().decides(station.STATION, station.desk.actor.who, station.now):
        await _take_on(station, item)
    else:
        await _tell_all(station)


async def _answer_step(station: Station, each: OpenStep) -> None:
    """Take a step of one's team, or call it done; where it asks for something, its run opens with it marked (I3)."""
    from frontdesk.desk.runs import runs  # noqa: PLC0415 - the first picture does without it

    language = i18n.language()
    if each.is_open:
        await station.perform(partial(runs.take, language=language), each.matter, each.key)
    elif each.is_done_at_once:
        await station.perform(partial(runs.done, language=language), each.matter, each.key)
    else:
        from screens.runs.page import RunDialog  # noqa: PLC0415 - the first picture does without it

        station.open(RunDialog(station, each.matter, each.key))


async def show_all(station: Station) -> None:
    """Show all that is asked, to answer any of it."""
    from screens.escalations.prompt_list import PromptList  # noqa: PLC0415 - the first picture does without it

    if not station.query_one(PromptPanel).rows():
        station.say(_("There is no prompt to answer."))
        return
    station.open(PromptList(station), partial(_answer_chosen, station))


async def _answer_chosen(station: Station, item: Item | None) -> None:
    if item is not None:
        await answer_items(station, (item,))


def _nothing_to_answer(station: Station, known: str) -> None:
    """Say who was first with it, no error; at the manager's, ask why it was over with nobody having acted (Z7)."""
    snapshot = station.latest()
    if station.STATION is not StationKind.MANAGER or not snapshot.unexplained:
        station.query_one(Feedback).say("" if known else _("There is no prompt to answer."), known=known)
        return
    from screens.escalations.explain import ExplainDialog  # noqa: PLC0415 - the first picture does without it

    station.open(ExplainDialog(snapshot.unexplained[0], snapshot), partial(_explain, station, snapshot.unexplained[0]))


async def _explain(station: Station, escalation: Escalation, why: Why | None) -> None:
    if why:
        await station.perform(handling.explain, escalation.id, why)


async def _take_on(station: Station, prompt: Escalation) -> None:
    """Acknowledge all crowdings that wait, then open the decision."""
    from screens.escalations.decide import DecideDialog  # noqa: PLC0415 - the first picture does without it

    if prompt.state is State.CLEARED:
        station.say(_("It is over. The prompt stays a moment, in case it comes back."))
        return
    for each in _raised_crowdings(station):
        taken = await station.perform(handling.acknowledge, each.id)
        if taken is None and each is prompt:
            return
    station.open(DecideDialog(prompt, station))


async def _tell_all(station: Station) -> None:
    """Record for every crowding on the panel that the called person was told (Z5, Z6); what was told is only said."""
    raised = tuple(_raised_crowdings(station))
    if raised and all(each.is_told for each in raised):
        said = who_was_first(raised[0], store_zone(station.latest()))
        station.query_one(Feedback).say("", known=said)
    for each in raised:
        if each.is_told:
            continue
        await station.perform(handling.tell, each.id, level=each.level)


def _raised_crowdings(station: Station) -> Iterator[Escalation]:
    """Yield each crowding that nobody has acknowledged and that was visible long enough to be read."""
    panel = station.query_one(PromptPanel)
    for each in panel.prompts():
        if each.is_crowding and each.state is State.RAISED and panel.is_ready(each, station.clock.monotonic()):
            yield each


async def _answer_other(station: Station, prompts: Sequence[Escalation]) -> None:
    prompt = prompts[0]
    if prompt.kind is Kind.INCIDENT:
        # Read first, then taken on by name.
        await station.run_action("app.incident")
        return
    if prompt.kind is Kind.DIVERSION_EXPIRED:
        # Looking answers nothing: it asks until the customer is seen to.
        await station.run_action("do('tickets')")
        return
    if prompt.kind in ONLY_SEEN:
        await _see(station, prompts)
        return
    if prompt.state is State.RAISED and not await station.perform(handling.acknowledge, prompt.id):
        return
    if prompt.kind is Kind.DUE_MISSED:
        owed = due_of(prompt, station.latest())
        await (station.open_matter(owed[0]) if owed else station.run_action("do('matters')"))
        return
    await _open_due(station, prompt)


async def _see(station: Station, prompts: Sequence[Escalation]) -> None:
    """Put on record that they were seen: all that have been up long enough to be read."""
    panel, now = station.query_one(PromptPanel), station.clock.monotonic()
    read = [prompt for prompt in prompts if panel.is_ready(prompt, now)]
    if not await station.perform(handling.see, tuple(prompt.id for prompt in read)):
        return
    text = _("Seen. {plate} still waits: F6 receives whoever has waited longest.")
    if len(read) > 1:
        text = _("Seen. {count} still wait: F6 receives whoever has waited longest.")
    station.query_one(Feedback).say("", text.format(plate=show_plate(read[0].plate), count=len(read)))


async def _open_due(station: Station, prompt: Escalation) -> None:
    from frontdesk.desk.cases import register  # noqa: PLC0415 - the first picture does without it

    found = case_of(prompt, station.latest())
    number = found[0].id if found else await station.ask(register.of_clock, prompt.subject)
    if number is not None:
        open_case(station, number)

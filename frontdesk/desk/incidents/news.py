"""News of an incident: the staff hears it at once; outside nobody hears what the command has not signed (I9)."""

from data import approvals
from data.engine.transaction import Transaction
from data.incidents import incidents
from data.incidents import news as on_record
from data.messages import routes
from data.zone import floor as floors
from frontdesk.desk.desk import Desk
from frontdesk.desk.owing import owe
from frontdesk.desk.people.duty import check_at_desk, operator
from frontdesk.domain.approvals.approval import ApprovalState, Text, Verdict, What
from frontdesk.domain.incidents.aftermath_events import AftermathEvent
from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.command import check_commands
from frontdesk.domain.incidents.incident import EntryKind, Incident
from frontdesk.domain.incidents.news import News, check_newest, check_send, check_sign
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import TEXT_LIMIT, Audience, Channel, Purpose, ToTell
from frontdesk.domain.people.roles import Role
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_words

ABOUT = "news:"


def write(desk: Desk, number: int, audience: Audience, text: str, operation: str | None = None) -> Result:
    """Write what is said to an audience; the staff is told at once. A changed text is signed anew.

    Raises `Refused`: NO_INCIDENT, NOT_YOUR_POST, NEWS_TEXT, SAME_NEWS.
    """
    said = whole_words(text, TEXT_LIMIT)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        check_at_desk(transaction)
        incident = incidents.get(connection, number)
        if not said:
            raise Refused(AftermathReason.NEWS_TEXT, number=number)
        before = on_record.newest(connection, number, audience)
        if before is not None and before.text == said:
            raise Refused(AftermathReason.SAME_NEWS, number=number, version=before.version, who=before.written_by)
        if before is not None:
            _lapse(transaction, before)
        version = before.version + 1 if before else 1
        on_record.write(transaction, number, audience, version, said)
        if audience is Audience.STAFF:
            _let_out(transaction, incident, audience)
        return Result(AftermathEvent.NEWS, number=number, facts={"audience": audience, "version": version})

    return desk.do(body, operation)


def sign(
    desk: Desk, number: int, audience: Audience, *, seen: int | None = None, operation: str | None = None
) -> Result:
    """The command signs what was written last for an audience, and exactly that; `seen`: the version it has read.

    Raises `Refused`: NO_INCIDENT, NO_NEWS, and as `check_sign` says.
    """

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        person = operator(transaction)
        incident = incidents.get(connection, number)
        news = check_newest(on_record.newest(connection, number, audience), incident)
        check_sign(news, incident, person.name, seen)
        asked = approvals.ask(transaction, number, What.NEWS, news.signed_text, (person.post,))
        approval = approvals.latest(connection, number)
        approvals.sign(transaction, approval, person.post, Verdict.APPROVED, words="")
        approvals.end(transaction, approval, ApprovalState.APPROVED)
        on_record.sign(transaction, news, asked)
        return Result(AftermathEvent.NEWS_SIGN, number=number, facts={"audience": audience, "version": news.version})

    return desk.do(body, operation)


def send(desk: Desk, number: int, audience: Audience, operation: str | None = None) -> Result:
    """Let out what was written last for an audience; a person tells it, wherever no channel is for it.

    Raises `Refused`: NO_INCIDENT, NO_NEWS, NOT_YOUR_POST, and as `check_send` says.
    """

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        incident = incidents.get(transaction.connection, number)
        news = _let_out(transaction, incident, audience)
        return Result(AftermathEvent.NEWS_SEND, number=number, facts={"audience": audience, "version": news.version})

    return desk.do(body, operation)


def text(transaction: Transaction, number: int) -> Text:
    """Return what is signed of an incident's news; that is for whoever has the command alone."""
    incident = incidents.get(transaction.connection, number)
    check_commands(incident, transaction.actor.who)
    signed = approvals.latest(transaction.connection, number)
    found = next((each for each in on_record.of(transaction.connection, number) if each.approval_id == signed.id), None)
    return check_newest(found, incident).signed_text


def decided(transaction: Transaction, number: int, state: ApprovalState) -> None:
    """Nothing follows by itself: it goes out when somebody lets it out."""


def _let_out(transaction: Transaction, incident: Incident, audience: Audience) -> News:
    news = check_newest(on_record.newest(transaction.connection, incident.id, audience), incident)
    check_send(news, incident)
    on_record.sent(transaction, news)
    incidents.enter(transaction, incident.id, EntryKind.NEWS, value=audience, words=news.text[:200])
    said = ToTell(Purpose.NEWS, news.text, audience, matter=incident.id, about=f"{ABOUT}{news.id}", is_urgent=True)
    for each in _to(transaction, said):
        owe(transaction, each)
    return news


def _to(transaction: Transaction, said: ToTell) -> tuple[ToTell, ...]:
    """Return to whom it goes: the channels of the staff, each customer who is here, or the one outside."""
    connection = transaction.connection
    if said.audience is Audience.STAFF:
        channels = sorted({channel for role in Role for channel in routes.of(connection, role)})
        return tuple(said._replace(channel=channel) for channel in channels)
    if said.audience is Audience.CUSTOMER:
        return tuple(said._replace(plate=car.plate, channel=Channel.IN_PERSON) for car in floors.floor(connection).cars)
    return (said._replace(channel=Channel.IN_PERSON),)


def _lapse(transaction: Transaction, before: News) -> None:
    """The text is another one: what was signed before stands for nothing any more, unless it went out."""
    approval = before.approval
    if approval is not None and before.sent_at is None and approval.state is ApprovalState.APPROVED:
        approvals.end(transaction, approval, ApprovalState.LAPSED)

"""Mail by SMTP: it is sent where the server took it for every address."""

import smtplib
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import formatdate

from frontdesk.domain.messages.delivery import Answer, Delivery, Parcel
from frontdesk.domain.values.text import clean_line
from frontdesk.machine.senders.notify_file import Mailbox

_SUBJECT = 60


def send(box: Mailbox, to: tuple[str, ...], parcel: Parcel, within_s: float) -> Delivery:
    """Send one mail and return what came of it."""
    try:
        server = _opened(box, within_s)
    except smtplib.SMTPAuthenticationError as error:
        return Delivery(Answer.REFUSED, f"SMTP {error.smtp_code}")
    except (smtplib.SMTPException, OSError) as error:
        return Delivery(Answer.LATER, type(error).__name__)
    try:
        left_out = server.send_message(_mail(box, to, parcel))
    except smtplib.SMTPRecipientsRefused:
        return Delivery(Answer.REFUSED, "SMTP recipients refused")
    except smtplib.SMTPResponseException as error:
        return Delivery(Answer.LATER if error.smtp_code < 500 else Answer.REFUSED, f"SMTP {error.smtp_code}")
    except (smtplib.SMTPException, OSError) as error:
        return Delivery(Answer.UNCERTAIN, type(error).__name__)
    finally:
        server.close()
    return Delivery(Answer.SENT, f"SMTP 250, left out: {len(left_out)}" if left_out else "SMTP 250")


def _opened(box: Mailbox, within_s: float) -> smtplib.SMTP:
    kind: Callable[..., smtplib.SMTP] = smtplib.SMTP_SSL if box.security == "tls" else smtplib.SMTP
    server = kind(box.host, box.port, timeout=within_s)
    try:
        if box.security == "starttls":
            server.starttls()
        if box.user:
            server.login(box.user, box.password)
    except BaseException:
        server.close()
        raise
    return server


def _mail(box: Mailbox, to: tuple[str, ...], parcel: Parcel) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = box.sender, ", ".join(to)
    mail["Subject"] = clean_line(parcel.text, _SUBJECT)
    mail["Date"] = formatdate(localtime=True)
    mail.set_content(parcel.text)
    return mail

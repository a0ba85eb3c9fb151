"""Templates of head office in words: what they are called, and what each number was and would be."""

from datetime import tzinfo

from frontdesk.domain.group.templates import Offer, OfferState, state_of
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.text import clean_line
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.policy.changes import change, number_name, value_of
from frontdesk.words.times import long_time


def called(name: str, version: int | str) -> str:
    """Return what a version of a template is called."""
    return _("{name}, version {version}").format(name=clean_line(name), version=version)


def title_words(title: str) -> str:
    """Return the title of a template's matter as it is read."""
    name, _blank, version = title.rpartition(" ")
    return called(name, version)


def heading(offer: Offer) -> str:
    """Return which template it is and how it stands."""
    template = offer.template
    name = f"{case_number(offer.matter)} {called(template.name, template.version)}"
    return labelled(name, word(state_of(offer.approval.state)))


def offer_lines(offer: Offer, present: Policy, zone: tzinfo) -> list[str]:
    """Return all there is to say: who offers it, what each number is now and would be, who signed."""
    template, approval = offer.template, offer.approval
    lines = [
        _("from head office, added by {who}, here since {at}").format(
            who=clean_line(template.by), at=long_time(approval.asked_at, zone)
        )
    ]
    if template.note:
        lines.append(labelled(_("note"), clean_line(template.note, None)))
    if offer.plan_version is not None:
        lines.append(_("written as a version of the plan: No. {number}").format(number=offer.plan_version))
    is_open = state_of(approval.state) is OfferState.OFFERED
    for each in offer.changes(present):
        if not is_open or each.was == each.becomes:
            lines.append(number_line(each.key, each.becomes, is_so=is_open))
        else:
            lines.append(change(each.key, each.was, each.becomes))
    return [*lines, *signature_lines(approval, zone)[1:]]


def number_line(key: str, value: object, *, is_so: bool = False) -> str:
    """Return what a number does and what it is in a template; whether it is so already."""
    said = value_of(key, value)
    return labelled(number_name(key), _("{value}, as it is now").format(value=said) if is_so else said)

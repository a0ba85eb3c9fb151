"""What the doctor found, in sentences."""

from frontdesk.desk.doctor.finding import Finding
from frontdesk.words.doctor import SENTENCES
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence


def sentence_of(finding: Finding) -> str:
    """Return a finding as a person reads it."""
    if finding.error is not None:
        return sentence(finding.error)
    return _(SENTENCES[finding.name]).format_map({name: str(value) for name, value in finding.facts.items()})

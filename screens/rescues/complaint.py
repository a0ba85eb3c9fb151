"""After a bad mark: the form of a complaint, half filled in (C8)."""

from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.words.rescues import complaint_words
from screens.cases.draft import Draft
from screens.cases.new_case_form import NewCaseForm
from screens.kit.station import Station


def form_after(station: Station, rescue: Rescue, mark: int, said: str) -> NewCaseForm:
    """Return the form with customer, car and what they said."""
    words = complaint_words(rescue, mark, said)
    return NewCaseForm(Draft(customer=rescue.form.customer, plate=rescue.form.plate, words=words), station)

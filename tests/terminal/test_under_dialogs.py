"""What goes on at the store is seen behind two dialogs, too."""

from typing import Any


def test_the_board_goes_on_under_a_dialog_over_a_dialog(frontdesk: Any) -> None:
    """Where nobody is on the staff list yet, the list asks for the first person at once."""
    station = frontdesk("guard")
    station.reads("Add a person")
    before = station.text.split("\n")[0]
    station.until(lambda: station.text.split("\n")[0] != before)

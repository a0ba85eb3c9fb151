"""The base of the boxes in which something is looked for while it is typed."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class Box(Input):
    """A box of one line that is as wide as its place, so nothing is laid out anew for a letter."""

    virtual_size = Reactive(Size(0, 0), layout=False)

"""How every chart in a workbook is laid out."""

from typing import Any

_HIGH = 12


def lay_out(
    chart: Any, title: str, *, across: str = "", upward: str = "", width: int = 26, height: int = _HIGH
) -> None:
    """Give a chart its size and its words: beside the picture, never over it."""
    chart.title, chart.width, chart.height = title, width, height
    for axis, said in ((chart.x_axis, across), (chart.y_axis, upward)):
        # Newer versions of Excel hide axes of which nothing is said.
        axis.delete = False
        if said:
            axis.title = said
            axis.title.overlay = False
    chart.x_axis.axPos = "b"
    # Nor do they leave room for a title of which that is not said.
    chart.title.overlay = False
    chart.legend.position, chart.legend.overlay = "b", False
    chart.roundedCorners = False

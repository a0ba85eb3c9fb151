"""The base of what the dashboard of head office is made of: lines drawn from the picture of the group."""

from typing import ClassVar

from screens.group.picture import GroupPicture, ShowsGroup
from screens.kit.lines import Lines
from screens.kit.spans import Line


class GroupLines(Lines, ShowsGroup):
    """Lines drawn from the picture of the group."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = ("group",)

    def build(self, width: int) -> list[Line]:
        return self.drawn(self.group, width) if isinstance(self.group, GroupPicture) else [()]

    def drawn(self, picture: GroupPicture, width: int) -> list[Line]:
        """Return the lines, once there is a picture."""
        raise NotImplementedError

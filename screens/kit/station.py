"""What actions and dialogs may ask of the station they are used at; the station itself is in `stations`."""

from collections.abc import Callable
from typing import Any, ClassVar, Concatenate, ParamSpec, Protocol, TypeVar

from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from frontdesk.desk.background import BackgroundDesk
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock, Millis
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import Plate
from screens.kit.keys import Key
from screens.kit.live import Live
from screens.kit.settling import Settling

P = ParamSpec("P")
R = TypeVar("R")
W = TypeVar("W", bound=Widget)
T = TypeVar("T")


class Station(Protocol):
    """A station somebody works at."""

    STATION: ClassVar[StationKind]
    """Which of the stations it is."""
    chosen: Plate
    """The plate of the car marked on the board; "" for none."""

    @property
    def settling(self) -> Settling:
        """When keys for a car are ignored: a prompt was answered, and a second press is not meant for a car."""

    @property
    def desk(self) -> BackgroundDesk:
        """What carries out commands at the store."""

    @property
    def clock(self) -> Clock:
        """The machine's clock."""

    @property
    def live(self) -> Live:
        """The live picture."""

    @property
    def now(self) -> Millis:
        """The store's time."""

    def own_keys(self) -> tuple[Key, ...]:
        """Return every key that does something here."""

    def latest(self) -> Snapshot:
        """Return the picture of the store."""

    async def perform(
        self, command: Callable[Concatenate[Desk, P], Result], *values: P.args, **named: P.kwargs
    ) -> Result | None:
        """Carry out a command in the operator's name; None where it was not done, and why is said."""

    async def ask(self, question: Callable[Concatenate[Desk, P], R], *values: P.args, **named: P.kwargs) -> R | None:
        """Ask the store; None where it does not answer, and why is said."""

    def say(self, trouble: str) -> None:
        """Say what is wrong; nothing where nothing is."""

    def complain(self, error: FrontdeskError) -> None:
        """Say why something was not done."""

    def open(self, dialog: Screen[R], then: Callable[[R | None], Any] | None = None) -> None:
        """Open a dialog; `then` is given its result."""

    async def run_action(self, action: str) -> Any:
        """Do what a key is for, where it does something at this station."""

    def query_one(self, selector: type[W]) -> W:
        """Return a part of the screen."""

    def keeps(self, kind: type[T]) -> T:
        """Return what this station keeps of a kind while it is open; made when first asked for."""

    def post_message(self, message: Message) -> bool:
        """Tell the application something."""

    def run_worker(self, work: Any, *, group: str = "", exclusive: bool = False) -> Any:
        """Do something while the station goes on; in a group that is exclusive only the last begun."""

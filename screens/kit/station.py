"""The interface of a station for actions and dialogs; the station itself is in `stations`."""

from collections.abc import Callable
from typing import Any, ClassVar, Concatenate, ParamSpec, Protocol, TypeVar

from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from frontdesk.desk.background import BackgroundDesk
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import Matter
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
    """The kind of station."""
    chosen: Plate
    """The plate of the car marked on the board; "" for none."""

    @property
    def settling(self) -> Settling:
        """The time after an answered prompt in which keys for a car are ignored, as a second press is not for it."""

    @property
    def desk(self) -> BackgroundDesk:
        """The desk, which runs commands at the store."""

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
        """Run a command in the operator's name. On failure show the reason and return None."""

    async def ask(self, question: Callable[Concatenate[Desk, P], R], *values: P.args, **named: P.kwargs) -> R | None:
        """Query the store. On failure show the reason and return None."""

    def ask_pin(self, say: Callable[[str], None] | None = None) -> None:
        """Ask the operator for their PIN; `say` tells where it was needed that the key is pressed again."""

    def say(self, trouble: str) -> None:
        """Show an error, or clear it if the text is empty."""

    def complain(self, error: FrontdeskError) -> None:
        """Say why something was not done."""

    def open(self, dialog: Screen[R], then: Callable[[R | None], Any] | None = None) -> None:
        """Open a dialog; `then` is given its result."""

    async def open_matter(self, matter: Matter) -> None:
        """Open the page of a matter, whatever it is."""

    async def run_action(self, action: str) -> Any:
        """Run a key's action, if it works at this station."""

    def query_one(self, selector: type[W]) -> W:
        """Return a part of the screen."""

    def keeps(self, kind: type[T]) -> T:
        """Return this station's object of a type, created on first use and kept while the station is open."""

    def post_message(self, message: Message) -> bool:
        """Tell the application something."""

    def run_worker(self, work: Any, *, group: str = "", exclusive: bool = False) -> Any:
        """Run something in the background; in an exclusive group only the latest one goes on."""

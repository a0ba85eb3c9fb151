"""What a process makes once, made once for all that one test process runs: a schema, a parser, the style sheets."""

import functools
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from data.engine.connection import Connection, still
from data.opening import APPLICATION_ID
from data.schema import migrations
from frontdesk.commands import parser
from frontdesk.commands.concerns import Concern
from frontdesk.commands.kit.parts import Parser
from frontdesk.words import i18n


def schema(patch: pytest.MonkeyPatch) -> None:
    """Let each store that is begun have the schema of the first, page by page; one of an older version is migrated."""
    migrate = migrations.migrate

    @functools.cache
    def first() -> Connection:
        made = still(None)
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(made)
        return made

    def copied(connection: Connection) -> None:
        if connection.execute("select 1 from sqlite_schema").fetchone():
            migrate(connection)
        else:
            first().backup(connection)

    patch.setattr(migrations, "migrate", copied)


def parsers(patch: pytest.MonkeyPatch) -> None:
    """Let the parser of each language be built for the first command that is read in it."""
    build = parser.build

    @functools.cache
    def built(_language: str, only: Concern | None) -> Parser:
        return build(only)

    patch.setattr(parser, "build", lambda only=None: built(i18n.language(), only))


def style_sheets(patch: pytest.MonkeyPatch) -> None:
    """Let the rules of a style sheet be read for the first application that has it in those colours."""
    read = Stylesheet._parse_rules
    known: dict[object, list[RuleSet]] = {}

    def rules(sheet: Stylesheet, *source: Any, **more: Any) -> list[RuleSet]:
        key = (source, *more.items(), *sheet._variables.items())
        if key not in known:
            known[key] = read(sheet, *source, **more)
        return known[key]

    patch.setattr(Stylesheet, "_parse_rules", rules)


def no_frames(patch: pytest.MonkeyPatch) -> None:
    """Paint no frame that no terminal takes; what a test reads is painted for it, in full, when it looks."""
    patch.setattr(Compositor, "render_update", lambda picture, **_more: picture._dirty_regions.clear())

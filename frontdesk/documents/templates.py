"""The templates that pages to print are made from."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from frontdesk.domain.values.text import WORDS_LIMIT, clean_words

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> "Environment":
    """Return the template engine: texts are never read as markup, and an unknown name is an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - slow to load
    from markupsafe import Markup  # noqa: PLC0415

    def cleaned(value: object) -> object:
        text = isinstance(value, str) and not isinstance(value, Markup)
        return clean_words(str(value), 4 * WORDS_LIMIT) if text else value

    def source(name: str) -> str:
        return files("frontdesk.documents").joinpath(name).read_text(encoding="utf-8")

    return Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
    )

"""`frontdesk completion`: the script that completes commands, options and values in a shell, made from the parser."""

import argparse
import json
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.kit.parts import Parser

_FILES = {"bash": "_shtab_compgen_files", "zsh": "_files"}

_NOTHING = {"zsh": "()"}
"""The completion of a word that only a person knows; without it zsh would not even offer options."""


def run(args: Namespace) -> int:
    """Print the script; return 0. `args.build` makes the parser of all commands."""
    whole: Parser = args.build()
    made = powershell(whole) if args.shell == "powershell" else _by_shtab(whole, args.shell)
    if args.json:
        output.say_json({"shell": args.shell, "script": made})
    else:
        print(made)
    return 0


def _by_shtab(whole: Parser, shell: str) -> str:
    import shtab  # noqa: PLC0415 - needed only here

    for each, _path in walk(whole):
        for action in each._actions:
            # shtab looks for it there.
            if takes_path(action):
                action.complete = _FILES  # type: ignore[attr-defined]
            elif not action.option_strings and not action.choices:
                action.complete = _NOTHING  # type: ignore[attr-defined]
    return str(shtab.complete(whole, shell))


def walk(each: argparse.ArgumentParser, path: str = "frontdesk") -> Iterator[tuple[argparse.ArgumentParser, str]]:
    """Yield a parser and all below it, each with the words that lead to it."""
    yield each, path
    for action in each._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield from walk(below, f"{path} {name}")


def takes_path(action: argparse.Action) -> bool:
    """Whether an argument is a file or a folder."""
    return action.type is Path or action.dest == "database"


def powershell(whole: Parser) -> str:
    """Return a script for PowerShell, in ASCII, because Windows PowerShell reads it in the console's own encoding."""
    table = {path: _words(each) for each, path in walk(whole)}
    return _SCRIPT.replace("@TABLE@", json.dumps(table, separators=(",", ":")).replace("'", "\\u0027"))


def _words(each: argparse.ArgumentParser) -> dict[str, object]:
    """Return what can stand behind a command: words, options, and the values of options."""
    words: dict[str, str] = {}
    options: dict[str, str] = {}
    values: dict[str, list[str]] = {}
    for action in each._actions:
        said = (action.help or "") % {"default": action.default, "prog": "frontdesk"} if action.help else ""
        if isinstance(action, argparse._SubParsersAction):
            words |= {choice.dest: choice.help or "" for choice in action._choices_actions}
        elif action.option_strings:
            options |= dict.fromkeys(action.option_strings, said)
            if action.nargs != 0:
                values |= {name: [str(choice) for choice in action.choices or ()] for name in action.option_strings}
        elif action.choices:
            words |= {str(choice): said for choice in action.choices}
    return {"words": words, "options": options, "values": values}


_SCRIPT = """\
# Frontdesk: completion for PowerShell. In $PROFILE:
#   frontdesk completion powershell | Out-String | Invoke-Expression
$global:FrontdeskWords = '@TABLE@' | ConvertFrom-Json
Register-ArgumentCompleter -Native -CommandName frontdesk -ScriptBlock {
    param($word, $line, $cursor)
    $table = $global:FrontdeskWords
    $before = @($line.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.Extent.Text })
    $path = 'frontdesk'; $option = ''
    foreach ($each in $before) {
        if ($option) { $option = ''; continue }
        $here = $table.PSObject.Properties[$path].Value
        if ($here.values.PSObject.Properties[$each]) { $option = $each; continue }
        $next = $path + ' ' + $each
        if ($table.PSObject.Properties[$next]) { $path = $next }
    }
    $here = $table.PSObject.Properties[$path].Value
    if ($option) {
        $found = @($here.values.PSObject.Properties[$option].Value | ForEach-Object { @{ Name = $_; Value = $_ } })
    } elseif ($word.StartsWith('-')) {
        $found = @($here.options.PSObject.Properties)
    } else {
        $found = @($here.words.PSObject.Properties)
    }
    $found | Where-Object { $_.Name -and $_.Name.StartsWith($word) } | ForEach-Object {
        $said = if ($_.Value) { $_.Value } else { $_.Name }
        [System.Management.Automation.CompletionResult]::new($_.Name, $_.Name, 'ParameterValue', $said)
    }
}
"""

"""Types written outside any file, as on a command line: `func(t runtime.gcTrigger, m internal/abi.Mutex)`."""

from __future__ import annotations

import re

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.checker import Checker
from golinkname_ls.golang.types.packages import Declared
from golinkname_ls.golang.types.scope import Scope
from golinkname_ls.syntax.declaration import Import
from golinkname_ls.syntax.expression_parser import parse_signature

_QUALIFIED = re.compile(r"(?<![\w./])((?:[\w.\-]+/)*)([^\W\d]\w*)\.(?=[^\W\d])")


class NoPackage:
    """A package without declarations: what a fragment stands in."""

    path = name = ""

    def declared(self, name: str) -> Declared | None:  # noqa: ARG002 (it has none)
        """Nothing."""
        return None

    def methods(self, base: str) -> dict[str, Declared]:  # noqa: ARG002 (it has none)
        """Nothing."""
        return {}


def signature_of(text: str, checker: Checker) -> m.Signature | None:
    """The signature that `func(…) …` means, its qualifiers being import paths; None when it cannot be read."""
    imports: dict[str, str] = {}

    def shorten(match: re.Match[str]) -> str:
        name = match[2]
        imports.setdefault(name, match[1] + match[2])
        return f"{name}."

    parsed = parse_signature(_QUALIFIED.sub(shorten, text))
    if parsed is None:
        return None
    specs = tuple(Import(path, name) for name, path in imports.items())
    return checker.signature(parsed, Scope(NoPackage(), specs))

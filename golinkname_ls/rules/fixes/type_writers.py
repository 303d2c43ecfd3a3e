"""Writers of upstream's types for the file of a stub, and for a new file beside it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from itertools import chain, repeat

from golinkname_ls.contract.call_layout import CallLayout
from golinkname_ls.contract.signature_writer import Writer
from golinkname_ls.golang.types import model as m
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.syntax.files.source_file import SourceFile


def writer_for(unit: Unit, source: SourceFile, imports: Mapping[str, str] | None = None) -> Writer:
    """Writer of types for a file of the package as it is; `imports` (path to name) are to be added to it anyway."""
    return Writer(source.outline.imports, unit.path, DeferredCall(unit.declares, source), dict(imports or {}))


def writer_for_new_file(unit: Unit, beside: SourceFile) -> Writer:
    """Writer of types for a new file of the package, which has none of the other file's imports."""
    return Writer((), unit.path, lambda name: bool(unit.package.declared(name, unit.target, beside)))


def with_names(call: CallLayout, names: Iterable[str] = ()) -> CallLayout:
    """The call with these names of its parameters, none where there are no more, and without names of its results."""
    named = copy.copy(call)
    named.parameters = tuple(map(m.Parameter, (p.type for p in call.parameters), chain(names, repeat(""))))
    named.results = tuple(m.Parameter(r.type) for r in call.results)
    return named


def imports_of(writer: Writer, text: str) -> dict[str, str]:
    """The imports (path to name) of a new file that holds what the writer wrote."""
    return writer.imports | ({"unsafe": "unsafe"} if "unsafe.Pointer" in text else {})

"""Writers of upstream's types for the file of a stub, and for a new file beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from golinkname_ls.contract.signature_writer import Writer
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.syntax.files.source_file import SourceFile


def writer_for(unit: Unit, source: SourceFile, imports: Mapping[str, str] | None = None) -> Writer:
    """Writes types for a file of the package as it is, with the `imports` (path to name) that are to be added anyway."""
    return Writer(source.outline.imports, unit.path, partial(unit.declares, source), dict(imports or {}))


def writer_for_new_file(unit: Unit, beside: SourceFile) -> Writer:
    """Writes types for a new file of the package, which has none of the other file's imports."""
    return Writer((), unit.path, lambda name: bool(unit.package.declared(name, unit.target, beside)))


def imports_of(writer: Writer, text: str) -> dict[str, str]:
    """The imports (path to name) of a new file that holds what the writer wrote."""
    return writer.imports | ({"unsafe": "unsafe"} if "unsafe.Pointer" in text else {})

"""Vars that are larger than the text they are put over: since 1.23 the linker keeps the larger one and misses the func.

What a var of ABI 0 meets of a Go func is the call between the two ABIs, whose size no source tells. On amd64 it takes 11
to 72 bytes for signatures of up to 8 words (1.23.9 and 1.26.6, measured), 104 for the longest of std.
"""

from __future__ import annotations

from golinkname_ls.catalog.symbols import Definition, Kind
from golinkname_ls.linking.verdict import Merge, era
from golinkname_ls.program.links import Link
from golinkname_ls.program.program import Program
from golinkname_ls.program.program_types import own_var
from golinkname_ls.syntax.declaration import VarDeclaration

# Bytes. Where nothing was measured instructions may be twice as long.
_MOST_ON_AMD64, _MOST = 128, 256


def outgrows(link: Link, stub: VarDeclaration, path: str, func: Definition, program: Program) -> bool:
    """Whether a var of the package `path` is certain to be larger than what it meets of a marked Go func of std."""
    if func.kind is not Kind.FUNC or not func.marks or era(link.target.go).merge is Merge.CONTENT:
        return False
    size = own_var(program, path, stub.name, link.stub_source or link.source).size
    most = _MOST_ON_AMD64 if link.target.platform.goarch == "amd64" else _MOST
    return size is not None and size > most

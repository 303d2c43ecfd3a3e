"""Access checks between GOROOT's own packages: whether one may pull a symbol of another.

cmd/link/internal/loader/loader.go, checkLinkname (1.27.3:2497): std needs marks, too; one by `linknamestd` will do.
"""

from __future__ import annotations

from golinkname_ls.catalog.std.symbols import Definition, split_symbol
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict, verdict_on
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, Presence
from golinkname_ls.program.package_directives import directive_of, locals_of
from golinkname_ls.program.program import Program

# cmd/compile/internal/ssagen/intrinsics.go (1.26.6:710-724): the compiler writes instructions where these are called, and
# no reference. Of all that std pulls they are the only ones.
INTRINSICS = frozenset({"sync.runtime_LoadAcquintptr", "sync.runtime_StoreReluintptr"})


def goroot_pull_verdict(own: list[OwnDefinition], program: Program, path: str) -> PullVerdict:
    """Verdict on the package `path` referring to a symbol with the definitions `own`, the most telling first."""
    found = own[0]
    if found.presence is not Presence.DEFINED or any(d.package == path for d in own):
        return PullVerdict.ALLOWED
    marks = frozenset({"linkname"}) if marked_in_goroot(found, program) else frozenset[str]()
    definition = Definition(found.symbol, found.kind, found.package, None, marks, found.abi)
    return verdict_on(program.symbols, found.symbol, definition, program.linker_path(path))


def marked_in_goroot(found: OwnDefinition, program: Program) -> bool:
    """Whether a directive of the defining package names the symbol, or one of the package whose name it bears."""
    prefix, name = split_symbol(found.symbol)
    home = program.prefixes.get(prefix, found.package)
    target, packages = program.symbols.target, program.closure.packages
    named = any(locals_of(packages[path], target, found.symbol) for path in {found.package, home})
    return named or directive_of(packages[home], target, name) == ""

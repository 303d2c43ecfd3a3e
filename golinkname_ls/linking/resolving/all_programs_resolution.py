"""Resolution of a link in all programs of its module, as one outcome.

The same directive may hold in one program and fail in another, by what else is linked in:

    //go:linkname f example.com/m/q.f    in p, and p does not import q
        cmd/a imports p and q   → holds
        cmd/b imports p alone   → not linked in: this outcome is reported

Asked in turn: the package with what it imports, each main of the module, all its packages as if linked together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from golinkname_ls.catalog.std.symbols import Kind
from golinkname_ls.incremental.answers import Later
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, Presence, own_definitions
from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.linking.resolving.program_resolution import is_func, remote_symbol, resolve_in_program
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.program import Program

# More packages in the program do not change these answers.
_SETTLED = frozenset(
    {None, Problem.FORBIDDEN, Problem.BLOCKED, Problem.STD_ONLY, Problem.KIND, Problem.ABI, Problem.UNDEFINED}
)


def resolve_in_module(
    link: Link, path: str, own: Program, mains: Callable[[], list[Program]], around: Callable[[], Program | None]
) -> Outcome:
    """Outcome of a link in all programs of its module: that of the first with a problem, else one for all.

    `own` is the package with its transitive imports. Only where that does not decide are `mains` resolved, and where
    those leave the remote undefined, its definition is looked for in `around`: all packages of the module as one
    program.
    """
    first = resolve_in_program(link, own, path)
    if not own.open or (first.sure and first.problem in _SETTLED and (first.needs_mention or _of_goroot(first, own))):
        return first
    others = [resolve_in_program(link, program, path) for program in mains()]
    found = next((o for o in others if o.problem is not None), others[0] if others else first)
    if not _is_open(link, found):
        return found
    beside = _beside(link, path, own, around)
    if beside is None:
        return found
    return replace(found, problem=Problem.NOT_LINKED if is_func(link) else None, found=beside)


def _of_goroot(first: Outcome, own: Program) -> bool:
    """Whether the link is one of a GOROOT package and holds, so that no further programs are resolved."""
    return own.in_goroot and first.problem is None


def _is_open(link: Link, found: Outcome) -> bool:
    """Whether no known program links in a definition of the remote, though an unknown one may."""
    if is_func(link):
        return found.problem in (Problem.UNDEFINED, Problem.NOT_LINKED) and not found.sure and found.found is None
    return found.problem is None and found.found is None and bool(link.remote)


def _beside(link: Link, path: str, own: Program, around: Callable[[], Program | None]) -> OwnDefinition | None:
    """Definition of the remote in a package of the module that no known program links in; None if there are two."""
    symbol, target = remote_symbol(link, own, path), link.target
    kinds = (Kind.FUNC, Kind.ASSEMBLY) if is_func(link) else (Kind.VAR,)

    def find() -> OwnDefinition | None:
        program = around()
        known = own_definitions(program, symbol, target) if program is not None else []
        defined = [d for d in known if d.kind in kinds and d.presence is Presence.DEFINED]
        others = [d for d in defined if d.package not in own.closure.packages]
        # Of two no program can have both.
        return others[0] if len({d.package for d in others}) == 1 else None

    # There are many packages: it waits for a pause of typing.
    return own.answers.ask((_beside, path, symbol, is_func(link)), find, Later)

"""Outcomes of resolving a link: the problems there are, and the input that all resolvers take."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from golinkname_ls.catalog.std.symbols import Definition, TargetSymbols
from golinkname_ls.golang.targets.linker_eras import Era, era
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.program import Program


class Problem(Enum):
    """Kind of problem that a link has in a program."""

    FORBIDDEN = "forbidden"
    BLOCKED = "blocked"
    STD_ONLY = "std-only"
    UNDEFINED = "undefined"
    NOT_LINKED = "not linked in"
    DUPLICATE = "duplicate"
    ENDLESS = "endless calls"
    KIND = "kind"
    ABI = "abi"
    DETACHED = "detached"
    ASSEMBLY = "marked assembly"
    STAMPED = "set by the linker"


REFUSALS = {
    PullVerdict.FORBIDDEN: Problem.FORBIDDEN,
    PullVerdict.BLOCKED: Problem.BLOCKED,
    PullVerdict.STD_ONLY: Problem.STD_ONLY,
}
"""Problem of a pull by verdict; the other verdicts make none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Result of resolving a link: `problem` is None for a link that holds, `found` the definition it leads to.

    `sure` is False when other packages, unknown here, may answer differently. `needs_mention` says that the compiler
    emits the reference only where code mentions the local. `condition` is what the problem hangs on where the
    compiler's part in it is not known, as a clause behind "if"; "" where it is.
    """

    problem: Problem | None = None
    found: Definition | OwnDefinition | None = None
    sure: bool = True
    needs_mention: bool = True
    condition: str = ""

    @property
    def proviso(self) -> str:
        """The condition as the end of a sentence: `, if …`; "" without one."""
        return f", if {self.condition}" if self.condition else ""


@dataclass(frozen=True)
class LinkInProgram:
    """Input of the resolvers: a link of the package with the import path `path`, in one program.

    `symbol` is its remote; `own` are the definitions of that outside std without the link's own, `std` is the one in
    std, if the program links it in.
    """

    link: Link
    program: Program
    path: str
    symbol: str
    own: list[OwnDefinition]
    std: Definition | None

    @property
    def target(self) -> Target:
        """Target of the program: version and platform."""
        return self.link.target

    @property
    def symbols(self) -> TargetSymbols:
        """The std symbols of the target."""
        return self.program.symbols

    @property
    def register_abi(self) -> bool:
        """Whether Go funcs have another ABI (ABIInternal) than assembly (ABI0) on the target."""
        return self.symbols.register_abi

    @cached_property
    def rules(self) -> Era:
        """Rules of the target's linker and compiler."""
        return era(self.target.go)

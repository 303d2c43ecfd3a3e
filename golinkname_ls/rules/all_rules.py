"""All rules in the order of their codes, and their checks by what each looks at.

A rule's module has one or more of four checks:

* `check_link(unit, link)`: one link on one target.
* `check_file(unit)`: the whole file on one target.
* `check_window(links, beyond)`: one directive on all targets together.
* `check_assembly(unit, file)`: one `.s` file of the unit's package on one target.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

from golinkname_ls.golang.targets.target import Target
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.advice import (
    detached_directive,
    outside_policy,
    public_replacement,
    unused_stub,
    unused_suppression,
)
from golinkname_ls.rules.compile import (
    duplicate_directive,
    ignored_directive,
    instantiated_remote,
    malformed_directive,
    misplaced_directive,
    missing_body,
    missing_unsafe_import,
    redeclared_symbol,
    undeclared_local,
)
from golinkname_ls.rules.core.rule import Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.link import (
    detached_variable,
    duplicate_definition,
    forbidden_assembly_reference,
    forbidden_reference,
    undefined_symbol,
    wrong_abi,
    wrong_kind,
)
from golinkname_ls.rules.runtime import (
    broken_signature,
    hidden_pointer,
    inexact_signature,
    mirror_layout,
    variable_layout,
    version_gap,
)
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile

RULES: tuple[ModuleType, ...] = (
    malformed_directive,
    ignored_directive,
    misplaced_directive,
    missing_unsafe_import,
    undeclared_local,
    duplicate_directive,
    missing_body,
    instantiated_remote,
    redeclared_symbol,
    forbidden_reference,
    undefined_symbol,
    duplicate_definition,
    wrong_kind,
    wrong_abi,
    detached_variable,
    forbidden_assembly_reference,
    broken_signature,
    inexact_signature,
    hidden_pointer,
    variable_layout,
    mirror_layout,
    version_gap,
    public_replacement,
    outside_policy,
    detached_directive,
    unused_stub,
    unused_suppression,
)

LINK_CHECKS: list[Callable[[Unit, Link], Iterator[Violation]]]
FILE_CHECKS: list[Callable[[Unit], Iterator[Violation]]]
WINDOW_CHECKS: list[Callable[[list[tuple[Unit, Link]], list[Target]], Iterator[tuple[Target, Violation]]]]
ASSEMBLY_CHECKS: list[Callable[[Unit, AssemblyFile], Iterator[Violation]]]

LINK_CHECKS, FILE_CHECKS, WINDOW_CHECKS, ASSEMBLY_CHECKS = (
    [getattr(rule, name) for rule in RULES if hasattr(rule, name)]
    for name in ("check_link", "check_file", "check_window", "check_assembly")
)

"""One module a rule: its metadata, its check, its fixes; this is their ordered registry."""

from __future__ import annotations

from types import ModuleType

from golinkname_ls.rules import (
    broken_signature,
    detached_variable,
    duplicate_definition,
    duplicate_directive,
    forbidden_assembly_reference,
    forbidden_reference,
    hidden_pointer,
    ignored_directive,
    inexact_signature,
    instantiated_remote,
    malformed_directive,
    misplaced_directive,
    missing_body,
    missing_unsafe_import,
    redeclared_symbol,
    undeclared_local,
    undefined_symbol,
    variable_layout,
    wrong_abi,
    wrong_kind,
)

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
)

"""One module a rule: its metadata, its check, its fixes; this is their ordered registry."""

from __future__ import annotations

from types import ModuleType

from golinkname_ls.rules import (
    broken_signature,
    duplicate_directive,
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
    broken_signature,
    inexact_signature,
    hidden_pointer,
    variable_layout,
)

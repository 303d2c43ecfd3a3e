"""One module a rule: its metadata, its check, its fixes; this is their ordered registry."""

from __future__ import annotations

from types import ModuleType

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

# Those whose `check` looks at each link for itself: what it says of one does not depend on the file's other directives
# but by what it notes (see `syntax.reads`). Their `check_file`, where there is one, and all others look at the whole file.
BY_LINK: tuple[ModuleType, ...] = (
    missing_unsafe_import,
    instantiated_remote,
    forbidden_reference,
    undefined_symbol,
    duplicate_definition,
    wrong_kind,
    wrong_abi,
    detached_variable,
    broken_signature,
    inexact_signature,
    hidden_pointer,
    variable_layout,
    public_replacement,
    outside_policy,
    unused_stub,
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
    mirror_layout,
    version_gap,
    public_replacement,
    outside_policy,
    detached_directive,
    unused_stub,
    unused_suppression,
)

"""A second directive names the same local.

## What it does
Finds two directives of one package with the same first argument, in one file or in two.

## Why it is bad
The compiler stops with `duplicate //go:linkname for NAME`.

## Example
    //go:linkname nanotime runtime.nanotime
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Use instead
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Go versions
All versions, if the package declares the local.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.program.directive_with_stub import LinkForm
from golinkname_ls.program.package_directives import named_twice
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix, Related, Stage
from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit, knows_verb
from golinkname_ls.rules.edits.directives import remove_directive
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.directives import Directive

RULE = Rule("LN106", "duplicate-directive", Stage.COMPILE, "A second directive names the same local")


def check_file(unit: Unit) -> Iterator[Violation]:
    """Report the later one of each pair, in the order in which the compiler reads files."""
    first: dict[str, tuple[SourceFile, Directive]] = {}
    if not unit.links:
        return
    # Only these are remembered by the compiler: cmd/compile/internal/noder/writer.go, collectDecls (1.27.3:2911).
    counted = {link.local for link in unit.links if link.form is not LinkForm.UNKNOWN}
    counted &= named_twice(unit.package, unit.target, unit.source)
    if not counted:
        return
    for source in unit.package.selected(unit.target, unit.source, unit.package.directed()):
        for directive in source.outline.directives:
            if not directive.well_formed or not knows_verb(unit.target, directive.verb):
                continue
            local = directive.local
            if local not in counted:
                continue
            if local not in first:
                first[local] = (source, directive)
            elif source is unit.source:
                yield _report(unit, directive, *first[local])


def _report(unit: Unit, directive: Directive, source: SourceFile, earlier: Directive) -> Violation:
    local = directive.local
    link = next((k for k in unit.links if k.directive == directive and k.form is not LinkForm.UNKNOWN), None)
    same = earlier.words == directive.words
    fixes = (Fix("Remove the duplicate", same, DeferredCall(remove_directive, unit.source, directive)),)
    related = (Related(Anchor(source, earlier), "the first one"),)
    message = f"duplicate //go:{directive.verb} for {local}"
    return Violation(RULE, Anchor(unit.source, directive), message, link=link, fixes=fixes, related=related)

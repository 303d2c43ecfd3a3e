"""Fixes that give a stub upstream's signature: that of one version, or a file with its own for each version."""

from __future__ import annotations

from golinkname_ls.contract.stub_comparison import StubComparison
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.imports import import_edits
from golinkname_ls.rules.edits.lines import replace, text_at
from golinkname_ls.rules.fixes.signature_variants import Variant, variants
from golinkname_ls.rules.fixes.version_files import split_by_version
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.text.span import Span


def rewrite_stub(unit: Unit, comparison: StubComparison) -> tuple[Fix, ...]:
    """Fixes, one for each upstream signature in the window, the unit's version first; then a file for each.

    () when upstream's signature cannot be written here.
    """
    link = comparison.link
    if link.stub_source is None or not isinstance(link.stub, FuncDeclaration):
        return ()
    known = variants(unit, link)
    wanted = [v for v in known if not v.fits]
    wanted.sort(key=lambda v: (unit.target.go not in v.versions, -v.versions[-1].minor))
    fixes = [_rewrite(link, variant, only=len(known) == 1) for variant in wanted]
    return (*fixes, *split_by_version(unit, link, known))


def _rewrite(link: Link, variant: Variant, only: bool) -> Fix:
    when = "" if only else f" for Go {variant.title}"
    # Callers may have to change with it, so nobody should have it unseen.
    return Fix(f"Rewrite the stub{when}: {variant.text}", False, DeferredCall(_rewritten, link, variant))


def _rewritten(link: Link, variant: Variant) -> tuple[FileChange, ...]:
    source, stub = link.stub_source, link.stub
    assert source is not None and isinstance(stub, FuncDeclaration)
    declared = Anchor(source, stub).span
    text = variant.text + _comments(source, declared)
    return (*import_edits(source, [declared], variant.text, variant.imports), replace(source, declared, text))


def _comments(source: SourceFile, span: Span) -> str:
    """The comments between a stub's parameters, for the end of its line."""
    node = source.tree.root_node.descendant_for_byte_range(span.start, span.end)
    found, waiting = [], [node] if node is not None else []
    while waiting:
        part = waiting.pop()
        if part.type == "comment" and span.start <= part.start_byte < span.end:
            found.append(Span(part.start_byte, part.end_byte))
        waiting += part.children
    words = [text_at(source, span) for span in sorted(found)]
    texts = [" ".join(w.removeprefix("//").removeprefix("/*").removesuffix("*/").split()) for w in words]
    return f" /* {'; '.join(texts)} */" if texts else ""

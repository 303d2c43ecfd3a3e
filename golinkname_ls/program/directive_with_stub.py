"""Links: one directive joined with the declaration of its local on one target, the unit that every rule looks at.

    //go:linkname nanotime runtime.nanotime
    func nanotime() int64                     → Link(local="nanotime", remote="runtime.nanotime", stub=the func): a PULL

A link says nothing of the remote's definition: that is looked up in a program (linking/resolving).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import (
    ConstDeclaration,
    Declaration,
    FuncDeclaration,
    TypeDeclaration,
    VarDeclaration,
)
from golinkname_ls.syntax.items.directives import Directive


class LinkForm(Enum):
    """Role of a directive: it takes the remote's definition, is it, or opens an own symbol; UNKNOWN without a stub."""

    PULL = "pull"
    PUSH = "push"
    MARK = "mark"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """A well-formed directive on one target.

    `stub` is the local's declaration with the file it stands in, None when the package declares no such func or var;
    `other` is a const or type of that name. `remote` is "" for the one-argument form.
    """

    directive: Directive
    source: SourceFile
    target: Target
    local: str
    remote: str
    stub: FuncDeclaration | VarDeclaration | None
    stub_source: SourceFile | None
    other: Declaration | None = None

    def __hash__(self) -> int:
        """Hash of the fields that differ most: links are keys of what was found about them."""
        return hash((self.local, self.remote, self.target))

    @property
    def form(self) -> LinkForm:
        """Pull, push or mark, by the kind of the stub."""
        if self.stub is None:
            return LinkForm.UNKNOWN
        if not self.remote:
            return LinkForm.MARK
        if isinstance(self.stub, FuncDeclaration):
            return LinkForm.PUSH if self.stub.has_body else LinkForm.PULL
        return LinkForm.PUSH if self.stub.initial == "static" else LinkForm.PULL


def link_of(directive: Directive, source: SourceFile, package: PackageFolder, target: Target) -> Link:
    """Link of a well-formed directive of a file on a target."""
    local = directive.local
    stub: FuncDeclaration | VarDeclaration | None = None
    stub_source, other = None, None
    # What the directive's own file declares is found without the others: no second file of a build may declare it.
    here = [(source, declaration) for declaration in source.outline.declared(local)]
    for where, declaration in here or package.declared(local, target, source):
        if isinstance(declaration, ConstDeclaration | TypeDeclaration):
            other = declaration
        elif stub is None:
            stub, stub_source = declaration, where
    return Link(directive, source, target, local, directive.remote, stub, stub_source, other)

"""Items of an edited file as inputs: an answer depends on the kinds of items that it asks for, and on no others."""

from __future__ import annotations

from golinkname_ls.incremental.answers import Input
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.syntax.items.header import Header


class ItemInputs:
    """Inputs of a file that an editor has open; a file on disk has none, it is read anew as a whole.

    `declarations` counts the edits that changed what the file declares at package level, `text` those of any kind.
    """

    __slots__ = ("declarations", "directives", "has_error", "header", "text")

    def __init__(self) -> None:
        self.header: Input[Header | None] = Input(None)
        self.directives: Input[tuple[Directive, ...]] = Input(())
        self.has_error = Input(False)
        self.declarations = Input(0)
        self.text = Input(0)

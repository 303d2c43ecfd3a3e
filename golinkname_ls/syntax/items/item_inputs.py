"""The items of an edited file as inputs: whoever asks for one kind of item hangs on that kind alone."""

from __future__ import annotations

from golinkname_ls.incremental.answers import Input
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.syntax.items.header import Header


class ItemInputs:
    """What a file that an editor has open is asked for; a file on disk needs none, it is read anew as a whole.

    `declarations` counts the edits that changed what the file declares at package level, `text` those of any kind.
    """

    __slots__ = ("declarations", "directives", "has_error", "header", "text")

    def __init__(self) -> None:
        self.header: Input[Header | None] = Input(None)
        self.directives: Input[tuple[Directive, ...]] = Input(())
        self.has_error = Input(False)
        self.declarations = Input(0)
        self.text = Input(0)

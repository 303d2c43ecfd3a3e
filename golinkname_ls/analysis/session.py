"""The one entrance to the analysis for editors and the command line.

A session remembers parsed packages and the editors' unsaved texts. It knows byte offsets and paths, never LSP.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from golinkname_ls.text.span import Span

if TYPE_CHECKING:
    from golinkname_ls.rules.finding import Finding
    from golinkname_ls.syntax.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Hover:
    """Markdown about the bytes of `span`."""

    markdown: str
    span: Span


class Session:
    """Checks files and answers questions about them; every path is absolute."""

    def overlay(self, source: SourceFile) -> None:
        """Lay an editor's text over the disk's; call again after each change (cheap)."""
        raise NotImplementedError

    def drop_overlay(self, path: Path) -> None:
        """The editor closed the file: the disk's text counts again."""
        raise NotImplementedError

    def changed_on_disk(self, path: Path) -> None:
        """A file, folder, go.mod or golinkname.toml changed outside the editor."""
        raise NotImplementedError

    def check(self, path: Path) -> list[Finding]:
        """The findings of one file (overlay or disk), sorted by place; [] for what is no Go file."""
        raise NotImplementedError

    def hover(self, path: Path, offset: int) -> Hover | None:
        """What to show for the byte at `offset`: a directive's argument or a stub's name."""
        raise NotImplementedError

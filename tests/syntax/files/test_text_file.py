"""An answer that asked for the whole text of an edited file is outdated by every edit, and by nothing else."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.incremental.answers import Answer
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.text.buffer import Buffer


def test_each_edit_outdates_what_was_made_of_the_text() -> None:
    source = AssemblyFile(Path("a.s"), Buffer(b"RET\n"))
    runs: list[bytes] = []
    answer = Answer(lambda: runs.append(source.data))
    answer.ask()
    answer.ask()
    assert runs == [b"RET\n"]
    source.splice(0, 0, b"\t")
    answer.ask()
    source.splice(5, 5, b"// b\n")
    answer.ask()
    assert runs == [b"RET\n", b"\tRET\n", b"\tRET\n// b\n"]

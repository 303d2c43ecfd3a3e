"""Which text counts for a path that an editor has open."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.golang.packages.edited_texts import EditedTexts
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer

A, B = Path("p") / "a.go", Path("p") / "b.s"


def test_the_text_put_last_counts_until_it_is_closed() -> None:
    texts = EditedTexts()
    assert texts.get(A) is None
    first, second = SourceFile(A, Buffer(b"package a")), SourceFile(A, Buffer(b"package b"))
    texts.put(first)
    texts.put(second)
    assembly = AssemblyFile(B, Buffer(b""))
    texts.put(assembly)
    assert texts.get(A) is second
    assert set(texts) == {second, assembly}
    texts.close(A)
    assert texts.get(A) is None
    assert set(texts) == {assembly}
    texts.close(A)


def test_a_folders_mapping_shows_later_changes() -> None:
    texts = EditedTexts()
    in_folder, elsewhere = texts.of(A.parent), texts.of(Path("q"))
    texts.put(SourceFile(A, Buffer(b"package a")))
    assert list(in_folder) == ["a.go"]
    assert not elsewhere
    texts.close(A)
    assert not in_folder


def test_closing_drops_what_was_found_in_the_text() -> None:
    texts, source = EditedTexts(), SourceFile(A, Buffer(b"package a"))
    texts.put(source)
    assert source.answers.ask("found", lambda: 1) == 1
    texts.close(A)
    assert source.answers.ask("found", lambda: 2) == 2

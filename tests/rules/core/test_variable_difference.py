"""What is said of a var whose layout is not that of the var it is laid over, and how bad that is."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.rules.core.finding import Severity
from golinkname_ls.rules.core.variable_difference import layout_difference
from tests.golang.type_checker.written_packages import code


@pytest.mark.parametrize(
    ("ours", "theirs", "severity", "words"),
    [
        ("int", "int", None, ""),
        ("int", "uint64", None, ""),
        ("*int", "unsafe.Pointer", None, ""),
        ("func()", "*int", None, ""),
        ("struct{ a, b int }", "[2]int", None, ""),
        # The larger of two vars wins the merge.
        ("[4]int", "int", Severity.WARNING, "it is 32 bytes, upstream's is 8"),
        ("[2]*int", "int", Severity.WARNING, "it is 16 bytes, upstream's is 8"),
        ("int32", "int64", Severity.INFORMATION, "it is 4 bytes of upstream's 8"),
        # Upstream's pointers behind our end are its own affair.
        ("int", "struct{ a int; p *int }", Severity.INFORMATION, "it is 8 bytes of upstream's 16"),
        ("[8]byte", "int64", Severity.INFORMATION, "it is aligned to 1 bytes, upstream's to 8"),
        # An integer is no address: memory would be wrong whoever writes it.
        ("int", "*int", Severity.ERROR, "upstream has a pointer at offset 0, the stub has none"),
        ("*int", "int", Severity.ERROR, "the stub has a pointer at offset 0, upstream has none"),
        ("struct{ a int; p *int }", "struct{ p *int; a int }", Severity.ERROR, "upstream has a pointer at offset 0"),
        ("struct{ a int; p *int }", "[3]int", Severity.ERROR, "the stub has a pointer at offset 8"),
        # Pointer and uintptr travel alike, but the collector does not see it.
        ("uintptr", "*int", Severity.HINT, "it hides the pointer at offset 0"),
        ("*int", "uintptr", Severity.HINT, "upstream hides the pointer at offset 0"),
        ("word", "*int", Severity.HINT, "it hides the pointer at offset 0"),
        # An interface's first word is no pointer that the collector follows, its second is.
        ("any", "[2]uintptr", Severity.ERROR, "the stub has a pointer at offset 8"),
        ("string", "struct{ p *byte; n int }", None, ""),
        ("missing", "int", None, ""),
        ("int", "missing", None, ""),
    ],
)
def test_difference_of_two_vars(ours: str, theirs: str, severity: Severity | None, words: str) -> None:
    known = code('import "unsafe"\n\ntype word uintptr\n', {"unsafe": "package unsafe\n\ntype Pointer *int\n"})
    found = layout_difference(known.denoted(ours), known.denoted(theirs), Sizes(8))
    if severity is None:
        assert found is None
    else:
        assert found is not None
        assert found[1] is severity
        assert found[0].startswith(words)


def test_sizes_are_the_platforms() -> None:
    known = code()
    assert layout_difference(known.denoted("int"), known.denoted("int32"), Sizes(4)) is None
    assert layout_difference(known.denoted("int"), known.denoted("int32"), Sizes(8)) is not None

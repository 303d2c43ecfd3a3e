"""Assembly macros: what they stand for, and those that never end."""

from __future__ import annotations

from golinkname_ls.golang.assembly.macros import expand, macros


def test_a_macro_stands_for_its_body_with_the_arguments() -> None:
    table = macros("#define CALLFN(NAME,SIZE) \\\n\tTEXT NAME(SB), WRAPPER, $SIZE-48 \\\n\tRET\n#define g R10\n")
    assert expand("CALLFN(·call16, 16)", table).split() == ["TEXT", "·call16(SB),", "WRAPPER,", "$16-48", "RET"]
    assert expand("MOVD g, 8(R2)", table) == "MOVD R10, 8(R2)"
    assert expand("MOVD ·g(SB), R0", table) == "MOVD ·g(SB), R0"


def test_macros_that_double_each_other_come_to_an_end() -> None:
    table = macros("".join(f"#define A{n} {f'A{n + 1} ' * 50}\n" for n in range(20)))
    assert len(expand("A0", table)) < 1_000_000
    assert expand("A", macros("#define A A A\n"))

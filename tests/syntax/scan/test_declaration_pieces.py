"""A file's text in pieces: where they begin, what their code is, and which of them may declare a name."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.syntax.scan.declaration_pieces import METHOD_NAME, RECEIVER, CodePieces


def pieces(text: str) -> list[str]:
    data = text.encode()
    return [data[start:end].decode() for start, end in CodePieces(data).spans()]


def heads(text: str, indices: list[int]) -> list[str]:
    """The first lines of some pieces."""
    return [pieces(text)[index].split("\n")[0] for index in indices]


# The Go spec, "Comments", "Rune literals", "String literals"; what is blanked is marked with ~.
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a // b\nc", "a ~~~~\nc"),
        ("a /* b */ c", "a ~~~~~~~ c"),
        ("a /* b\n*/ c", "a ~~~~\n~~ c"),
        ("a /* // */ b", "a ~~~~~~~~ b"),
        ("a // /*\nb", "a ~~~~~\nb"),
        ('"a" b', "~~~ b"),
        ('"\\"a" b', "~~~~~ b"),
        ('"// a" b', "~~~~~~ b"),
        ("'\"' b", "~~~ b"),
        ("'\\'' b", "~~~~ b"),
        ("`a\nb` c", "~~~~~ c"),
        ("`a\\` b", "~~~~ b"),
        ('"a\nb', "~~\nb"),
        ("'a\nb", "~~\nb"),
        ("a /* b", "a ~~~~"),
        ("a `b\nc", "a ~~~~"),
    ],
)
def test_literals_and_comments_are_no_code(text: str, code: str) -> None:
    assert CodePieces(text.encode()).code.decode() == code.replace("~", " ")


def test_a_piece_begins_with_a_keyword_at_a_line_start() -> None:
    text = (
        "package p\n\nimport (\n\tvar1\n)\n\nvar a = 1\n\ntype b struct {\n\tc func()\n}\n"
        "const (\n\td = iota\n)\n\nfunc f() {\n\tvar g int\n}\nfunction\nvariable\n"
    )
    assert [piece.split()[0] for piece in pieces(text)] == ["package", "var", "type", "const", "func"]
    assert "".join(pieces(text)) == text


@pytest.mark.parametrize(
    "inside",
    [
        "func f() {\nvar a int\n}",
        "var b = f(\nfunc() {},\n)",
        "var b = `\nvar a int\n`",
        "/*\nvar a int\n*/\nfunc f() {}",
        "// {\nfunc f() {}",
        "func f() { _ = '{' }",
        'func f() { _ = "(" }',
    ],
)
def test_a_keyword_within_brackets_or_literals_begins_none(inside: str) -> None:
    assert len(pieces(f"package p\n\n{inside}\n\nvar z int\n")) == 3


@pytest.mark.parametrize("text", ["func f() {", "func f() }", "var a = (1", "var a = f(1))"])
def test_a_file_whose_brackets_do_not_match_has_no_pieces(text: str) -> None:
    found = CodePieces(f"package p\n\n{text}\n\nvar z int\n".encode())
    assert list(found.spans()) == []
    assert found.read([]) is None


METHODS = """\
package p

func (t *T) one() {}

func (u U) two() {}

func (
	t T,
) three() {}

func T() {}

type four func(t T)
"""


@pytest.mark.parametrize(
    ("part", "word", "found"),
    [
        (METHOD_NAME, "one", {"func (t *T) one() {}"}),
        (METHOD_NAME, "two", {"func (u U) two() {}"}),
        (METHOD_NAME, "U", set()),
        (METHOD_NAME, "three", {"func ("}),
        (METHOD_NAME, "four", set()),
        (RECEIVER, "T", {"func (t *T) one() {}", "func ("}),
        (RECEIVER, "U", {"func (u U) two() {}"}),
        (RECEIVER, "two", set()),
    ],
)
def test_methods_by_receiver_and_by_name(part: int, word: str, found: set[str]) -> None:
    # A receiver over several lines is not read: its piece stands for either.
    assert set(heads(METHODS, list(CodePieces(METHODS.encode()).with_methods(part, word)))) == found


DECLARING = """\
package p

var name = 1

func f() { var name = 1; _ = name }

type T struct {
	name int
}

func g(
	name int,
) {
}

const (
	a = iota
	name
)

func (t T) name() {}

var b = name
"""


def test_only_pieces_that_may_declare_the_name_are_named() -> None:
    found = CodePieces(DECLARING.encode())
    assert heads(DECLARING, list(found.declaring("name"))) == ["var name = 1", "const ("]
    assert heads(DECLARING, list(found.declaring("g"))) == ["func g("]
    assert list(found.declaring("nowhere")) == []


def test_a_piece_is_read_with_its_pragmas_and_where_it_stands() -> None:
    text = "package p\n\nfunc f() {\n}\n\n//go:noinline\n// words\nfunc g() int\n\nvar z int\n"
    [(func, place)] = CodePieces(text.encode()).read([2]) or []
    assert isinstance(func, FuncDeclaration)
    assert (func.name, func.has_body, func.pragmas) == ("g", False, ("go:noinline",))
    assert (text[place.span.start : place.span.end], place.line) == ("func g() int", 8)
    assert text[place.name.start :].startswith("g() int")


def test_declarations_of_several_pieces_come_together_or_not_at_all() -> None:
    text = "package p\n\nvar a int\n\nvar b = = 1\n\nvar c int\n"
    found = CodePieces(text.encode())
    assert [d.name for d, _ in found.read([1, 3]) or []] == ["a", "c"]
    assert found.read([1, 2, 3]) is None


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("func f()", True),
        ("func f() int", True),
        ("func (t T) f()", True),
        ("func f() interface{}", True),
        ("func f(\n\ta int,\n) int", True),
        ("func f() {}", False),
        ("func f() {\n}", False),
        ("func f() int { return 1 }", False),
        ("func f(\n\ta int,\n) int {\n}", False),
        # What follows on an indented line hides whether the braces are the func's; a body on its line does not.
        ("func f(\n\ta int,\n) {\n}\n\n\tvar x = 1", True),
        ("func f() { g() }\n\n\tvar x = 1", False),
    ],
)
def test_a_func_may_lack_a_body(line: str, lacks: bool) -> None:
    text = f"package p\n\n{line}\n\ntype T int\n"
    assert heads(text, list(CodePieces(text.encode()).lacking_bodies())) == ([line.split("\n")[0]] if lacks else [])


@pytest.mark.parametrize(
    ("text", "indented"),
    [
        ("\tfunc f()", True),
        ("var a int; func f()", True),
        ("\tfunc (t T) f()", True),
        ("func f() {\n\tgo func() {}()\n}", False),
        ("var a = []any{\n\tfunc() {},\n}", False),
        ("// a; func f()", False),
    ],
)
def test_an_indented_func_begins_no_piece(text: str, indented: bool) -> None:
    assert CodePieces(f"package p\n\n{text}\n".encode()).has_indented_funcs is indented

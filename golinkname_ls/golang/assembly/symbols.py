"""Symbols that a Go assembly file defines and mentions, read without its includes (cmd/asm/internal/lex has all)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from golinkname_ls.golang.assembly.macros import Macro, Macros, expand

_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
_QUIET = re.compile(rf'"(?:\\.|[^"\\\n])*"|{_COMMENT.pattern}', re.S)
_DEFINE = re.compile(r"[ \t]*(?:[\w./]+:)?[ \t]*(TEXT|GLOBL)[ \t]+([^\s,(]*?)((?:\+0)?)[ \t]*\(SB\)")
_KIND = re.compile(r"TEXT|GLOBL")
_MACRO = re.compile(r"^[ \t]*#define[ \t]+(\w+)\(([^)]*)\)((?:[^\n]*\\\n)*[^\n]*)", re.M)
_MACRO_TEXT = re.compile(r"\bTEXT[ \t]+([^\s,(]+)\(SB\)")
# As the catalogs have been built with it.
_MENTION = re.compile(r"([^\W\d]*[\w·∕.%~]*·[\w·∕.]+)(<[^>\s]*>)?(?:[+-]\w+)?\(SB\)")
_ANY_MENTION = re.compile(
    r"([^\W\d]*[\w·∕.%~]*·[\w·∕.]+|(?<![\w·∕.])[^\W\d]\w*)(<[^>\s]*>)?"
    r"(?:[+-](?:\w+|\([^()\n]*\)))?[ \t]*\([ \t]*SB[ \t]*\)"
)
# It begins with a literal, which re finds fast.
_SB = re.compile(r"SB(?<=[( \t]SB)[ \t]*\)")
# They begin with a literal, which re finds fast; who asks sees to it that a line begins there.
_CONDITION = re.compile(r"#[ \t]*(ifdef|ifndef|else|endif|define|undef)\b[ \t]*(\w*)")
_DIRECTIVE = re.compile(r"#(?:[^\n]*\\[ \t\r]*\n)*[^\n]*")
_NOT_NEWLINES = re.compile(r"[^\n]+")


STATIC = "<>"


@dataclass(frozen=True, slots=True)
class Mention:
    """Reference to a symbol by an instruction or a DATA line, at the characters [start, end) of the file.

    `text` is the symbol of the TEXT or DATA around it.

    What only its file knows has STATIC behind its name.
    """

    symbol: str
    start: int
    end: int
    text: str
    """The TEXT or DATA it stands in as a symbol, "" outside of one."""

    def of_package(self, prefix: str) -> Mention:
        """The mention with a package's `prefix` in front of symbols that begin with a dot: the package's own."""
        symbol, text = (prefix + word if word.startswith(".") else word for word in (self.symbol, self.text))
        return Mention(symbol, self.start, self.end, text)


def symbol_name(written: str, package: str) -> str:
    """Linker's name of a symbol: `∕` is a slash, `·` a dot, and a leading `·` the package's own path."""
    name = written.split("<", 1)[0].replace("∕", "/")
    return (package + name if name.startswith("·") else name).replace("·", ".")


def assembly_symbols(text: str, package: str) -> list[tuple[str, str, str]]:
    """(kind, symbol, ABI) of each definition: kind `text` or `globl`, ABI `ABI0` or `ABIInternal`.

    A leading middle dot stands for the package's path, a division slash for a slash; `<>` symbols are file-local and
    left out. Function-like macros that hold a TEXT line are expanded at their uses.
    """
    text = _COMMENT.sub("", text)
    found: dict[tuple[str, str, str], None] = {}
    for _, line in _lines_with(_KIND, text):
        for statement in line.split(";"):
            define = _DEFINE.match(statement)
            if define is not None:
                # The linker makes what std writes with an offset (runtime.tls_g): that is no definition of the name.
                _add(found, define[1].lower(), define[2] + (define[3] if define[1] == "GLOBL" else ""), package)
    for match in _MACRO.finditer(text) if "define" in text else ():
        name, parameters, body = match.groups()
        inner = _MACRO_TEXT.search(body)
        if inner is None:
            continue
        names = [p.strip() for p in parameters.split(",")]
        if inner[1] in names:
            position = names.index(inner[1])
            for use in re.finditer(rf"^[ \t]*{name}\(([^)]*)\)", text, re.M):
                arguments = [a.strip() for a in use[1].split(",")]
                if position < len(arguments):
                    _add(found, "text", arguments[position], package)
    return list(found)


def assembly_mentions(
    text: str, package: str, table: Macros | None = None, *, all_names: bool = False
) -> Iterator[Mention]:
    """References to global symbols by instructions and data, in order; definitions themselves are left out.

    Uses of the macros in `table` are looked into; what they mention stands where the line does. With `all_names` also
    symbols without a package, and those that only the file knows.
    """
    inside = ""
    code = _DIRECTIVE.sub(_undirected, _QUIET.sub(_blank, text))
    leading = _leading(table or {}, ("SB",))
    words = re.compile("|".join([_SB.pattern, *map(re.escape, leading)])) if leading else _SB
    for start_of_line, written in _lines_with(words, code):
        shown = expand(written, table) if table else written
        defines = re.match(r"\s*(?:\w+:)?\s*(TEXT|GLOBL|DATA)\s", shown)
        of = inside
        for number, match in enumerate((_ANY_MENTION if all_names else _MENTION).finditer(shown)):
            static = match[2] == STATIC and all_names
            symbol = symbol_name(match[1], package) + (STATIC if static else "")
            if defines and number == 0:
                inside, of = symbol if defines[1] == "TEXT" else inside, symbol
                continue
            if match[2] is not None and not static:
                continue
            start, end = match.start(), match.end(1)
            if shown != written:
                start, end = len(written) - len(written.lstrip()), len(written.rstrip())
            yield Mention(symbol, start_of_line + start, start_of_line + end, of)


_OWN_TEXT = re.compile(r"TEXT(?<![\w·]TEXT)[ \t]+(·(\w+)(<>)?)[ \t]*\([ \t]*SB[ \t]*\)")


def own_texts(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, name) of each ABI0 TEXT that spells out a name of its own package; offsets in characters.

    The name has STATIC behind it if only the file knows it.
    """
    found = _OWN_TEXT.finditer(_DIRECTIVE.sub(_undirected, blanked(text)))
    return tuple((match.start(1), match.end(1), match[2] + (match[3] or "")) for match in found)


def _lines_with(word: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold the word, each once, with where they begin."""
    end = -1
    for match in word.finditer(text):
        if match.start() > end:
            end = text.find("\n", match.end())
            end = len(text) if end < 0 else end
            start = text.rfind("\n", 0, match.start()) + 1
            yield start, text[start:end]


def _alternatives(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def _leading(table: Macros, words: Iterable[str]) -> set[str]:
    """Macros whose bodies hold one of the words, directly or through other macros."""
    found = {name for name, (_, body) in table.items() if any(word in body for word in words)}
    while more := {n for n, (_, body) in table.items() if n not in found and any(d in body for d in found)}:
        found |= more
    return found


def expanded(text: str, table: Macros, kinds: tuple[str, ...] = ("TEXT", "GLOBL")) -> str:
    """The lines with one of the `kinds`, with their macros written out, one statement a line; without directives."""
    leading = {*kinds, *_leading(table, kinds)}
    words, short = _alternatives(leading), {name: _of_statements(macro, leading) for name, macro in table.items()}
    code = _DIRECTIVE.sub(_undirected, blanked(text))
    return "\n".join(expand(line, short).replace(";", "\n") for _, line in _lines_with(words, code))


def _of_statements(macro: Macro, words: Iterable[str]) -> Macro:
    """Macro reduced to the statements that hold one of the words or one of its parameters.

    Its first and last ones may be part of others where it is used.
    """
    parameters, body = macro
    first, *others = body.split(";")
    inner, last = others[:-1], others[-1:]
    kept = [s for s in inner if any(word in s for word in (*words, *(parameters or ())))]
    return parameters, ";".join([first, *kept, *last])


def _undirected(match: re.Match[str]) -> str:
    """Blanks for a preprocessor directive; what does not begin a line is none."""
    return _blank(match) if _begins_line(match) else match.group()


def _begins_line(match: re.Match[str]) -> bool:
    at = match.start()
    return not match.string[match.string.rfind("\n", 0, at) + 1 : at].strip()


def blanked(text: str) -> str:
    """The text with its comments blanked; offsets stay."""
    return _COMMENT.sub(_blank, text)


def active(text: str, defined: frozenset[str]) -> str:
    """Text without what `#ifdef` and the like exclude, which is blanked; offsets stay, includes are not read."""
    names = set(defined)
    stack: list[bool] = []
    out, at = [], 0
    for match in filter(_begins_line, _CONDITION.finditer(text)):
        out.append(_kept(text[at : match.start()], stack))
        at = match.start()
        word, name = match.groups()
        if word in ("ifdef", "ifndef"):
            stack.append((name in names) is (word == "ifdef"))
        elif word == "else" and stack:
            stack[-1] = not stack[-1]
        elif word == "endif" and stack:
            stack.pop()
        elif word == "define" and all(stack):
            names.add(name)
        elif word == "undef" and all(stack):
            names.discard(name)
    out.append(_kept(text[at:], stack))
    return "".join(out)


def _kept(text: str, stack: list[bool]) -> str:
    return text if all(stack) else _blanks(text)


def _blank(match: re.Match[str]) -> str:
    return _blanks(match.group())


def _blanks(text: str) -> str:
    return _NOT_NEWLINES.sub(lambda line: " " * len(line.group()), text) if "\n" in text else " " * len(text)


def _add(found: dict[tuple[str, str, str], None], kind: str, name: str, package: str) -> None:
    if "<>" in name or not name:
        return
    abi = "ABIInternal" if name.endswith("<ABIInternal>") else "ABI0"
    found[(kind, symbol_name(name, package), abi)] = None

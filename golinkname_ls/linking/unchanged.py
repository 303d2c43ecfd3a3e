"""Whether a package's vars still have their first values when the compiler comes to a var.

cmd/compile/internal/staticinit/sched.go, seenMutation and mayModifyPkgVar (1.27.3:134, 909).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.checker import Checker
from golinkname_ls.golang.types.operand import Mode
from golinkname_ls.linking.callee import callee
from golinkname_ls.linking.inlined import is_inlined
from golinkname_ls.linking.package_facts import PackageFacts
from golinkname_ls.linking.site import Site, assignment, bare, conversion
from golinkname_ls.linking.std_values import is_std_inlined
from golinkname_ls.linking.substituted import entered
from golinkname_ls.linking.verdict import Era
from golinkname_ls.syntax.clock import CLOCK
from golinkname_ls.syntax.declaration import FuncDeclaration, VarDeclaration
from golinkname_ls.syntax.local_value import typed
from golinkname_ls.syntax.shadow import binding
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.syntax.tree import node_text, parse, walk

_CALLS = frozenset({"call_expression", "type_conversion_expression"})
_WRITES = frozenset({"append", "copy", "clear"})
_STEPS = frozenset({"inc_statement", "dec_statement"})


@dataclass(frozen=True, slots=True)
class _Initialiser:
    names: tuple[str, ...]
    value: Node
    site: Site


class Changes:
    """What the initialisers of a package may change."""

    def __init__(self, checker: Checker, facts: PackageFacts, rules: Era) -> None:
        """`facts` are those of the package."""
        self._checker = checker
        self._facts = facts
        self._rules = rules
        self._known: dict[str, frozenset[str]] = {}
        self._numbers: dict[str, int] = {}
        self._all: list[_Initialiser] | None = None
        self._order: list[int] = []
        self._changing = False

    def before(self, name: str) -> bool:
        """Whether the initialiser of the var `name`, or one that comes before it, may change vars of the package."""
        if not self._rules.heeds_calls:
            return False
        if self._all is None:
            self._all = list(self._declared())
            self._numbers = {n: number for number, i in enumerate(self._all) for n in i.names if n != "_"}
            changing = {n for n, i in enumerate(self._all) if b"(" in i.site.data and self._may_change(i.value, i.site)}
            # In which order they run does not matter where none changes anything.
            order = list(self._in_order(self._all)) if changing else []
            first = next((at for at, number in enumerate(order) if number in changing), len(order))
            self._order = order[:first]
            self._changing = bool(changing)
        return self._changing and self._numbers.get(name, -1) not in self._order

    def _in_order(self, all_: list[_Initialiser]) -> Iterator[int]:
        """As they run: always the first of those that need none that has not run (go/types/initorder.go)."""
        needs = [self._needs(i.value, i.site.data) - set(i.names) for i in all_]
        waiting = [{self._numbers[name] for name in names} for names in needs]
        needed = dict[int, list[int]]()
        for number, others in enumerate(waiting):
            for other in others:
                needed.setdefault(other, []).append(number)
        ready = [number for number, others in enumerate(waiting) if not others]
        heapq.heapify(ready)
        while ready:
            number = heapq.heappop(ready)
            yield number
            for later in needed.get(number, ()):
                waiting[later].discard(number)
                if not waiting[later]:
                    heapq.heappush(ready, later)

    def _declared(self) -> Iterator[_Initialiser]:
        facts = self._facts
        files = facts.package.selected(facts.target, facts.like)
        for file in sorted(files, key=lambda f: (f.is_test, f.outline.header.imports_c, f.path.name)):
            declared = [d for d in file.outline.declarations() if isinstance(d, VarDeclaration) and d.initial]
            for declaration in declared:
                found = assignment(self._checker, facts, file, declaration)
                if found is None or found.value is None or declaration.result:
                    continue
                together = [d for d in declared if d.span == declaration.span] if found.several else [declaration]
                yield _Initialiser(tuple(d.name for d in together), found.value, found.site)

    def _needs(self, node: Node, data: bytes) -> set[str]:
        """The vars that an expression mentions, in the bodies of the funcs that it mentions, too."""
        found, seen = set[str](), set[str]()
        waiting = list(self._mentioned(node, data))
        while waiting:
            word = waiting.pop()
            if word in seen:
                continue
            seen.add(word)
            if word in self._numbers:
                found.add(word)
            else:
                waiting.extend(self._mentioned_by(word))
        return found

    def _mentioned_by(self, word: str) -> frozenset[str]:
        """What the bodies of a func, or of the methods that `.word` names, mention."""
        if word not in self._known:
            CLOCK.decisive.add(word)
            texts = [s.data[d.span.start : d.span.end] for s, d in self._funcs(word) if d.body_span is not None]
            self._known[word] = frozenset(w for text in texts for w in self._mentioned(parse(text).root_node, text))
        return self._known[word]

    def _mentioned(self, node: Node, data: bytes) -> Iterator[str]:
        """The names in it that may be the package's vars and funcs, and with a dot before them fields and methods."""
        for part in walk(node):
            if part.type == "identifier":
                word = node_text(part, data)
                if word not in self._numbers or binding(part, data) is None:
                    yield word
            elif part.type == "field_identifier":
                yield f".{node_text(part, data)}"

    def _funcs(self, word: str) -> Iterator[tuple[SourceFile, FuncDeclaration]]:
        facts, name = self._facts, word.removeprefix(".")
        if name == word:
            for source, declared in facts.package.declared(word, facts.target, facts.like):
                if isinstance(declared, FuncDeclaration):
                    yield source, declared
            return
        for source in facts.package.selected(facts.target, facts.like, facts.package.having(name)):
            yield from ((source, declared) for declared in source.outline.methods_named(name))

    def _may_change(self, node: Node, site: Site) -> bool:
        for part in _run(node):
            if part.type in _CALLS and self._call_may(part, site):
                return True
            if part.type == "assignment_statement":
                operator, left = part.child_by_field_name("operator"), part.child_by_field_name("left")
                counts = self._rules.heeds_steps or operator is None or site.text(operator) == "="
                if counts and left is not None and any(self._is_shared(n, site) for n in left.children if n.is_named):
                    return True
            if part.type in _STEPS and self._rules.heeds_steps and self._is_shared(part.children[0], site):
                return True
        return False

    def _call_may(self, call: Node, site: Site) -> bool:
        if conversion(call, site) is not None or is_std_inlined(call, site):
            return False
        function = call.child_by_field_name("function")
        if function is not None and site.operand(function).mode is Mode.BUILTIN:
            return site.text(function) in _WRITES
        found = callee(call, site.data, site.facts)
        if found is None or found.name in site.facts.within or not is_inlined(found):
            return True
        inner, body = entered(found, site), found.function.child_by_field_name("body")
        return inner is None or body is None or self._may_change(body, inner)

    def _is_shared(self, left: Node, site: Site) -> bool:
        """Whether what is assigned to may be a var of the package (safeLHS, 1.27.3:912)."""
        node = bare(left)
        while True:
            operand = node.child_by_field_name("operand")
            if node.type == "identifier":
                return binding(node, site.data) is None and site.facts.path == self._facts.path
            if operand is None or node.type == "index_expression":
                return True
            if node.type == "unary_expression":
                if not self._rules.heeds_steps:
                    return True
            elif node.type == "selector_expression":
                text = typed(operand, site.data)
                holder = site.facts.denoted(text) if text else None
                if holder is None or not isinstance(m.underlying(holder.type), m.Struct):
                    return True
            else:
                return True
            node = bare(operand)


def _run(node: Node) -> Iterator[Node]:
    """The parts of code that run with it: not those of func literals that are not called."""
    stack = [node]
    while stack:
        part = stack.pop()
        yield part
        if part.type != "func_literal":
            stack.extend(part.children)

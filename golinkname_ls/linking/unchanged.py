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

    def before(self, name: str) -> bool:
        """Whether the initialiser of the var `name`, or one that comes before it, may change vars of the package."""
        if not self._rules.heeds_calls:
            return False
        for initialiser in self._in_order():
            if self._may_change(initialiser.value, initialiser.site):
                return True
            if name in initialiser.names:
                return False
        return False

    def _in_order(self) -> Iterator[_Initialiser]:
        """As they run: always the first of those that need none that has not run (go/types/initorder.go)."""
        all_ = list(self._declared())
        numbers = {name: number for number, i in enumerate(all_) for name in i.names if name != "_"}
        needs = [self._needs(i.value, i.site.data, numbers) - set(i.names) for i in all_]
        waiting = [{numbers[name] for name in names} for names in needs]
        needed = dict[int, list[int]]()
        for number, others in enumerate(waiting):
            for other in others:
                needed.setdefault(other, []).append(number)
        ready = [number for number, others in enumerate(waiting) if not others]
        heapq.heapify(ready)
        while ready:
            number = heapq.heappop(ready)
            yield all_[number]
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

    def _needs(self, node: Node, data: bytes, vars_: dict[str, int]) -> set[str]:
        """The vars that an expression mentions, in the bodies of the funcs that it mentions, too."""
        found, seen = set[str](), set[str]()
        waiting = list(_mentioned(node, data))
        while waiting:
            word = waiting.pop()
            if word in seen:
                continue
            seen.add(word)
            if word in vars_:
                found.add(word)
            else:
                waiting.extend(self._mentioned_by(word))
        return found

    def _mentioned_by(self, word: str) -> frozenset[str]:
        """What the bodies of a func, or of the methods that `.word` names, mention."""
        if word not in self._known:
            CLOCK.decisive.add(word)
            self._known[word] = frozenset(
                mentioned
                for source, declared in self._funcs(word)
                if declared.body_span is not None
                for mentioned in _mentioned_in(source.data[declared.span.start : declared.span.end])
            )
        return self._known[word]

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


def _mentioned(node: Node, data: bytes) -> Iterator[str]:
    """The package's names in it, and with a dot before them the fields and methods."""
    for part in walk(node):
        if part.type == "identifier" and binding(part, data) is None:
            yield node_text(part, data)
        elif part.type == "field_identifier":
            yield f".{node_text(part, data)}"


def _mentioned_in(function: bytes) -> Iterator[str]:
    return _mentioned(parse(function).root_node, function)

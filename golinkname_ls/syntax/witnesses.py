"""Which package-level names the live code of a file mentions, remembered by a witness for each that was asked for."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from tree_sitter import Node

from golinkname_ls.syntax.block import Block
from golinkname_ls.syntax.clock import CLOCK
from golinkname_ls.syntax.constant import Decide, Facts, Given
from golinkname_ls.syntax.declaration import ConstDeclaration, TypeDeclaration
from golinkname_ls.syntax.mention import Need, references
from golinkname_ls.syntax.outline import Names
from golinkname_ls.syntax.region import Region
from golinkname_ls.syntax.tree import parse
from golinkname_ls.syntax.words import word_of

if TYPE_CHECKING:
    from golinkname_ls.syntax.source_file import SourceFile

Key = tuple[str, Facts, Need]
Witness = Block | bool | frozenset[str]


class Witnesses:
    """A witness is a declaration that mentions the name: while it stays as it is, so does the answer."""

    def __init__(self, source: SourceFile, names: Names) -> None:
        self._source = source
        self._known: dict[Key, Witness] = {}
        self._constants = CLOCK.constants
        self._own_facts: Facts = _OwnFacts(names)

    def mentions(self, name: str, facts: Facts | None = None, need: Need = Need.NAME) -> bool | frozenset[str]:
        """Whether live code of the file refers to the package-level `name`.

        A set holds the generics of which some must be instantiated for that; empty, nothing refers to it. `facts`
        decide the conditions that code stands under; without, the file's own constants do. `need` is what must be done
        with the name.
        """
        if self._constants != CLOCK.constants:
            self._constants = CLOCK.constants
            self._known.clear()
        key = name, facts or self._own_facts, need
        if key not in self._known:
            self._known[key] = self._find(*key)
        return answer(self._known[key])

    def start_over(self) -> dict[Key, Witness]:
        """Forget every answer; they are returned, to be held against new ones."""
        known, self._known = self._known, {}
        CLOCK.constants += 1
        self._constants = CLOCK.constants
        return known

    def hold(self, before: dict[Key, Witness]) -> bool:
        """Whether the answers are what they were."""
        return all(self.mentions(*key) == answer(witness) for key, witness in before.items())

    def ask_again(self, old: list[Block], fresh: list[Block], region: Region, root: Node, text: bytes) -> bool:
        """Correct what was said of mentions; whether every answer still holds."""
        renamed = {n for b in old for n in b.names} ^ {n for b in fresh for n in b.names}
        if not CLOCK.decisive.isdisjoint(renamed) or any(
            b.is_const or not CLOCK.decisive.isdisjoint(b.deciding) for b in (*old, *fresh)
        ):
            self._known.clear()
            CLOCK.constants += 1
            return False
        kept = True
        for key, witness in list(self._known.items()):
            word = word_of(key[0])
            if isinstance(witness, frozenset) and (word in text or word in region.text):
                del self._known[key]
                kept = False
                continue
            if witness is not False and witness not in old:
                continue
            if witness is False and word not in text:
                continue
            now: Block | bool | frozenset[str] = False
            for block in fresh:
                found = self._refer(root, text, key, block.start - region.start, block.end - region.start)
                now = block if found is True else now
                if isinstance(found, frozenset) and found:
                    kept = False
            if now is False and witness is not False:
                now = self._find(*key)
            self._known[key] = now
            kept = kept and not isinstance(now, frozenset) and (now is False) == (witness is False)
            if not kept:
                del self._known[key]
        return kept

    def _find(self, name: str, facts: Facts, need: Need) -> Block | bool | frozenset[str]:
        """A block that refers to the name; else the generics that do, False for none; just True in a file with errors."""
        source = self._source
        data, word, key = source.data, word_of(name), (name, facts, need)
        if source.outline.has_error:
            return self._refer(self._source.tree.root_node, data, key, 0, len(data)) or False
        generics: set[str] = set()
        blocks = source.blocks
        at = data.find(word) if word else -1
        while at >= 0:
            index = bisect_right(blocks, at, key=_end)
            if index == len(blocks):
                break
            block = blocks[index]
            if block.start <= at:
                found = self._refers(block, key)
                if found is True:
                    return block
                generics |= found or frozenset()
                at = block.end
            else:
                at = block.start
            at = data.find(word, at)
        return frozenset(generics) or False

    def _refers(self, block: Block, key: Key) -> Literal[True] | frozenset[str]:
        source = self._source
        if source.has_current_tree:
            return self._refer(source.tree.root_node, source.data, key, block.start, block.end)
        text = source.data[block.start : block.end]
        return self._refer(parse(text).root_node, text, key, 0, len(text))

    def _refer(self, root: Node, data: bytes, key: Key, low: int, high: int) -> Literal[True] | frozenset[str]:
        name, facts, need = key

        generics = set()
        for generic in references(root, data, word_of(name), Decide(facts), low, high, need=need):
            if not generic:
                return True
            generics.add(generic)
        return frozenset(generics)


def answer(witness: Block | bool | frozenset[str]) -> bool | frozenset[str]:
    """What a witness says: True, or the generics of which some must be instantiated, or False."""
    return witness if isinstance(witness, frozenset) else witness is not False


class _OwnFacts:
    """A file's own constants."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def fixed(self, text: str) -> None:
        """Nothing: the target is not known."""

    def constant(self, name: str) -> str:
        """The expression of a constant of the file."""
        found = (d for block in self._names.get(name, ()) for d in block.named(name))
        return next((d.value for d in found if isinstance(d, ConstDeclaration)), "")

    def value(self, text: str) -> None:
        """Nothing: that takes types."""

    def is_func(self, name: str) -> bool:  # noqa: ARG002
        """No: the package is not known."""
        return False

    def is_type(self, text: str) -> bool:
        """Whether the file declares a type of that name."""
        return any(isinstance(d, TypeDeclaration) for block in self._names.get(text, ()) for d in block.named(text))

    def names_unsafe(self, qualifier: str) -> bool:
        """By the package's own name alone."""
        return qualifier == "unsafe"

    def ignores(self, call: Node, data: bytes, position: int, *, plain: bool = False) -> bool:  # noqa: ARG002
        """No: the package is not known."""
        return False

    def given(self, call: Node, data: bytes, result: int) -> Given:  # noqa: ARG002
        """Nothing: the package is not known."""
        return Given()

    def gives_nil(self, call: Node, data: bytes, result: int) -> None:
        """Nothing: the package is not known."""

    def equal_strings(self, left: str, right: str) -> bool:
        """As they are: the version is not known."""
        return left == right

    def never_returns(self, call: Node, data: bytes) -> bool:  # noqa: ARG002
        """No: the package is not known."""
        return False

    def argument(self, name: str) -> str:  # noqa: ARG002
        """Nothing: no func stands in the place of a call."""
        return ""

    @property
    def sees_loops(self) -> bool:
        """No: the version is not known."""
        return False

    @property
    def drops_unread(self) -> bool:
        """No: the version is not known."""
        return False

    @property
    def inlines_late(self) -> bool:
        """No: the version is not known."""
        return False


def _end(block: Block) -> int:
    return block.end

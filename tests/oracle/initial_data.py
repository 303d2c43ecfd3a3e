"""Which vars of std have initial data in the object files of real toolchains: `python -m tests.oracle.initial_data`.

Needs GOLINKNAME_GOROOTS. Writes `catalog/knowledge/initial_data/VERSION.txt` for each: what the sources do not tell.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.std.symbols import Definition, Kind, TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.linking.resolving.var_merging import std_source_has_data
from golinkname_ls.syntax.items.declarations import VarDeclaration
from tests.oracle.toolchains import Toolchain, toolchains

PLATFORM = Platform.parse("linux/amd64")
# cmd/nm: text is T, data D or R, what is zero B; a lower letter is a symbol of the file alone.
_ROW = re.compile(r"^\s*(?:[0-9a-f]+\s+)?([DRBdrb])\s+(\S+)$", re.M)


def measured(toolchain: Toolchain) -> dict[str, bool]:
    """Each data symbol of std's packages, and whether its object file has content for it."""
    found: dict[str, bool] = {}
    with tempfile.TemporaryDirectory() as name:
        asked = ("list", "-export", "-f", "{{.ImportPath}}\t{{.Export}}", "std")
        status, output = toolchain.run(
            *asked, cwd=Path(name), CGO_ENABLED="0", GOOS=PLATFORM.goos, GOARCH=PLATFORM.goarch
        )
        assert status == 0, output
        for package, _, archive in (line.partition("\t") for line in output.splitlines()):
            if not archive:
                continue
            rows = toolchain.run("tool", "nm", archive, cwd=Path(name))[1]
            found |= {s: k in "DdRr" for k, s in _ROW.findall(rows) if s.startswith(f"{package}.")}
    return found


def variables(symbols: TargetSymbols) -> Iterator[Definition]:
    """The package-level vars that the catalog has of std."""
    for path in sorted(symbols.catalog.paths):
        for section in symbols.sections(path):
            for number in range(0 if section.is_assembly else len(section.rows)):
                declaration = section.declaration(number)
                if isinstance(declaration, VarDeclaration) and declaration.name != "_":
                    found = symbols.find(f"{path}.{declaration.name}")
                    if found is not None and found.kind is Kind.VAR and found.entry is not None:
                        yield found


def rows(symbols: TargetSymbols, real: dict[str, bool]) -> list[str]:
    """The rows of a version's file: `+` before what has data although its source does not show it, `-` the other way."""
    wrong = {v.symbol for v in variables(symbols) if real.get(v.symbol) is not std_source_has_data(symbols, v)}
    return sorted(f"{'+' if real[symbol] else '-'} {symbol}" for symbol in wrong if symbol in real)


def main() -> None:
    """Write the files of the versions that are named."""
    session = Session()
    folder = Path(shipped().folder, "knowledge/initial_data")
    folder.mkdir(exist_ok=True)
    for toolchain in toolchains().values():
        symbols = session.engine.symbols(Target(GoVersion.parse(toolchain.version), PLATFORM))
        real, file = measured(toolchain), folder / f"{toolchain.version}.txt"
        # Of vars that std marks an object file has no such rows: what was found by real links stays.
        known = file.read_text("utf-8").splitlines() if file.exists() else []
        found = sorted({*rows(symbols, real), *(row for row in known if row[2:] not in real)})
        file.write_text("".join(f"{row}\n" for row in found), "utf-8")
        print(toolchain.version, len(found))


if __name__ == "__main__":
    main()

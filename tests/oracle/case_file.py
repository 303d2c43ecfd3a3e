"""Recorded cases: small Go modules, what `check` says of them, and what real toolchains made of them.

A case is a text archive, `tests/cases/RULE/NAME.txtar`. Its head is TOML:

    title = "one line that says what the case is about"
    env = { GOARCH = "386" }        # for the build; as the keys below, where it is needed
    args = ["-tags=x"]              # for `go build`
    command = "build"               # or "test-c", "build-all"
    package = "./cmd"               # "." otherwise
    run = false                     # true otherwise: what was built is run where it can be
    since = "1.21"                  # the first version that is asked; the oldest otherwise
    only = ["1.23", "1.27"]         # the versions that are asked; all otherwise
    escaped = ["main.go"]           # files in which ␍ is a carriage return, and ␄ at the end that no newline follows

    names_elsewhere = "why"         # a toolchain that fails names neither an expected place nor what stands there

    [expect]                        # from a version on, up to the next one named: every finding, by its place
    "1.19" = []
    "1.23" = ["main.go:12 LN201 error"]

    [[approximation]]               # where the prediction is known to differ from the build
    kind = "over-approximation: optimiser"
    cause = "…"
    since = "1.23"
    until = "1.24"                  # the last of them; the newest there is otherwise

Then come the files of the module, and `verdicts.toml`, which `python -m tests.oracle.run_cases` writes.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

from golinkname_ls.golang.targets.version import GoVersion
from tests.tree import write_tree
from tests.txtar import archive_of, parse, read, read_raw

CASES = Path(__file__).parents[1] / "cases"
VERDICTS = "verdicts.toml"


@dataclass(frozen=True)
class Verdict:
    """What a toolchain made of the module: the kind of build, all it said, and what the program did."""

    build: str
    message: str = ""
    run: str = ""

    @property
    def failed(self) -> bool:
        return self.build != "ok"


@dataclass(frozen=True)
class Approximation:
    """Where the prediction is known to differ from the real build, and why."""

    kind: str
    cause: str
    since: GoVersion
    until: GoVersion | None

    @property
    def over(self) -> bool:
        """A failure is predicted where none is."""
        return self.kind.startswith("over-")


@dataclass(frozen=True)
class Case:
    """One archive; what it holds is read when it is asked for."""

    path: Path

    @property
    def name(self) -> str:
        """`LN201/false_constant`."""
        return f"{self.path.parent.name}/{self.path.stem}"

    @functools.cached_property
    def _archive(self) -> tuple[dict[str, Any], dict[str, str]]:
        return read(self.path)

    @property
    def head(self) -> dict[str, Any]:
        return self._archive[0]

    @property
    def title(self) -> str:
        return self.head["title"]

    @property
    def env(self) -> dict[str, str]:
        return self.head.get("env", {})

    @property
    def args(self) -> list[str]:
        return self.head.get("args", [])

    @functools.cached_property
    def files(self) -> dict[str, str]:
        """The module's files, with the line ends they have on disk."""
        return {name: text for name, text in self._archive[1].items() if name != VERDICTS}

    @functools.cached_property
    def releases(self) -> dict[str, tuple[str, Verdict]]:
        """By version, oldest first: the release that was asked, and its verdict."""
        listed = tomllib.loads(self._archive[1].get(VERDICTS, "")).get("verdict", [])
        found = {}
        for row in listed:
            message, run = (row.get(key, "").removesuffix("\n") for key in ("message", "run"))
            verdict = Verdict(row["build"], message, run)
            found |= {_version(release): (release, verdict) for release in row["go"]}
        return dict(sorted(found.items(), key=lambda item: GoVersion.parse(item[0])))

    @property
    def verdicts(self) -> dict[str, Verdict]:
        return {version: verdict for version, (_, verdict) in self.releases.items()}

    def expected(self, version: str) -> list[str]:
        """The findings for a version, each `FILE:LINE CODE SEVERITY`; KeyError when nothing is said of it."""
        if "expect" not in self.head:
            raise KeyError(f"{self.name}: the head has no [expect]; write it by hand, after the verdicts")
        since = [v for v in self.head["expect"] if GoVersion.parse(v) <= GoVersion.parse(version)]
        return self.head["expect"][max(since, key=GoVersion.parse, default=version)]

    @functools.cached_property
    def approximations(self) -> tuple[Approximation, ...]:
        listed = self.head.get("approximation", [])
        return tuple(
            Approximation(
                a["kind"],
                a["cause"],
                GoVersion.parse(a["since"]),
                GoVersion.parse(a["until"]) if "until" in a else None,
            )
            for a in listed
        )

    def is_for(self, version: str) -> bool:
        """Whether toolchains of a version are asked."""
        if GoVersion.parse(version) < GoVersion.parse(self.head.get("since", version)):
            return False
        return version in self.head.get("only", [version])

    def approximation(self, version: str) -> Approximation | None:
        asked = GoVersion.parse(version)
        return next((a for a in self.approximations if a.since <= asked <= (a.until or asked)), None)

    def unpack(self, folder: Path) -> Path:
        """Write the module into a folder."""
        return write_tree(folder, self.files)

    def record(self, releases: dict[str, tuple[str, Verdict]]) -> None:
        """Write what toolchains said into the archive, by version; the rest stays as it is."""
        head, files = parse(read_raw(self.path))
        kept = {name: text for name, text in files.items() if name != VERDICTS}
        text = archive_of(head, kept | {VERDICTS: verdicts_text(self.releases | releases)})
        self.path.write_bytes(text.encode())


def cases() -> list[Case]:
    """All of them, by name."""
    return [Case(path) for path in sorted(CASES.glob("*/*.txtar"))]


def verdicts_text(releases: dict[str, tuple[str, Verdict]]) -> str:
    """The TOML of verdicts: neighbouring releases that say the same are one entry."""
    runs: list[tuple[list[str], Verdict]] = []
    for version in sorted(releases, key=GoVersion.parse):
        release, verdict = releases[version]
        if runs and runs[-1][1] == verdict:
            runs[-1][0].append(release)
        else:
            runs.append(([release], verdict))
    document = tomlkit.document()
    table = tomlkit.aot()
    for said_by, verdict in runs:
        entry = tomlkit.table()
        entry.add("go", said_by)
        entry.add("build", verdict.build)
        for key, text in (("message", verdict.message), ("run", verdict.run)):
            if text:
                entry.add(key, tomlkit.string(f"{text}\n" if "\n" in text else text, multiline="\n" in text))
        table.append(entry)
    document.add("verdict", table)
    return tomlkit.dumps(document)


def _version(release: str) -> str:
    """`1.27` of `1.27.3`."""
    return ".".join(release.split(".")[:2])

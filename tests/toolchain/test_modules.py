"""Random module graphs: the versions and folders that the real go command chooses are those that we do."""

from __future__ import annotations

import io
import json
import os
import random
import zipfile
from pathlib import Path

import pytest

from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.modules.module_cache import escaped
from golinkname_ls.golang.modules.package_locator import Locator
from tests.toolchain.goroots import Goroot, demand, goroots
from tests.tree import write_tree

pytestmark = pytest.mark.toolchain

PATHS = (
    "example.com/a",
    "example.com/a/sub",
    "github.com/Azure/SDK",
    "example.com/b/v2",
    "gopkg.in/c.v1",
    "example.com/d",
    "example.com/d/e/f",
    "example.org/g",
)
VERSIONS = ("0.0", "1.0-rc.1", "1.0", "2.0", "10.0")


def versions(path: str) -> list[str]:
    major = "v2." if path.endswith("/v2") else "v1."
    return [major + v for v in VERSIONS]


def go_mod(generator: random.Random, path: str, requires: list[tuple[str, str]], languages: list[str]) -> str:
    rows = [f"module {path}"]
    language = generator.choice(languages)
    rows += [f"go {language}"] if language else []
    rows += [f"require {p} {v}" for p, v in requires]
    return "\n".join(rows) + "\n"


def package(name: str, imports: list[str]) -> str:
    return f"package {name}\n" + "".join(f'import _ "{path}"\n' for path in imports)


def publish(generator: random.Random, proxy: Path) -> None:
    """Write a module proxy: each module requires some that come later in PATHS, and imports what it requires."""
    for number, path in enumerate(PATHS):
        folder = proxy / escaped(path) / "@v"
        folder.mkdir(parents=True)
        (folder / "list").write_text("\n".join(versions(path)) + "\n", "utf-8")
        for version in versions(path):
            later = [p for p in PATHS[number + 1 :] if generator.random() < 0.4]
            requires = [(p, generator.choice(versions(p))) for p in later]
            mod = go_mod(generator, path, requires, ["", "1.15", "1.17", "1.19"])
            files = {"go.mod": mod, "root.go": package("root", [p for p, _ in requires if generator.random() < 0.7])}
            files["p/p.go"] = package("p", [f"{p}/p" for p, _ in requires if generator.random() < 0.5])
            stream = io.BytesIO()
            with zipfile.ZipFile(stream, "w") as archive:
                for name, text in files.items():
                    archive.writestr(f"{path}@{version}/{name}", text)
            stem = escaped(version)
            (folder / f"{stem}.info").write_text(json.dumps({"Version": version}), "utf-8")
            (folder / f"{stem}.mod").write_text(mod, "utf-8")
            (folder / f"{stem}.zip").write_bytes(stream.getvalue())


def main_module(generator: random.Random, name: str, language: str) -> dict[str, str]:
    chosen = generator.sample(PATHS, 3)
    rows = [f"module {name}", f"go {language}"]
    rows += [f"require {p} {generator.choice(versions(p))}" for p in chosen]
    if generator.random() < 0.5:
        path = generator.choice(PATHS)
        rows.append(f"exclude {path} {generator.choice(versions(path))}")
    if generator.random() < 0.5:
        path = generator.choice(PATHS)
        version = generator.choice(versions(path))
        rows.append(f"replace {path} {generator.choice(['', version])} => {path} {generator.choice(versions(path))}")
    if generator.random() < 0.3:
        rows.append(f"replace {generator.choice(PATHS)} => ../local")
    imports = [p + generator.choice(["", "/p"]) for p in chosen]
    return {"go.mod": "\n".join(rows) + "\n", "m.go": package("m", imports), "in/n.go": package("n", [name])}


class World:
    """One folder with a proxy, a module cache and main modules."""

    def __init__(self, root: Path, toolchain: Goroot, seed: int) -> None:
        self.root, self.toolchain = root / str(seed), toolchain
        self.generator = random.Random(seed)
        publish(self.generator, self.root / "proxy")
        write_tree(self.root, {"local/go.mod": "module local\n\ngo 1.19\n", "local/root.go": "package root\n"})
        write_tree(self.root, {"local/p/p.go": "package p\n"})

    def go(self, folder: Path, *arguments: str, flags: str = "-mod=mod", work: str = "off") -> str | None:
        environment = {
            "GOPROXY": (self.root / "proxy").as_uri(),
            "GOMODCACHE": str(self.root / "cache"),
            "GOFLAGS": f"{flags} -modcacherw".strip(),
            "GOSUMDB": "off",
            "GOENV": "off",
            "GOWORK": work,
        }
        done = self.toolchain.go(*arguments, cwd=folder, env=environment)
        return done.stdout if done.returncode == 0 else None

    def locator(self, folder: Path, work: str = "off") -> Locator:
        variables = {"GOMODCACHE": str(self.root / "cache"), "GOENV": "off", "GOWORK": work}
        return Locator(folder, GoEnvironment.read(variables))

    def compare(self, folder: Path, work: str = "off") -> int:
        """The number of packages compared, 0 where the go command refuses the module."""
        # Empty flags: the go command decides by itself whether vendor is used.
        listed = self.go(
            folder,
            "list",
            "-deps",
            "-f",
            "{{if not .Standard}}{{.ImportPath}}\t{{.Dir}}{{end}}",
            "./...",
            flags="",
            work=work,
        )
        if listed is None:
            return 0
        ours = self.locator(folder, work)
        rows = [row.split("\t") for row in listed.splitlines() if row]
        for path, place in rows:
            found = ours.locate(path)
            assert found is not None, (str(self.root), path, place)
            assert found.folder == Path(place), (str(self.root), path, place)
        if ours.workspace.vendored is None:
            chosen = self.go(
                folder,
                "list",
                "-m",
                "-f",
                "{{if not .Main}}{{.Path}} {{.Version}}{{end}}",
                "all",
                flags="-mod=readonly",
                work=work,
            )
            if chosen is None:
                return 0  # its go.mod is one that the go command wants to write anew
            assert dict(row.split() for row in chosen.splitlines() if row) == ours.selection.graph, str(self.root)
        return len(rows)


def test_single_modules_and_their_vendor_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = int(os.environ.get("GOLINKNAME_SEED", "1"))
    for toolchain in demand(goroots())[-1:]:
        compared = [0, 0]
        for number in range(seed, seed + 24):
            world = World(tmp_path, toolchain, number)
            language = world.generator.choice(["1.15", "1.16", "1.17", "1.19", "1.23"])
            folder = write_tree(world.root / "m", main_module(world.generator, "example.net/m", language))
            if world.go(folder, "mod", "tidy") is None:
                continue
            compared[0] += world.compare(folder)
            if world.go(folder, "mod", "vendor") is not None:
                compared[1] += world.compare(folder)
        with capsys.disabled():
            print(f"Go {toolchain}, seed {seed}: {compared[0]} packages in the cache, {compared[1]} in vendor folders")
        assert min(compared) > 50


def test_workspaces(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = int(os.environ.get("GOLINKNAME_SEED", "5000"))
    toolchain = demand(goroots())[-1]
    compared = 0
    for number in range(seed, seed + 16):
        world = World(tmp_path, toolchain, number)
        for name in ("one", "two"):
            files = main_module(
                world.generator, f"example.net/{name}", world.generator.choice(["1.16", "1.19", "1.22"])
            )
            world.go(write_tree(world.root / "w" / name, files), "mod", "tidy")
        replace = f"replace {world.generator.choice(PATHS)} => ../local\n" if world.generator.random() < 0.5 else ""
        write_tree(world.root / "w", {"go.work": f"go 1.22\nuse ./one\nuse (\n\t./two\n)\n{replace}"})
        for name in ("one", "two"):
            compared += world.compare(world.root / "w" / name, work="auto")
    with capsys.disabled():
        print(f"Go {toolchain}, seed {seed}: {compared} packages in workspaces")
    assert compared > 50

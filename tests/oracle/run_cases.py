"""Records what real toolchains make of the cases: `python -m tests.oracle.run_cases [CASE…]`.

Needs GOLINKNAME_GOROOTS. A case is a Go module with `case.json` (all keys optional): `title`, `pkg` (default `.`),
`build_args`, `env`, `run` (whether to run what was built; by default where this machine can), `cmd` (`build`, `test-c`,
`build-all`), `only` (versions), `vet`. The verdicts go into its `expected.json`, one for each version.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.oracle.toolchains import Toolchain, toolchains

CASES = Path(__file__).parents[1] / "cases"
_LINKER = re.compile(
    r"(^|\n)(\S*/)?link: |relocation target .* not defined|duplicated definition of symbol|nosplit stack"
    r"|function main is undeclared|reference to undefined builtin|cannot set with -X"
)


def classify(status: int, output: str) -> str:
    """`ok`, `compile-error`, `link-error`, `asm-error` or `other-error`."""
    if status == 0:
        return "ok"
    if _LINKER.search(output):
        return "link-error"
    if re.search(r"\.s:\d+", output) and not re.search(r"\.go:\d+:\d+:", output):
        return "asm-error"
    return "compile-error" if re.search(r"\.go:\d+(:\d+)?:", output) else "other-error"


def clean(output: str, temporary: str, goroot: str) -> str:
    """The diagnostics without what differs from run to run."""
    lines = []
    for row in output.splitlines():
        if row.startswith("#") or not row.strip():
            continue
        row = row.replace(temporary, "$TMP").replace(goroot, "$GOROOT")
        row = re.sub(r"^\$GOROOT/pkg/tool/\w+/link: ", "link: ", row)
        row = re.sub(r"0x[0-9a-f]{6,}", "0xN", row)
        row = re.sub(r"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d ", "link: ", row)
        lines.append(re.sub(r"/tmp/go-link-\d+", "/tmp/go-link-N", row).rstrip())
    return "\n".join(lines)


def record(folder: Path, toolchain: Toolchain) -> dict[str, Any] | None:
    """One toolchain's verdict on a case; None when the case leaves its version out."""
    meta = json.loads((folder / "case.json").read_text("utf-8")) if (folder / "case.json").exists() else {}
    if meta.get("only") and toolchain.version not in meta["only"]:
        return None
    given = meta.get("env", {})
    with tempfile.TemporaryDirectory(prefix="case") as temporary:
        # The go command writes into a module that it finds incomplete.
        folder = Path(shutil.copytree(folder, Path(temporary) / folder.name))
        program = Path(temporary) / "a.out"
        kind, package = meta.get("cmd", "build"), meta.get("pkg", ".")
        command = {
            "test-c": ["test", "-vet=off", "-c", "-o", str(program)],
            "build-all": ["build"],
        }.get(kind, ["build", "-o", str(program)])
        package = "./..." if kind == "build-all" else package
        status, output = toolchain.run(*command, *meta.get("build_args", []), package, cwd=folder, **given)
        found = {
            "build": classify(status, output),
            "message": clean(output, temporary, str(toolchain.goroot)),
            "run": None,
        }
        here = given.get("GOOS", "linux") == "linux" == sys.platform and given.get("GOARCH", "amd64") in (
            "amd64",
            "386",
        )
        if status == 0 and meta.get("run", True) and program.exists() and here:
            found["run"] = _run(program, temporary, str(toolchain.goroot))
        found["toolchain"] = toolchain.release
        return found


def _run(program: Path, temporary: str, goroot: str) -> str:
    try:
        done = subprocess.run([program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=8, check=False)
    except subprocess.TimeoutExpired:
        return "TIMEOUT"
    text = clean(done.stdout.decode("utf-8", "replace"), temporary, goroot)
    return f"exit {done.returncode}: " + "\n".join(text.splitlines()[:3])[:300]


def main(names: list[str]) -> None:
    """Record the named cases, or all of them, with every toolchain there is."""
    present = toolchains()

    def job(folder: Path) -> None:
        file = folder / "expected.json"
        old = json.loads(file.read_text("utf-8")) if file.exists() else {}
        verdicts = old.get("verdicts", {})
        for version, toolchain in present.items():
            found = record(folder, toolchain)
            if found is not None:
                verdicts[version] = {
                    **found,
                    **({"vet": verdicts[version]["vet"]} if "vet" in verdicts.get(version, {}) else {}),
                }
        meta = json.loads((folder / "case.json").read_text("utf-8")) if (folder / "case.json").exists() else {}
        verdicts = dict(sorted(verdicts.items(), key=lambda item: [int(n) for n in item[0].split(".")]))
        options = {k: meta[k] for k in ("cmd", "pkg", "build_args", "env") if k in meta}
        document = {"title": meta.get("title", folder.name), "options": options, "verdicts": verdicts}
        file.write_text(json.dumps(document, indent=1) + "\n", "utf-8", newline="\n")
        print(folder.name, " ".join(f"{v}:{w['build']}" for v, w in verdicts.items()), flush=True)

    chosen = [CASES / n for n in names] or sorted(f for f in CASES.iterdir() if f.is_dir())
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(job, chosen))


if __name__ == "__main__":
    main(sys.argv[1:])

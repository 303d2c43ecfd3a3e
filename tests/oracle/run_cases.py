"""Records what real toolchains make of the cases: `python -m tests.oracle.run_cases [RULE/NAME…]`.

Needs GOLINKNAME_GOROOTS. The verdicts go into the case's archive (tests/oracle/case_file.py has its form).
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.oracle.case_file import Case, Verdict, cases
from tests.oracle.toolchains import Toolchain, toolchains

MOST_LINES, MOST_COLUMNS = 20, 400
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
        row = re.sub(r"/tmp/go-link-\d+", "/tmp/go-link-N", row).rstrip()
        lines.append(row if len(row) <= MOST_COLUMNS else row[:MOST_COLUMNS] + "…")
    return "\n".join(lines if len(lines) <= MOST_LINES else [*lines[:MOST_LINES], "…"])


def record(case: Case, toolchain: Toolchain) -> Verdict | None:
    """One toolchain's verdict on a case; None when the case leaves its version out."""
    if not case.is_for(toolchain.version):
        return None
    with tempfile.TemporaryDirectory(prefix="case") as temporary:
        # The go command writes into a module that it finds incomplete.
        folder = case.unpack(Path(temporary) / "module")
        program = Path(temporary) / "a.out"
        kind, package = case.head.get("command", "build"), case.head.get("package", ".")
        command = {
            "test-c": ["test", "-vet=off", "-c", "-o", str(program)],
            "build-all": ["build"],
        }.get(kind, ["build", "-o", str(program)])
        package = "./..." if kind == "build-all" else package
        status, output = toolchain.run(*command, *case.args, package, cwd=folder, **case.env)
        goroot = str(toolchain.goroot)
        ran = status == 0 and case.head.get("run", True) and program.exists() and _runs_here(case.env)
        return Verdict(
            classify(status, output),
            clean(output, temporary, goroot),
            _run(program, temporary, goroot) if ran else "",
        )


def _runs_here(env: dict[str, str]) -> bool:
    return env.get("GOOS", "linux") == "linux" == sys.platform and env.get("GOARCH", "amd64") in ("amd64", "386")


def _run(program: Path, temporary: str, goroot: str) -> str:
    try:
        done = subprocess.run([program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=8, check=False)
    except subprocess.TimeoutExpired:
        return "TIMEOUT"
    text = clean(done.stdout.decode("utf-8", "replace"), temporary, goroot)
    return f"exit {done.returncode}: " + "\n".join(text.splitlines()[:3])[:300]


def main(names: list[str]) -> None:
    """Record the named cases (`RULE/NAME`), or all of them, with every toolchain there is."""
    present = toolchains()
    chosen = [case for case in cases() if not names or case.name in names]
    if unknown := set(names) - {case.name for case in chosen}:
        sys.exit(f"no such case: {', '.join(sorted(unknown))}; a name is RULE/NAME, without .txtar")

    def job(case: Case) -> None:
        found = {version: (t.release.removeprefix("go"), record(case, t)) for version, t in present.items()}
        case.record({version: (release, verdict) for version, (release, verdict) in found.items() if verdict})
        print(case.name, " ".join(f"{v}:{w.build}" for v, (_, w) in found.items() if w), flush=True)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(job, chosen))


if __name__ == "__main__":
    main(sys.argv[1:])

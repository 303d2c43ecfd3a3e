"""A GOROOT of three packages, with all that a catalog is built from."""

from __future__ import annotations

from pathlib import Path

from tests.tree import write_tree

FILES = {
    "VERSION": "go1.27.3\ntime 2026-01-01T00:00:00Z\n",
    "src/runtime/proc.go": (
        "package runtime\n\nconst size = 4\n\nvar table [size]int\n\n//go:linkname open\nfunc open(n int) int { return n }\n\n"
        "//go:linkname syncPush sync.pushed\nfunc syncPush() {}\n"
    ),
    "src/runtime/asm_amd64.s": "TEXT runtime·stop(SB),4,$0\n\tRET\n",
    "src/sync/sync.go": 'package sync\n\nimport _ "unsafe"\n\nfunc pushed()\n',
    "src/net/http/http.go": "package http\n\ntype Server struct{ n int }\n",
    "src/net/http/http_test.go": "package http\nfunc broken( {\n",
    "src/net/testdata/x.go": "package x\n",
    "src/cmd/go/main.go": "package main\n",
    "src/cmd/link/internal/loader/loader.go": (
        'package loader\n\nvar blockedLinknames = map[string][]string{\n\t"runtime.stop": {"net"},\n}\n'
    ),
    "src/cmd/internal/goobj/builtinlist.go": 'package goobj\n\nvar b = []x{\n\t{"runtime.newobject", 1},\n}\n',
}


def small_goroot(folder: Path, version: str = "go1.27.3", **changes: str | None) -> Path:
    """`changes` replaces files by name, None leaves one out."""
    files = FILES | {"VERSION": f"{version}\n"} | changes
    return write_tree(folder, {name: text for name, text in files.items() if text is not None})

"""Symbols that the linker itself defines, or whose value it sets."""

from __future__ import annotations

# cmd/link/internal: ld/data.go textaddress and address, ld/symtab.go, ld/pcln.go (1.27.3).
LINKER_MADE = frozenset(
    "runtime." + name
    for name in [
        "text",
        "etext",
        "data",
        "edata",
        "bss",
        "ebss",
        "noptrdata",
        "enoptrdata",
        "noptrbss",
        "enoptrbss",
        "end",
        "rodata",
        "erodata",
        "types",
        "etypes",
        "itablink",
        "eitablink",
        "covctrs",
        "ecovctrs",
        "gcdata",
        "egcdata",
        "gcbss",
        "egcbss",
        "gcdatamask",
        "gcbssmask",
        "symtab",
        "esymtab",
        "pclntab",
        "epclntab",
        "pcheader",
        "funcnametab",
        "cutab",
        "filetab",
        "findfunctab",
        "functab",
        "textsectionmap",
        "typelink",
        "etypelink",
        "symtab",
        "firstmoduledata_end",
        "unreachableMethod",
        "tlsg",
        "tls_g",
        "buildVersion.str",
    ]
)

# As by its flag -X, so that they have to be strings (1.27.3: ld/main.go:188 and :199, ld/ld.go:91).
STAMPED = frozenset({"runtime.buildVersion", "runtime.defaultGOROOT", "runtime.modinfo"})

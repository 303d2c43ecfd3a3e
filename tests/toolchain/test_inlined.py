"""What is left of calls of std's funcs that are inlined, as the compilers of the named toolchains say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.catalog.knowledge import inlined
from golinkname_ls.golang.version import GoVersion
from golinkname_ls.linking.verdict import era
from tests.oracle.initial_data import PLATFORM
from tests.oracle.inlined_std import measured
from tests.oracle.toolchains import toolchains

pytestmark = pytest.mark.toolchain

# With those that they call what is inlined of.
PACKAGES = "bytes errors internal/bytealg internal/stringslite os reflect runtime strconv strings sync sync/atomic time unicode/utf8"


def test_what_is_left_of_a_call_is_what_the_compilers_leave(tmp_path: Path) -> None:
    known = inlined()
    asked = [t for t in toolchains().values() if era(GoVersion.parse(t.version)).marks]
    for toolchain in asked:
        real = measured(toolchain, PLATFORM, str(tmp_path), *PACKAGES.split()).exported()
        assert len(real) > 100, toolchain.version
        # On another platform less may be left.
        wrong = [symbol for symbol, left in real.items() if symbol not in known or not left.issuperset(known[symbol])]
        assert wrong == [], toolchain.version

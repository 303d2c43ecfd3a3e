"""Which vars of std have initial data, as the object files of the named toolchains have it."""

from __future__ import annotations

import pytest

from golinkname_ls.analysis.session import Session
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.linking.resolving.var_merging import std_var_has_data
from tests.oracle.initial_data import PLATFORM, measured, variables
from tests.oracle.toolchains import toolchains

pytestmark = pytest.mark.toolchain


def test_initial_data_is_what_the_object_files_hold() -> None:
    for toolchain in toolchains().values():
        symbols = Session().engine.symbols(Target(GoVersion.parse(toolchain.version), PLATFORM))
        real = measured(toolchain)
        known = {found.symbol: std_var_has_data(symbols, found) for found in variables(symbols) if found.symbol in real}
        assert len(known) > 1000
        assert {s for s, has in known.items() if has is not real[s]} == set(), toolchain.version

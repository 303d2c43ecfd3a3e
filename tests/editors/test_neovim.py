"""A session in a real, headless Neovim, with the configuration that editors/nvim ships."""

import json
from pathlib import Path

import pytest

from tests.editors.editor_tools import EDITORS, run

pytestmark = pytest.mark.editor


@pytest.fixture
def seen(assembly, module, tmp_path, environment, find_tool):
    """What neovim.lua saw."""
    find_tool("golinkname-ls")
    script = Path(__file__).with_name("neovim.lua")
    result = tmp_path / "seen.json"
    command = [find_tool("nvim", "GOLINKNAME_NVIM"), "--clean", "--headless", "-l", str(script)]
    command += [str(EDITORS / "nvim"), str(module / "main.go"), str(result)]
    own_files = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    run(command, env={**environment, **own_files}, timeout=120)
    return json.loads(result.read_text())


def test_session(seen, module):
    assert seen["root"] == str(module)
    assert {"LN301", "LN201"} <= set(seen["codes"])
    assert "func nanotime() int64" in seen["hover"]
    assert seen["resolved_later"]
    assert "\nfunc nanotime() int64\n" in seen["fixed"]
    assert seen["edits"] == 200
    assert seen["assembly"] == ["LN207"]
    assert seen["foreign_assembly"] == 0

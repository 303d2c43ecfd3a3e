"""A session in a real VS Code (code-server in a headless Chromium), with the extension built from its lock file."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.editors.editor_tools import EDITORS, run

pytestmark = pytest.mark.editor

DRIVER = Path(__file__).parent / "vscode/drive.mjs"
USER_SETTINGS = {
    "security.workspace.trust.enabled": False,
    "chat.disableAIFeatures": True,
    "go.useLanguageServer": False,
    "editor.hover.above": False,
    "editor.hover.delay": 100,
    "editor.minimap.enabled": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
}


@pytest.fixture(scope="module")
def extension(tmp_path_factory, environment, find_tool) -> Path:
    """The .vsix, built as its README says."""
    find_tool("npm")
    folder = tmp_path_factory.mktemp("extension") / "vscode"
    shutil.copytree(EDITORS / "vscode", folder, ignore=shutil.ignore_patterns("node_modules", "out", "*.vsix"))
    for command in (["npm", "ci"], ["npm", "run", "package"]):
        run(command, cwd=folder, env=environment, timeout=600)
    return folder / "golinkname-ls.vsix"


@pytest.fixture(scope="module")
def vscode(tmp_path_factory, extension, environment, find_tool) -> str:
    """The address of a running VS Code that has the extension and nothing else."""
    home = tmp_path_factory.mktemp("code-server")
    folders = ["--extensions-dir", str(home / "extensions"), "--user-data-dir", str(home / "data")]
    settings = home / "data/User/settings.json"
    settings.parent.mkdir(parents=True)
    # VS Code takes PATH from a login shell, so the command goes by its full name.
    settings.write_text(json.dumps({**USER_SETTINGS, "golinkname.path": find_tool("golinkname-ls")}))
    command = [find_tool("node"), os.path.realpath(find_tool("code-server")), *folders]
    environment = {**environment, "XDG_CONFIG_HOME": str(home / "config")}
    run([*command, "--install-extension", str(extension)], env=environment, timeout=300)

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    options = ["--auth", "none", "--bind-addr", address]
    options += ["--disable-telemetry", "--disable-update-check", "--disable-getting-started-override"]
    with (home / "log").open("w") as log:
        server = subprocess.Popen([*command, *options], env=environment, stdout=log, stderr=log)
    try:
        wait_for(f"http://{address}/healthz")
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(url: str) -> None:
    for _ in range(300):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(url, timeout=5).close()
            return
        time.sleep(0.2)
    pytest.fail(f"{url} does not answer")


@pytest.fixture
def drive(vscode, tmp_path, environment, find_tool):
    """Opens a folder in that VS Code, plays a scene, and returns what the driver saw."""
    screenshots = Path(os.environ.get("GOLINKNAME_SCREENSHOTS", tmp_path))

    def play(folder: Path, *scene: str) -> dict:
        if not (DRIVER.parent / "node_modules").is_dir():
            pytest.fail("playwright-core was not found; run tests/editors/install.sh")
        screenshots.mkdir(parents=True, exist_ok=True)
        command = [find_tool("node"), str(DRIVER), f"{vscode}/?folder={folder}", str(screenshots), *scene]
        return json.loads(run(command, env={**environment, "CHROMIUM": find_tool("chromium")}, timeout=300))

    return play


def test_session(drive, module):
    seen = drive(module)
    assert seen["squiggles"]["before"] > seen["squiggles"]["after"]
    assert "func nanotime() int64" in seen["hover"]
    assert "golinkname-ls(LN301)" in seen["problem"]
    assert any("func nanotime() int64" in title for title in seen["actions"])
    assert "\nfunc nanotime() int64\n" in (module / "main.go").read_text()


def test_settings_reach_the_server(drive, module):
    write_settings(module, {"golinkname.checklinkname": False})
    assert "LN301" in drive(module, "one")["problem"]


def test_assembly_has_findings(drive, assembly):
    assert "golinkname-ls(LN207)" in drive(assembly, "assembly")["problem"]


def test_says_once_that_the_command_is_missing(drive, module):
    write_settings(module, {"golinkname.path": "no-such-command"})
    seen = drive(module, "toast")
    assert "'no-such-command' was not found" in seen["toast"]
    assert "pipx install golinkname-ls" in seen["toast"]
    assert seen["toasts"] == 1


def write_settings(module: Path, settings: dict) -> None:
    (module / ".vscode").mkdir()
    (module / ".vscode/settings.json").write_text(json.dumps(settings))

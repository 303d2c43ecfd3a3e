"""Holds the VS Code extension's manifest to its sources, its page and the Python package."""

import json
import re
from pathlib import Path

import pytest

import golinkname_ls
from tests.editors.editor_tools import EDITORS

FOLDER = EDITORS / "vscode"
SOURCES = "".join(file.read_text() for file in sorted((FOLDER / "src").glob("*.ts")))
PAGE = (FOLDER / "README.md").read_text()


@pytest.fixture
def manifest() -> dict:
    return json.loads((FOLDER / "package.json").read_text())


@pytest.fixture
def lock() -> dict:
    return json.loads((FOLDER / "package-lock.json").read_text())


@pytest.fixture
def settings(manifest) -> dict:
    return manifest["contributes"]["configuration"]["properties"]


def test_has_the_version_of_the_package(manifest, lock):
    assert manifest["version"] == lock["version"] == golinkname_ls.__version__


def test_runs_what_is_packed(manifest):
    bundle = manifest["main"].removeprefix("./")
    assert f"--outfile={bundle}" in manifest["scripts"]["build"]
    assert f"!{bundle}" in (FOLDER / ".vscodeignore").read_text().splitlines()


def test_starts_on_go_files_and_go_s_assembly(manifest):
    # go.asm: what the Go extension (0.56.1) calls .s files.
    assert manifest["activationEvents"] == ["onLanguage:go", "onLanguage:go.asm"]
    assert 'language: "go"' in SOURCES
    assert 'pattern: "**/*.s"' in SOURCES


def test_settings_are_documented_with_their_defaults(settings):
    documented = dict(re.findall(r"^\| `(golinkname\.[\w.]+)` \| `(.*?)` \|", PAGE, re.MULTILINE))
    assert documented == {
        name: default if isinstance(default := value["default"], str) else json.dumps(default)
        for name, value in settings.items()
    }


def test_settings_fall_back_on_the_same_defaults(settings):
    read = re.findall(r'settings\.get(?:<[^>]*>)?\("(\w+)", (.+?)\)', SOURCES)
    assert {name for name, _ in read} == {"path", "args"}
    for name, default in read:
        assert json.loads(default) == settings[f"golinkname.{name}"]["default"]


def test_an_untrusted_folder_cannot_choose_the_command(manifest, settings):
    restricted = manifest["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]
    assert {"golinkname.path", "golinkname.args"} <= set(restricted) <= settings.keys()


def test_commands_are_registered_and_documented(manifest):
    commands = {command["command"] for command in manifest["contributes"]["commands"]}
    assert commands == set(re.findall(r'registerCommand\("([^"]+)"', SOURCES))
    assert all(f"`{command}`" in PAGE for command in commands)


@pytest.mark.parametrize("folder", [FOLDER, Path(__file__).parent / "vscode"])
def test_lock_files_name_no_registry(folder):
    packages = json.loads((folder / "package-lock.json").read_text())["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all("integrity" in package for name, package in packages.items() if name)

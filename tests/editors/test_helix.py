"""Holds editors/helix/languages.toml to what Helix 25.07.1 reads, as its own source has it.

Helix refuses the whole file for one unknown field in a [[language]], so a slip there would cost a user every language.
"""

import tomllib

import pytest

from tests.editors.editor_tools import EDITORS

# helix-core/src/syntax/config.rs at 25.07.1, names as serde renames them (kebab-case).
# struct LanguageConfiguration, lines 24-101; deny_unknown_fields.
LANGUAGE_FIELDS = {
    "name", "language-id", "scope", "file-types", "shebangs", "roots", "comment-token", "comment-tokens",
    "block-comment-tokens", "text-width", "soft-wrap", "auto-format", "formatter", "path-completion",
    "diagnostic-severity", "grammar", "injection-regex", "language-servers", "indent", "debugger", "auto-pairs",
    "rulers", "workspace-lsp-roots", "persistent-diagnostic-sources",
}  # fmt: skip
# struct LanguageServerConfiguration, lines 395-413. Helix passes over what it does not know, so a slip would be silent.
SERVER_FIELDS = {"command", "args", "environment", "config", "timeout", "required-root-patterns"}
# enum LanguageServerFeatureConfiguration, lines 302-312; deny_unknown_fields, or a plain name.
ENTRY_FIELDS = {"name", "only-features", "except-features"}
# enum LanguageServerFeature, lines 250-271.
FEATURES = {
    "format", "goto-declaration", "goto-definition", "goto-type-definition", "goto-reference", "goto-implementation",
    "signature-help", "hover", "document-highlight", "completion", "code-action", "workspace-command",
    "document-symbols", "workspace-symbols", "diagnostics", "rename-symbol", "inlay-hints", "document-colors",
}  # fmt: skip
# languages.toml at 25.07.1, line 738: the list that ours replaces.
GO_SERVERS = ["gopls", "golangci-lint-lsp"]
# The same file, [[language]] gas: file-types = ["s"].
ASSEMBLY_SERVERS = ["asm-lsp"]


@pytest.fixture
def languages() -> dict:
    return tomllib.loads((EDITORS / "helix/languages.toml").read_text())


def servers(language: dict) -> list[dict]:
    return [{"name": entry} if isinstance(entry, str) else entry for entry in language["language-servers"]]


def test_knows_every_field(languages):
    assert languages.keys() == {"language", "language-server"}
    for server in languages["language-server"].values():
        assert server.keys() <= SERVER_FIELDS
    for language in languages["language"]:
        assert language.keys() <= LANGUAGE_FIELDS
        for entry in servers(language):
            assert entry.keys() <= ENTRY_FIELDS
            assert {*entry.get("only-features", ()), *entry.get("except-features", ())} <= FEATURES


def test_adds_to_helix_own_servers(languages):
    go, assembly = languages["language"]
    assert (go["name"], assembly["name"]) == ("go", "gas")
    assert [entry["name"] for entry in servers(go)] == [*GO_SERVERS, "golinkname-ls"]
    assert [entry["name"] for entry in servers(assembly)] == [*ASSEMBLY_SERVERS, "golinkname-ls"]


def test_starts_the_server(languages):
    assert languages["language-server"] == {"golinkname-ls": {"command": "golinkname-ls", "args": ["serve"]}}


def test_page_names_only_features_that_helix_has():
    page = (EDITORS / "helix/README.md").read_text()
    [example] = [part for part in page.split("`") if part.startswith("{ name")]
    entry = tomllib.loads(f"entry = {example}")["entry"]
    assert entry.keys() <= ENTRY_FIELDS
    assert set(entry["except-features"]) <= FEATURES

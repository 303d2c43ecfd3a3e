"""golinkname.toml: what is read, what is refused, and in which words."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.project.configuration import Configuration, ConfigurationError, read_configuration
from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.core.finding import Severity
from tests.analysis.modules import PULL, write_module

KNOWN = shipped().versions
SCHEMA = json.loads((Path(__file__).parents[3] / "golinkname.schema.json").read_text("utf-8"))

FULL = """\
versions = "1.23-1.25"
platforms = ["linux/amd64", "windows/amd64"]
tags = ["netgo"]
ignore = ["gen/**", "*_gen.go"]
checklinkname = false

[severities]
LN301 = "warning"
LN403 = "off"

[policy]
packages = ["runtime", "unsafe"]

[mirrors]
hmap = "runtime.hmap"
"example.com/m/rt.iterator" = ["runtime.linknameIter", "runtime.hiter"]
"""


def read(folder: Path, text: str) -> Configuration:
    (folder / "golinkname.toml").write_bytes(text.encode())
    return read_configuration(folder, KNOWN)


def refused(folder: Path, text: str) -> tuple[int, str]:
    with pytest.raises(ConfigurationError) as caught:
        read(folder, text)
    return caught.value.line, caught.value.reason


def valid(text: str) -> bool:
    return jsonschema.Draft7Validator(SCHEMA).is_valid(tomllib.loads(text))


def test_every_key_is_read(tmp_path):
    found = read(tmp_path, FULL)
    assert found.versions == "1.23-1.25"
    assert found.platforms == (Platform("linux", "amd64"), Platform("windows", "amd64"))
    assert found.tags == {"netgo"}
    assert found.severities == {"LN301": Severity.WARNING, "LN403": None}
    assert found.policy == ("runtime", "unsafe")
    assert found.checklinkname is False
    assert found.mirrors == (
        ("hmap", ("runtime.hmap",)),
        ("example.com/m/rt.iterator", ("runtime.linknameIter", "runtime.hiter")),
    )
    assert valid(FULL)


def test_no_file_is_an_empty_configuration(tmp_path):
    assert read_configuration(tmp_path, KNOWN) == Configuration()


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path):
    assert read(tmp_path, "\ufeff" + FULL.replace("\n", "\r\n")).tags == {"netgo"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('tags = []\nplatform = ["host"]\n', 2, "unknown key platform: did you mean platforms?"),
        ("zzz = 1\n", 1, "unknown key zzz; there are versions"),
        ('[severities]\nLN301x = "off"\n', 2, "unknown rule LN301x: did you mean LN301?"),
        ('[severities]\nln301 = "off"\n', 2, "unknown rule ln301: did you mean LN301?"),
        ('[severities]\nLN301 = "eror"\n', 2, "severities.LN301 is to be one of error, warning"),
        ("[severities]\nLN301 = 3\n", 2, "severities.LN301 is to be one of"),
        ("severities = 3\n", 1, "severities is to be a table"),
        ("[policy]\npackage = []\n", 2, "unknown key policy.package: did you mean policy.packages?"),
        ("mirrors = 1\n", 1, "mirrors is to be a table"),
        ("[mirrors]\nhmap = 1\n", 2, "mirrors.hmap is to be an upstream type"),
        ("[mirrors]\nhmap = []\n", 2, "mirrors.hmap is to be an upstream type"),
        ('[mirrors]\nhmap = "hmap"\n', 2, "mirrors.hmap is to be an upstream type"),
        ('tags = "x"\n', 1, "tags is to be a list of strings"),
        ("tags = [1]\n", 1, "tags is to be a list of strings"),
        ('checklinkname = "no"\n', 1, "checklinkname is to be true or false"),
        ('platforms = ["linux"]\n', 1, "platforms: 'linux' is no platform"),
        ('versions = "1.99"\n', 1, "versions 1.99: not in the catalog"),
        ("versions = 1.27\n", 1, "versions is to be a list of strings"),
        ("tags = [\n", 1, ""),
        ("tags = []\ntags = []\n", 2, "Cannot overwrite a value"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path, text, line, words):
    found_line, reason = refused(tmp_path, text)
    assert words in reason
    assert "\n" not in reason
    assert found_line == line


def test_bytes_that_are_no_utf_8_are_refused(tmp_path):
    (tmp_path / "golinkname.toml").write_bytes(b'tags = ["\xff"]\n')
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_configuration(tmp_path, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        'platform = ["host"]\n',
        "[severities]\nLN301 = 3\n",
        '[severities]\nX = "off"\n',
        "[policy]\npackage = []\n",
        'tags = "x"\n',
        'checklinkname = "no"\n',
        "[mirrors]\nhmap = []\n",
        '[mirrors]\nhmap = ".hmap"\n',
        'platforms = ["linux"]\n',
        "versions = 1.27\n",
        'versions = "x"\n',
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(tmp_path, text):
    refused(tmp_path, text)
    assert not valid(text)


@pytest.mark.parametrize(
    "text",
    ['versions = ["1.22", "1.25-"]\n', 'versions = "1.23-"\n', 'platforms = ["host", "all"]\n', "ignore = []\n", ""],
)
def test_the_schema_takes_what_the_reader_takes(tmp_path, text):
    read(tmp_path, text)
    assert valid(text)


MIRRORS = """\
package main

type mutex struct{ key uint32 }

var _ mutex

func main() {}
"""


@pytest.mark.parametrize(
    ("mirrors", "found"),
    [
        ('mutex = "runtime.mutex"', True),
        ('"example.com/m.mutex" = ["runtime.nothing", "runtime.mutex"]', True),
        ('"example.com/m/other.mutex" = "runtime.mutex"', False),
        ('other = "runtime.mutex"', False),
    ],
)
def test_a_mapped_type_is_held_to_upstream(tmp_path, mirrors, found):
    folder = write_module(tmp_path, {"main.go": MIRRORS, "golinkname.toml": f"[mirrors]\n{mirrors}\n"})
    assert ("LN305" in codes(folder)) is found


def test_the_schema_is_one():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def codes(folder: Path, options: Options | None = None) -> dict[str, tuple[Severity, tuple[str, ...]]]:
    found = Session(options).check(folder / "main.go")
    return {f.code: (f.severity, f.go) for f in found}


def test_the_window_is_that_of_the_configuration(tmp_path):
    folder = write_module(tmp_path, {"go.mod": "module m\n\ngo 1.21\n", "main.go": PULL})
    assert codes(folder)["LN201"][1] == ("1.23", "1.24", "1.25", "1.26", "1.27")
    write_module(tmp_path, {"go.mod": "module m\n\ngo 1.21\n", "golinkname.toml": 'versions = "1.22-1.24"\n'})
    # 1.27 is outside: the newest version of the window counts as the current one.
    assert codes(folder)["LN201"] == (Severity.ERROR, ("1.23", "1.24"))
    assert codes(folder, Options(go="1.26"))["LN201"][1] == ("1.26",)


def test_severities_and_ignored_files(tmp_path):
    folder = write_module(tmp_path, {"main.go": PULL, "golinkname.toml": '[severities]\nLN201 = "hint"\n'})
    assert codes(folder)["LN201"][0] is Severity.HINT
    write_module(tmp_path, {"golinkname.toml": '[severities]\nLN201 = "off"\n'})
    assert "LN201" not in codes(folder)
    write_module(tmp_path, {"golinkname.toml": 'ignore = ["ma*.go"]\n'})
    assert codes(folder) == {}
    write_module(tmp_path, {"golinkname.toml": 'ignore = ["*.go", "!main.go"]\n'})
    assert "LN201" in codes(folder)


def test_ignored_folders_are_relative_to_the_file(tmp_path):
    folder = write_module(tmp_path, {"a/gen/main.go": PULL, "main.go": PULL, "golinkname.toml": 'ignore = ["/a/**"]\n'})
    session = Session()
    assert session.check(folder / "a/gen/main.go") == []
    assert session.check(folder / "main.go")


def test_what_is_asked_for_wins_over_the_configuration(tmp_path):
    folder = write_module(
        tmp_path, {"main.go": PULL, "golinkname.toml": 'platforms = ["windows/amd64"]\ntags = ["a"]\n'}
    )
    assert Session().effective_options(folder).tags == {"a"}
    asked = Options(platforms=(Platform("linux", "arm64"),), tags=frozenset({"b"}))
    effective = Session(asked).effective_options(folder)
    assert (effective.platforms, effective.tags) == (asked.platforms, {"b"})


def test_a_broken_configuration_counts_as_none_and_is_kept_for_telling(tmp_path):
    folder = write_module(tmp_path, {"main.go": PULL, "golinkname.toml": "tags = 1\n"})
    session = Session()
    assert [f.code for f in session.check(folder / "main.go") if f.code == "LN201"]
    [error] = session.configuration_errors()
    assert error.file == folder / "golinkname.toml"
    write_module(tmp_path, {"golinkname.toml": "tags = []\n"})
    session.changed_on_disk(folder / "golinkname.toml")
    session.check(folder / "main.go")
    assert session.configuration_errors() == []

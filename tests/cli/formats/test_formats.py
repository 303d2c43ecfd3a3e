"""SARIF and GitHub annotations, against the published schema and the runner's own escapes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import jsonschema

from golinkname_ls.analysis.workspace.safe_fixes import applied
from golinkname_ls.rules.all_rules import RULES
from golinkname_ls.rules.edits.change import Edit
from golinkname_ls.text.span import Span
from tests.analysis.modules import PULL, write_module

# https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text("utf-8"))

MANY = """\
package main

//go:linkname a runtime.nanotime // é
func a() string

/* 𝒳é */ //go:linkname b runtime.nanotime
func b() int64

//go:linkname c runtime.privateHelper
func c()

//go:linkname schedinit runtime.schedinit
func schedinit()

//nolint:golinkname
func main() { a(); b(); c(); schedinit() }
"""


def sarif(command, *arguments: str) -> dict:
    done = command("check", "--format", "sarif", *arguments)
    document = json.loads(done.out)
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(document)
    return document


def test_sarif_is_valid_with_and_without_findings(command):
    write_module(command.folder, {"main.go": "package main\n"})
    assert sarif(command)["runs"][0]["results"] == []
    write_module(command.folder, {"main.go": MANY, "a b/é%.go": PULL})
    [run] = sarif(command)["runs"]
    assert {r["ruleId"] for r in run["results"]} >= {"LN101", "LN103", "LN104", "LN107", "LN201", "LN405"}
    rules = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == [m.RULE.code for m in RULES]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}
    assert {unquote(u) for u in uris} == {"main.go", "a b/é%.go"}
    assert "a%20b/%C3%A9%25.go" in uris


def test_sarif_regions_count_characters(command):
    write_module(command.folder, {"main.go": MANY})
    [run] = sarif(command, "--select", "LN103")["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    start = MANY.encode().index(b"//go:linkname b")
    assert (region["startLine"], region["startColumn"], region["byteOffset"]) == (6, 10, start)
    row = MANY.splitlines()[5]
    assert row[region["startColumn"] - 1 : region["endColumn"] - 1] == "//go:linkname b runtime.nanotime"


def test_sarif_fixes_are_those_of_json(command):
    write_module(command.folder, {"main.go": MANY})
    [run] = sarif(command, "--select", "LN104")["runs"]
    changes = run["results"][0]["fixes"][0]["artifactChanges"]
    edits = [
        Edit(
            Path("x"),
            Span(r["deletedRegion"]["byteOffset"], r["deletedRegion"]["byteOffset"] + r["deletedRegion"]["byteLength"]),
            r["insertedContent"]["text"],
        )
        for change in changes
        for r in change["replacements"]
    ]
    assert 'import _ "unsafe"' in applied(MANY.encode(), edits).decode()


def test_sarif_fingerprints_survive_moved_lines(command):
    write_module(command.folder, {"main.go": MANY})
    first = [r["partialFingerprints"] for r in sarif(command)["runs"][0]["results"]]
    write_module(command.folder, {"main.go": MANY.replace("package main\n", "package main\n\n// moved\n")})
    assert [r["partialFingerprints"] for r in sarif(command)["runs"][0]["results"]] == first


ANNOTATION = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*,?)+)::([^\r\n]*)")


def test_github_annotations(command):
    write_module(command.folder, {"a,b:%/main.go": MANY, "a,b:%/pull/main.go": PULL})
    done = command("check", "--format", "github")
    assert done.status == 1
    rows = done.out.splitlines()
    matches = [ANNOTATION.fullmatch(row) for row in rows]
    assert all(matches), rows
    properties = [dict(p.split("=", 1) for p in m[2].split(",")) for m in matches]
    assert {p["file"] for p in properties} == {"a%2Cb%3A%25/main.go", "a%2Cb%3A%25/pull/main.go"}
    assert any(
        m[1] == "error" and p["title"] == "LN201 forbidden-reference" for m, p in zip(matches, properties, strict=True)
    )
    forbidden = next(p for p in properties if p["title"].startswith("LN201") and "pull" in p["file"])
    place = (forbidden["line"], forbidden["col"], forbidden["endLine"], forbidden["endColumn"])
    assert place == ("5", "25", "5", "42")


def test_github_says_nothing_when_there_is_nothing(command):
    write_module(command.folder, {"main.go": "package main\n"})
    done = command("check", "--format", "github")
    assert (done.status, done.out) == (0, "")


def test_json_has_the_files_that_a_fix_makes(command):
    stub = "//go:linkname round runtime.roundupsize\nfunc round(size uintptr) uintptr\n"
    text = f'package main\n\nimport _ "unsafe"\n\n{stub}\nfunc main() {{ println(round) }}\n'
    write_module(command.folder, {"go.mod": "module example.com/m\n\ngo 1.21\n", "main.go": text})
    [finding] = json.loads(command("check", "--format", "json", "--select", "LN301").out)["findings"]
    rewrite, split = finding["fixes"]
    assert rewrite["creates"] == []
    assert [new["file"] for new in split["creates"]] == ["main_before_go122.go", "main_go122.go"]
    assert split["creates"][0]["text"] == f'//go:build !go1.22\n\npackage main\n\nimport _ "unsafe"\n\n{stub}'
    assert split["safe"] is False

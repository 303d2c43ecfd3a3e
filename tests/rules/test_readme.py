"""The README's table of rules is what the rules say of themselves."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.rules.all_rules import RULES

HEADINGS = ("## What it does", "## Why it is bad", "## Example", "## Use instead", "## Go versions")


def table() -> str:
    rows = (f"| {m.RULE.code} | {m.RULE.name} | {m.RULE.stage.value} | {m.RULE.summary} |" for m in RULES)
    return "\n".join(rows) + "\n"


def test_the_readme_lists_every_rule() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert table() in readme


def test_every_rule_has_a_page_under_the_fixed_headings() -> None:
    for module in RULES:
        headings = [line for line in module.__doc__.splitlines() if line.startswith("## ")]
        assert tuple(headings) == HEADINGS, module.RULE.code

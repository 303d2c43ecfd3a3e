"""The README's table of rules is what the rules say of themselves, and `RULES` is in the order of their codes."""

from __future__ import annotations

import os
import re
from pathlib import Path

from golinkname_ls.rules.all_rules import RULES

README = Path(__file__).parents[2] / "README.md"
TABLE = re.compile(r"(?<=\| what it says \|\n\|---\|---\|---\|---\|\n).*?(?=<!-- rules end -->)", re.S)
HEADINGS = ("## What it does", "## Why it is bad", "## Example", "## Use instead", "## Go versions")


def test_the_readme_lists_every_rule() -> None:
    rows = [f"| {m.RULE.code} | {m.RULE.name} | {m.RULE.stage.value} | {m.RULE.summary} |" for m in RULES]
    readme = README.read_text("utf-8")
    if os.environ.get("GOLINKNAME_GOLDEN"):
        README.write_text(TABLE.sub(lambda _: "\n".join(rows) + "\n", readme), "utf-8", newline="\n")
        readme = README.read_text("utf-8")
    (listed,) = TABLE.findall(readme)
    assert listed.splitlines() == rows


def test_rules_are_in_the_order_of_their_codes() -> None:
    codes = [module.RULE.code for module in RULES]
    assert codes == sorted(set(codes))


def test_every_rule_has_a_page_under_the_fixed_headings() -> None:
    for module in RULES:
        headings = [line for line in module.__doc__.splitlines() if line.startswith("## ")]
        assert tuple(headings) == HEADINGS, module.RULE.code

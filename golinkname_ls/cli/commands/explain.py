"""`explain CODE`: a rule's page."""

from __future__ import annotations

import argparse
import sys

from rich.console import Console
from rich.markdown import Markdown

from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.rules.all_rules import RULES
from golinkname_ls.rules.core.rule import page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("code", help="a rule's code or name, e.g. LN301")


def run(arguments: argparse.Namespace) -> int:
    """Print the rule's page."""
    for module in RULES:
        rule = module.RULE
        if arguments.code.upper() == rule.code or arguments.code == rule.name:
            text = f"# {rule.code} {rule.name}\n\n{page(module)}\n"
            if sys.stdout.isatty():
                Console().print(Markdown(text))
            else:
                sys.stdout.write(text)
            return 0
    raise CommandError(f"no such rule: {arguments.code}; there are {', '.join(m.RULE.code for m in RULES)}")

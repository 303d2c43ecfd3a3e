"""`check`: the findings of files and folders."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from golinkname_ls.analysis.local_toolchain import local_version, with_local
from golinkname_ls.analysis.options import Options, OptionsError, parse_platforms
from golinkname_ls.analysis.project.project_options import with_go_environment
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.suppression import baseline
from golinkname_ls.analysis.target_window import versions_to_check
from golinkname_ls.analysis.workspace.check_dependencies import check_dependency, dependencies, not_at_hand
from golinkname_ls.analysis.workspace.check_files import check_files
from golinkname_ls.analysis.workspace.check_task import CheckedFile
from golinkname_ls.analysis.workspace.safe_fixes import FixError, fix_files
from golinkname_ls.catalog.store.version_catalog import CatalogError, shipped
from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.cli.file_arguments import go_files
from golinkname_ls.cli.formats.check_report import CheckReport
from golinkname_ls.cli.progress_bar import with_progress_bar
from golinkname_ls.cli.terminal_safe_text import display_path, escape_controls, print_message
from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.modules.module import refusal
from golinkname_ls.golang.modules.workspace import work_refusal
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.incremental.answers import unchanging
from golinkname_ls.rules.all_rules import RULES
from golinkname_ls.rules.core.finding import Finding, Severity

# The modules in cli/formats that have a `write`; only the one asked for is imported.
_FORMATS = ("github", "json", "sarif", "text")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders; a folder means all below it, as ./... does")
    add("--go", default="auto", metavar="VERSIONS", help="auto, local, all, 1.24, 1.23-1.27, 1.23-, or a list")
    add("--platform", default="", metavar="LIST", help="host, all, or a list such as linux/amd64,windows/arm64")
    add("--tags", default="", metavar="LIST", help="build tags, comma-separated")
    add("--no-checklinkname", action="store_true", help="the build passes -ldflags=-checklinkname=0")
    add("--format", choices=_FORMATS, default="text")
    add("--select", default="", metavar="CODES", help="only these rules, comma-separated")
    add("--ignore", default="", metavar="CODES", help="not these rules, comma-separated")
    add("--fail-on", choices=[s.value for s in Severity], default="error", help="exit with 1 from this severity on")
    add("--fix", action="store_true", help="apply the safe fixes to the files, then report what is left")
    add("--deps", action="store_true", help="also the packages of required modules, from vendor or the module cache")
    add("--baseline", metavar="FILE", help="leave out the findings that this file holds")
    add("--write-baseline", action="store_true", help="write the findings to the --baseline file instead")


def run(arguments: argparse.Namespace) -> int:
    """Check and print; 1 when something is at or above --fail-on, 2 when a file could not be read."""
    wanted = _wanted(arguments.select, arguments.ignore)
    if arguments.write_baseline and not arguments.baseline:
        raise CommandError("--write-baseline needs --baseline FILE")
    troubles: list[OSError] = []
    files = list(go_files(arguments.paths or ["."], troubles))
    session = _session(arguments)
    try:
        return _check(arguments, session, files, wanted, troubles)
    except (CatalogError, OptionsError, FixError, baseline.BaselineError) as error:
        raise CommandError(str(error)) from None


def _check(
    arguments: argparse.Namespace,
    session: Session,
    files: list[Path],
    wanted: Callable[[Finding], bool],
    troubles: list[OSError],
) -> int:
    folders = list(dict.fromkeys(file.parent for file in files))
    for folder in folders:
        session.project(folder)
    for error in session.configuration_errors():
        raise CommandError(f"{display_path(error.file)}:{error.line}: {error.reason}")
    if arguments.fix:
        for file in sorted(fix_files(session, files, wanted)):
            print(f"fixed {escape_controls(display_path(file))}", file=sys.stderr)
    with unchanging():
        return _print_findings(arguments, session, files, wanted, troubles)


def _print_findings(
    arguments: argparse.Namespace,
    session: Session,
    files: list[Path],
    wanted: Callable[[Finding], bool],
    troubles: list[OSError],
) -> int:
    folders = list(dict.fromkeys(file.parent for file in files))
    checked = [one for _, one in sorted(with_progress_bar(check_files(session, files), "checking", len(files)))]
    unreadable = list(_unreadable(session, files, checked, troubles))
    for line in unreadable:
        print_message(line)
    findings = [f for one in checked for f in one.findings if wanted(f)]
    if arguments.deps:
        findings += filter(wanted, _findings_in_dependencies(session, folders))
    if arguments.baseline and arguments.write_baseline:
        baseline.write(findings, Path(arguments.baseline), session.source)
        print(f"{len(findings)} findings written to {arguments.baseline}", file=sys.stderr)
        return 2 if unreadable else 0
    if arguments.baseline:
        findings = baseline.filtered(findings, Path(arguments.baseline), session.source)
    report = _report(session, files, sum(one.directives for one in checked), findings)
    importlib.import_module(f"golinkname_ls.cli.formats.{arguments.format}").write(report, session, sys.stdout)
    if unreadable:
        return 2
    limit = Severity(arguments.fail_on).rank
    return int(any(f.severity.rank <= limit for f in findings))


def _findings_in_dependencies(session: Session, folders: list[Path]) -> Iterator[Finding]:
    needed, missing = dependencies(session, folders), not_at_hand(session, folders)
    if missing:
        named = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        print_message(f"--deps: not on this machine, so not checked: {named}")
    for dependency in with_progress_bar(needed, "checking dependencies", len(needed)):
        yield from check_dependency(session, dependency)


def _unreadable(
    session: Session, files: list[Path], checked: list[CheckedFile], troubles: list[OSError]
) -> Iterator[str]:
    """Lines about what could not be read, each with the reason: folders, go.mod and go.work files, source files."""
    yield from (f"{display_path(Path(error.filename))}: {error.strerror}" for error in troubles)
    mods = dict.fromkeys(map(session.folders.mod_file, dict.fromkeys(file.parent for file in files)))
    yield from (f"{display_path(mod)}{why}" for mod in mods if mod is not None and (why := refusal(mod)))
    environment = GoEnvironment.read()
    works = dict.fromkeys(work_refusal(mod.parent, environment) for mod in mods if mod is not None)
    yield from (f"{display_path(work[0])}{work[1]}" for work in works if work is not None)
    yield from (f"{display_path(f)}: {one.read_error}" for f, one in zip(files, checked, strict=True) if one.read_error)


def _report(session: Session, files: list[Path], directives: int, findings: list[Finding]) -> CheckReport:
    folder = (files or [Path.cwd() / "none.go"])[0].parent
    effective = session.effective_options(folder)
    chosen = versions_to_check(effective, session.module(folder), session.engine.catalog)[0]
    platforms = effective.platforms or (Platform.host(),)
    return CheckReport(len(files), directives, [str(v) for v in chosen], [str(p) for p in platforms], findings)


def _session(arguments: argparse.Namespace) -> Session:
    try:
        local = local_version() if arguments.go in ("auto", "local") else None
        catalog, told = with_local(shipped(), local)
        for line in told if catalog is not shipped() else ():
            print_message(line)
        options = with_go_environment(
            Options(
                go=arguments.go,
                platforms=parse_platforms(_words(arguments.platform), catalog.versions),
                tags=frozenset(_words(arguments.tags)),
                checklinkname=False if arguments.no_checklinkname else None,
                checklinkname_because="--no-checklinkname" if arguments.no_checklinkname else "",
                local=local,
            )
        )
        versions_to_check(options, None, catalog)
    except (ValueError, OptionsError, CatalogError) as error:
        raise CommandError(str(error)) from None
    return Session(options, catalog)


def _words(text: str) -> list[str]:
    return [word for word in (part.strip() for part in text.split(",")) if word]


def _wanted(select: str, ignore: str) -> Callable[[Finding], bool]:
    selected, ignored = _codes(select), _codes(ignore)
    return lambda finding: (not selected or finding.code in selected) and finding.code not in ignored


def _codes(text: str) -> frozenset[str]:
    codes = frozenset(word.upper() for word in _words(text))
    unknown = codes - {module.RULE.code for module in RULES}
    if unknown:
        raise CommandError(f"no such rule: {', '.join(sorted(unknown))}")
    return codes

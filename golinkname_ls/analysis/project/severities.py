"""The severities that a project gives to rules."""

from __future__ import annotations

from dataclasses import replace

from golinkname_ls.analysis.project.configuration import Configuration
from golinkname_ls.rules.core.finding import Finding


def rated(findings: list[Finding], configuration: Configuration) -> list[Finding]:
    """The findings with the severities the configuration gives them; those of rules that are off are left out."""
    severities = configuration.severities
    if not severities:
        return findings
    kept = []
    for finding in findings:
        severity = severities.get(finding.code, finding.severity)
        if severity is not None:
            kept.append(finding if severity is finding.severity else replace(finding, severity=severity))
    return kept

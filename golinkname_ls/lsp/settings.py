"""The settings of an editor, in its section `golinkname`."""

from __future__ import annotations

from typing import Any

from golinkname_ls.analysis.options import Options, parse_platforms
from golinkname_ls.analysis.project.project_options import with_go_environment
from golinkname_ls.golang.targets.version import GoVersion

SECTION = "golinkname"


def read(sent: Any, known: list[GoVersion]) -> Options:
    """Options of an editor's settings: of the section `golinkname` itself, or of an object that holds it.

    What is missing, null or empty is left to the module's golinkname.toml; keys that are not known belong to the
    editor. Raises ValueError, which says what cannot be understood.
    """
    if isinstance(sent, dict) and SECTION in sent:
        sent = sent[SECTION]
    if not isinstance(sent, dict):
        sent = {}
    go, checklinkname = sent.get("go") or "auto", sent.get("checklinkname")
    if not isinstance(go, str):
        raise ValueError(f'{SECTION}.go is to be a string such as "1.23-1.27"')
    if checklinkname is not None and not isinstance(checklinkname, bool):
        raise ValueError(f"{SECTION}.checklinkname is to be true or false")
    because = f"the editor's {SECTION}.checklinkname" if checklinkname is False else ""
    platforms, tags = parse_platforms(_strings(sent, "platforms"), known), frozenset(_strings(sent, "tags"))
    return with_go_environment(Options(go, platforms, tags, checklinkname, checklinkname_because=because))


def _strings(sent: dict[str, Any], key: str) -> list[str]:
    values = sent.get(key) or []
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise ValueError(f"{SECTION}.{key} is to be a list of strings")
    return values

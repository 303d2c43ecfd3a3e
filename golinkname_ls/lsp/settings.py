"""The settings an editor may send, under the section `golinkname`."""

from __future__ import annotations

from typing import Any

from golinkname_ls.analysis.window import Options
from golinkname_ls.golang.platform import Platform

SECTION = "golinkname"


def read(sent: Any) -> Options:
    """The options out of what an editor sent: the section itself, or an object that holds it.

    What is missing has its default; keys that are not known belong to the editor. Raises ValueError, which says
    what cannot be understood.
    """
    if isinstance(sent, dict) and SECTION in sent:
        sent = sent[SECTION]
    if not isinstance(sent, dict):
        return Options()
    go, checklinkname = sent.get("go", "auto"), sent.get("checklinkname", True)
    if not isinstance(go, str):
        raise ValueError(f'{SECTION}.go is to be a string such as "1.23-1.27"')
    if not isinstance(checklinkname, bool):
        raise ValueError(f"{SECTION}.checklinkname is to be true or false")
    platforms = tuple(Platform.parse(p) for p in _strings(sent, "platforms") if p != "host")
    return Options(go, platforms, frozenset(_strings(sent, "tags")), checklinkname)


def _strings(sent: dict[str, Any], key: str) -> list[str]:
    values = sent.get(key) or []
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise ValueError(f"{SECTION}.{key} is to be a list of strings")
    return values

"""One session for all modules that are asked the same way, as for a workspace of many modules: std is read once for them."""

from __future__ import annotations

import functools

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session


@functools.cache
def session_with(options: Options) -> Session:
    return Session(options)

"""The console script: hands over to the command line, which imports only what a command needs."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from golinkname_ls.cli.main import run
    except KeyboardInterrupt:
        sys.exit(130)
    # A command ends before garbage matters; to look for it takes a sixth of the time of a check. A server needs it.
    gc.disable()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

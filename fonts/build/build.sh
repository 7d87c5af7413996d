#!/bin/sh
# Builds the fonts from Debian 12 packages: build.sh [--output DIR] [--only ID …] [--check].  See ../README.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
packages="fonts-noto-cjk fonts-lxgw-wenkai fonts-babelstone-han fonts-hanazono unicode-data python3-fonttools"
lacking=""
for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || lacking="$lacking $package"
done
if [ -n "$lacking" ]; then
    # shellcheck disable=SC2086
    apt-get install -y --no-install-recommends $lacking
fi
# Debian's own interpreter: its fontTools has the compiled cu2qu, and its version is pinned.
PYTHONDONTWRITEBYTECODE=1 PYTHONHASHSEED=0 exec /usr/bin/python3 "$here/build.py" "$@"

#!/bin/sh
# See to a Chromium for the browser tests, through the system's own package manager.
set -eu

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

if ! command -v apt-get >/dev/null 2>&1; then
    echo "the browser tests need Chromium: install it with your package manager" >&2
    exit 2
fi
as_root=""
if [ "$(id -u)" != 0 ]; then as_root="sudo"; fi

echo "installing Chromium for the browser tests"
export DEBIAN_FRONTEND=noninteractive
for try in 1 2 3; do
    if $as_root apt-get -qq update && $as_root apt-get -qq -y --no-install-recommends install chromium >/dev/null; then
        exit 0
    fi
    sleep $((try * 5))
done
echo "Chromium could not be installed; do it by hand: apt-get install chromium" >&2
exit 2

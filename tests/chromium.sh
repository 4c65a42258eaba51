#!/bin/sh
# Sees to a Chromium for the tests: one on the PATH, else Debian's where it may be installed, else a plain line.
for name in chromium chromium-browser google-chrome; do command -v "$name" >/dev/null 2>&1 && exit 0; done
if command -v apt-get >/dev/null 2>&1; then
    as=""; [ "$(id -u)" = 0 ] || as="sudo -n"
    if $as apt-get update -qq >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive $as apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1; then
        command -v chromium >/dev/null 2>&1 && exit 0
    fi
fi
echo "The tests need Chromium: install it (on Debian and Ubuntu: apt-get install chromium) and run make test again." >&2
exit 1

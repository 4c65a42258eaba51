#!/bin/sh
# Installs what the tests need beside Python: Chromium, and the three sets of fonts that the tests of layout choose from.
# Does nothing where all of it is there. Without apt-get, or without the right to use it, says in a line what to do.
packages=""
need_browser=1
for name in chromium chromium-browser google-chrome; do command -v "$name" >/dev/null 2>&1 && need_browser=0; done
[ "$need_browser" = 0 ] || packages="$packages chromium"

need_font() { [ -f "/usr/share/fonts/truetype/$2" ] || packages="$packages $1"; }
need_font fonts-noto-core noto/NotoSans-Regular.ttf
need_font fonts-noto-mono noto/NotoSansMono-Regular.ttf
need_font fonts-dejavu-core dejavu/DejaVuSans.ttf
need_font fonts-liberation liberation/LiberationSans-Regular.ttf

packages="${packages# }"
[ -n "$packages" ] || exit 0
if command -v apt-get >/dev/null 2>&1; then
    as=""
    [ "$(id -u)" = 0 ] || as="sudo -n"
    echo "Installing what the tests need: $packages"
    # Where the lists of packages are old or missing, they are fetched, and then it is tried again.
    install="env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages"
    $as $install >/dev/null 2>&1 && exit 0
    $as apt-get update -qq >/dev/null 2>&1 && $as $install >/dev/null 2>&1 && exit 0
fi
echo "The tests need $packages: install them (on Debian and Ubuntu: apt-get install $packages) and run make test again." >&2
exit 1

# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts beside it: installs what is missing, by Debian's names.

# Debian packages named, where the commands or files that stand for them are missing.
install_missing() {
  local missing=() package probe
  while [ $# -gt 0 ]; do
    package=$1 probe=$2
    shift 2
    if [ "${probe#/}" = "$probe" ]; then command -v "$probe" > /dev/null || missing+=("$package")
    else compgen -G "$probe" > /dev/null || missing+=("$package"); fi
  done
  [ ${#missing[@]} -eq 0 ] && return
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  echo "installing ${missing[*]}" >&2
  export DEBIAN_FRONTEND=noninteractive
  "${root[@]}" apt-get install -qy --no-install-recommends "${missing[@]}" > /dev/null 2>&1 || {
    "${root[@]}" apt-get update -q > /dev/null
    "${root[@]}" apt-get install -qy --no-install-recommends "${missing[@]}" > /dev/null
  }
}

# What building and running the command needs beside Swift itself.
install_build_needs() {
  install_missing pkg-config pkg-config libssl-dev '/usr/include/openssl/evp.h' openssl openssl \
    python3 python3 libqrencode-dev '/usr/include/qrencode.h' libpng-dev '/usr/include/png.h'
  command -v swift > /dev/null || { echo "Swift 6.2 or newer is needed: https://www.swift.org/install" >&2; exit 69; }
}

# What tests compare us with: the age program, and a reader of QR codes.
install_test_needs() {
  install_missing age age zbar-tools zbarimg
}

# What the verifier in the browser is tested with; Debian 12 has node 18, which is enough.
install_browser_needs() {
  install_missing nodejs node chromium chromium
}

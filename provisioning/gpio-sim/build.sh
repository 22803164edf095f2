#!/bin/bash
# Builds a Linux kernel with simulated GPIO lines (the kernel's own gpio-sim driver) that runs as an ordinary process:
# User-Mode Linux. Tests get real /dev/gpiochipN events from it, without a Raspberry Pi, KVM or QEMU.
#
# usage: build.sh          builds if needed (once: about 5 minutes, 160 MB from Debian); prints the kernel's path, last line
#        build.sh --path   prints where the kernel lies once built, and builds nothing
#
# The result lies outside the source tree and is named after this recipe, so an unchanged recipe is never built twice.
# Debian packages only, through apt as this machine has it set up; root is needed only to install missing ones.
# Exit 0: the kernel is there. Exit 2: it cannot be built here, and the line before says why.
set -euo pipefail
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
here=$(dirname "$(realpath "$0")")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/hymio
recipe=$(cat "$0" "$here/kernel.config" | sha256sum | cut -c1-12)
kernel=$cache/gpio-sim-linux-$recipe
source=linux-source-6.12
tools=(gcc make flex bison bc libc6-dev xz-utils perl)

say() { echo "gpio-sim: $*" >&2; }
cannot() { say "$*"; exit 2; }
done_with() { echo "$kernel"; exit 0; }

if [ "${1:-}" = --path ] || [ -x "$kernel" ]; then done_with; fi
[ "$(uname -m)" = x86_64 ] || cannot "User-Mode Linux needs an x86-64 machine; this one is $(uname -m)."
command -v apt-get >/dev/null || cannot "needs Debian's apt-get to fetch $source."
mkdir -p "$cache"
exec 9>"$cache/gpio-sim.lock"
flock -n 9 || { say "another build is under way, waiting for it"; flock 9; }
if [ -x "$kernel" ]; then done_with; fi
rm -rf "$cache"/gpio-sim-build.* # left by a build that was cut short

missing=()
for tool in "${tools[@]}"; do
  dpkg-query -W -f='${Status}' "$tool" 2>/dev/null | grep -q ' installed' || missing+=("$tool")
done
if [ "$(id -u)" = 0 ]; then
  say "asking apt for the newest $source"
  apt-get update -qq >&2 || say "apt-get update failed; trying with the lists at hand"
fi
if [ ${#missing[@]} -gt 0 ]; then
  [ "$(id -u)" = 0 ] || cannot "install these Debian packages, then try again: ${missing[*]}"
  say "installing ${missing[*]}"
  apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}" >/dev/null \
    || cannot "apt-get could not install ${missing[*]}; see above."
fi

work=$(mktemp -d "$cache/gpio-sim-build.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
say "downloading $source"
apt-get download -qq -o APT::Sandbox::User="$(id -un)" "$source" >&2 || cannot "apt cannot fetch $source; is this Debian 12 or 13?"
say "unpacking"
dpkg-deb --fsys-tarfile "$source"_*.deb | tar -xO "./usr/src/$source.tar.xz" | tar -xJ
rm "$source"_*.deb
cd "$source"

# usage: adapt FILE LINE NEW: replaces a whole line of the kernel, and stops when it no longer stands there.
adapt() {
  grep -qxF "$2" "$1" || cannot "$source has changed: $1 no longer has the line '$2'"
  awk -v old="$2" -v new="$3" '$0 == old { $0 = new } { print }' "$1" >"$work/adapted"
  cp "$work/adapted" "$1"
}
# Each simulated line needs an interrupt number, and a UML kernel has none to spare: give it 64 more.
adapt arch/um/include/asm/irq.h $'#define NR_IRQS\t\t\tUM_LAST_SIGNAL_IRQ' '#define NR_IRQS (UM_LAST_SIGNAL_IRQ + 64)'
# A processor with AMX keeps 11 008 bytes of vector state for a process; room for less ends in EFAULT at the first one.
adapt arch/x86/um/user-offsets.c $'\tDEFINE_LONGS(HOST_FP_SIZE, 2696);' $'\tDEFINE_LONGS(HOST_FP_SIZE, 12288);'
# Timers tick as on Raspberry Pi OS, so that the kernel's debounce acts as it does there.
adapt arch/um/Kconfig $'\tdefault 100' $'\tdefault 250'

make -s ARCH=um KCONFIG_ALLCONFIG="$here/kernel.config" allnoconfig >/dev/null
while read -r line; do
  grep -qxF "$line" .config || cannot "the kernel did not take this line of kernel.config: $line"
done < <(grep '^CONFIG_' "$here/kernel.config")
say "compiling, about 4 minutes on two cores"
nice make ARCH=um -j"$(nproc)" linux 2>"$work/errors" \
  | awk '{ n++ } n % 200 == 0 { printf "gpio-sim: %d steps of about 1100\n", n > "/dev/stderr" }' \
  || { tail -20 "$work/errors" >&2; cannot "the kernel did not compile; see above."; }
strip -o "$work/kernel" linux
rm -f "$cache"/gpio-sim-linux-*
mv "$work/kernel" "$kernel"
say "built $(stat -c %s "$kernel") bytes in $SECONDS s"
done_with

#!/bin/bash
# Runs a command inside the kernel that build.sh made, as root of a machine whose disk is this machine's, read-only.
#
# usage: run.sh COMMAND [SECONDS [DISK]]
#   COMMAND  absolute path of an executable file; it may write to /run only, which is empty
#   SECONDS  after which the machine is switched off, 120 when left out
#   DISK     file with an ext4 file system; the machine mounts it at /run/disk and writes through to it. Who kills the
#            machine's processes cuts its power: the disk keeps what was written, all else is gone
# Prints what the command prints, then "gpio-sim: exit N" with its exit status.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
command=$(realpath "${1:?usage: run.sh COMMAND [SECONDS]}")
disk=${3:+ubd0=$(realpath "$3")}
kernel=$("$here/build.sh" --path)
[ -x "$kernel" ] || { echo "gpio-sim: no kernel yet; run $here/build.sh" >&2; exit 2; }
# exec: whoever stops this script stops the machine with it.
exec timeout --kill-after=5 "${2:-120}" "$kernel" mem=512M quiet uml_dir="$(dirname "$kernel")/uml/" con=null con0=null,fd:1 ssl=null \
  root=none rootfstype=hostfs rootflags=/ ro $disk "init=$here/init" "command=$command" </dev/null 2>&1

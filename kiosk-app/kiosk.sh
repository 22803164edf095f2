#!/bin/sh
# Starts the terminal with the flags of jvm.flags and an AOT cache made for exactly these jars, this JVM and these flags.
#
#   kiosk.sh ARGS...                  the terminal (--help)
#   kiosk.sh --prepare                makes the cache if there is none (about 10 s; needs no display)
#   kiosk.sh --print ARGS...          prints the command instead of running it, a word a line
#   kiosk.sh --main CLASS ARGS...     another main class, with the same flags
#   kiosk.sh --heap SIZE --main …     … but with this much memory, for tools that draw hundreds of pictures
#
# JAVA_HOME           a JDK or JRE 25
# HYMIO_KIOSK_APP     folder with the jars (hymio-kiosk-*.jar, lib, fx, native); else target beside this file
# HYMIO_KIOSK_CACHE   folder of the cache; else aot in that folder. One that cannot be written is no fault: no cache.
set -u
: "${JAVA_HOME:?set it to the folder of a JDK or JRE 25}"

here=$(dirname -- "$(readlink -f -- "$0")")
app=${HYMIO_KIOSK_APP:-$here/target}
caches=${HYMIO_KIOSK_CACHE:-$app/aot}
flags=$here/jvm.flags
rehearsal=$here/rehearsal.json
unset HYMIO_KIOSK_APP HYMIO_KIOSK_CACHE # else the terminal would take them for settings

joined() { # FILE... -> with colons between; what does not exist is left out
  line=
  for file in "$@"; do [ -e "$file" ] && line=$line${line:+:}$file; done
  printf '%s' "$line"
}

class_path=$(joined "$app"/hymio-kiosk-*.jar "$app"/lib/*.jar)
module_path=$(joined "$app"/fx/javafx-*-linux*.jar) # the jars without a platform are empty

# A jar, JVM or flag that changed in any way has another inode, size or change time, which nobody can set: another name,
# so that a cache never speaks for code it was not made from. (A JVM checks less: size and a time that can be set.)
cache=$caches/$({
  printf '%s\n' "$class_path" "$module_path"
  stat -L -c '%n %i %s %y %z' "$app"/hymio-kiosk-*.jar "$app"/lib/*.jar "$app"/fx/javafx-*-linux*.jar "$flags" \
    "$JAVA_HOME/lib/modules" "$JAVA_HOME/lib/server/libjvm.so" 2>/dev/null
} | sha256sum | cut -c 1-32).aot

# The buttons once each, in the order of the default lines, as a finger presses them; then the end.
press_every_button() {
  sleep 2
  for line in 17 27 22 23 24; do
    printf '%s 0\n' $line; sleep 0.2; printf '%s 1\n' $line; sleep 1
  done
}

# Made aside and renamed when it is on the disk: a start sees a whole cache or none.
prepare() {
  [ ! -f "$cache" ] || return 0
  mkdir -p "$caches" 2>/dev/null && [ -w "$caches" ] || { echo "kiosk.sh: no cache, $caches cannot be written" >&2; return 1; }
  exec 8>"$caches/lock"
  flock -n 8 || return 0 # another start makes it already
  rm -rf "$caches"/new.*
  new=$(mktemp -d "$caches/new.XXXXXX") || return 1
  mkdir "$new/data"
  cp "$rehearsal" "$new/data/config.json"
  printf '%s\nt-rehearse\n' 0000000000000000000000000000000000000000000 >"$new/data/identity"
  rehearse >"$new/log" 2>&1 8>&-
  if [ -s "$new/cache" ] && sync "$new/cache"; then
    mv "$new/cache" "$cache"
    for old in "$caches"/*.aot; do [ "$old" = "$cache" ] || rm -f "$old"; done # a running terminal keeps what it has open
    rm -rf "$new"
  else
    tail -n 5 "$new/log" >&2
    rm -rf "$new"
    echo "kiosk.sh: the start cache could not be made; terminals start without it, some seconds slower" >&2
    return 1
  fi
}

rehearse() { # the terminal's own way to end writes the cache: a TERM when all buttons were pressed
  mkfifo "$new/buttons"
  export HYMIO_KIOSK_HEADLESS=true HYMIO_KIOSK_GPIO_CHIP=stdin HYMIO_KIOSK_GPIO_LINES=17,27,22,23,24
  export HYMIO_KIOSK_SOUND_PROGRAM=true HYMIO_KIOSK_SPEECH_PROGRAM=true # a machine that installs makes no sound
  (launch rehearse "-XX:AOTCacheOutput=$new/cache" \
    hymio.kiosk.KioskMain --data "$new/data" --server https://127.0.0.1:9 <"$new/buttons") &
  (press_every_button >"$new/buttons")
  kill -TERM $!
  wait $!
}

launch() { # HOW AOT_OPTION MAIN ARGS...
  how=$1 aot=$2
  shift 2
  set -- "$JAVA_HOME/bin/java" "@$flags" ${aot:+"$aot"} \
    "-Dorg.sqlite.lib.path=$app/native/org/sqlite/native/Linux/$(uname -m)" \
    ${heap:+"-Xmx$heap"} --module-path "$module_path" -cp "$class_path" "$@"
  export GDK_GL=disable # the software pipeline needs no GL context; making one costs 100 ms
  # An empty theme: reading GTK's own costs 30 ms.
  export GTK_THEME=Hymio XDG_DATA_DIRS="$here/gtk:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
  case $how in
    run) exec "$@" ;;
    rehearse) exec timeout 180 "$@" ;;
    print) printf '%s\n' "$@" ;;
  esac
}

how=run main=hymio.kiosk.KioskMain heap=
if [ "${1:-}" = --heap ]; then heap=$2; shift 2; fi
case ${1:-} in
  --prepare) prepare; exit ;;
  --print) how=print; shift ;;
  --main) main=$2; shift 2 ;;
esac
if [ -f "$cache" ] && [ -z "$heap" ]; then aot=-XX:AOTCache=$cache; else aot=; fi
launch $how "$aot" "$main" "$@"

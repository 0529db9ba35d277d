#!/usr/bin/env bash
# Runs the embedded Cassandra in the foreground: cassandra.sh <folder> <cql-port>
#
# <folder> holds everything the server keeps (it survives restarts), <cql-port> is where clients connect;
# the port after it is the server's own. CASSANDRA_HEAP (1g) sets the heap. The jars come from `mvn package`.
set -euo pipefail

die() {
  echo "cassandra.sh: $*" >&2
  exit 1
}

[[ $# -eq 2 ]] || die "usage: cassandra.sh <folder> <cql-port>"
[[ $2 =~ ^[0-9]{1,5}$ && $2 -ge 1 && $2 -le 65534 ]] || die "not a port: $2"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cql_port=$2
heap=${CASSANDRA_HEAP:-1g}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

compgen -G "$here/target/lib/cassandra-all-*.jar" >/dev/null ||
  die "no jars in $here/target/lib: run 'mvn package' first"
command -v "$java" >/dev/null || die "no $java: install a JDK 17 or newer"

# Two servers on one folder would destroy it. The lock belongs to an open file, which the server inherits
# below, so that it ends with the server however that ends.
if command -v flock >/dev/null; then
  exec 9>"$folder/lock"
  flock --nonblock 9 || die "another server is running on $folder"
fi

# Native libraries are unpacked here rather than in /tmp, which may be mounted noexec. What a kill -9 left is old.
rm -rf "$folder/tmp"
mkdir -p "$folder/conf" "$folder/tmp"

yaml=$(<"$here/cassandra.yaml")
yaml=${yaml//@FOLDER@/"$folder"}
yaml=${yaml//@CQL_PORT@/"$cql_port"}
yaml=${yaml//@STORAGE_PORT@/"$((cql_port + 1))"}
printf '%s\n' "$yaml" >"$folder/conf/cassandra.yaml"

# Idle threads of the server's pools sleep for some 10 microseconds and look again for work, tens of thousands of times a
# second. Linux may wake them this much later (in nanoseconds), which spares most of it.
{ echo 300000 >/proc/self/timerslack_ns; } 2>/dev/null || true

# exec: the process that was started IS the server, so signals and its pid need no go-between.
cd "$folder"
exec "$java" "@$here/jvm17.options" "-Xms$heap" "-Xmx$heap" \
  -Dcassandra.config="file://$folder/conf/cassandra.yaml" \
  -Dcassandra.storagedir="$folder" \
  -Dlogback.configurationFile="$here/logback.xml" \
  -Djava.io.tmpdir="$folder/tmp" -Djna.tmpdir="$folder/tmp" \
  -cp "$here/target/lib/*" org.apache.cassandra.service.CassandraDaemon

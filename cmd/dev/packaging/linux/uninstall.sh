#!/bin/sh
# Takes away what install.sh put below this folder, and nothing else: journals,
# backups and settings stay where they are.
set -eu
cd "$(dirname "$0")/../.."
[ -f lib/aftershift/files ] || {
	echo "nothing was installed here by install.sh" >&2
	exit 1
}
files=$(cat lib/aftershift/files)
for file in $files; do
	rm -f "$file"
done
rmdir lib/aftershift share/doc/aftershift 2>/dev/null || true
echo "Aftershift was taken away. Your journal is still where it was."

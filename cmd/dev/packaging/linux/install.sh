#!/bin/sh
# Installs Aftershift below a folder: ~/.local, or the one named after --prefix
# (sudo ./install.sh --prefix /usr/local for everybody on this computer).
# Journals stand elsewhere and are not touched. uninstall.sh takes it away again.
set -eu
prefix="${HOME:?}/.local"
case "${1-}" in
--prefix) prefix="${2:?--prefix needs a folder}" ;;
"") ;;
*)
	echo "usage: ./install.sh [--prefix FOLDER]" >&2
	exit 2
	;;
esac
cd "$(dirname "$0")"
find bin share -type f | while read -r file; do
	mkdir -p "$prefix/$(dirname "$file")"
	# A new file under the old name: a program that is running keeps its own.
	cp "$file" "$prefix/$file.new"
	mv -f "$prefix/$file.new" "$prefix/$file"
done
mkdir -p "$prefix/lib/aftershift"
{
	find bin share -type f
	echo lib/aftershift/uninstall.sh
	echo lib/aftershift/files
} >"$prefix/lib/aftershift/files"
cp uninstall.sh "$prefix/lib/aftershift/uninstall.sh"
# A desktop starts it by its whole path: the folder may not be on PATH.
entry="$prefix/share/applications/app.aftershift.journal.desktop"
sed "s|^Exec=.*|Exec=\"$prefix/bin/aftershift\"|" "$entry" >"$entry.new"
mv -f "$entry.new" "$entry"
echo "Installed in $prefix. Start it from the menu, or type: $prefix/bin/aftershift"
echo "To take it away: sh $prefix/lib/aftershift/uninstall.sh"

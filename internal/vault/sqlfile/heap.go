package sqlfile

import "runtime/debug"

// largeBlob is far above what this program writes, an entry of 10 MiB; in bytes.
const largeBlob = 16 << 20

// GiveBack gives memory back to the system before another blob is read, where the
// last had so many bytes and is large: the collector would let a few of them gather.
func GiveBack(bytes int) {
	if bytes >= largeBlob {
		debug.FreeOSMemory()
	}
}

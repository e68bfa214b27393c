package sqlfile

/*
#include <malloc.h>

static void give_large_blocks_back(void) {
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}
*/
import "C"

// SQLite takes its memory from the C library, which by itself keeps what a large
// record took, once for every thread that read one. From 1 MiB on a block is a
// mapping of its own, so that freeing it gives it back to the system.
func init() { C.give_large_blocks_back() }

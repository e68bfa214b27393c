package platform

/*
#include <malloc.h>

static void give_back(void) {
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
*/
import "C"

func init() { giveBackOfC = func() { C.give_back() } }

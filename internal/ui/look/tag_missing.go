//go:build !migrated_fynedo && !threadcheck

package look

// A build without the tag would run Fyne in its old threading mode, which this
// program is not written for, so it stops here: the compiler quotes the line
// below. The tag threadcheck is for the one test run that keeps the old mode,
// because only that mode reports calls made from the wrong thread.
const _ int = "type: go run ./cmd/dev build (or add: -tags migrated_fynedo)"

package vault

// What tests need to know of SQLite's format to break it:
// https://www.sqlite.org/fileformat2.html, sections 1.3, 1.6 and 2.1.
const (
	sqliteMagic   = "SQLite format 3\x00"
	sqliteHead    = 100
	journalingAt  = 18
	rollback      = 1
	userVersionAt = 60
	applicationAt = 68
	smallestPage  = 512
	leafPage      = 0x0d
	leafHead      = 8
)

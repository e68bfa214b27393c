package document

// Unapproved makes a document of a draft as it stands, with blocks that Approve
// would not give.
func Unapproved(d Draft) Document { return Document{d} }

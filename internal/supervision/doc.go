// Package supervision is what comes after writing: the people one is supervised
// by, the sessions with them, the items brought to a session, what came out of
// each item, the actions agreed, and the register of what was shared.
//
// A Board holds the whole state in memory, as records of the Kinds. Every operation
// is an Op: it checks its input, changes the board that makes it and gives a
// Change, which says how each touched record was before and is after; a failed one
// changes nothing. Batch makes one of several. Change.Inverse and Board.Apply give
// undo and redo.
//
// # The way of an item
//
// An item is in exactly one place at any time:
//
//	waiting     in the basket, in no session
//	on agenda   in the list of one planned or open session
//	discussed   in the list of one open or closed session, with an outcome
//	withdrawn   settled: dropped, or merged into another item
//	solved      settled: solved elsewhere
//	parked      kept for one person, or for somewhere that isn't supervision
//
// What was withdrawn or solved while a session was open stays in that session's
// list as its record. An item that leaves a session undiscussed, or whose
// outcome is "deferred", is the same item afterwards: the session is added to
// its chain (CarriedFrom). So nothing is lost or doubled when a session is
// moved, cancelled, closed early or held with somebody else.
//
// # What always holds (Board.Check)
//
//   - every record is valid by its own Validate;
//   - an item names a session exactly when that session's agenda lists it, once;
//   - a planned session lists items on agenda only; an open one also discussed,
//     withdrawn and solved ones; a closed one everything but items on agenda; a
//     cancelled one none;
//   - in a closed session every discussed item has an outcome kind, and none is
//     deferred;
//   - a chain names each session once, never the one the item stands in, and
//     Carried counts it;
//   - every id that a record refers to is on the board (entries excepted: they
//     are the journal's).
//
// A board that is loaded from a file of which records were lost holds what is
// left, each as it was: Lost and Odd say what is missing and who names it.
package supervision

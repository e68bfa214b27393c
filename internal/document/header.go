package document

// HeaderValue is what a header field or a signature line may hold beyond a
// Phrase: the name of the author or of a party to the session, and the
// session's date. No function turns it into a Phrase, so a name can't reach
// the body; and the two types differ in their fields, so that Go refuses to
// convert one into the other.
type HeaderValue struct{ parts []piece }

// Party is the name of the author or of somebody who takes part in the
// session.
func Party(name string) HeaderValue {
	return HeaderValue{parts: []piece{{origin: fromParty, words: name}}}
}

// Date is a day in the civil calendar, written with its weekday. Month is 1 to
// 12; a day beyond its month's end counts on into the next.
func Date(year, month, day int) HeaderValue {
	return HeaderValue{parts: []piece{{origin: fromDay, numbers: []int{year, month, day}}}}
}

// Value is a header value of ordinary words.
func Value(p Phrase) HeaderValue { return HeaderValue{parts: p.pieces} }

// Dot gives v followed by " · " and more.
func (v HeaderValue) Dot(more HeaderValue) HeaderValue {
	both := join(dot, []Phrase{{pieces: v.parts}, {pieces: more.parts}})
	return HeaderValue{parts: both.pieces}
}

// Runs gives v's words as they are to be written, like Phrase.Runs.
func (v HeaderValue) Runs(w Words) []Run { return runs(v.parts, w) }

// Text gives the words of v.
func (v HeaderValue) Text(w Words) string { return joined(v.Runs(w)) }

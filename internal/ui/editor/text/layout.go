package text

const (
	// rowMost is the most bytes in a row, so that a row of blanks or of signs
	// without width ends too.
	rowMost = 4096
	// lookahead is how many bytes behind a row decide where it ends.
	lookahead = pieceMost * clusterMost / 16
	// slack is what a row may be wider than the room, for sums that are rounded.
	slack = 0.05
)

// layout wraps a text into rows. Where a row ends depends on nothing but the text
// from the row's beginning, so after a change the rows are made again from just
// before it until one begins where a row began.
type layout struct {
	src      *buffer
	measures measures
	width    float32 // 0: rows end at line breaks only
	rows     rowList
	scratch  []byte
}

// reset wraps the whole text.
func (l *layout) reset() {
	l.rows = rowList{}
	var rows []row
	at, size := 0, l.src.len()
	for {
		n, hard := l.wrap(at)
		rows = append(rows, row{int32(n), hard})
		at += n
		if at >= size && !hard {
			break
		}
	}
	l.rows.replace(0, 0, rows)
}

// apply follows a change of the text.
func (l *layout) apply(c Change) {
	first := l.affected(c.At)
	at, size, shift := first.start, l.src.len(), c.Added-c.Removed
	var fresh []row
	for {
		n, hard := l.wrap(at)
		fresh = append(fresh, row{int32(n), hard})
		at += n
		if at >= size && !hard {
			l.rows.replace(first.index, l.rows.count, fresh)
			return
		}
		if at < c.At+c.Added || at-shift < c.At+c.Removed {
			continue
		}
		if old := l.rows.byPlace(at - shift); old.start == at-shift && old.index > first.index && l.cleanly(old) {
			l.rows.replace(first.index, old.index, fresh)
			return
		}
	}
}

// cleanly reports whether an old row is the first at its place: the empty row
// behind a last line break begins where the text ends.
func (l *layout) cleanly(old rowAt) bool { return old.n > 0 || old.index == l.rows.count-1 }

// affected returns the first row that a change at a place can alter: what stands
// at a row's beginning decides where the row before ends.
func (l *layout) affected(at int) rowAt {
	r := l.rows.byPlace(at)
	for back := 0; back < 3 && r.index > 0; back++ {
		prev := l.rows.byIndex(r.index - 1)
		if prev.hard && r.start < at {
			break
		}
		r = prev
	}
	return r
}

// wrap returns how many bytes the row has that begins at a place, and whether it
// ends with a line break.
func (l *layout) wrap(at int) (n int, hard bool) {
	b := l.src.view(at, min(at+rowMost+lookahead, l.src.len()), &l.scratch)
	x, end := float32(0), 0 // end is where the row may end
	for n < len(b) {
		p := firstPiece(b[n:])
		if p.sort == lineBreak {
			return n + p.n, true
		}
		w := l.measures.wide(p, b[n:], x)
		if p.sort == word && l.width > 0 && x+w > l.width+slack {
			if end == 0 {
				end = n + l.fitting(b[n:n+p.n], l.width-x, n == 0)
			}
			return end, false
		}
		if n+p.n > rowMost && n > 0 {
			return n, false
		}
		x, n = x+w, n+p.n
		if p.loose {
			end = n
		}
	}
	return n, false
}

// fitting returns how many bytes of a word fit into room, at least a character
// if it must.
func (l *layout) fitting(b []byte, room float32, must bool) int {
	n := 0
	for x := float32(0); n < len(b); {
		k := clusterLen(b[n:])
		x += l.measures.width(b[n : n+k])
		if x > room && !(must && n == 0) {
			break
		}
		n += k
	}
	return n
}

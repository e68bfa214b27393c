package text

// row is a row of the wrapped text.
type row struct {
	n    int32 // bytes, with the line break that ends it
	hard bool  // ends with a line break
}

// chunkMost is the most rows in a chunk of rowList.
const chunkMost = 512

type chunk struct {
	rows  []row
	bytes int
}

// rowList is the rows of a text in order. Finding a row by its number or by a
// place in the text, and replacing rows, take about the square root of their
// number.
type rowList struct {
	chunks []chunk
	count  int
}

// rowAt is a row found in a list.
type rowAt struct {
	row
	index, start     int // its number and the place where it begins
	chunk, inChunk   int
	chunkRow, chunk0 int // number and place of the chunk's first row
}

func (r rowAt) end() int { return r.start + int(r.n) }

// byIndex returns the row of a number in 0..count-1.
func (l *rowList) byIndex(i int) rowAt {
	first, start := 0, 0
	for c := range l.chunks {
		ch := &l.chunks[c]
		if i < first+len(ch.rows) {
			return ch.find(c, first, start, func(k, _ int) bool { return first+k >= i })
		}
		first, start = first+len(ch.rows), start+ch.bytes
	}
	return rowAt{index: l.count}
}

// byPlace returns the last row that begins at or before a place.
func (l *rowList) byPlace(at int) rowAt {
	first, start := 0, 0
	for c := range l.chunks {
		ch := &l.chunks[c]
		if at < start+ch.bytes || c == len(l.chunks)-1 {
			return ch.find(c, first, start, func(_, next int) bool { return at < next })
		}
		first, start = first+len(ch.rows), start+ch.bytes
	}
	return rowAt{}
}

// find goes through the chunk until stop, which is asked with a row's number in
// the chunk and the place behind it; it stops at the chunk's last row at latest.
func (ch *chunk) find(c, first, start int, stop func(k, next int) bool) rowAt {
	at := start
	for k, r := range ch.rows {
		next := at + int(r.n)
		if k == len(ch.rows)-1 || stop(k, next) {
			return rowAt{row: r, index: first + k, start: at, chunk: c, inChunk: k, chunkRow: first, chunk0: start}
		}
		at = next
	}
	return rowAt{}
}

// replace puts fresh in the place of the rows from..to-1.
func (l *rowList) replace(from, to int, fresh []row) {
	if len(l.chunks) == 0 {
		l.chunks = cut(fresh)
		l.count = len(fresh)
		return
	}
	a := l.byIndex(min(from, l.count-1))
	first, head := a.chunk, l.chunks[a.chunk].rows[:from-a.chunkRow]
	last, tail := first, l.chunks[first].rows
	lastRow := a.chunkRow
	if to > from {
		z := l.byIndex(to - 1)
		last, tail, lastRow = z.chunk, l.chunks[z.chunk].rows, z.chunkRow
	}
	tail = tail[to-lastRow:]
	joined := make([]row, 0, len(head)+len(fresh)+len(tail))
	joined = append(append(append(joined, head...), fresh...), tail...)
	l.count += len(fresh) - (to - from)
	if len(joined) <= chunkMost && first == last && len(joined) > 0 {
		l.chunks[first] = newChunk(joined)
		return
	}
	rest := append(cut(joined), l.chunks[last+1:]...)
	l.chunks = append(l.chunks[:first:first], rest...)
}

func newChunk(rows []row) chunk {
	c := chunk{rows: rows}
	for _, r := range rows {
		c.bytes += int(r.n)
	}
	return c
}

// cut divides rows into chunks that leave room to grow.
func cut(rows []row) []chunk {
	var chunks []chunk
	for len(rows) > 0 {
		n := len(rows)
		if n > chunkMost {
			n = chunkMost / 2
		}
		chunks = append(chunks, newChunk(rows[:n:n]))
		rows = rows[n:]
	}
	return chunks
}

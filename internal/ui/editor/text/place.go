package text

// Piece is a part of a row that is drawn as one.
type Piece struct {
	From, To int // bytes
	X, Width float32
	Text     string // "" for blanks
	Tab      bool
}

// eachPiece calls f with every piece of a row, its bytes, the place where it
// begins and its left edge, until f returns false. Line breaks are left out.
func (l *layout) eachPiece(r rowAt, f func(p piece, b []byte, at int, x float32) bool) {
	b := l.src.view(r.start, r.end(), &l.scratch)
	for n, x := 0, float32(0); n < len(b); {
		p := firstPiece(b[n:])
		if p.sort == lineBreak || !f(p, b[n:n+p.n], r.start+n, x) {
			return
		}
		x, n = x+l.measures.wide(p, b[n:], x), n+p.n
	}
}

// pieces returns what is drawn of a row.
func (l *layout) pieces(r rowAt) []Piece {
	var list []Piece
	l.eachPiece(r, func(p piece, b []byte, at int, x float32) bool {
		one := Piece{From: at, To: at + p.n, X: x, Width: l.measures.wide(p, b, x), Tab: p.sort == tab}
		if p.sort == word {
			one.Text = string(b)
		}
		list = append(list, one)
		return true
	})
	return list
}

// xAt returns how far from the left a place in a row is.
func (l *layout) xAt(r rowAt, at int) float32 {
	end := float32(0)
	l.eachPiece(r, func(p piece, b []byte, from int, x float32) bool {
		if from >= at {
			return false
		}
		end = x + l.measures.inside(p, b, at-from, x)
		if p.sort == word && leftward(b) && at < from+p.n {
			end = x + l.measures.wide(p, b, x) - l.measures.inside(p, b, at-from, x)
		}
		return true
	})
	if l.width > 0 {
		end = min(end, l.width)
	}
	return end
}

// placeAt returns the place in a row that is nearest to x.
func (l *layout) placeAt(r rowAt, x float32) int {
	place := r.start
	l.eachPiece(r, func(p piece, b []byte, from int, left float32) bool {
		w := l.measures.wide(p, b, left)
		if x >= left+w {
			place = from + p.n
			return true
		}
		in := x - left
		if p.sort == word && leftward(b) {
			in = w - in
		}
		place = from + l.nearest(p, b, in, left)
		return false
	})
	return place
}

// nearest returns the place between two characters of a piece that is nearest to
// x, counted from where the piece begins.
func (l *layout) nearest(p piece, b []byte, x, left float32) int {
	for n, reached := 0, float32(0); n < len(b); {
		k := clusterLen(b[n:])
		next := l.measures.inside(p, b, n+k, left)
		if x < (reached+next)/2 {
			return n
		}
		n, reached = n+k, next
	}
	return len(b)
}

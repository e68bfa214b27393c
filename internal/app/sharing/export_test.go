package sharing

import "aftershift/internal/library"

// HintWhole is up to which length a text is read as a whole.
const HintWhole = hintWhole

// What tests do by themselves.
var (
	Aim        = aim
	SumOfBytes = sumOfBytes
	Stretches  = stretches
)

// Lib gives tests the library of an open journal.
func (d *Desk) Lib() *library.Library { return d.Library() }

func (d *Desk) Leave(s SharedCopy, to target, content []byte) (SharedCopy, error) {
	return d.leave(s, to, content)
}

// Holds tells whether the file at path has the sum.
func Holds(path, sum string) error { return target{path: path}.holds(sum) }

func (l Line) Broken() []Line { return l.broken() }

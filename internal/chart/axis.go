package chart

// tick is a label of an axis, wanted at a place.
type tick struct {
	text string
	at   float32 // its left edge, or its middle
	bold bool
}

// along sets ticks on a line below each other's reach, from the left; one that has
// no room beside the one before it, or inside the width, is left out. Bold ones
// come first: they say what the others belong to.
func (d *Drawing) along(f Face, ticks []tick, y float32, middle bool) {
	var taken []Box
	set := func(t tick) {
		w := f.Width(t.text, t.bold)
		x := t.at
		if middle {
			x = min(max(t.at-w/2, 0), d.Width-w)
		}
		box := Box{x, y, w, f.Height}
		if t.text == "" || x < 0 || x+w > d.Width {
			return
		}
		for _, b := range taken {
			if box.X < b.X+b.W+f.Height/2 && b.X < box.X+box.W+f.Height/2 {
				return
			}
		}
		taken = append(taken, box)
		d.label(f, t.text, Words, x, y, t.bold)
	}
	for _, bold := range []bool{true, false} {
		for _, t := range ticks {
			if t.bold == bold {
				set(t)
			}
		}
	}
}

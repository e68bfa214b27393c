package copy

import "fyne.io/fyne/v2"

// grid are the columns of one table on one side, which all its rows share: by weight,
// but none narrower than the longest word in it while there is room for that.
type grid struct {
	weights []int
	cells   [][]*cell // by column
	least   []float32
}

// newGrid gives columns of these weights; nil for text that has none.
func newGrid(weights []int) *grid {
	if len(weights) == 0 {
		return nil
	}
	return &grid{weights: weights, cells: make([][]*cell, len(weights)), least: make([]float32, len(weights))}
}

// measure looks at the words in the cells.
func (g *grid) measure() {
	for i, column := range g.cells {
		g.least[i] = 0
		for _, c := range column {
			g.least[i] = max(g.least[i], c.least)
		}
	}
}

// widths gives the columns' widths in a row that is so wide without its gaps.
func (g *grid) widths(room float32) []float32 {
	all := make([]float32, len(g.weights))
	total, least := 0, float32(0)
	for i, w := range g.weights {
		total += w
		least += g.least[i]
	}
	missing, spare := float32(0), float32(0)
	for i, w := range g.weights {
		all[i] = max(room*float32(w)/float32(total), 1)
		missing += max(g.least[i]-all[i], 0)
		spare += max(all[i]-g.least[i], 0)
	}
	if missing == 0 || least > room {
		return all
	}
	for i := range all {
		if all[i] < g.least[i] {
			all[i] = g.least[i]
		} else {
			all[i] -= (all[i] - g.least[i]) * missing / spare
		}
	}
	return all
}

// row sets texts side by side in the columns of a table; one alone has all the width.
type row struct{ grid *grid }

// Layout gives each text its width first and then the height that the highest needs.
func (r *row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if r.grid == nil {
		set(objects[0], 0, 0, size.Width, max(size.Height, 1))
		return
	}
	x := float32(0)
	for i, width := range r.grid.widths(size.Width - columnGap*float32(len(objects)-1)) {
		set(objects[i], x, 0, width, max(size.Height, 1))
		x += width + columnGap
	}
}

// MinSize is the height at the widths that the texts have now. What stands in a
// narrow column is broken, so it asks for no width.
func (r *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		least := o.MinSize()
		size.Height = max(size.Height, least.Height)
		if len(objects) == 1 {
			size.Width = least.Width
		}
	}
	return size
}

package fields

import (
	"time"

	"aftershift/internal/ui/widgets"
)

const (
	// countPause is how long a text rests before its words are counted.
	countPause = 700 * time.Millisecond
	// countFrom is from how many words on a text is told its length: about half a
	// page.
	countFrom = 200
)

// counter says below a long text how many words it has.
type counter struct {
	section *TextSection
	shown   *widgets.Text
	stop    func()
}

// later counts once the text rests.
func (c *counter) later() {
	if c.stop != nil {
		c.stop()
	}
	c.stop = writing.Clock.AfterFunc(countPause, c.count)
}

func (c *counter) count() {
	c.stop = nil
	n := c.section.field.CountWords()
	long := n >= countFrom && writing.Words != nil
	if long {
		c.shown.SetText(writing.Words(n))
	}
	if long != c.shown.Visible() {
		c.shown.Hidden = !long
		c.section.content.Refresh()
	}
}

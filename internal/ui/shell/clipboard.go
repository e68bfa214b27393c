package shell

import (
	"time"

	"fyne.io/fyne/v2"
)

// clipboardTime is how long a secret stays on the clipboard.
const clipboardTime = 20 * time.Second

// clipboard lends secrets to the system's clipboard and takes them away again.
type clipboard struct {
	board fyne.Clipboard
	after func(time.Duration, func()) (stop func())
	lent  string
	stop  func()
}

func (c *clipboard) put(secret string) {
	if c.stop != nil {
		c.stop()
	}
	c.lent = secret
	c.board.SetContent(secret)
	c.stop = c.after(clipboardTime, c.clear)
}

// clear empties the clipboard if what was lent is still there.
func (c *clipboard) clear() {
	if c.lent != "" && c.board.Content() == c.lent {
		c.board.SetContent("")
	}
	c.lent = ""
}

package main

import (
	"bytes"
	"fmt"
	"io"
)

// withoutWindow are what Fyne logs where it can't open a window; after that it
// would go on without one, or panic (fyne.io/fyne/v2 v2.8.1, driver/glfw).
var withoutWindow = [][]byte{[]byte("failed to initialise GLFW"), []byte("window creation error")}

// noWindow is said then.
const noWindow = `aftershift: no window could be opened: there is no screen here, or no OpenGL 2.1 to draw with.
Your journal has not been touched. aftershift-cli does the same work without a window.`

// windowLog passes on what is logged, and ends the program with a plain sentence
// where no window can be opened.
type windowLog struct {
	to, complain io.Writer
	end          func(code int)
}

// Write takes one logged line.
func (l windowLog) Write(line []byte) (int, error) {
	for _, sign := range withoutWindow {
		if bytes.Contains(line, sign) {
			fmt.Fprintln(l.complain, noWindow)
			l.end(exitFailed)
			return len(line), nil
		}
	}
	return l.to.Write(line)
}

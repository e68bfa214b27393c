package main

import (
	"fmt"
	"io"
	"regexp"
)

// withoutWindow are what Fyne and GLFW log where no window can be opened; after that
// they would go on without one, or panic (fyne.io/fyne/v2 v2.8.1, driver/glfw; GLFW
// 3.4, {wgl,glx,egl}_context.c). A context that is lost later, or a clipboard that
// another program holds, is none of them.
var withoutWindow = regexp.MustCompile("failed to initialise GLFW|window creation error" +
	"|(WGL|GLX|EGL): Failed to (load|describe|retrieve|find|set|create|make dummy)" +
	"|Win32: Failed to (create window|register window)")

// noWindow is said then.
const noWindow = `aftershift: no window could be opened: there is no screen here, or no OpenGL 2.1 to draw with.

Your journal has not been touched.

Some remote desktops and old graphics lack OpenGL. Try it at the computer itself, or ask IT for the graphics driver of its maker. aftershift-cli does the same work without a window.`

// windowLog passes on what is logged, and ends the program with a plain sentence
// where no window can be opened.
type windowLog struct {
	to, complain io.Writer
	end          func(code int)
}

// Write takes one logged line.
func (l windowLog) Write(line []byte) (int, error) {
	if withoutWindow.Match(line) {
		fmt.Fprintln(l.complain, noWindow)
		l.end(exitFailed)
		return len(line), nil
	}
	return l.to.Write(line)
}

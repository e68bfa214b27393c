package editor

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func itoa(n int) string { return strconv.Itoa(n) }

func textOf(o fyne.CanvasObject) string { return o.(*canvas.Text).Text }

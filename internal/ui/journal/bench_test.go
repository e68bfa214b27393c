package journal

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// BenchmarkPage_typing types one letter into a section that holds so much text.
func BenchmarkPage_typing(b *testing.B) {
	for _, kb := range []int{2, 8, 20, 100, 1000} {
		b.Run(strconv.Itoa(kb)+" KB", func(b *testing.B) {
			p, w, _ := openPage(b, 1, 1090, 760)
			p.Command("new")
			p.writer.Write(0, strings.Repeat("He stood in the doorway and I kept on talking. ", kb<<10/47))
			p.writer.tell()
			p.editor.fields[0].FocusEnd()
			field := w.Window().Canvas().Focused()
			for b.Loop() {
				test.Type(field, "x")
			}
		})
	}
}

package journal

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// BenchmarkPage_typing types one letter into the last of three sections, with so
// much text in it and in the first two together.
func BenchmarkPage_typing(b *testing.B) {
	for _, kb := range []int{2, 8, 20, 32} {
		b.Run(strconv.Itoa(kb)+" KB", func(b *testing.B) {
			p, w, _ := openPage(b, 1, 1090, 760)
			p.Command("new")
			text := strings.Repeat("He stood in the doorway and I kept on talking. ", kb<<10/3/47)
			for range 2 {
				w.typeText("x")
				p.writer.Write(len(p.writer.entry.Sections)-1, text)
				p.writer.AddSection(len(p.writer.entry.Sections) - 1)
			}
			p.writer.Write(2, text)
			p.writer.tell()
			p.editor.fields[2].Focus()
			field := w.window.Canvas().Focused()
			for b.Loop() {
				test.Type(field, "x")
			}
		})
	}
}

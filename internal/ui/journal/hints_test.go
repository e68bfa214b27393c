package journal

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/redact"
	"aftershift/internal/ui/widgets"
)

// wantPointed waits until these passages of a field are pointed out.
func wantPointed(w *window, field *widgets.TextSection, want ...string) {
	w.t.Helper()
	w.until("pointed out as they should be", func() bool {
		w.ring()
		return slices.Equal(field.PointedOut(), want)
	})
}

func TestPage_hints_inReflectionAndSharedWords(t *testing.T) {
	p, w, desk := openPage(t, 1, 1280, 760)
	if _, err := desk.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Dana Whitlock"}, Code: "Parent D"}}); err != nil {
		t.Fatal(err)
	}
	p.Command("new")
	test.Type(w.window.Canvas().Focused(), "Rang Dana on 0161 496 0719 and stayed.")
	field := p.editor.fields[0]
	wantPointed(w, field, "Dana", "0161 496 0719")
	p.writer.OpenCard()
	p.editor.card.words.Focus()
	test.Type(w.window.Canvas().Focused(), "How do I tell Dana?")
	wantPointed(w, p.editor.card.words, "Dana")
	p.writer.Write(0, "Rang on 0161 496 0719 and stayed.")
	p.writer.tell()
	wantPointed(w, field, "0161 496 0719")
	p.editor.hints[0].Fine("0161 496 0719")
	wantPointed(w, field)
}

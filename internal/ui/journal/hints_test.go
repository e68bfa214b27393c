package journal

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/redact"
	"aftershift/internal/ui/widgets/fields"
)

// wantPointed waits until these passages of the field that has the keyboard are
// pointed out, and goes from one to the next.
func wantPointed(p *Page, w *window, field *fields.TextSection, want ...string) {
	w.t.Helper()
	w.until("pointed out as they should be", func() bool {
		w.Ring()
		var got []string
		for range 4 {
			p.Command("next-hint")
			if at := field.SelectedText(); at != "" && !slices.Contains(got, at) {
				got = append(got, at)
			}
		}
		slices.Sort(got)
		return slices.Equal(got, want)
	})
}

func TestPage_hints_inReflectionAndSharedWords(t *testing.T) {
	p, w, desk := openPage(t, 1, 1280, 760)
	if _, err := desk.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Dana Whitlock"}, Code: "Parent D"}}); err != nil {
		t.Fatal(err)
	}
	p.Command("new")
	test.Type(w.Window().Canvas().Focused(), "Rang Dana on 0161 496 0719 and stayed.")
	field := p.editor.fields[0]
	wantPointed(p, w, field, "0161 496 0719", "Dana")
	p.writer.OpenCard()
	p.editor.card.words.Focus()
	test.Type(w.Window().Canvas().Focused(), "How do I tell Dana?")
	wantPointed(p, w, p.editor.card.words, "Dana")
	field.Focus()
	p.writer.Write(0, "Rang on 0161 496 0719 and stayed.")
	p.writer.tell()
	wantPointed(p, w, field, "0161 496 0719")
	p.editor.hints[0].Fine("0161 496 0719")
	w.until("left alone", func() bool { w.Ring(); return !field.NextPointed() })
}

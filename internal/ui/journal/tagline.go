package journal

import (
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/ui/journal/line"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// tagLine is the dialog in which one typed line says all that the rail asks first.
type tagLine struct {
	page   *Page
	dialog *widgets.Dialog
	field  *fields.Suggest
	says   *widgets.Text
}

// askTags opens the line for the open entry.
func (p *Page) askTags() {
	if p.writer.entry.ID == 0 {
		return
	}
	w := p.words
	t := &tagLine{page: p, says: widgets.NewText("", look.Interface, look.Green)}
	t.field = fields.NewSuggest(w.T("journal.tag.hint"), t.offer)
	t.field.First = true
	t.field.OnChosen = func(s fields.Suggestion) { t.take(s.ID) }
	t.field.OnSubmitted = func(string) { t.take("") }
	t.field.OnCancel = func() { t.dialog.Close() }
	// What is understood and what is offered come and go in a room of their own: the
	// field and the buttons stay where they are.
	understood := widgets.Sized(10, 2*t.says.LineHeight()+1, t.says)
	body := widgets.Column(look.Gap, widgets.NewSoft(w.T("journal.tag.text")), understood, widgets.Sized(10, t.field.Room(), t.field))
	t.dialog = widgets.ShowDialog(p.frame.Window().Canvas(), w.T("journal.tag"), body,
		widgets.NewPlain(w.T("journal.cancel"), func() { t.dialog.Close() }),
		widgets.NewPrimary(w.T("journal.tag.take"), t.field.Enter))
	t.field.Focus()
}

// offer completes the theme, and says below what else was understood.
func (t *tagLine) offer(typed string) []fields.Suggestion {
	read := line.Read(typed)
	t.says.SetText(t.understood(read))
	t.says.SetRole(look.Green)
	if t.dialog != nil {
		t.dialog.Refresh()
	}
	if read.Theme == "" {
		return nil
	}
	return t.page.offerThemes(read.Theme)
}

func (t *tagLine) understood(read line.Tags) string {
	w := t.page.words
	var parts []string
	for _, mark := range []struct {
		key   string
		level journal.Level
	}{{"journal.hit", read.Hit}, {"journal.carrying", read.Carrying}} {
		if n, given := mark.level.Value(); given {
			parts = append(parts, w.T("journal.tag.mark", w.T(mark.key), w.T("journal.scale.value", n)))
		}
	}
	if read.Theme != "" {
		if offers := t.page.offerThemes(read.Theme); len(offers) > 0 {
			parts = append(parts, w.T("journal.tag.mark", w.T("journal.tag.theme"), offers[0].Text))
		}
	}
	if read.Flag != journal.NoFlag {
		parts = append(parts, w.T(flagKeys[read.Flag].due))
	}
	return strings.Join(parts, " · ")
}

// take tags the entry with the line, and with the theme that was chosen for it.
func (t *tagLine) take(theme string) {
	read := line.Read(t.field.Text())
	if theme == "" && read.Theme != "" { // nothing can be made of it, or it would have been offered
		t.says.SetText(t.page.words.T("journal.tag.wrong", read.Theme))
		t.says.SetRole(look.WarmInk)
		t.dialog.Refresh()
		return
	}
	t.dialog.Close()
	switch {
	case theme == newTheme:
		t.page.writer.TagNew(read)
	case theme != "" || read != line.Tags{}:
		t.page.writer.Tag(read, journal.ThemeID(theme))
	}
}

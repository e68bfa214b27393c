package journal

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// SetTitle takes the title as it is being written.
func (w *writer) SetTitle(title string) {
	w.entry.Title = cut(title, journal.MaxTitle)
	w.wrote()
}

// cut gives the beginning of a text of at most limit bytes, in whole runes.
func cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	return strings.ToValidUTF8(text[:limit], "")
}

// Write takes a section's text as it is being written.
func (w *writer) Write(section int, text string) {
	if section >= len(w.entry.Sections) {
		return
	}
	w.followGraphic(section, text)
	w.entry.Sections[section].Text = text
	w.wrote()
}

// followGraphic lets graphic passages follow as their section is written on. What was
// marked when the entry was opened or marked stays marked: undo may bring it back.
func (w *writer) followGraphic(section int, text string) {
	if len(w.entry.Graphic) == 0 {
		return
	}
	after := w.entry.GraphicAfter(w.entry.Sections[section].Text, text)
	w.entry.Graphic = slices.DeleteFunc(slices.Clone(after), func(passage string) bool {
		here := slices.ContainsFunc(w.entry.Sections, func(s journal.Section) bool { return strings.Contains(s.Text, passage) })
		return !strings.Contains(text, passage) && !here && !slices.Contains(w.graphic, passage)
	})
}

// SetGraphic says which passages are graphic.
func (w *writer) SetGraphic(passages []string) {
	w.mark("undo.graphic", 0, func(e *journal.Entry) { e.Graphic = passages[max(len(passages)-journal.MaxGraphic, 0):] })
	w.graphic = passages
}

// SetAgain says on which day to look at the entry again; "" for on none.
func (w *writer) SetAgain(day journal.Date) {
	w.mark("undo.again", 0, func(e *journal.Entry) { e.Again = day })
}

// SetEnough says whether the short note needs no more.
func (w *writer) SetEnough(on bool) {
	w.mark("undo.enough", 0, func(e *journal.Entry) { e.Enough = on })
}

func (w *writer) wrote() {
	w.text = true
	w.touched()
}

// Switch arranges the text for another template, as one step; no text is lost. It
// calls then once that is kept.
func (w *writer) Switch(to journal.TemplateID, then func()) {
	if to == w.entry.Template {
		return
	}
	w.rewrite("undo.template", then, func(e *journal.Entry) {
		e.Sections, e.Template = journal.Switch(e.Sections, w.book.Template(to)), to
	})
}

// mark has a change of the entry's marks saved soon, as one step under label.
func (w *writer) mark(label string, wait time.Duration, change func(e *journal.Entry)) {
	if w.entry.ID == 0 {
		return
	}
	if w.label != "" && w.label != label {
		w.Keep()
	}
	change(&w.entry)
	w.marks, w.label = true, label
	w.hold()
	w.rest()
	if wait == 0 {
		w.Keep()
	} else {
		w.stopKeep = w.after(wait, w.Keep)
	}
	w.tell()
}

// noted takes what is typed beside the text: it is drafted like text, and saved
// with it, as one step under label.
func (w *writer) noted(label string, change func(e *journal.Entry)) {
	if w.entry.ID == 0 {
		return
	}
	ready := w.entry.Share.Ready()
	change(&w.entry)
	w.marks, w.label = true, label
	w.touched()
	if w.entry.Share.Ready() != ready {
		w.tell() // the card no longer says that something is missing, or says so again
	}
}

func level(value int, set bool) journal.Level {
	if !set {
		return journal.Level{}
	}
	return journal.LevelOf(value)
}

// SetHit marks how hard it hit.
func (w *writer) SetHit(value int, set bool) {
	w.mark("undo.impact", markAfter, func(e *journal.Entry) { e.Impact.Hit = level(value, set) })
}

func (w *writer) today() journal.Date { return journal.DateOf(w.book.Now()) }

// SetCarrying marks how much is still carried today.
func (w *writer) SetCarrying(value int, set bool) {
	w.mark("undo.impact", markAfter, func(e *journal.Entry) { e.Rate(level(value, set), w.today()) })
}

// ToggleFeeling names a feeling or takes it away. It tells whether there was
// room for it.
func (w *writer) ToggleFeeling(f journal.Feeling) bool {
	at := slices.Index(w.entry.Impact.Feelings, f)
	if at < 0 && len(w.entry.Impact.Feelings) >= journal.MaxFeelings {
		return false
	}
	w.mark("undo.impact", 0, func(e *journal.Entry) { e.Impact.Feelings = toggled(e.Impact.Feelings, f) })
	return true
}

// toggled gives a copy of all with x, or without it where it was.
func toggled[T comparable](all []T, x T) []T {
	if at := slices.Index(all, x); at >= 0 {
		return slices.Delete(slices.Clone(all), at, at+1)
	}
	return append(slices.Clone(all), x)
}

// SetAffect marks a place on the map of feeling, or none.
func (w *writer) SetAffect(pleasant, energy int, set bool) {
	w.mark("undo.impact", markAfter, func(e *journal.Entry) {
		e.Impact.Affect = nil
		if set {
			e.Impact.Affect = &journal.Affect{Valence: int8(pleasant), Energy: int8(energy)} // −2 to 2
		}
	})
}

// SetBody takes what the body says.
func (w *writer) SetBody(text string) {
	w.noted("undo.impact", func(e *journal.Entry) { e.Impact.Body = cut(text, journal.MaxNote) })
}

// ToggleKind marks a kind of impact or takes it away.
func (w *writer) ToggleKind(k journal.Kind) {
	w.mark("undo.impact", 0, func(e *journal.Entry) { e.Impact.Kinds = toggled(e.Impact.Kinds, k) })
}

// SetNeed marks what is needed now; choosing it again takes it away.
func (w *writer) SetNeed(n journal.Need) {
	w.mark("undo.impact", 0, func(e *journal.Entry) {
		if e.Impact.Need == n {
			n = ""
		}
		e.Impact.Need = n
	})
}

// ToggleTheme tags the entry or takes the tag away.
func (w *writer) ToggleTheme(id journal.ThemeID) {
	if !slices.Contains(w.entry.Themes, id) && len(w.entry.Themes) >= journal.MaxThemes {
		return
	}
	w.mark("undo.themes", 0, func(e *journal.Entry) { e.Themes = w.book.Themes().Toggled(e.Themes, id) })
}

// AddTheme makes a theme of the user's own and tags the entry with it.
func (w *writer) AddTheme(name string) {
	w.makeTheme(name, func(id journal.ThemeID) {
		if !slices.Contains(w.entry.Themes, id) {
			w.ToggleTheme(id)
		}
	})
}

// makeTheme makes a theme, off the main goroutine, and calls then with it if the
// entry is still open.
func (w *writer) makeTheme(name string, then func(journal.ThemeID)) {
	add := func() (journal.Theme, error) { return w.book.AddTheme(name) }
	forEntry(w, add, func(t journal.Theme) { then(t.ID) })
}

// SetDate says which day the entry is about.
func (w *writer) SetDate(d journal.Date) {
	if d == w.entry.Date {
		return
	}
	w.mark("undo.date", 0, func(e *journal.Entry) { e.Date = d })
}

// SetBelongs says whether facts of this entry belong in the case record.
func (w *writer) SetBelongs(on bool) {
	w.mark("undo.record", 0, func(e *journal.Entry) { e.CaseRecord.Belongs = on })
}

// SetRecorded says whether they have been put there.
func (w *writer) SetRecorded(on bool) {
	w.mark("undo.record", 0, func(e *journal.Entry) { e.CaseRecord.Done = on })
}

// SetRecordNote takes the reminder of what goes into the case record.
func (w *writer) SetRecordNote(text string) {
	w.noted("undo.record", func(e *journal.Entry) { e.CaseRecord.Note = cut(text, journal.MaxNote) })
}

// SetWant says what the writer wants from supervision.
func (w *writer) SetWant(want supervision.Want) {
	w.mark("undo.share", 0, func(e *journal.Entry) { e.Share.Want = string(want) })
}

// SetMinutes says how long the item may take.
func (w *writer) SetMinutes(minutes int) {
	w.mark("undo.share", 0, func(e *journal.Entry) { e.Share.Minutes = minutes })
}

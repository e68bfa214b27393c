package fields

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/widgets"
)

// Written is what stands in the fields of a form, in their order. Form names it. Left
// is for a form that was gone out of: its words wait until somebody opens it.
type Written struct {
	Form  string
	Texts []string
	Left  bool
}

// formID is what tells records apart.
type formID interface {
	comparable
	String() string
}

// FormName names a form of a kind by what it is of; the zero value for something
// new.
func FormName[ID formID](kind string, of ID) string {
	var none ID
	if of == none {
		return kind
	}
	return kind + " " + of.String()
}

// Forms knows which forms of a page hold words that nobody has submitted, so that
// they outlive locking, Escape and Cancel. Its zero value knows of none.
type Forms struct {
	Waits func() // says that the words of a form that was left wait; nil: says nothing

	open      []*form
	waiting   []Written // what belongs into forms that aren't open
	reopening []string  // the forms that Resume named and Reopen hasn't opened yet
	reopen    func(kind, of string)
}

// form is an open one.
type form struct {
	name  func() string
	body  fyne.CanvasObject
	first []string // what stood in its fields when it was opened
}

// Open takes up the form in a dialog until it is closed, and fills in what waits
// for it. Words that are left by Dialog.Leave wait in it.
func (f *Forms) Open(name string, d *widgets.Dialog, body fyne.CanvasObject) {
	one := f.Place(func() string { return name }, body)
	f.Fill(name, body)
	d.OnClosed(func() {
		f.open = slices.DeleteFunc(f.open, func(o *form) bool { return o == one })
		if d.Left() && one.changed() {
			f.leave(name, body)
		}
	})
	d.Refresh()
}

// leave lets the words of a form wait, and says so.
func (f *Forms) leave(name string, body fyne.CanvasObject) {
	if f.Keep(name, body) && f.Waits != nil {
		f.Waits()
	}
}

// changed reports whether other words stand in the fields than it was opened with.
func (f *form) changed() bool { return !slices.Equal(typedIn(f.body), f.first) }

// Place takes up fields that stand on the page itself, which belong now to one
// thing and now to another.
func (f *Forms) Place(name func() string, body fyne.CanvasObject) *form {
	one := &form{name, body, typedIn(body)}
	f.open = append(f.open, one)
	return one
}

// Fill puts what waits for the form into its fields, and tells whether there was
// anything.
func (f *Forms) Fill(name string, body fyne.CanvasObject) bool {
	i := slices.IndexFunc(f.waiting, func(w Written) bool { return w.Form == name })
	if i < 0 {
		return false
	}
	texts := f.waiting[i].Texts
	f.waiting = slices.Delete(f.waiting, i, i+1)
	for i, field := range fieldsIn(body) {
		if i < len(texts) {
			field.SetText(texts[i])
		}
	}
	return true
}

// Keep lets what stands in fields wait until they are filled again, and reports whether
// anything stands there.
func (f *Forms) Keep(name string, body fyne.CanvasObject) bool {
	texts := typedIn(body)
	if !slices.ContainsFunc(texts, func(s string) bool { return s != "" }) {
		return false
	}
	f.waiting = append(f.waiting, Written{name, texts, true})
	return true
}

// Written gives the words of every form that are not those it was opened with.
func (f *Forms) Written() []Written {
	all := slices.Clone(f.waiting)
	for _, one := range f.open {
		if one.changed() {
			all = append(all, Written{one.name(), typedIn(one.body), false})
		}
	}
	return all
}

// Resume takes words from before. The form of each that was open opens by Reopen, or at
// once where that was called before.
func (f *Forms) Resume(all []Written) {
	f.waiting = append(f.waiting, all...)
	for _, w := range all {
		if !w.Left {
			f.reopening = append(f.reopening, w.Form)
		}
	}
	if f.reopen != nil {
		f.Reopen(f.reopen)
	}
}

// Reopen has open open the forms that words came back for, each once, by its kind
// and what it is of, "" for something new.
func (f *Forms) Reopen(open func(kind, of string)) {
	all := f.reopening
	f.reopening, f.reopen = nil, open
	for _, name := range all {
		kind, of, _ := strings.Cut(name, " ")
		open(kind, of)
	}
}

// Focus takes the keyboard in an open form to the last field with words that were
// filled in or typed, behind them. Where there is none it calls first.
func (f *Forms) Focus(name string, first func()) {
	for _, one := range f.open {
		if one.name() != name {
			continue
		}
		fields := fieldsIn(one.body)
		for i := len(fields) - 1; i >= 0; i-- {
			if i >= len(one.first) || fields[i].Text() != one.first[i] {
				fields[i].FocusEnd()
				return
			}
		}
	}
	first()
}

// EachLine visits the fields of one line in a form.
func EachLine(body fyne.CanvasObject, visit func(*TextLine)) {
	widgets.Walk(body, func(o fyne.CanvasObject) {
		if line, is := o.(*TextLine); is {
			visit(line)
		}
	})
}

// writable is a field whose words are kept; passphrases are none.
type writable interface {
	Text() string
	SetText(string)
	FocusEnd()
}

func fieldsIn(body fyne.CanvasObject) (all []writable) {
	widgets.Walk(body, func(o fyne.CanvasObject) {
		switch field := o.(type) {
		case *TextLine:
			all = append(all, field)
		case *TextSection:
			all = append(all, field)
		case *Suggest:
			all = append(all, field)
		}
	})
	return all
}

func typedIn(body fyne.CanvasObject) (texts []string) {
	for _, field := range fieldsIn(body) {
		texts = append(texts, field.Text())
	}
	return texts
}

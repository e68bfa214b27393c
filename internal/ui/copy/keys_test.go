package copy

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// hit presses a key as a window does: down and typed where the keyboard is, then its
// letter, if it has one, where the keyboard is by then.
func hit(f *frame, key fyne.KeyName, letter rune) {
	focused := func() fyne.Focusable { return f.window.Canvas().Focused() }
	if down, is := focused().(desktop.Keyable); is {
		down.KeyDown(&fyne.KeyEvent{Name: key})
	}
	focused().TypedKey(&fyne.KeyEvent{Name: key})
	if letter != 0 {
		focused().TypedRune(letter)
	}
}

// typed gives what stands in the fields of the dialog that is open.
func typed(f *frame) (all []string) {
	for _, o := range test.LaidOutObjects(f.window.Canvas().Overlays().Top()) {
		if line, is := o.(*fields.TextLine); is {
			all = append(all, line.Text())
		}
	}
	return all
}

// The letter of a key that opens a field is not the field's first: R on a card would let
// others read "ra day in mid-March".
func TestPage_a_key_that_opens_a_field_writes_nothing_in_it(t *testing.T) {
	p, f, _ := begun(t, "I met Agnieszka Zielinska at the door.")
	it, _ := p.presenter.now.item(p.presenter.now.Selected)
	hit(f, fyne.KeyR, 'r')
	if got := typed(f); len(got) != 1 || got[0] != it.Replacement {
		t.Fatalf("R makes %q of %q", got, it.Replacement)
	}
	hit(f, fyne.KeyX, 'x')
	if got := typed(f); got[0] != "x" {
		t.Errorf("what is typed then makes %q: it takes the place of what was proposed", got)
	}
	widgets.CloseTop(p.canvas())
	hit(f, fyne.KeyK, 'k')
	if got := typed(f); len(got) != 1 || got[0] != "" {
		t.Errorf("K writes %q as a reason", got)
	}
}

// The Space that folds the lock out is no part of the passphrase.
func TestSaveForm_space_that_opens_the_lock_is_no_passphrase(t *testing.T) {
	p, f, _ := begun(t, "Words.")
	p.presenter.SetRead(true)
	form := newSaveForm(p)
	for range 10 {
		if !form.lock.Open() {
			f.window.Canvas().FocusNext()
			if _, button := f.window.Canvas().Focused().(*widgets.Button); !button {
				hit(f, fyne.KeySpace, ' ')
			}
		}
	}
	if !form.lock.Open() || form.secret.Secret() != "" {
		t.Fatalf("open %v, the passphrase begins %q", form.lock.Open(), form.secret.Secret())
	}
	for _, letter := range "brass lantern" {
		hit(f, fyne.KeyName(strings.ToUpper(string(letter))), letter)
	}
	if form.secret.Secret() != "brass lantern" {
		t.Errorf("the passphrase is %q", form.secret.Secret())
	}
}

// What is typed on the list of reasons is the beginning of one's own.
func TestPage_typing_on_the_reasons_writes_ones_own(t *testing.T) {
	p, f, _ := begun(t, "I met Agnieszka Zielinska at the door.")
	hit(f, fyne.KeyK, 'k')
	if _, is := p.canvas().Focused().(*lists.RowList); !is {
		t.Fatalf("K gives the keyboard to %T", p.canvas().Focused())
	}
	for _, letter := range "My friend" {
		hit(f, fyne.KeyName(strings.ToUpper(string(letter))), letter)
	}
	hit(f, fyne.KeyReturn, 0)
	if kept := p.presenter.now.Kept; len(kept) != 1 || kept[0].Reason != "My friend" {
		t.Errorf("kept %+v, the field says %q", kept, typed(f))
	}
}

// Keeping always says so, and is not taken for keeping once.
func TestPage_always_keep_says_so(t *testing.T) {
	p, f, _ := begun(t, "I met Agnieszka Zielinska at the door.")
	it, _ := p.presenter.now.item(p.presenter.now.Selected)
	p.askReason(it, everyCopy, func(string) {})
	var said string
	for _, o := range test.LaidOutObjects(f.window.Canvas().Overlays().Top()) {
		if text, is := o.(*widgets.Text); is {
			said += text.Text() + "\n"
		}
	}
	for _, want := range []string{f.words.T("copy.reason.title.always", it.Words), "every copy"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing in %q", want, said)
		}
	}
}

// The page opens at the head of the document, and where nothing was found the keyboard
// is in the text and moves it.
func TestPage_opens_at_its_head(t *testing.T) {
	long := strings.Repeat("Nothing to find here. ", 60)
	for words, found := range map[string]bool{long + "I met Agnieszka Zielinska at the door.": true, strings.Repeat(long+"\n", 6): false} {
		p, f, _ := begun(t, words)
		if y := p.texts.reader.scroll.Offset.Y; y != 0 {
			t.Errorf("it opens %v below its head", y)
		}
		if _, inText := f.window.Canvas().Focused().(*widgets.HighlightText); inText != found {
			t.Errorf("the keyboard is at %T", f.window.Canvas().Focused())
		}
		if !found {
			press(f, fyne.KeyPageDown, fyne.KeyDown)
			if y := p.texts.reader.scroll.Offset.Y; y == 0 {
				t.Error("keys don't move the text")
			}
			f.window.Canvas().FocusNext()
			press(f, fyne.KeyHome)
		}
	}
}

// A name of the register is said to be on the list, also a part of it.
func TestPage_says_who_is_on_the_list(t *testing.T) {
	p, _, q := newPage(t, laptop)
	if _, err := p.desk.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Agnieszka Zielinska"}, Role: "client"}}); err != nil {
		t.Fatal(err)
	}
	p.Ask(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, p.desk, "I met Zielinska at the door. Oswin Brack too.")}}})
	p.Show(0)
	q.Run()
	for _, c := range p.rail.cards {
		if listed := strings.Contains(c.item.Words, "Zielinska"); (c.why() == p.words.T("copy.listed")) != listed {
			t.Errorf("%q: %q", c.item.Words, c.why())
		}
	}
}

// A file that is dropped on the list of copies is looked for as on the page.
func TestPage_file_dropped_on_the_list_of_copies(t *testing.T) {
	p, f, q := begun(t, "Nothing to find here.")
	p.presenter.SetRead(true)
	path := filepath.Join(t.TempDir(), "copy.pdf")
	p.presenter.Save(path, "", false, func(error) {})
	q.Run()
	for name, over := range map[string]func(){"the page": func() {}, "the list": p.showShared} {
		widgets.CloseTop(p.canvas())
		over()
		p.dropped(path)
		done := make(chan struct{})
		p.desk.Do(func() error { return nil }, func(error) { close(done) })
		<-done
		var said string
		if top := f.window.Canvas().Overlays().Top(); top != nil {
			for _, o := range test.LaidOutObjects(top) {
				if text, is := o.(*widgets.Text); is {
					said += text.Text() + "\n"
				}
			}
		}
		if !strings.Contains(said, f.words.T("copy.shared.line")) {
			t.Errorf("dropped on %s: %q", name, said)
		}
	}
}

// A folder can be made where one browses, and is gone into.
func TestSaveForm_browse_makes_a_folder(t *testing.T) {
	p, f, _ := begun(t, "Words.")
	p.presenter.SetRead(true)
	form := newSaveForm(p)
	home := t.TempDir()
	form.folder.SetText(home)
	form.browse()
	list := p.canvas().Focused().(*lists.RowList)
	p.makeFolder(home, func(path string) { list.SetItems([]lists.RowItem{{ID: path}}) })
	for _, letter := range "For Ruth" {
		hit(f, fyne.KeyName(strings.ToUpper(string(letter))), letter)
	}
	hit(f, fyne.KeyReturn, 0)
	if made, _ := filepath.Glob(filepath.Join(home, "*")); len(made) != 1 || filepath.Base(made[0]) != "For Ruth" || list.Len() != 1 {
		t.Errorf("made %q", made)
	}
}

// The columns of a table have room for their longest words, in all rows the same.
func TestTexts_table_breaks_no_word(t *testing.T) {
	p, _, _ := newPage(t, laptop)
	row := func(cells ...string) app.Line {
		of := app.Line{Kind: app.RowLine, Weights: []int{3, 4, 1, 4}}
		for _, c := range cells {
			of.Cells = append(of.Cells, []app.Piece{{Text: c, Shown: c, Part: -1, Finding: -1}})
		}
		return of
	}
	p.texts.show(State{Selected: -1, Lines: []app.Line{
		row("Week of", "What", "Hours", "Note"), row("2 November 2026", "Supervision of practice", "12:30", "with corrections"),
	}})
	p.texts.content.Resize(fyne.NewSize(900, 400))
	var x [][]float32
	for _, l := range p.texts.lines {
		var at []float32
		for i, c := range l.right.cells {
			at = append(at, c.text.Position().X)
			if c.text.Size().Width < c.text.Longest() {
				t.Errorf("column %d is %v wide, its longest word %v", i+1, c.text.Size().Width, c.text.Longest())
			}
		}
		x = append(x, at)
	}
	if len(x) != 2 || len(x[0]) != 4 || x[0][2] != x[1][2] {
		t.Errorf("the columns begin at %v", x)
	}
}

// eightOpen are words of which eight wait for a decision; the tour decides the same eight
// in the real window.
const eightOpen = "Rose early. We talked. Grace early. We talked. Faith early. We talked. Hope early. We talked. " +
	"Dawn early. We talked. Joy early. We talked. Summer early. We talked. Mark early. We talked."

// A copy with eight findings takes a dozen inputs from the page to the form that saves it:
// one for each finding, one to sign, one to open the form.
func TestPage_eight_findings_take_a_key_each(t *testing.T) {
	p, f, _ := begun(t, eightOpen)
	if n := len(p.presenter.now.Open); n != 8 {
		var words []string
		for _, it := range p.presenter.now.Open {
			words = append(words, it.Words)
		}
		t.Fatalf("%d wait: %q", n, words)
	}
	for i := range 8 {
		hit(f, fyne.KeyM, 'm')
		if left := len(p.presenter.now.Open); left != 7-i {
			t.Fatalf("after %d keys %d wait", i+1, left)
		}
	}
	hit(f, fyne.KeySpace, ' ')
	hit(f, fyne.KeyReturn, 0)
	if !p.presenter.now.Ready() || f.window.Canvas().Overlays().Top() == nil {
		t.Error("ten keys don't lead to the form")
	}
}

package copy

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/copies"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/words"
)

// frame is the window around the page, without the shell.
type frame struct {
	window fyne.Window
	words  *words.Catalog
	opened string
	copied string
	failed error
}

func (f *frame) Window() fyne.Window            { return f.window }
func (f *frame) Words() *words.Catalog          { return f.words }
func (f *frame) Open(page string, _ journal.ID) { f.opened = page }
func (f *frame) Back()                          { f.opened = "back" }
func (f *frame) Copy(text string)               { f.copied = text }
func (f *frame) Failed(err error)               { f.failed = err }
func (f *frame) Do(fn func())                   { fn() }
func (f *frame) Notify(string, bool)            {}

func (f *frame) After(time.Duration, func()) func() { return func() {} }

// newPage shows the page of a sample journal; its worker is the test's queue.
func newPage(t testing.TB, size fyne.Size) (*Page, *frame, *queue) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.NewTheme(look.Light, 1))
	catalog := uitest.Words(t)
	f := &frame{words: catalog, window: test.NewTempWindow(t, widget.NewLabel(""))}
	p := New(apptest.Sample(t), f)
	t.Cleanup(p.Close)
	q := &queue{}
	p.presenter.around = q.around()
	f.window.SetContent(p.Content())
	f.window.Resize(size)
	return p, f, q
}

// laptop is the page on a small laptop, beside the navigation.
var laptop = fyne.NewSize(1090, 730)

// begun shows the page with a copy of an entry with these words.
func begun(t *testing.T, words string) (*Page, *frame, *queue) {
	t.Helper()
	p, f, q := newPage(t, laptop)
	p.Ask(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, p.desk, words)}}})
	p.Show(0)
	q.Run()
	return p, f, q
}

func press(f *frame, keys ...fyne.KeyName) {
	for _, k := range keys {
		if focused := f.window.Canvas().Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

func TestPage_empty_says_how_to_begin(t *testing.T) {
	p, f, _ := newPage(t, laptop)
	p.Show(0)
	if !p.empty.Visible() || p.columns.container.Visible() || p.bar.save.Visible() {
		t.Error("a page with nothing to copy shows texts or saving")
	}
	test.Tap(p.toSupervision())
	if f.opened != "supervision" {
		t.Errorf("opened %q", f.opened)
	}
	if p.Command("undo") || p.Command("flag") || !p.Command("save") {
		t.Error("commands")
	}
}

// A click on Save while it is off takes the keyboard from the texts, so that K
// did nothing.
func TestPage_keeps_by_keyboard_after_a_click_on_save_too_early(t *testing.T) {
	p, f, _ := begun(t, uncertain)
	open := len(p.presenter.now.Open)
	f.window.Canvas().Unfocus()
	p.bar.save.Tapped(nil)
	press(f, fyne.KeyK)
	if open == 0 || len(p.presenter.now.Open) >= open {
		t.Errorf("%d open before K, %d behind it", open, len(p.presenter.now.Open))
	}
}

func TestPage_decides_and_saves_by_keyboard(t *testing.T) {
	p, f, q := begun(t, uncertain)
	if n := len(p.presenter.now.Open); n == 0 || !p.bar.waiting.Visible() || !p.bar.save.Disabled() || !p.foot.read.Disabled() {
		t.Fatalf("%d open", n)
	}
	for range 20 {
		press(f, fyne.KeyM)
	}
	if len(p.presenter.now.Open) != 0 || p.bar.waiting.Visible() || !p.bar.save.Disabled() || p.foot.read.Disabled() {
		t.Fatalf("after M: %+v", p.presenter.now.Open)
	}
	press(f, fyne.KeySpace) // the last decision leads to the sign-off
	if p.bar.save.Disabled() {
		t.Fatal("signed off, and saving is off")
	}
	file := filepath.Join(t.TempDir(), "copy.pdf")
	form := openForm(p, file)
	form.write(false)
	q.Run()
	if p.presenter.now.Saved == nil || !input.IsFile(file) || p.folder() != filepath.Dir(file) || !p.bar.notice.Visible() {
		t.Errorf("saved %+v", p.presenter.now.Saved)
	}
}

// openForm opens the form to save, with file filled in.
func openForm(p *Page, file string) *saveForm {
	f := newSaveForm(p)
	f.folder.SetText(filepath.Dir(file))
	f.name.SetText(filepath.Base(file))
	return f
}

func TestSaveForm_path(t *testing.T) {
	p, _, _ := begun(t, "Words.")
	p.presenter.SetRead(true)
	f := newSaveForm(p)
	dir := t.TempDir()
	for name, c := range map[string]struct{ folder, file, want string }{
		"as proposed":       {dir, "reflection.pdf", filepath.Join(dir, "reflection.pdf")},
		"without an ending": {dir + " ", " reflection", filepath.Join(dir, "reflection.pdf")},
		"ending in capital": {dir, "R.PDF", filepath.Join(dir, "R.PDF")},
		"no name":           {dir, "  ", ""},
		"a folder in it":    {dir, "../reflection.pdf", ""},
		"part of a path":    {"Documents", "reflection.pdf", ""},
	} {
		f.folder.SetText(c.folder)
		f.name.SetText(c.file)
		if got := f.path(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	f.name.SetText("")
	f.write(false)
	if !f.note.Visible() {
		t.Error("a path that is none was not refused in words")
	}
}

func TestSaveForm_says_what_went_wrong(t *testing.T) {
	p, _, q := begun(t, "Words.")
	p.presenter.SetRead(true)
	f := openForm(p, filepath.Join(t.TempDir(), "none", "copy.pdf"))
	f.write(false)
	if !f.save.Disabled() {
		t.Error("can be pressed while saving")
	}
	q.Run()
	if !f.note.Visible() || f.save.Disabled() || !strings.Contains(f.note.Text(), "safe") {
		t.Errorf("note %q", f.note.Text())
	}
}

// The refusal of a copy says where the words stand, in the words that are seen.
func TestPage_trouble_says_what_where_and_what_next(t *testing.T) {
	p, _, _ := begun(t, "Words.")
	for at, where := range map[app.Spot]string{
		{Finding: -1, Line: 4, Heading: 1}: "below “1. A long day”", {Finding: -1, Line: 2}: "above the first heading", {Finding: -1}: "outside its text",
	} {
		said := p.trouble(fault.As(fault.Exposed, "check redacted copy", at))
		for _, w := range []string{where, "No file was made", "are safe", "save again"} {
			if !strings.Contains(said, w) {
				t.Errorf("%+v: %q lacks %q", at, said, w)
			}
		}
		if strings.Contains(said, "redacted copy") || strings.Contains(said, "%!") {
			t.Errorf("%+v: %q", at, said)
		}
	}
}

func TestPage_Command_undo(t *testing.T) {
	p, f, _ := begun(t, uncertain)
	n := len(p.presenter.now.Open)
	press(f, fyne.KeyK)
	if len(p.presenter.now.Kept) != 1 || !p.Command("undo") || len(p.presenter.now.Open) != n {
		t.Errorf("%+v", p.presenter.now)
	}
	if p.Command("undo") {
		t.Error("took back what was never done")
	}
}

func TestPage_selection_shows_on_both_sides(t *testing.T) {
	p, _, _ := begun(t, "I stayed with Zephyrine until her aunt came.")
	var line *line
	for _, l := range p.texts.lines {
		if l.left.holding("0") != nil {
			line = l
		}
	}
	if line == nil || line.right.holding("0") == nil {
		t.Fatal("the finding is missing on a side")
	}
	p.presenter.Select(-1)
	line.right.holding("0").OnSelected("0")
	if p.presenter.now.Selected != 0 || p.canvas().Focused() != fyne.Focusable(line.left.holding("0")) {
		t.Errorf("selected %d", p.presenter.now.Selected)
	}
	if len(p.rail.cards) != 1 || !p.rail.cards[0].selected {
		t.Error("the card isn't the selected one")
	}
}

func TestCard_keys(t *testing.T) {
	p, f, _ := begun(t, uncertain)
	n := len(p.presenter.now.Open)
	draw.Focus(p.rail.cards[0])
	press(f, fyne.KeyM)
	if len(p.presenter.now.Open) != n-1 {
		t.Fatal("M on a card does not mask")
	}
	if n > 1 && !p.rail.hasKeys() {
		t.Error("the keyboard left the rail")
	}
}

func TestMissed_picks_words(t *testing.T) {
	p, _, _ := begun(t, "The only vet on the island came.")
	m := p.rail.missed
	m.turn(true)
	line := p.texts.lines[slices.IndexFunc(p.texts.lines, func(l *line) bool { return l.of.Kind == app.TextLine })]
	left := line.left.cells[0]
	var ids []string
	for _, s := range left.spans {
		if s.ID != "" {
			ids = append(ids, s.ID)
		}
	}
	if len(ids) != 7 {
		t.Fatalf("%d words to pick in %+v", len(ids), left.spans)
	}
	left.text.OnSelected(ids[1])
	left.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if m.line.Text() != "only vet" {
		t.Fatalf("picked %q", m.line.Text())
	}
	left.text.OnKey(m.id(), fyne.KeyReturn)
	if s := p.presenter.now; strings.Contains(s.reads(), "only vet") || s.MaskedPlaces != 1 {
		t.Errorf("others read %q", s.reads())
	}
	m.line.SetText("the lighthouse")
	m.mask()
	if !m.note.Visible() {
		t.Error("words that are not there are not told")
	}
	m.turn(false)
	if m.content.Visible() || !p.rail.offer.Visible() {
		t.Error("the card did not close")
	}
}

func TestMissed_wordsOf_gives_the_text_back(t *testing.T) {
	p, _, _ := begun(t, "Words.")
	piece := app.Piece{Text: "Anna’s well-known dog, 3 years old …", Part: 2, Start: 4, Finding: -1}
	for _, m := range []missed{{part: -1}, {part: 2, start: 4, end: 11}, {part: 2, start: 12, end: 26}} {
		m.page = p
		var text string
		for _, s := range m.wordsOf(piece, widgets.Unmarked) {
			text += s.Text
		}
		if text != piece.Text {
			t.Errorf("%q became %q", piece.Text, text)
		}
	}
}

func TestPage_rail_folds_where_there_is_no_room(t *testing.T) {
	p, f, q := newPage(t, fyne.NewSize(640, 600))
	p.Ask(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, p.desk, uncertain)}}})
	p.Show(0)
	q.Run()
	f.window.Resize(fyne.NewSize(641, 600))
	if !p.columns.Folded || !p.bar.fold.Visible() || !p.texts.content.Visible() {
		t.Fatal("the rail is not folded")
	}
	test.Tap(p.bar.fold)
	if p.texts.content.Visible() {
		t.Error("the rail did not take the place of the texts")
	}
	test.Tap(p.bar.fold)
	if !p.texts.content.Visible() {
		t.Error("the texts did not come back")
	}
}

func TestPage_told_reads_changed_words_again(t *testing.T) {
	p, _, q := begun(t, "The first words.")
	id := p.presenter.of.Paper.(app.EntriesPaper).Entries[0]
	e, err := p.desk.Entry(id)
	if err != nil {
		t.Fatal(err)
	}
	e.Share.Words = "The changed words."
	if _, err := p.desk.Save(e, ""); err != nil {
		t.Fatal(err)
	}
	q.Run()
	if !strings.Contains(p.presenter.now.reads(), "changed") {
		t.Errorf("others read %q", p.presenter.now.reads())
	}
	p.Hide()
	e.Share.Words = "Changed again."
	if _, err := p.desk.Save(e, ""); err != nil {
		t.Fatal(err)
	}
	if len(q.Jobs) != 0 {
		t.Error("scans while it is not in view")
	}
}

// A table stands in the preview as it will in the file: in columns.
func TestTexts_table_in_columns(t *testing.T) {
	p, _, _ := newPage(t, laptop)
	of := app.Line{Kind: app.RowLine, Weights: []int{5, 2}, Cells: [][]app.Piece{
		{{Text: "Ask for a day", Shown: "Ask for a day", Finding: -1}}, {{Text: "I", Shown: "I", Finding: -1}},
	}}
	p.texts.show(State{Lines: []app.Line{of}, Selected: -1})
	p.texts.content.Resize(fyne.NewSize(800, 400))
	right := p.texts.lines[0].right
	if len(right.cells) != 2 || right.cells[0].text.AccessibilityLabel() != "Ask for a day" || right.cells[1].text.AccessibilityLabel() != "I" {
		t.Fatalf("the row is %d texts", len(right.cells))
	}
	first, second := right.cells[0].text, right.cells[1].text
	if first.Position().Y != second.Position().Y || second.Position().X <= first.Size().Width || first.Size().Width <= 2*second.Size().Width {
		t.Errorf("the cells stand at %v and %v, %v and %v wide", first.Position(), second.Position(), first.Size(), second.Size())
	}
}

func TestSaveForm_browse(t *testing.T) {
	p, _, _ := begun(t, "Nothing to find here.")
	p.presenter.SetRead(true)
	f := newSaveForm(p)
	home := t.TempDir()
	if err := os.MkdirAll(filepath.Join(home, "one", "two"), 0o700); err != nil {
		t.Fatal(err)
	}
	f.folder.SetText(home)
	f.browse()
	list := p.canvas().Focused()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // there is nothing below
	widgets.CloseTop(p.canvas())
	if f.folder.Text() != home {
		t.Fatalf("a dialog that was left chose %q", f.folder.Text())
	}
}

// A card has no use for Escape, so that it leads back.
func TestCard_escape_leads_back(t *testing.T) {
	p, f, _ := begun(t, uncertain)
	back := 0
	f.window.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) {
		if k.Name == fyne.KeyEscape {
			back++
		}
	})
	p.rail.cards[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if back != 1 {
		t.Errorf("Escape on a card reaches the window %d times, want once", back)
	}
}

func TestPage_audience_is_edited_and_undone(t *testing.T) {
	p, _, q := begun(t, uncertain)
	p.presenter.SetAudience("peer_group")
	q.Run()
	profile := p.desk.Profile("peer_group")
	profile.Style, profile.Fields = "block", append(profile.Fields, "actions")
	if err := p.desk.SetProfile(profile); err != nil {
		t.Fatal(err)
	}
	p.told(app.Event{Kind: app.SettingsChanged})
	q.Run()
	if got := p.presenter.now.Of.Style; got != "block" {
		t.Errorf("the copy is redacted as %q", got)
	}
	if err := p.desk.Undo(); err != nil {
		t.Fatal(err)
	}
	p.told(app.Event{Kind: app.SettingsChanged})
	q.Run()
	if got := p.presenter.now.Of.Style; got == "block" || p.desk.Profile("peer_group").Allows("actions") {
		t.Errorf("undone, and redacted as %q", got)
	}
	p.askProfile()
	if p.canvas().Overlays().Top() == nil {
		t.Error("the audience can't be edited")
	}
}

func TestPage_entry_as_a_case(t *testing.T) {
	p, _, q := begun(t, "How do I speak up?")
	papers := p.bar.papers()
	if len(papers) != 2 || !p.bar.paper.Visible() {
		t.Fatalf("papers %v", papers)
	}
	p.presenter.SetPaper(papers[1])
	q.Run()
	if all := p.presenter.now.reads(); !strings.Contains(all, "Case presentation") || !strings.Contains(all, "How do I speak up?") {
		t.Errorf("others read %q", all)
	}
	p.Command("digest")
	q.Run()
	if _, is := p.presenter.now.Of.Paper.(app.DigestPaper); !is || len(p.presenter.now.Lines) == 0 {
		t.Errorf("the digest of the sample is %+v", p.presenter.now.Trouble)
	}
}

func TestPage_copy_as_text(t *testing.T) {
	p, f, q := begun(t, "Nothing to find here.")
	p.copyText()
	if f.copied != "" {
		t.Fatal("copied before it was read")
	}
	p.presenter.SetRead(true)
	p.copyText()
	q.Run()
	if !strings.Contains(f.copied, "Nothing to find here.") || p.presenter.now.Saved == nil || p.desk.SharedCopies()[0].Format != "clipboard" {
		t.Errorf("copied %q", f.copied)
	}
}

func TestPage_keep_with_a_reason_from_the_list(t *testing.T) {
	p, f, _ := begun(t, "I rang 0161 496 0719 again.")
	p.presenter.Select(0)
	p.key(fyne.KeyK)
	list := p.canvas().Focused()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(p.presenter.now.Kept) != 0 || p.canvas().Overlays().Top() == nil {
		t.Fatal("a number is kept as an everyday word, which nobody said")
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	kept := p.presenter.now.Kept
	if len(kept) != 1 || kept[0].Reason != f.words.T("copy.reason.why.known") || p.canvas().Overlays().Top() != nil {
		t.Errorf("kept %+v", kept)
	}
}

func TestLeftovers(t *testing.T) {
	for _, want := range []string{
		"I saw the [Harbour] [Inn]. She had [3] dogs, I’d say.", "Will it do? Yes.", "“Go on,” said [Oswin]",
		"On [B4012] by [Tesco’s].", "nothing", "First. Second: Third.",
	} {
		got := ""
		for _, s := range leftovers(strings.NewReplacer("[", "", "]", "").Replace(want), widgets.Unmarked) {
			if s.Tone == widgets.Open {
				s.Text = "[" + s.Text + "]"
			}
			got += s.Text
		}
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestPage_register_tells_which_copy_a_file_is(t *testing.T) {
	p, _, q := begun(t, "Nothing to find here.")
	p.presenter.SetRead(true)
	path := filepath.Join(t.TempDir(), "copy.pdf")
	p.presenter.Save(path, "", false, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	q.Run()
	found, known, err := p.desk.FindShared(path)
	if err != nil || !known {
		t.Fatalf("%v %v", known, err)
	}
	found.Left = []copies.LeftWords{{Words: "Will", Reason: "the verb"}}
	p.showLine(found)
	if p.canvas().Overlays().Top() == nil {
		t.Fatal("nothing is shown of it")
	}
	widgets.CloseTop(p.canvas())
	done := make(chan struct{})
	p.withdraw(found)
	p.desk.Do(func() error { return nil }, func(error) { close(done) })
	<-done
	if p.desk.SharedCopies()[0].Withdrawn == "" {
		t.Error("it is not marked")
	}
}

// Where nothing waits, the keyboard is in the text that is to be read and not on the
// box that says it was; ticking that leads on to saving.
func TestPage_keyboard_leads_from_reading_to_saving(t *testing.T) {
	p, f, _ := begun(t, "I met Agnieszka Zielinska at the door.")
	if open := len(p.presenter.now.Open); open != 0 {
		t.Fatalf("%d findings wait", open)
	}
	focused := func() fyne.Focusable { return f.window.Canvas().Focused() }
	if focused() == fyne.Focusable(p.foot.read) || focused() == nil {
		t.Errorf("on arriving %T has the keyboard", focused())
	}
	p.Command("save")
	if focused() != fyne.Focusable(p.foot.read) {
		t.Fatalf("saving leads to %T", focused())
	}
	press(f, fyne.KeySpace)
	if focused() != fyne.Focusable(p.bar.save) {
		t.Fatalf("the sign-off leads to %T", focused())
	}
	press(f, fyne.KeyReturn)
	if f.window.Canvas().Overlays().Top() == nil {
		t.Error("Enter doesn't ask where the file goes")
	}
}

func TestPage_L_offers_both_rules(t *testing.T) {
	p, f, q := begun(t, "I met Agnieszka Zielinska at the door. We talked.")
	press(f, fyne.KeyL)
	top := f.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("L opens nothing")
	}
	var said []string
	for _, o := range test.LaidOutObjects(top) {
		if text, is := o.(*canvas.Text); is {
			said = append(said, text.Text)
		}
	}
	if all := strings.Join(said, "|"); !strings.Contains(all, "Colleague") || !strings.Contains(all, "Always keep these words…") {
		t.Errorf("offered are %s", all)
	}
	widgets.CloseTop(f.window.Canvas())
	it, _ := p.presenter.now.item(p.presenter.now.Selected)
	p.presenter.KeepAlways(it.ID, "She is the writer", func() {})
	q.Run()
	if len(p.presenter.now.Kept) != 1 {
		t.Errorf("kept %+v", p.presenter.now.Kept)
	}
}

// Package copy is the page where a redacted copy is made: the words to share on
// the left, what others will read on the right, and beside them whatever was
// found. Nothing is saved while a finding waits, or before somebody has said
// that they read the right side.
//
// A presenter keeps what was decided and knows no screen; the Page builds what
// is seen. Everything here belongs to the main goroutine.
package copy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/words"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	// Open goes to another page: "supervision".
	Open(page string, id journal.ID)
	// Back goes to the page that led here.
	Back()
	// Copy puts a text on the clipboard, from where it is taken away after a while.
	Copy(text string)
}

// Page is the redacted copy page of one open journal.
type Page struct {
	present.Visit
	desk  *app.Desk
	frame Frame
	words *words.Catalog

	presenter *presenter
	bar       *bar
	texts     *texts
	rail      *rail
	foot      *foot
	columns   *columns
	empty     *fyne.Container
	content   *fyne.Container

	revealed   int             // the finding that was brought into view, -1 for none
	lastFolder string          // where the last copy was saved
	asked      bool            // by Ask, which has asked for a scan already
	arriving   bool            // the keyboard goes to the first finding once there is one
	waiting    bool            // something waited for a decision
	register   *widgets.Dialog // of the copies that left, while it is open
}

// New builds the page for an open journal. It reads nothing yet; Ask and Show
// do.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame, words: frame.Words()}
	p.presenter = newPresenter(desk, around{do: frame.Do, work: desk.Do, failed: frame.Failed, aside: app.Go}, p.show)
	p.bar = newBar(p)
	p.texts = newTexts(p)
	p.rail = newRail(p)
	p.foot = newFoot(p)
	p.columns = newColumns(p)
	p.empty = container.NewStack()
	body := container.NewStack(p.columns.container, p.empty)
	p.content = widgets.Frame(p.bar.content, nil, nil, nil, body)
	present.Follow(&p.Visit, desk.Subscribe, frame.Do, p.told)
	p.show(p.presenter.now)
	return p
}

// Ask takes up a request for a copy. Decisions made before hold where it is of
// the same session or the same entries. Call Show after it.
func (p *Page) Ask(of app.CopyOf) {
	p.asked = true
	p.presenter.Start(of)
}

// Content gives what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up. A session's id asks for a copy of its
// agenda, 0 leaves the page as it was and reads the words again, which may have
// been changed.
func (p *Page) Show(id journal.ID) {
	p.Shown = true
	p.frame.Window().SetOnDropped(func(_ fyne.Position, files []fyne.URI) {
		if p.Shown && len(files) > 0 {
			p.dropped(files[0].Path())
		}
	})
	switch {
	case id != 0:
		p.presenter.Start(app.CopyOf{Paper: app.AgendaPaper{Session: id}})
	case !p.asked:
		p.presenter.Refresh()
	}
	p.asked, p.arriving = false, true
	p.arrive(p.presenter.now)
}

// Command does a menu command and tells whether it is one of this page's. "undo"
// is only while there is a decision to take back.
func (p *Page) Command(name string) bool {
	switch name {
	case "save":
		p.save()
	case "copy":
		p.presenter.NextOpen()
		p.focus()
	case "case":
		p.presentCase()
	case "digest":
		p.digest()
	case "undo":
		return p.presenter.Undo()
	default:
		return false
	}
	return true
}

// told takes in what changed in the journal while the page is in view.
func (p *Page) told(e app.Event) {
	switch e.Kind {
	case app.EntrySaved, app.EntryGone, app.SupervisionChanged, app.PeopleChanged:
		p.presenter.Refresh()
	case app.SettingsChanged:
		p.presenter.Reprofile()
	}
}

// show brings a state to the screen.
func (p *Page) show(s State) {
	if p.content == nil {
		return
	}
	p.bar.show(s)
	p.foot.show(s)
	p.texts.show(s)
	p.rail.show(s)
	p.showEmpty(s)
	p.arrive(s)
	p.leadOn(s)
	if s.Busy == Idle && s.Selected != p.revealed {
		p.revealed = s.Selected
		p.texts.reveal(s.Selected)
		p.rail.reveal(s.Selected)
	}
}

// arrive takes the keyboard to the first finding, once the texts are there.
func (p *Page) arrive(s State) {
	if p.arriving && s.Busy == Idle && p.Shown {
		p.arriving = false
		if s.Selected < 0 {
			p.presenter.Step(0) // nothing waits: what is masked can be walked through
		}
		p.revealed = p.presenter.now.Selected
		p.texts.begin(p.revealed)
		p.rail.reveal(p.revealed)
		p.focus()
	}
}

// leadOn takes the keyboard to the sign-off once the last finding is decided.
func (p *Page) leadOn(s State) {
	decided := p.waiting && s.Settled()
	p.waiting = len(s.Open) > 0 || p.waiting && s.Busy != Idle
	if decided && p.Shown && p.canvas().Overlays().Top() == nil {
		draw.Focus(p.foot.read)
	}
}

// showEmpty says why there are no texts, where there are none.
func (p *Page) showEmpty(s State) {
	p.empty.RemoveAll()
	has := len(s.Lines) > 0
	widgets.ShowIf(p.columns.container, has)
	widgets.ShowIf(p.empty, !has)
	if has {
		return
	}
	t := p.words.T
	switch {
	case s.Busy == Scanning:
		p.empty.Add(widgets.EmptyState(t("copy.scanning"), t("copy.scanning.text"), nil))
	case s.Asked:
		p.empty.Add(widgets.EmptyState(t("copy.nothing"), t("copy.nothing.text"), p.toSupervision()))
	default:
		p.empty.Add(widgets.Column(look.Gap, widgets.EmptyState(t("copy.empty"), t("copy.empty.text"), p.toSupervision()),
			container.NewCenter(widgets.NewPlain(t("copy.empty.digest"), p.digest))))
	}
	p.empty.Refresh()
}

func (p *Page) toSupervision() *widgets.Button {
	return widgets.NewPrimary(p.words.T("copy.empty.open"), func() { p.frame.Open("supervision", 0) })
}

// focus takes the keyboard to the finding that keys act on.
func (p *Page) focus() {
	if s := p.presenter.now; len(s.Lines) > 0 && !p.texts.focus(s.Selected) {
		draw.Focus(p.texts.reader)
	}
}

func (p *Page) canvas() fyne.Canvas { return p.frame.Window().Canvas() }

// key does what a key says about the finding that is selected.
func (p *Page) key(key fyne.KeyName) {
	id := p.presenter.now.Selected
	switch key {
	case fyne.KeyK:
		p.keep(id)
	case fyne.KeyM:
		it, _ := p.presenter.now.item(id)
		p.presenter.Mask(id, "", len(it.All) > 1)
	case fyne.KeyA:
		p.presenter.Mask(id, "", true)
	case fyne.KeyL:
		p.rule(id)
	case fyne.KeyR, fyne.KeyReturn, fyne.KeyEnter:
		p.replace(id)
	case fyne.KeyDown:
		p.step(1)
	case fyne.KeyUp:
		p.step(-1)
	default:
		p.texts.reader.move(key)
	}
}

// step goes to another finding, and takes the keyboard along.
func (p *Page) step(by int) {
	inRail := p.rail.hasKeys()
	p.presenter.Step(by)
	if !inRail {
		p.texts.focus(p.presenter.now.Selected)
	}
}

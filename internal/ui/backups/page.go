// Package backups is the page that says how safe the journal's file is: when it
// was verified, which backups there are, and the ways back when something is
// lost.
//
// A presenter does the work; it is plain Go that knows no screen. Everything
// here belongs to the main goroutine.
package backups

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	App() *app.App
	Open(page string, id journal.ID)
	// KeepAll keeps what is being written on every page.
	KeepAll() error
	// Reopen goes back to the door after the journal's file was replaced.
	Reopen()
	// Repair locks the journal, and then looks into its file.
	Repair()
	// NewKey shows new recovery words, and locks the journal after that where err
	// says that it could not be opened again.
	NewKey(words []string, err error)
}

// Page is the page of backups of one open journal.
type Page struct {
	frame       Frame
	words       *words.Catalog
	presenter   *presenter
	sample      bool
	scroll      *container.Scroll
	column      *fyne.Container
	progress    *widgets.Progress
	working     *fyne.Container
	file        *fyne.Container
	asides      *asideView
	list        *fyne.Container
	away        *fyne.Container
	fold        *widgets.FoldOut  // of what goes out and comes in as a whole
	buttons     []*widgets.Button // that begin work
	now         *widgets.Button
	content     fyne.CanvasObject
	shown       bool
	coming      bool // it has come up and shows nothing yet
	toMoving    bool // what comes in and goes out is asked for, and nothing is shown yet
	bring       *widgets.Button
	unsubscribe func()
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := newPage(desk, frame, app.Go, desk.IsSample())
	p.unsubscribe = desk.Subscribe(func(e app.Event) {
		if e.Kind == app.BackupsChanged || e.Kind == app.Verified {
			frame.Do(p.told)
		}
	})
	return p
}

// newPage returns the page without following the journal, which New adds. background
// runs its argument off the main goroutine. sample is for the fictional journal, which
// has no backups and no key to change.
func newPage(journal keeper, frame Frame, background func(func()), sample bool) *Page {
	p := &Page{frame: frame, words: frame.Words(), sample: sample, unsubscribe: func() {}}
	p.presenter = &presenter{
		journal: journal, background: background, do: frame.Do, after: frame.After,
		voice: voice{show: p.show, said: p.said, added: p.added, failed: p.failed, tried: p.tried, looked: p.looked, incoming: p.incoming, taken: p.taken, replaced: frame.Reopen, rekeyed: p.rekeyed},
	}
	p.build()
	return p
}

// build lays out the sections; the fictional journal gets neither a new key nor what
// goes out and comes in as a whole.
func (p *Page) build() {
	t := p.words.T
	p.progress = widgets.NewProgress("", t("backups.cancel"), p.presenter.Cancel)
	p.working = widgets.Column(0, p.progress)
	p.working.Hide()
	p.file, p.list, p.away = widgets.Column(look.Gap), widgets.Column(look.Gap), widgets.Column(look.Gap)
	verify := p.button(widgets.NewPlain(t("backups.verify"), p.presenter.Verify))
	p.now = p.button(widgets.NewPrimary(t("backups.now"), p.presenter.BackUp))
	other := p.button(widgets.NewPlain(t("backups.other"), p.askFile))
	p.asides = newAsideView(p)
	aside := p.button(widgets.NewPlain(t("backups.away.copy"), p.askFolder))
	p.column = widgets.Column(look.Wide, p.working, p.asides.card, section(t("backups.file"), p.file, widgets.Row(0, verify)))
	if p.sample {
		p.column.Add(section(t("backups.list"), widgets.NewSmall(t("backups.list.sample"))))
	} else {
		p.column.Add(section(t("backups.list"), widgets.NewSmall(t("backups.list.text")+" "+t("kept.backups.rule")), p.list,
			widgets.NewSmall(t("backups.list.where", p.frame.App().BackupFolder())), widgets.Wrap(look.Gap, p.now, other)))
		p.column.Add(section(t("backups.away"), widgets.NewSmall(t("backups.away.text")), p.away, widgets.Row(0, aside)))
	}
	if !p.sample {
		change := p.button(widgets.NewPlain(t("backups.key.change"), p.askKey))
		p.column.Add(section(t("backups.key"), widgets.NewSmall(t("backups.key.text")), widgets.Row(0, change)))
	}
	if !p.sample {
		p.column.Add(p.moving())
	}
	back := widgets.NewLink(t("backups.back"), func() { p.frame.Open("settings", 0) })
	head := widgets.NewHeader(t("backups.title"), t("backups.subtitle"), back)
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Wide, widgets.Narrow(p.column)))
	p.content = widgets.Frame(head, nil, nil, nil, widgets.Wheel(p.scroll))
}

// button returns b, and has it disabled while work is under way. The first of them gets
// the keyboard as the page comes up.
func (p *Page) button(b *widgets.Button) *widgets.Button {
	p.buttons = append(p.buttons, b)
	return b
}

// section is a card with a heading.
func section(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	heading := widgets.NewText(title, look.Subtitle, look.Ink).Bold()
	return widgets.Card(widgets.Pad(look.Tight, look.Tight, widgets.Column(look.Wide, append([]fyne.CanvasObject{heading}, objects...)...)))
}

// Content gives the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show brings the page up to date.
func (p *Page) Show(journal.ID) {
	p.shown, p.coming = true, true
	p.frame.Window().Canvas().Focus(p.buttons[0])
	p.presenter.Refresh()
}

// Hide stops following the journal until the page comes up again. Work goes on.
func (p *Page) Hide() { p.shown = false }

// Flush gives nil: nothing is written here.
func (p *Page) Flush() error { return nil }

// Command unfolds and shows what goes out and comes in, at "moving"; no other command is
// this page's.
func (p *Page) Command(name string) bool {
	if name != "moving" || p.fold == nil {
		return false
	}
	p.fold.SetOpen(true)
	p.toMoving = true
	p.showMoving()
	return true
}

// Stop stops the work under way; what stood before stays.
func (p *Page) Stop() { p.presenter.Cancel() }

// Close ends the page and stops the work under way.
func (p *Page) Close() {
	p.unsubscribe()
	p.presenter.Cancel()
}

// told reads again; while the page isn't in the window it does nothing, as Show reads.
func (p *Page) told() {
	if p.shown {
		p.presenter.Refresh()
	}
}

// said tells how work ended that has nothing else to show. where is the file that was
// written. Of Exporting "" says that the passphrase was wrong; of Recovering and
// Reading only what went wrong comes here.
func (p *Page) said(done Work, where string) {
	text := p.words.T("backups.done")
	switch done {
	case Copying:
		text = p.words.T("backups.away.done", where)
	case Exporting:
		if text = p.words.T("backups.whole.done", where); where == "" { // a wrong passphrase
			text = p.words.T("backups.whole.wrong")
		}
	case Recovering:
		text = p.words.T("backups.aside.nowhere")
	case Reading: // a wrong passphrase
		text = p.words.T("backups.in.unlock.wrong")
	}
	p.frame.Notify(text, false)
}

// added says what adding what is missing came to.
func (p *Page) added(b app.Brought) {
	p.frame.Notify(strings.Join(app.SayBrought(p.words, b), " "), false)
}

//words:prefix backups.work.

// show brings every section up to date.
func (p *Page) show(s State) {
	if p.working.Hidden && s.Work != Idle {
		defer p.scroll.ScrollToTop() // where its progress is, and the way to stop it
	}
	p.working.Hidden = s.Work == Idle
	for _, b := range p.buttons {
		b.Enable()
		if s.Work != Idle {
			b.Disable()
		}
	}
	if s.Work != Idle {
		p.progress.Set(s.Share, p.words.T("backups.work."+strconv.Itoa(int(s.Work))))
	}
	p.showFile(s)
	p.asides.show(s)
	p.showList(s)
	p.showAway(s)
	p.column.Refresh()
	p.content.Refresh()
	if c := p.frame.Window().Canvas(); p.coming && c.Focused() == p.buttons[0] && p.asides.card.Visible() && !p.asides.recover.Hidden {
		c.Focus(p.asides.recover)
	}
	p.coming = false
	if p.toMoving {
		p.toMoving = false
		p.showMoving()
	}
}

// showFile says whether the file is whole. Until it was verified it says that this goes
// on; one that isn't whole gets the way to its repair.
func (p *Page) showFile(s State) {
	t, c := p.words.T, s.Checkup
	p.file.RemoveAll()
	switch {
	case c.At.IsZero():
		p.file.Add(widgets.NewSoft(t("backups.verifying")))
	case c.Fault() == nil:
		p.file.Add(widgets.NewText(p.words.N("backups.verified", c.Intact, p.at(c.At)), look.Interface, look.Ink))
	default:
		says := t("backups.broken", c.Intact, c.Damaged+c.Stale, c.Missing)
		if c.Err != nil {
			says = t("backups.unread")
		}
		p.file.Add(widgets.Notice(widgets.Warm, says))
		p.file.Add(widgets.NewSoft(t("backups.ways")))
		p.file.Add(widgets.Row(0, widgets.NewPlain(t("backups.repair"), p.frame.Repair)))
	}
}

// showList lists the backups, each to be looked into. What kept the last one from being
// made stands above; nothing is said then of changes that are in none yet.
func (p *Page) showList(s State) {
	t := p.words.T
	p.list.RemoveAll()
	switch {
	case s.Trouble != nil:
		p.list.Add(widgets.Notice(widgets.Amber, p.trouble(s)))
	case len(s.Backups) == 0:
		p.list.Add(widgets.NewSoft(t("backups.list.none")))
	}
	if s.Unkept && s.Trouble == nil {
		p.list.Add(widgets.NewSoft(t("backups.unkept")))
	}
	for _, b := range s.Backups {
		name := widgets.NewText(p.row(b), look.Interface, look.Ink).OneLine()
		look := widgets.NewLink(t("backups.look"), func() { p.presenter.Try(b.Path) })
		p.list.Add(widgets.Row(0, name, layout.NewSpacer(), look))
	}
}

// trouble says why the last backup wasn't made, what is safe, and what to do next.
func (p *Page) trouble(s State) string {
	t := p.words.T
	why := t("backups.trouble.folder")
	switch fault.KindOf(s.Trouble) {
	case fault.DiskFull:
		why = t("backups.trouble.full")
	case fault.Permission:
		why = t("backups.trouble.permission")
	case fault.Cancelled:
		why = t("backups.trouble.cancelled")
	}
	safe := t("backups.trouble.safe")
	if len(s.Backups) == 0 {
		safe = t("backups.trouble.alone")
	}
	return why + " " + safe
}

func (p *Page) showAway(s State) {
	t := p.words.T
	p.away.RemoveAll()
	if s.AwayDue {
		p.away.Add(widgets.Notice(widgets.Amber, t("backups.away.due")))
	}
	if s.Away.IsZero() {
		p.away.Add(widgets.NewSoft(t("backups.away.never")))
		return
	}
	p.away.Add(widgets.NewSoft(t("backups.away.last", p.at(s.Away))))
}

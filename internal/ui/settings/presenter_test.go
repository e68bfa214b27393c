package settings

import (
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

type fakeDesk struct {
	settings app.Settings
	fails    error
	kept     int
	held     func() error
}

func (d *fakeDesk) Hold(_ string, keep func() error) { d.held = keep }

func (d *fakeDesk) Settings() app.Settings { return d.settings }

func (d *fakeDesk) SetSettings(change func(*app.Settings)) error {
	if d.fails != nil {
		return d.fails
	}
	d.kept++
	change(&d.settings)
	return nil
}

type fakeApp struct {
	prefs app.Preferences
	fails error
}

func (a *fakeApp) Preferences() app.Preferences { return a.prefs }

func (a *fakeApp) SetTerms(t app.Terms) error {
	return a.SetPreferences(func(p *app.Preferences) { p.Terms = t })
}

func (a *fakeApp) Terms() app.Terms { return a.prefs.Terms }

func (a *fakeApp) SetPreferences(change func(*app.Preferences)) error {
	if a.fails == nil {
		change(&a.prefs)
	}
	return a.fails
}

func newScene() (p *presenter, d *fakeDesk, a *fakeApp, applied *int, failed *[]error) {
	d, a, applied, failed = &fakeDesk{}, &fakeApp{}, new(int), &[]error{}
	p = &presenter{
		private: d, public: a, typed: map[field]string{}, applied: func(bool) { *applied++ },
		failed: func(err error) {
			if err != nil {
				*failed = append(*failed, err)
			}
		},
	}
	return p, d, a, applied, failed
}

func TestPresenter_theme_isShownAtOnce(t *testing.T) {
	p, _, a, applied, _ := newScene()
	p.theme("dark")
	p.textSize(150)
	if a.prefs.Theme != "dark" || a.prefs.TextSize != 150 || *applied != 2 {
		t.Errorf("preferences %+v, shown %d times", a.prefs, *applied)
	}
}

func TestPresenter_theme_notKept(t *testing.T) {
	p, _, a, applied, failed := newScene()
	a.fails = fault.New(fault.Permission, "write preferences")
	p.theme("dark")
	if *applied != 0 || len(*failed) != 1 {
		t.Errorf("shown %d times, failed %v", *applied, *failed)
	}
}

func TestPresenter_trash(t *testing.T) {
	p, d, _, _, _ := newScene()
	p.trash(90)
	if d.settings.TrashDays != 90 {
		t.Errorf("%d days", d.settings.TrashDays)
	}
}

func TestPresenter_idleAndTemplate(t *testing.T) {
	p, d, _, _, failed := newScene()
	p.idle(12)
	p.template(journal.Templates[1].ID)
	if d.settings.IdleMinutes != 12 || d.settings.Template != journal.Templates[1].ID || len(*failed) != 0 {
		t.Errorf("settings %+v, failed %v", d.settings, *failed)
	}
}

func TestPresenter_keep_typedOnce(t *testing.T) {
	p, d, _, _, _ := newScene()
	p.write(contact, "Ruth")
	p.write(contact, "Ruth, after six")
	p.write(author, "Sam")
	for range 2 {
		if err := p.keep(); err != nil {
			t.Fatal(err)
		}
	}
	if d.settings.Contact != "Ruth, after six" || d.settings.Author != "Sam" || d.kept != 1 {
		t.Errorf("settings %+v, kept %d times", d.settings, d.kept)
	}
}

func TestPresenter_keep_failedIsTriedAgain(t *testing.T) {
	p, d, _, _, _ := newScene()
	d.fails = fault.New(fault.DiskFull, "keep settings")
	p.write(contact, "Ruth")
	if err := p.keep(); err == nil {
		t.Fatal("no error")
	}
	d.fails = nil
	if err := p.keep(); err != nil || d.settings.Contact != "Ruth" {
		t.Errorf("err %v, contact %q", err, d.settings.Contact)
	}
}

func TestPresenter_write_holdsWhatIsTyped(t *testing.T) {
	p, d, _, _, _ := newScene()
	p.write(contact, "The duty desk")
	if d.held == nil || d.held() != nil || d.settings.Contact != "The duty desk" {
		t.Errorf("holds %q", d.settings.Contact)
	}
	if err := p.keep(); err != nil || d.held != nil {
		t.Errorf("still held once it is kept: %v", err)
	}
}

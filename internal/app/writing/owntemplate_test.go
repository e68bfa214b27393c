package writing_test

import (
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

func visit() journal.OwnTemplate {
	return journal.OwnTemplate{Name: "After a visit", Sections: []journal.OwnSection{{Name: "Noticed", Prompt: "With which sense?"}, {Name: "To do"}}}
}

// A template of one's own is offered, arranges entries, is found by its name, and what
// was written in it keeps its headings when it is changed, removed and brought back.
func TestDesk_ownTemplate(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	made, err := d.KeepTemplate(visit())
	apptest.Must(t, err)
	if all := d.Templates(); all[len(all)-1].ID != made.ID || d.TemplateName(made.ID) != "After a visit" {
		t.Fatalf("offered %+v", all)
	}
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.Template = made.ID }))
	e, err := d.NewEntry()
	apptest.Must(t, err)
	if len(e.Sections) != 2 || e.Sections[0].Key != made.Sections[0].Key {
		t.Fatalf("begins with %+v", e.Sections)
	}
	e.Sections[0].Text = "The kettle was warm."
	e, err = d.Save(e, "")
	apptest.Must(t, err)
	says := func(heading, asks string) {
		t.Helper()
		e, err := d.Entry(e.ID)
		apptest.Must(t, err)
		if h, a := d.Heading(e.Template, e.Sections[0].Key); h != heading || a != asks || e.Sections[0].Text != "The kettle was warm." {
			t.Errorf("headed %q, asks %q", h, a)
		}
	}
	says("Noticed", "With which sense?")
	if q := d.ReadQuery("template:after"); len(q.Parts()) != 1 || q.Parts()[0].Problem != "" {
		t.Errorf("not found by its name: %+v", q.Parts())
	}
	changed := made
	changed.Sections = changed.Sections[1:]
	_, err = d.KeepTemplate(changed)
	apptest.Must(t, err)
	says("Noticed", "With which sense?")
	apptest.Must(t, d.RemoveTemplate(made.ID))
	says("Noticed", "With which sense?")
	if n, usual := len(d.OwnTemplates()), d.UsualTemplate(); n != 0 || usual != journal.QuickNote {
		t.Errorf("%d offered, a new entry begins with %s", n, usual)
	}
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	if all := d.OwnTemplates(); len(all) != 1 || !slices.Equal(all[0].Sections, made.Sections) {
		t.Errorf("taken back: %+v", all)
	}
	apptest.Must(t, d.Redo())
	if got := d.OwnTemplates()[0].Offered(); len(got) != 1 {
		t.Errorf("again: %+v", got)
	}
}

func TestDesk_KeepTemplate_refuses(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	shipped := visit()
	shipped.Name = d.TemplateName(journal.Gibbs)
	if _, err := d.KeepTemplate(shipped); fault.KindOf(err) != fault.Conflict {
		t.Errorf("the name of one that ships: %v", err)
	}
	nameless := visit()
	nameless.Name = ""
	if _, err := d.KeepTemplate(nameless); fault.KindOf(err) != fault.Invalid || len(d.OwnTemplates()) != 0 {
		t.Errorf("no name: %v", err)
	}
	if err := d.RemoveTemplate("own/none"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("none: %v", err)
	}
}

package core

import (
	"cmp"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
)

// templatesKind keeps the templates that the user made; the others ship.
const templatesKind = "templates"

func (k *known) loadTemplates(l *library.Library) error {
	err := l.Load(templatesKind, &k.templates)
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	return err
}

// Templates returns every template that is offered: those that ship, and the user's own
// behind them.
func (d *Desk) Templates() []journal.Template {
	all := slices.Clone(journal.Templates)
	for _, o := range d.OwnTemplates() {
		all = append(all, o.Template())
	}
	return all
}

// OwnTemplates returns the templates that the user made and has not removed.
func (d *Desk) OwnTemplates() journal.OwnTemplates { return d.known.Load().templates.Offered() }

// Template returns a template of the user's or one that ships, as journal.TemplateByID
// does.
func (d *Desk) Template(id journal.TemplateID) journal.Template {
	return d.known.Load().templates.Template(id)
}

// UsualTemplate returns what a new entry begins with: the quick note, where the chosen
// one was removed.
func (d *Desk) UsualTemplate() journal.TemplateID {
	own, usual := d.known.Load().templates, d.Settings().Template
	if at := own.At(usual); at >= 0 && own[at].Gone {
		return journal.QuickNote
	}
	return usual
}

//words:prefix template.

// TemplateName says a template.
func (d *Desk) TemplateName(id journal.TemplateID) string {
	own := d.known.Load().templates
	if at := own.At(id); at >= 0 {
		return own[at].Name
	}
	return d.app.Words().T("template." + string(journal.TemplateByID(id).ID))
}

// Heading says what a section of an entry is headed, and what is asked there; "" for
// nothing.
func (d *Desk) Heading(of journal.TemplateID, section string) (heading, asks string) {
	if s, own := d.known.Load().templates.Section(section); own {
		return s.Name, s.Prompt
	}
	w, key := d.app.Words(), of.Heading(section)
	if w.Has(key + ".hint") {
		asks = w.T(key + ".hint")
	}
	return w.T(key), asks
}

// OwnHeading returns what the user named a section; "" for one that ships.
func (d *Desk) OwnHeading(section string) string {
	s, _ := d.known.Load().templates.Section(section)
	return s.Name
}

// KeepTemplate keeps a template of the user's: a new one where it has no id. Entries
// stay as they are. It can be undone. It gives fault.Invalid and fault.Conflict as
// journal.OwnTemplates.Put does, and the errors of Library.Save.
func (d *Desk) KeepTemplate(o journal.OwnTemplate) (journal.OwnTemplate, error) {
	if o.ID == "" {
		id, err := d.library.NewID()
		if err != nil {
			return o, err
		}
		o.ID = journal.OwnID(id)
	}
	if w := d.app.Words(); slices.ContainsFunc(journal.Templates, func(t journal.Template) bool {
		return strings.EqualFold(w.T("template."+string(t.ID)), strings.TrimSpace(o.Name))
	}) {
		return o, fault.New(fault.Conflict, "keep template: name")
	}
	return o, d.changeTemplates("undo.template.keep", func(all journal.OwnTemplates) (next journal.OwnTemplates, err error) {
		next, o, err = all.Put(o)
		return next, err
	})
}

// RemoveTemplate offers a template of the user's no longer. Entries that were written in
// it keep their sections. It can be undone. It gives fault.NotFound, and the errors of
// Library.Save.
func (d *Desk) RemoveTemplate(id journal.TemplateID) error {
	return d.changeTemplates("undo.template.remove", func(all journal.OwnTemplates) (journal.OwnTemplates, error) { return all.Remove(id) })
}

func (d *Desk) changeTemplates(label string, change func(journal.OwnTemplates) (journal.OwnTemplates, error)) error {
	d.saving.Lock()
	defer d.saving.Unlock()
	before := d.known.Load().templates
	after, err := change(before)
	if err != nil || reflect.DeepEqual(before, after) {
		return err
	}
	if err := d.keepTemplates(after); err != nil {
		return err
	}
	put := func(from, to journal.OwnTemplates) func() error {
		return func() error {
			d.saving.Lock()
			defer d.saving.Unlock()
			if !reflect.DeepEqual(d.known.Load().templates, from) {
				return fault.New(fault.Conflict, "undo change of templates")
			}
			return d.keepTemplates(to)
		}
	}
	Core{d}.Did(label, put(after, before), put(before, after))
	return nil
}

// keepTemplates keeps all as the user's templates, and tells. The caller holds saving.
func (d *Desk) keepTemplates(all journal.OwnTemplates) error {
	if all == nil {
		all = journal.OwnTemplates{}
	}
	if err := d.library.Save(templatesKind, all); err != nil {
		return fault.Wrap("keep templates", err)
	}
	d.publish(func(k *known) { k.templates = all })
	d.events.tell(Event{Kind: TemplatesChanged})
	return nil
}

// joinTemplates gives the templates of both; of one that each changed, as the later
// said, with every section that either knows.
func joinTemplates(last, first json.RawMessage) (json.RawMessage, error) {
	var l, f journal.OwnTemplates
	if err := both(last, first, &l, &f); err != nil {
		return nil, err
	}
	for i, o := range l {
		at := f.At(o.ID)
		if at < 0 {
			continue
		}
		for _, s := range f[at].Sections {
			if !slices.ContainsFunc(o.Sections, func(now journal.OwnSection) bool { return now.Key == s.Key }) {
				s.Gone = true
				l[i].Sections = append(l[i].Sections, s)
			}
		}
	}
	all := joinList(l, f, func(a, b journal.OwnTemplate) bool { return a.ID == b.ID })
	slices.SortStableFunc(all, func(a, b journal.OwnTemplate) int { return cmp.Compare(a.ID, b.ID) })
	return marshal(all)
}

package core

import (
	"encoding/json"
	"errors"
	"io/fs"
	"slices"

	"aftershift/assets"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
)

// themesKind keeps the themes that the user added; those that ship are read
// from the program, so that a later version can mend them.
const themesKind = "themes"

func (k *known) loadThemes(l *library.Library) error {
	raw, err := fs.ReadFile(assets.Themes(), "themes.json")
	if err != nil {
		return fault.Wrap("read themes", err)
	}
	if err := json.Unmarshal(raw, &k.themes); err != nil {
		return fault.As(fault.Internal, "read themes", err)
	}
	own := journal.Themes{}
	err = l.Load(themesKind, &own)
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	k.themes = append(k.themes, own...)
	return err
}

// Themes gives every theme that an entry can be tagged with.
func (d *Desk) Themes() journal.Themes { return slices.Clone(d.known.Load().themes) }

// AddTheme gives the theme of this name, whatever its case, made and kept if there
// is none yet.
// It gives fault.Invalid for a name that can't be one.
func (d *Desk) AddTheme(name string) (journal.Theme, error) {
	t, err := journal.NewTheme(name)
	if err != nil {
		return t, err
	}
	d.saving.Lock()
	defer d.saving.Unlock()
	all := d.Themes()
	if there, found := all.Named(t.Name); found {
		return there, nil
	}
	if at := slices.IndexFunc(all, func(u journal.Theme) bool { return u.ID == t.ID }); at >= 0 {
		return all[at], nil
	}
	own := slices.DeleteFunc(slices.Clone(all), func(u journal.Theme) bool { return u.ID.Parent() != journal.OwnThemes })
	if err := d.library.Save(themesKind, append(own, t)); err != nil {
		return t, fault.Wrap("keep theme", err)
	}
	d.publish(func(k *known) { k.themes = append(all, t) })
	return t, nil
}

// CompleteTheme gives up to limit themes that fit what was typed, recently used
// ones first.
func (d *Desk) CompleteTheme(typed string, limit int) []journal.Theme {
	var recent []journal.ThemeID
	for _, o := range d.library.Overviews() {
		if recent = append(recent, o.Themes...); len(recent) > 20 {
			break
		}
	}
	return d.Themes().Complete(typed, recent, limit)
}

// ThemeName gives the theme's name as it is shown.
func (d *Desk) ThemeName(id journal.ThemeID) string { return d.Themes().Name(id) }

func (d *Desk) themeNames(ids []journal.ThemeID) []string {
	all := d.known.Load().themes
	names := make([]string, 0, 2*len(ids))
	for _, id := range ids {
		names = append(names, all.Name(id), all.Name(id.Parent()))
	}
	return names
}
